// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace pipeline::ui {

class Theme;

/// Asks why the chain is broken; what is given becomes an entry of the journal.
class ExplanationDialog : public QDialog {
    Q_OBJECT

public:
    ExplanationDialog(const Theme &theme, qint64 entry, QWidget *parent = nullptr);

    static constexpr int ShortestText = 10;

    QString text() const;

private:
    QPlainTextEdit *m_text;
};

} // namespace pipeline::ui
