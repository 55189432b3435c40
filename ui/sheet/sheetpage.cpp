// SPDX-License-Identifier: Apache-2.0
#include "sheetpage.h"

#include "ui/cells/celldelegates.h"
#include "ui/cells/rowlooks.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/chip.h"
#include "ui/common/environmentmark.h"
#include "ui/common/note.h"
#include "ui/common/searchfield.h"
#include "ui/common/segmentedswitch.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"
#include "ui/shell/toast.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

SheetPage::SheetPage(Session &session, const Theme &theme, QWidget *parent)
    : Page(session, theme, tr("Components"), parent)
{
    setFigures(tr("%1 px grid · %2 px controls · %3 px rows")
                   .arg(theme.size(u"space.grid"_s))
                   .arg(theme.size(u"size.control"_s))
                   .arg(theme.size(u"size.rowTable"_s)));
    auto *scrolled = new QWidget;
    scrolled->setProperty("kind", u"scrolled"_s);
    auto *row = new QHBoxLayout(scrolled);
    row->setContentsMargins(20, 0, 20, 20);
    row->setSpacing(12);
    QList<QVBoxLayout *> columns;
    for (int i = 0; i < 3; ++i) {
        columns << new QVBoxLayout;
        columns.last()->setSpacing(12);
        row->addLayout(columns.last(), 1);
    }
    addStates(columns.at(0));
    addButtons(columns.at(0));
    addFields(columns.at(0));
    addMeters(columns.at(0));
    addMarks(columns.at(0));
    addToasts(columns.at(1));
    addNotes(columns.at(1));
    addProgress(columns.at(1));
    addStatePages(columns.at(2));
    for (QVBoxLayout *column : columns)
        column->addStretch();
    auto *area = new QScrollArea;
    area->setWidget(scrolled);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    body()->addWidget(area, 1);
}

QVBoxLayout *SheetPage::card(QVBoxLayout *column, const QString &caption)
{
    auto *frame = new QFrame;
    frame->setProperty("kind", u"card"_s);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(15, 12, 15, 12);
    layout->setSpacing(8);
    auto *label = new QLabel(caption);
    label->setProperty("look", u"caption"_s);
    layout->addWidget(label);
    column->addWidget(frame);
    return layout;
}

void SheetPage::addStates(QVBoxLayout *column)
{
    QVBoxLayout *layout = card(column, tr("States: shape and word, colour third"));
    auto *grid = new QGridLayout;
    const std::initializer_list<StateLook> looks{
        {u"queued"_s, u"idle"_s, tr("Queued")}, {u"run"_s, u"run"_s, tr("Running")},
        {u"wait"_s, u"wait"_s, tr("Waiting")},  {u"ok"_s, u"okay"_s, tr("Succeeded")},
        {u"fail"_s, u"fail"_s, tr("Failed")},   {u"cancel"_s, u"idle"_s, tr("Cancelled")},
        {u"skip"_s, u"idle"_s, tr("Skipped")},  {u"warn"_s, u"wait"_s, tr("Warning")},
        {u"unplug"_s, u"idle"_s, tr("Unknown")}};
    int number = 0;
    for (const StateLook &look : looks) {
        auto *badge = new Badge(theme());
        badge->set(look.icon, look.word, look.tone);
        grid->addWidget(badge, number / 3, number % 3, Qt::AlignLeft);
        ++number;
    }
    layout->addLayout(grid);
    for (const int side : {theme().size(u"size.icon"_s), theme().size(u"size.iconSmall"_s)}) {
        auto *icons = new QHBoxLayout;
        icons->setSpacing(12);
        for (const StateLook &look : looks) {
            auto *icon = new QLabel;
            icon->setPixmap(theme().icon(look.icon, look.tone).pixmap(side));
            icons->addWidget(icon);
        }
        icons->addWidget(new QLabel(QString::number(side)), 1);
        layout->addLayout(icons);
    }
}

