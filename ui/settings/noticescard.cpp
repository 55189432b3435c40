// SPDX-License-Identifier: Apache-2.0
#include "noticescard.h"

#include "ui/common/theme.h"
#include "ui/session/preferences.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using pipeline::ui::preferences::Event;
using pipeline::ui::preferences::Place;

namespace pipeline::ui {

NoticesCard::NoticesCard(const Theme &theme, QWidget *parent)
    : SettingsCard(theme, u"bell"_s, tr("Notices"), tr("for this user, at once"), parent)
{
    auto *table = new QWidget(this);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.size(u"space.xxl"_s));
    grid->setVerticalSpacing(theme.size(u"space.s"_s));
    grid->setColumnStretch(0, 1);
    const QString places[] = {tr("In the console"), tr("On the desktop")};
    int column = 0;
    for (const QString &text : {tr("Tell me when"), places[0], places[1]}) {
        auto *caption = new QLabel(text, table);
        caption->setProperty("look", u"caption"_s);
        grid->addWidget(caption, 0, column++);
    }
    const std::initializer_list<std::pair<Event, QString>> events{
        {Event::ApprovalAsked, tr("A release waits for my approval")},
        {Event::DeploymentFailed, tr("A deployment that I approved fails")},
        {Event::DeploymentDone, tr("A deployment that I approved ends well")},
        {Event::ConnectionLost, tr("The backlog or an engine is lost")}};
    for (const auto &[event, text] : events) {
        auto *line = new QFrame(table);
        line->setProperty("kind", u"line"_s);
        grid->addWidget(line, grid->rowCount(), 0, 1, 3);
        const int row = grid->rowCount();
        grid->addWidget(new QLabel(text, table), row, 0);
        for (const Place place : {Place::Console, Place::Desktop}) {
            auto *box = new QCheckBox(table);
            box->setAccessibleName(u"%1: %2"_s.arg(text, places[size_t(place)]));
            box->setToolTip(box->accessibleName());
            box->setChecked(preferences::tells(event, place));
            connect(box, &QCheckBox::toggled, this,
                    [event = event, place](bool on) { preferences::setTells(event, place, on); });
            grid->addWidget(box, row, 1 + int(place), Qt::AlignCenter);
        }
    }
    const int row = grid->rowCount() + 1;
    auto *line = new QFrame(table);
    line->setProperty("kind", u"line"_s);
    grid->addWidget(line, row - 1, 0, 1, 3);
    grid->addWidget(new QLabel(tr("The chain of the audit trail is broken"), table), row, 0);
    auto *always = new QCheckBox(table);
    always->setAccessibleName(tr("The chain of the audit trail is broken: always in the console"));
    always->setToolTip(tr("A broken chain is always told"));
    always->setChecked(true);
    always->setEnabled(false);
    grid->addWidget(always, row, 1, Qt::AlignCenter);
    addWide(table);
    auto *remark = new QLabel(tr("Notices hold no file contents and no secrets."), this);
    remark->setProperty("look", u"secondary"_s);
    addWide(remark);
}

} // namespace pipeline::ui
