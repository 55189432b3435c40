// SPDX-License-Identifier: Apache-2.0
#include "queuesplitter.h"

#include "queuedetails.h"
#include "queuetable.h"

#include "ui/common/sidepane.h"
#include "ui/common/theme.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {
constexpr int LeastDetails = 240;
}

QueueSplitter::QueueSplitter(QWidget *rows, QueueTable *table, QueueDetails *details, const Theme &theme)
    : QSplitter(Qt::Horizontal), m_table(table), m_details(details), m_most(theme.size(u"panels.queueDetails"_s))
{
    addWidget(rows);
    addWidget(details);
    setStretchFactor(0, 1);
    setCollapsible(0, false);
    details->setMinimumWidth(LeastDetails);
    m_side = new SidePane(this, details, m_most);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_moved = true; });
}

void QueueSplitter::toggleDetails()
{
    m_side->toggle();
    fit();
}

void QueueSplitter::restore()
{
    m_moved = restoreState(QSettings().value(u"queue/splitter"_s).toByteArray());
}

void QueueSplitter::save() const
{
    if (m_moved)
        QSettings().setValue(u"queue/splitter"_s, saveState());
}

void QueueSplitter::fit()
{
    m_side->setNarrow(window()->width() < 1280);
    if (m_side->isDrawer() || !m_side->isOpen()) {
        m_table->fit(width());
        return;
    }
    const int wanted = m_table->fit(width() - handleWidth() - LeastDetails);
    if (m_moved)
        return;
    const int pane = qBound(LeastDetails, width() - handleWidth() - wanted, m_most);
    setSizes({width() - handleWidth() - pane, pane});
}

void QueueSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    fit();
}

} // namespace pipeline::ui