void SheetPage::addButtons(QVBoxLayout *column)
{
    QVBoxLayout *layout = card(column, tr("Buttons: normal, disabled"));
    auto *grid = new QGridLayout;
    const std::initializer_list<std::pair<Button::Kind, QString>> kinds{{Button::Kind::Primary, tr("Approve")},
                                                                        {Button::Kind::Normal, tr("Retry")},
                                                                        {Button::Kind::Destructive, tr("Roll back…")},
                                                                        {Button::Kind::Danger, tr("Reject…")},
                                                                        {Button::Kind::Flat, tr("Copy")}};
    int row = 0;
    for (const auto &[kind, text] : kinds) {
        for (const bool enabled : {true, false}) {
            auto *button = new Button(theme(), text, kind);
            button->setEnabled(enabled);
            grid->addWidget(button, row, enabled ? 0 : 1, Qt::AlignLeft);
        }
        ++row;
    }
    layout->addLayout(grid);
}

void SheetPage::addFields(QVBoxLayout *column)
{
    QVBoxLayout *layout = card(column, tr("Chips, switches, fields"));
    auto *chips = new QHBoxLayout;
    auto *off = new Chip(theme(), tr("Failed"), u"fail"_s);
    off->setCount(2);
    auto *on = new Chip(theme(), tr("Open"), u"queue"_s);
    on->setCount(9);
    on->setChecked(true);
    auto *onOff = new QCheckBox(tr("On"));
    onOff->setProperty("kind", u"switch"_s);
    onOff->setChecked(true);
    for (QWidget *widget : {static_cast<QWidget *>(off), static_cast<QWidget *>(on), static_cast<QWidget *>(onOff)})
        chips->addWidget(widget);
    chips->addStretch();
    layout->addLayout(chips);
    auto *segments = new SegmentedSwitch(tr("View"));
    for (const QString &text : {tr("Sprint"), tr("State"), tr("None")})
        segments->addSegment(text);
    segments->setCurrent(0);
    layout->addWidget(segments, 0, Qt::AlignLeft);
    layout->addWidget(new SearchField(theme(), tr("Search"), u"Ctrl+F"_s));
    auto *invalid = new QLineEdit(u"https//camunda"_s);
    invalid->setAccessibleName(tr("An invalid field"));
    invalid->setProperty("invalid", true);
    layout->addWidget(invalid);
    auto *problem = new QLabel(tr("The address lacks “:” after https"));
    problem->setProperty("look", u"fail"_s);
    layout->addWidget(problem);
    auto *disabled = new QLineEdit(u"svc-pipeline"_s);
    disabled->setAccessibleName(tr("A disabled field"));
    disabled->setEnabled(false);
    layout->addWidget(disabled);
}

void SheetPage::addMeters(QVBoxLayout *column)
{
    QVBoxLayout *layout = card(column, tr("Stage meter of the queue"));
    auto *list = new QListWidget;
    list->setAccessibleName(tr("Stage meters"));
    list->setItemDelegate(new StageMeterDelegate(theme(), list));
    list->setFrameShape(QFrame::NoFrame);
    using S = Segment;
    const std::initializer_list<StageLook> looks{
        {{S::Done, S::Done, S::Waiting, S::Empty, S::Empty}, stageName(2), tr("yours")},
        {{S::Done, S::Done, S::Done, S::Current, S::Empty}, stageName(3), tr("7 of 13")},
        {{S::Done, S::Done, S::Done, S::Done, S::Failed}, stageName(4), tr("1 error")},
        {{S::Done, S::Left, S::Left, S::Left, S::Left}, {}, tr("Cancelled")}};
    for (const StageLook &look : looks) {
        auto *item = new QListWidgetItem(look.strong + u' ' + look.text, list);
        item->setData(cell::Look, QVariant::fromValue(look));
        item->setSizeHint(QSize(0, theme().height(u"size.rowTable"_s)));
    }
    list->setFixedHeight(int(looks.size()) * theme().height(u"size.rowTable"_s));
    layout->addWidget(list);
}

