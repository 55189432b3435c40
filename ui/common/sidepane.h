// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QSplitter;
class QWidget;

namespace pipeline::ui {

/// The pane at the right of a page: in wide windows a part of its splitter, in narrow ones a drawer over the rest,
/// which Esc closes.
class SidePane : public QObject {
    Q_OBJECT

public:
    /// \a pane is the last widget of \a splitter, \a width what it is given first.
    SidePane(QSplitter *splitter, QWidget *pane, int width);

    void setNarrow(bool narrow);
    bool isDrawer() const { return m_narrow; }
    bool isOpen() const;
    void toggle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QSplitter *m_splitter;
    QWidget *m_pane;
    const int m_width;
    bool m_narrow = false;
    bool m_wanted = true; ///< in wide windows
};

} // namespace pipeline::ui
