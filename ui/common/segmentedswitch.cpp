// SPDX-License-Identifier: Apache-2.0
#include "segmentedswitch.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

SegmentedSwitch::SegmentedSwitch(const QString &name, QWidget *parent)
    : QFrame(parent), m_name(name), m_group(new QButtonGroup(this)), m_row(new QHBoxLayout(this))
{
    setProperty("kind", u"segments"_s);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_row->setContentsMargins(1, 1, 1, 1);
    m_row->setSpacing(0);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedSwitch::choose);
}

void SegmentedSwitch::addSegment(const QString &text, const QIcon &off, const QIcon &on)
{
    auto *button = new QToolButton(this);
    button->setProperty("kind", u"segment"_s);
    button->setText(text);
    button->setCheckable(true);
    if (!off.isNull()) {
        button->setText(u' ' + text); // the style puts them close together
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(off);
        connect(button, &QToolButton::toggled, button, [=](bool checked) { button->setIcon(checked ? on : off); });
    }
    button->setAccessibleName(u"%1: %2"_s.arg(m_name, text));
    button->installEventFilter(this);
    const int index = int(m_group->buttons().size());
    if (index > 0) {
        auto *line = new QFrame(this);
        line->setProperty("kind", u"vline"_s);
        m_row->addWidget(line);
    }
    m_group->addButton(button, index);
    m_row->addWidget(button);
    if (index == 0)
        setCurrent(0);
    else
        button->setFocusPolicy(Qt::ClickFocus);
}

int SegmentedSwitch::current() const
{
    return m_group->checkedId();
}

void SegmentedSwitch::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
    // Tab stops once, at the segment that is on.
    for (QAbstractButton *button : m_group->buttons())
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
}

void SegmentedSwitch::choose(int index)
{
    setCurrent(index);
    emit chosen(index);
}

bool SegmentedSwitch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int next = current();
    if (key == Qt::Key_Down || key == (mirrored ? Qt::Key_Left : Qt::Key_Right))
        ++next;
    else if (key == Qt::Key_Up || key == (mirrored ? Qt::Key_Right : Qt::Key_Left))
        --next;
    else if (key == Qt::Key_Home)
        next = 0;
    else if (key == Qt::Key_End)
        next = int(m_group->buttons().size()) - 1;
    else
        return QFrame::eventFilter(watched, event);
    if (QAbstractButton *button = m_group->button(next); button && next != current()) {
        button->setFocus(Qt::TabFocusReason);
        choose(next);
    }
    return true;
}

} // namespace pipeline::ui