void SheetPage::addToasts(QVBoxLayout *column)
{
    QVBoxLayout *layout = card(column, tr("Toasts: errors stay"));
    const std::initializer_list<Notice> notices{
        {.tone = u"okay"_s,
         .icon = u"ok"_s,
         .title = tr("R-2026.11.2 runs in producao"),
         .text = tr("31 of 31 checks passed in 02:41."),
         .action = tr("Open")},
        {.tone = u"wait"_s,
         .icon = u"wait"_s,
         .title = tr("R-2026.11.6 waits for your approval"),
         .text = tr("5 artefacts, 0 errors, coverage 83.0 %."),
         .action = tr("Review")},
        {.tone = u"fail"_s,
         .icon = u"fail"_s,
         .title = tr("Approval was not recorded"),
         .text = tr("Another person approved item 48207 first."),
         .action = tr("Show")},
        {.title = tr("Plan recalculated"), .text = tr("R-2026.11.2 changed the base: faixa_risco 7 → 8.")}};
    for (const Notice &notice : notices)
        layout->addWidget(new Toast(theme(), notice));
}

void SheetPage::addMarks(QVBoxLayout *column)
{
    QVBoxLayout *layout = card(column, tr("Environment marks"));
    auto *row = new QHBoxLayout;
    for (const bool production : {true, false}) {
        auto *mark = new EnvironmentMark(theme());
        mark->set(production ? u"producao"_s : u"homologacao"_s, production);
        row->addWidget(mark);
    }
    row->addStretch();
    layout->addLayout(row);
    auto *words = new QLabel(tr("Solid plum is used for production and for nothing else."));
    words->setProperty("look", u"secondary"_s);
    layout->addWidget(words);
}

void SheetPage::addNotes(QVBoxLayout *column)
{
    QVBoxLayout *layout = card(column, tr("Notes"));
    const std::initializer_list<std::tuple<QString, QString, QString>> notes{
        {u"wait"_s, u"unplug"_s, tr("<b>No connection to the backlog database.</b> Next try in 8 s.")},
        {u"idle"_s, u"users"_s, tr("<b>You prepared this release.</b> Another release manager has to approve it.")},
        {u"fail"_s, u"fail"_s, tr("<b>producao refused the deployment.</b> Ask the producer.")},
        {u"okay"_s, u"ok"_s, tr("<b>31 of 31 checks passed.</b>")},
        {u"run"_s, u"info"_s, tr("<b>Item 48211 is being deployed.</b>")}};
    for (const auto &[tone, icon, text] : notes) {
        auto *note = new Note(theme());
        note->set(tone, icon, text);
        if (icon == "unplug"_L1)
            note->setAction(tr("Try now"));
        layout->addWidget(note);
    }
}

void SheetPage::addProgress(QVBoxLayout *column)
{
    QVBoxLayout *layout = card(column, tr("Progress"));
    for (const int maximum : {12, 0}) {
        auto *bar = new QProgressBar;
        bar->setAccessibleName(maximum ? tr("Known length") : tr("Unknown length"));
        bar->setTextVisible(false);
        bar->setRange(0, maximum);
        bar->setValue(maximum ? 7 : -1);
        layout->addWidget(new QLabel(bar->accessibleName()));
        layout->addWidget(bar);
    }
}

void SheetPage::addStatePages(QVBoxLayout *column)
{
    const auto add = [&](const QString &caption, const QString &icon, const QString &tone, const QString &title,
                         const QString &text, const QString &action) {
        auto *page = new StatePage(theme());
        page->showMessage(icon, tone, title, text, action);
        card(column, caption)->addWidget(page);
    };
    add(tr("Empty, nothing to do"), u"ok"_s, u"okay"_s, tr("Nothing needs you"), tr("3 items run or wait in line."),
        tr("Show all items"));
    add(tr("Empty, filter hides everything"), u"filter"_s, u"idle"_s, tr("No item matches “faixa” and Failed"),
        tr("16 items are hidden by the filter."), tr("Clear filter"));
    auto *loading = new StatePage(theme());
    loading->setMinimumHeight(2 * theme().height(u"size.rowTable"_s));
    loading->showLoading({});
    card(column, tr("Loading: after 300 ms, no shimmer"))->addWidget(loading);
    add(tr("Error: what, why, what next"), u"fail"_s, u"fail"_s, tr("The source cannot be shown"),
        tr("The commit is not in the local copy of the repository."), tr("Try again"));
}

} // namespace pipeline::ui
