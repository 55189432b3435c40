// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace pipeline::ui {

class CodeView;

/// Where in the whole source the findings are, drawn over the scroll bar.
class OverviewRuler : public QWidget {
    Q_OBJECT

public:
    explicit OverviewRuler(CodeView *view);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CodeView *m_view;
};

} // namespace pipeline::ui
