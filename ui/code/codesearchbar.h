// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace pipeline::ui {

class CodeView;
class SearchField;
class Theme;

/// Finds a text in a source: Enter the next place, Shift+Enter the previous one, Esc closes.
class CodeSearchBar : public QWidget {
    Q_OBJECT

public:
    CodeSearchBar(const Theme &theme, CodeView *view, QWidget *parent = nullptr);

    void open();
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(bool backwards, bool fromHere);

    CodeView *m_view;
    SearchField *m_field;
    QLabel *m_count;
};

} // namespace pipeline::ui
