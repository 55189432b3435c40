// SPDX-License-Identifier: Apache-2.0
#include "targetspane.h"

#include "ui/common/note.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

struct Look {
    QString icon;
    QString tone;
};

Look lookOf(TargetNow::Outcome outcome)
{
    switch (outcome) {
    case TargetNow::Outcome::Deployed:
    case TargetNow::Outcome::DeployedSince:
        return {u"ok"_s, u"okay"_s};
    case TargetNow::Outcome::CheckFailed:
    case TargetNow::Outcome::Refused:
        return {u"fail"_s, u"fail"_s};
    case TargetNow::Outcome::NotReached:
        return {u"skip"_s, u"idle"_s};
    case TargetNow::Outcome::PushedOnly:
        return {u"warn"_s, u"wait"_s};
    case TargetNow::Outcome::ChangingSince:
    case TargetNow::Outcome::Unrecorded:
        break;
    }
    return {u"unplug"_s, u"idle"_s};
}

QString sentence(const TargetNow &target)
{
    switch (target.outcome) {
    case TargetNow::Outcome::Deployed:
        if (target.worker)
            return TargetsPane::tr("Its new code was pushed by this run.");
        return target.definitions > 0
            ? TargetsPane::tr("Deployed by this run. %n definitions got a new version.", nullptr, target.definitions)
            : TargetsPane::tr("Deployed by this run.");
    case TargetNow::Outcome::DeployedSince:
        return TargetsPane::tr("Deployed by a later run.");
    case TargetNow::Outcome::ChangingSince:
        return TargetsPane::tr("A later run began to change it.");
    case TargetNow::Outcome::Refused:
        return TargetsPane::tr("Unchanged. The engine undid the deployment as a whole.");
    case TargetNow::Outcome::NotReached:
        return TargetsPane::tr("Unchanged. The run did not get that far.");
    case TargetNow::Outcome::CheckFailed:
        return TargetsPane::tr("Its new code is pushed, but a check of the workers failed.");
    case TargetNow::Outcome::PushedOnly:
        return TargetsPane::tr("Its new code is pushed, but no restart is recorded.");
    case TargetNow::Outcome::Unrecorded:
        break;
    }
    return TargetsPane::tr("What the run did here was not recorded.");
}

} // namespace

TargetsPane::TargetsPane(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_title(new QLabel(this)),
      m_mixed(new Note(theme, this)),
      m_rows(new QVBoxLayout)
{
    setProperty("kind", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(theme.size(u"panels.releaseRight"_s));
    const int padding = theme.size(u"space.panelPadding"_s);
    m_title->setProperty("look", u"strong"_s);
    m_title->setWordWrap(true);
    auto *content = new QWidget;
    content->setProperty("kind", u"panel"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(padding, 14, padding, 14);
    inner->setSpacing(10);
    inner->addWidget(m_title);
    inner->addWidget(m_mixed);
    inner->addLayout(m_rows);
    inner->addStretch();
    m_rows->setSpacing(10);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setAccessibleName(tr("What runs now"));
    scroll->setProperty("pane", true);
    scroll->setWidget(content);
    auto *edge = new QFrame(this);
    edge->setProperty("kind", u"vline"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(edge);
    row->addWidget(scroll);
    m_mixed->set(u"wait"_s, u"warn"_s,
                 tr("<b>Mixed state.</b> The run changed some targets and left others as they were."));
}

void TargetsPane::set(const QString &environment, const QList<TargetNow> &targets)
{
    m_title->setText(tr("What runs now in %1").arg(environment));
    m_mixed->setVisible(isMixed(targets));
    if (targets == m_targets)
        return;
    m_targets = targets;
    m_lines.clear();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const TargetNow &target : targets)
        add(target);
}

void TargetsPane::add(const TargetNow &target)
{
    const Look look = lookOf(target.outcome);
    auto *row = new QWidget;
    auto *line = new QFrame(row);
    line->setProperty("kind", u"line"_s);
    auto *icon = new QLabel(row);
    icon->setPixmap(m_theme.icon(look.icon, look.tone).pixmap(m_theme.size(u"size.icon"_s)));
    auto *name = new QLabel(target.name, row);
    name->setTextFormat(Qt::PlainText);
    name->setProperty("look", u"strong"_s);
    auto *release = new QLabel(target.releaseRef.isEmpty() ? tr("Unknown") : target.releaseRef, row);
    release->setTextFormat(Qt::PlainText);
    release->setProperty("look", u"secondary"_s);
    auto *note = new QLabel(sentence(target), row);
    note->setProperty("look", u"secondary"_s);
    note->setWordWrap(true);
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(line, 0, 0, 1, 3);
    grid->addWidget(icon, 1, 0);
    grid->addWidget(name, 1, 1);
    grid->addWidget(release, 1, 2);
    grid->addWidget(note, 2, 1, 1, 2);
    row->setAccessibleName(u"%1, %2. %3"_s.arg(target.name, release->text(), note->text()));
    m_lines << row->accessibleName();
    m_rows->addWidget(row);
}

QString TargetsPane::text() const
{
    return m_lines.join(u'\n');
}

} // namespace pipeline::ui
