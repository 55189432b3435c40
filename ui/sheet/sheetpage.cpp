// SPDX-License-Identifier: Apache-2.0
#include "sheetpage.h"

#include "ui/cells/celldelegates.h"
#include "ui/cells/rowlooks.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/chip.h"
#include "ui/common/choicebutton.h"
#include "ui/common/environmentmark.h"
#include "ui/common/note.h"
#include "ui/common/searchfield.h"
#include "ui/common/segmentedswitch.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"
#include "ui/shell/toast.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QScrollArea>
#include <QStyleOptionButton>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

/// As it looks under the pointer, or with the keys.
class ShownButton : public Button {
public:
    ShownButton(const Theme &theme, const QString &text, Kind kind, QStyle::State more)
        : Button(theme, text, kind), m_more(more)
    {}

protected:
    void initStyleOption(QStyleOptionButton *option) const override
    {
        Button::initStyleOption(option);
        option->state |= m_more;
    }

private:
    const QStyle::State m_more;
};

class FocusedField : public QLineEdit {
public:
    using QLineEdit::QLineEdit;

protected:
    void initStyleOption(QStyleOptionFrame *option) const override
    {
        QLineEdit::initStyleOption(option);
        option->state |= QStyle::State_HasFocus;
    }
};

} // namespace

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
    addPopups(columns.at(2));
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
        {u"queued"_s, u"idle"_s, tr("Queued")},         {u"run"_s, u"run"_s, tr("Running")},
        {u"wait"_s, u"wait"_s, tr("Waiting approval")}, {u"ok"_s, u"okay"_s, tr("Succeeded")},
        {u"fail"_s, u"fail"_s, tr("Failed")},           {u"cancel"_s, u"idle"_s, tr("Cancelled")},
        {u"skip"_s, u"idle"_s, tr("Skipped")},          {u"warn"_s, u"wait"_s, tr("Warning")},
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
    QVBoxLayout *layout = card(column, tr("Buttons: normal, hover, focus, disabled"));
    auto *grid = new QGridLayout;
    const std::initializer_list<std::pair<Button::Kind, QString>> kinds{{Button::Kind::Primary, tr("Approve")},
                                                                        {Button::Kind::Normal, tr("Retry")},
                                                                        {Button::Kind::Destructive, tr("Roll back…")},
                                                                        {Button::Kind::Danger, tr("Reject…")},
                                                                        {Button::Kind::Flat, tr("Copy")}};
    int row = 0;
    for (const auto &[kind, text] : kinds) {
        int place = 0;
        for (const QStyle::State state : {QStyle::State_None, QStyle::State_MouseOver, QStyle::State_HasFocus})
            grid->addWidget(new ShownButton(theme(), text, kind, state), row, place++, Qt::AlignLeft);
        auto *disabled = new Button(theme(), text, kind);
        disabled->setEnabled(false);
        grid->addWidget(disabled, row, place, Qt::AlignLeft);
        ++row;
    }
    grid->setColumnStretch(3, 1);
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
    auto *type = new ChoiceButton(theme(), tr("Type"));
    auto *onOff = new QCheckBox(tr("On"));
    onOff->setProperty("kind", u"switch"_s);
    onOff->setChecked(true);
    for (QWidget *widget : std::initializer_list<QWidget *>{off, on, type, onOff})
        chips->addWidget(widget);
    chips->addStretch();
    layout->addLayout(chips);
    auto *segments = new SegmentedSwitch(tr("View"));
    for (const QString &text : {tr("Sprint"), tr("State"), tr("None")})
        segments->addSegment(text);
    segments->setCurrent(0);
    layout->addWidget(segments, 0, Qt::AlignLeft);
    auto *fields = new QGridLayout;
    fields->addWidget(new SearchField(theme(), tr("Search"), u"Ctrl+F"_s), 0, 0);
    auto *focused = new FocusedField(u"R-2026"_s);
    focused->setAccessibleName(tr("A field with the keys"));
    fields->addWidget(focused, 0, 1);
    auto *invalid = new QLineEdit(u"https//camunda"_s);
    invalid->setAccessibleName(tr("An invalid field"));
    invalid->setProperty("invalid", true);
    fields->addWidget(invalid, 1, 0);
    auto *disabled = new QLineEdit(u"svc-pipeline"_s);
    disabled->setAccessibleName(tr("A disabled field"));
    disabled->setEnabled(false);
    fields->addWidget(disabled, 1, 1);
    auto *problem = new QLabel(tr("The address lacks “:” after https"));
    problem->setProperty("look", u"fail"_s);
    fields->addWidget(problem, 2, 0, 1, 2);
    layout->addLayout(fields);
}

void SheetPage::addMeters(QVBoxLayout *column)
{
    QVBoxLayout *layout = card(column, tr("Stage meter of the queue"));
    auto *table = new QTableWidget(2, 2);
    table->setAccessibleName(tr("Stage meters"));
    table->setItemDelegate(new StageMeterDelegate(theme(), table));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->horizontalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->verticalHeader()->hide();
    using S = Segment;
    const std::initializer_list<StageLook> looks{
        {{S::Done, S::Done, S::Waiting, S::Empty, S::Empty}, stageName(2), tr("yours")},
        {{S::Done, S::Done, S::Done, S::Current, S::Empty}, stageName(3), tr("7 of 13")},
        {{S::Done, S::Done, S::Done, S::Done, S::Failed}, stageName(4), tr("1 drifted")},
        {{S::Done, S::Left, S::Left, S::Left, S::Left}, {}, tr("Cancelled")}};
    int number = 0;
    for (const StageLook &look : looks) {
        auto *item = new QTableWidgetItem(look.strong + u' ' + look.text);
        item->setData(cell::Look, QVariant::fromValue(look));
        table->setItem(number / 2, number % 2, item);
        ++number;
    }
    const int row = theme().height(u"size.rowTable"_s);
    table->verticalHeader()->setDefaultSectionSize(row);
    table->setFixedHeight(table->rowCount() * row);
    layout->addWidget(table);
}

