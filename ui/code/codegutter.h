// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace pipeline::ui {

class CodeView;

/// Line numbers and the icons of findings, at the left of a source.
class CodeGutter : public QWidget {
    Q_OBJECT

public:
    explicit CodeGutter(CodeView *view);

    int neededWidth() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CodeView *m_view;
};

} // namespace pipeline::ui