void SheetPage::addToasts(QVBoxLayout *column)
{
    QVBoxLayout *layout = card(column, tr("Toasts: 6 s, errors stay"));
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
    const auto note = [this](const QString &tone, const QString &icon, const QString &text) {
        auto *made = new Note(theme());
        made->set(tone, icon, text);
        return made;
    };
    QVBoxLayout *lost = card(column, tr("Connection lost: last data stays readable, actions wait"));
    auto *offline = note(u"wait"_s, u"unplug"_s,
                         tr("<b>No connection to the backlog database.</b> You see the state of 14:31:52. Next try in "
                            "8 s."));
    offline->setAction(tr("Try now"));
    lost->addWidget(offline);
    auto *row = new QHBoxLayout;
    auto *approve = new Button(theme(), tr("Approve for producao"));
    approve->setThemeIcon(u"check"_s);
    approve->setEnabled(false);
    auto *reason = new QLabel(tr("Offline: approving needs the database"));
    reason->setProperty("look", u"secondary"_s);
    row->addWidget(approve);
    row->addWidget(reason, 1);
    lost->addLayout(row);

    QVBoxLayout *notes = card(column, tr("Notes: a condition, a failure, a success, a run"));
    notes->addWidget(note(u"idle"_s, u"users"_s,
                          tr("<b>You prepared this release.</b> Another release manager has to approve it. Ask "
                             "paulo.siqueira or ana.lima.")));
    notes->addWidget(note(u"fail"_s, u"fail"_s, tr("<b>producao refused the deployment.</b> Ask the producer.")));
    notes->addWidget(note(u"okay"_s, u"ok"_s, tr("<b>31 of 31 checks passed.</b>")));
    notes->addWidget(note(u"run"_s, u"info"_s, tr("<b>Item 48211 is being deployed.</b>")));
}

void SheetPage::addProgress(QVBoxLayout *column)
{
    auto *grid = new QGridLayout;
    card(column, tr("Progress"))->addLayout(grid);
    for (const int maximum : {12, 0}) {
        auto *bar = new QProgressBar;
        bar->setAccessibleName(maximum ? tr("Known length") : tr("Unknown"));
        bar->setTextVisible(false);
        bar->setRange(0, maximum);
        bar->setValue(maximum ? 7 : -1);
        const int row = grid->rowCount();
        grid->addWidget(new QLabel(bar->accessibleName()), row, 0);
        grid->addWidget(bar, row, 1);
        grid->addWidget(new QLabel(maximum ? tr("7 of 12") : u"00:18"_s), row, 2, Qt::AlignRight);
    }
    grid->setColumnStretch(1, 1);
}

void SheetPage::addStatePages(QVBoxLayout *column)
{
    const auto add = [&](const QString &caption, const QString &icon, const QString &tone, const QString &title,
                         const QString &text, const QString &action, const QString &second = {}) {
        auto *page = new StatePage(theme());
        page->showMessage(icon, tone, title, text, action, second);
        card(column, caption)->addWidget(page);
        return page;
    };
    add(tr("Empty, nothing to do"), u"ok"_s, u"okay"_s, tr("Nothing needs you"),
        tr("3 items run or wait in line. You get a notice when a release asks for approval."), tr("Show all items"));
    add(tr("Empty, filter hides everything"), u"filter"_s, u"idle"_s, tr("No item matches “faixa” and Failed"),
        tr("16 items are hidden by the filter."), tr("Clear filter"))
        ->setActionLook(u"close"_s, Qt::Key_Escape);
    add(tr("Error: what, why, what next"), u"fail"_s, u"fail"_s, tr("The source cannot be shown"),
        tr("The commit is not in the local copy of the repository."), tr("Try again"), tr("Copy report"));
    auto *loading = new StatePage(theme());
    loading->setMinimumHeight(2 * theme().height(u"size.rowTable"_s));
    loading->showLoading({});
    card(column, tr("Loading: after 300 ms, no shimmer"))->addWidget(loading);
}

/// Pictures, for both close as soon as one looks elsewhere.
void SheetPage::addPopups(QVBoxLayout *column)
{
    QMenu menu;
    menu.setProperty("look", u"icons"_s);
    menu.addAction(theme().icon(u"eye"_s), tr("Review") + u"\tEnter"_s);
    menu.setActiveAction(menu.addAction(theme().icon(u"refresh"_s), tr("Retry from DEPLOY") + u"\tCtrl+R"_s));
    menu.addAction(theme().icon(u"copy"_s), tr("Copy item id") + u"\tCtrl+C"_s);
    menu.ensurePolished();
    auto *picture = new QLabel;
    picture->setPixmap(menu.grab());
    auto *tip = new QLabel(tr("Lease 24 s: runner-02 renews it every 10 s"));
    tip->setProperty("look", u"tooltip"_s);
    tip->setWordWrap(true);
    tip->setFixedWidth(140);
    auto *row = new QHBoxLayout;
    row->addWidget(picture);
    row->addWidget(tip, 0, Qt::AlignTop);
    row->addStretch();
    card(column, tr("Menu and tooltip"))->addLayout(row);
}

} // namespace pipeline::ui
