// SPDX-License-Identifier: Apache-2.0
#include "teststab.h"

#include "coveragedelegate.h"
#include "grouptree.h"
#include "testdetails.h"
#include "testtree.h"

#include "ui/cells/times.h"
#include "ui/common/button.h"
#include "ui/common/chip.h"
#include "ui/common/flowlayout.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QSplitter>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

QFrame *ruler()
{
    auto *line = new QFrame;
    line->setProperty("kind", u"line"_s);
    return line;
}

} // namespace

TestsTab::TestsTab(Session &session, const Theme &theme, const std::shared_ptr<Highlighter> &highlighter,
                   QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_figures(new FlowLayout),
      m_copy(new Button(theme, tr("Copy for the producer"), Button::Kind::Primary)),
      m_view(new GroupTree(theme, tr("Tests"))),
      m_tree(new TestTree(this)),
      m_details(new TestDetails(session, theme, highlighter)),
      m_reachedSign(new QLabel),
      m_reached(new QLabel),
      m_rule(new QLabel),
      m_files(new QListView),
      m_coverage(new QStandardItemModel(this)),
      m_stack(new QStackedLayout(this)),
      m_state(new StatePage(theme, this))
{
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_figures->setSpacing(24);
    auto *log = new Button(theme, tr("Log of this stage"), Button::Kind::Flat);
    log->setThemeIcon(u"log"_s);
    m_copy->setThemeIcon(u"copy"_s);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme.size(u"space.pageMargin"_s), 8, theme.size(u"space.pageMargin"_s), 8);
    top->addLayout(m_figures, 1);
    top->addWidget(log);
    top->addWidget(m_copy);
    column->addLayout(top);
    connect(log, &QPushButton::clicked, this, &TestsTab::logRequested);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(textForProducer()); });
    column->addWidget(ruler());
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(makeLeft());
    splitter->addWidget(m_details);
    splitter->addWidget(makeRight());
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({396, 620, theme.size(u"panels.releaseRight"_s)});
    column->addWidget(splitter, 1);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(all);
    m_stack->addWidget(m_state);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TestsTab::showSelected);
    connect(m_view, &QTreeView::activated, m_tree, &TestTree::unfold);
    connect(m_view, &QTreeView::clicked, m_tree, &TestTree::unfold);
    connect(m_details, &TestDetails::sourceRequested, this, &TestsTab::sourceRequested);
    connect(m_state, &StatePage::actionTriggered, this, &TestsTab::logRequested);
}

QWidget *TestsTab::makeLeft()
{
    auto *left = new QWidget;
    left->setMinimumWidth(260);
    auto *chips = new FlowLayout;
    chips->setContentsMargins(12, 6, 12, 6);
    chips->setSpacing(6);
    const auto chip = [&](const QString &text, const QString &icon) {
        auto *made = new Chip(m_theme, text, icon, left);
        made->setChecked(true);
        connect(made, &Chip::toggled, this, &TestsTab::fill);
        chips->addWidget(made);
        m_chips << made;
    };
    chip(tr("Failed"), u"fail"_s);
    chip(tr("Skipped"), u"skip"_s);
    chip(tr("Passed"), u"ok"_s);
    m_view->setModel(m_tree);
    auto *keys = new QLabel(tr("F8 next failure, Shift+F8 previous"));
    keys->setProperty("look", u"tertiary"_s);
    keys->setContentsMargins(12, 6, 12, 6);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(chips);
    column->addWidget(ruler());
    column->addLayout(makeHeads());
    column->addWidget(ruler());
    column->addWidget(m_view, 1);
    column->addWidget(ruler());
    column->addWidget(keys);
    return left;
}

/// Above the tree, which has but one column.
QHBoxLayout *TestsTab::makeHeads()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 5, 12, 5);
    for (const QString &text : {tr("Suite and test"), tr("Duration")}) {
        auto *caption = new QLabel(text);
        caption->setProperty("look", u"caption"_s);
        row->addWidget(caption);
    }
    row->insertStretch(1);
    return row;
}

QWidget *TestsTab::makeRight()
{
    auto *right = new QWidget;
    right->setMinimumWidth(240);
    right->setProperty("kind", u"panel"_s);
    right->setAttribute(Qt::WA_StyledBackground);
    const int padding = m_theme.size(u"space.panelPadding"_s);
    auto *title = new QLabel(tr("Coverage"));
    title->setProperty("look", u"strong"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(padding, 12, padding, 4);
    head->addWidget(title);
    m_reached->setWordWrap(true);
    auto *verdict = new QHBoxLayout;
    verdict->setContentsMargins(padding, 0, padding, 4);
    verdict->addWidget(m_reachedSign, 0, Qt::AlignTop);
    verdict->addWidget(m_reached, 1);
    m_rule->setProperty("look", u"tertiary"_s);
    m_rule->setWordWrap(true);
    m_rule->setContentsMargins(padding, 0, padding, 6);
    m_files->setModel(m_coverage);
    m_files->setItemDelegate(new CoverageDelegate(m_theme, m_files));
    m_files->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_files->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_files->setAccessibleName(tr("Coverage per file"));
    m_files->setProperty("kind", u"panel"_s);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(verdict);
    column->addWidget(m_rule);
    column->addWidget(m_files, 1);
    return right;
}

double TestsTab::minimum() const
{
    const auto environment = m_session.configuration().environment(m_release.environment);
    return environment ? environment->minimumCoverage : 0;
}

void TestsTab::set(const ReleaseData &release)
{
    const bool same = release.tests == m_release.tests && release.releaseRef() == m_release.releaseRef();
    m_release = release;
    showFigures();
    showCoverage();
    if (!same || m_tree->rowCount() == 0)
        fill();
    showState();
}

void TestsTab::fill()
{
    const std::array states{TestState::Failed, TestState::Skipped, TestState::Passed};
    QSet<TestState> wanted;
    for (size_t i = 0; i < states.size(); ++i) {
        if (m_chips[qsizetype(i)]->isChecked())
            wanted << states[i];
    }
    m_tree->set(m_release.tests, wanted);
    for (int row = 0; row < m_tree->rowCount(); ++row) {
        const QModelIndex worker = m_tree->index(row, 0);
        m_view->setExpanded(worker, m_tree->hasFailure(worker));
        for (int suite = 0; suite < m_tree->rowCount(worker); ++suite) {
            const QModelIndex index = m_tree->index(suite, 0, worker);
            m_view->setExpanded(index, m_tree->hasFailure(index));
        }
    }
    const QModelIndexList failures = m_tree->failures();
    if (!failures.isEmpty()) {
        m_view->setCurrentIndex(failures.first());
    } else if (m_tree->rowCount() > 0) {
        const QModelIndex worker = m_tree->index(0, 0);
        m_view->setExpanded(worker, true);
        m_view->setExpanded(m_tree->index(0, 0, worker), true);
        m_view->setCurrentIndex(m_tree->index(0, 0, m_tree->index(0, 0, worker)));
    }
    m_details->setVisible(TestTree::testAt(m_view->currentIndex()) >= 0);
}

void TestsTab::addFigure(const QString &number, const QString &words, const QString &tone)
{
    auto *figure = new QWidget;
    auto *row = new QHBoxLayout(figure);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(7);
    auto *value = new QLabel(number);
    value->setProperty("look", u"page"_s);
    value->setProperty("tone", tone);
    auto *caption = new QLabel(words);
    caption->setProperty("look", u"secondary"_s);
    row->addWidget(value);
    row->addWidget(caption);
    figure->setAccessibleName(number + u' ' + words);
    m_figures->addWidget(figure);
}

void TestsTab::showFigures()
{
    while (QLayoutItem *item = m_figures->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto count = [this](TestState state) {
        return int(std::ranges::count(m_release.tests, state, &TestCase::state));
    };
    const std::array numbers{count(TestState::Failed), count(TestState::Skipped), count(TestState::Passed)};
    for (size_t i = 0; i < numbers.size(); ++i)
        m_chips[qsizetype(i)]->setCount(numbers[i]);
    QSet<QString> suites;
    for (const TestCase &test : std::as_const(m_release.tests))
        suites << test.suite;
    addFigure(QLocale().toString(m_release.tests.size()), tr("tests in %n suites", nullptr, int(suites.size())));
    addFigure(QString::number(numbers[0]), tr("failed"), numbers[0] ? u"fail"_s : QString());
    addFigure(QString::number(numbers[2]), tr("passed"));
    addFigure(QString::number(numbers[1]), tr("skipped"));
    const auto stage = ReleaseData::stage(m_release.validation, u"test"_s);
    if (stage && stage->endedAt.isValid())
        addFigure(duration(stage->startedAt.msecsTo(stage->endedAt)), tr("duration"));
    if (m_release.totalCoverage)
        addFigure(tr("%1 %").arg(QLocale().toString(*m_release.totalCoverage, 'f', 1)),
                  minimum() > 0 ? tr("of lines · minimum %1 %").arg(QLocale().toString(minimum())) : tr("of lines"),
                  *m_release.totalCoverage < minimum() ? u"fail"_s : QString());
    m_copy->setVisible(numbers[0] > 0);
}

QString TestsTab::textForProducer() const
{
    QStringList lines;
    for (const TestCase &test : m_release.tests) {
        if (test.state == TestState::Failed)
            lines << u"%1:%2 %3"_s.arg(test.suite)
                         .arg(test.line)
                         .arg(QStringList(test.groups + QStringList{test.name}).join(u" › "_s))
                  << test.message << QString();
    }
    return tr("%1: %n tests failed", nullptr,
              int(std::ranges::count(m_release.tests, TestState::Failed, &TestCase::state)))
               .arg(m_release.releaseRef())
        + u"\n\n"_s + lines.join(u'\n');
}

void TestsTab::showCoverage()
{
    m_coverage->clear();
    const double least = minimum();
    if (m_release.totalCoverage) {
        const QString percent = QLocale().toString(*m_release.totalCoverage, 'f', 1);
        const bool enough = *m_release.totalCoverage >= least;
        m_reached->setText(enough ? tr("%1 % reaches the minimum").arg(percent)
                                  : tr("%1 % is below the minimum").arg(percent));
        restyle(m_reached, "look", enough ? u"okay"_s : u"fail"_s);
        m_reachedSign->setPixmap(m_theme.icon(enough ? u"ok"_s : u"fail"_s, enough ? u"okay"_s : u"fail"_s)
                                     .pixmap(m_theme.size(u"size.iconSmall"_s)));
    } else {
        m_reached->setText(tr("not measured"));
        m_reachedSign->clear();
        restyle(m_reached, "look", u"secondary"_s);
    }
    m_rule->setText(m_release.coverage.isEmpty()
                        ? tr("There are no figures per file; only the total was recorded.")
                        : tr("Only the total has to reach %1 % (environment %2). Files below are named to be found. "
                             "Lowest first.")
                              .arg(QLocale().toString(least), m_release.environment));
    for (const FileCoverage &file : std::as_const(m_release.coverage)) {
        const double percent = file.lines > 0 ? 100.0 * file.covered / file.lines : 100;
        auto *item = new QStandardItem(file.path.section(u'/', 1));
        item->setToolTip(tr("%1: %2 of %3 lines").arg(file.path).arg(file.covered).arg(file.lines));
        item->setData(percent, CoverageDelegate::PercentRole);
        item->setData(least, CoverageDelegate::MinimumRole);
        item->setData(u"%1, %2 %%3"_s.arg(file.path, QLocale().toString(percent, 'f', 1),
                                          percent < least ? u", "_s + tr("below") : QString()),
                      Qt::AccessibleTextRole);
        m_coverage->appendRow(item);
    }
}

void TestsTab::showState()
{
    const auto stage = ReleaseData::stage(m_release.validation, u"test"_s);
    const QJsonObject result = ReleaseData::result(m_release.validation, u"test"_s);
    const QString reason = m_release.validation
        ? m_release.validation->item.result.value_or(QJsonObject())["motivo"_L1].toString()
        : QString();
    if (!m_release.tests.isEmpty()) {
        m_stack->setCurrentIndex(0);
        return;
    }
    const bool ended = m_release.validation && m_release.validation->item.isFinished();
    if (stage && stage->status == "running"_L1 && !ended)
        m_state->showMessage(u"run"_s, u"run"_s, tr("The tests are running"),
                             tr("%n are done. They stand here when TEST has ended.", nullptr, stage->done),
                             tr("Log of this stage"));
    else if (stage && stage->status == "failed"_L1 && result["falhas"_L1].toArray().isEmpty())
        m_state->showMessage(u"fail"_s, u"fail"_s, tr("The tests could not be run"),
                             reason.isEmpty() ? tr("The cause is not known. The log shows what the test tool wrote.")
                                              : reason,
                             tr("Log of this stage"));
    else if (result["status"_L1].toString() == "skipped"_L1 && (!stage || stage->status == "skipped"_L1)
             && ReleaseData::result(m_release.validation, u"validate"_s)["status"_L1].toString() == "success"_L1)
        m_state->showMessage(u"test"_s, u"idle"_s, tr("No tests in this release"),
                             tr("It carries no worker, and only workers have tests. TEST was skipped; the approval "
                                "says “not tested”, not “passed”."));
    else if (result["passou"_L1].toInt() + result["falhou"_L1].toInt() > 0)
        m_state->showMessage(
            u"test"_s, u"idle"_s,
            tr("%1 passed, %2 failed").arg(result["passou"_L1].toInt()).arg(result["falhou"_L1].toInt()),
            tr("The single tests of this run were not recorded; only the totals are known."));
    else
        m_state->showMessage(u"test"_s, u"idle"_s, tr("Not tested yet"),
                             ended ? tr("TEST was not reached.") : tr("TEST follows VALIDATE."));
    m_stack->setCurrentWidget(m_state);
}

void TestsTab::showSelected()
{
    const int number = TestTree::testAt(m_view->currentIndex());
    if (number < 0 || number >= m_release.tests.size())
        return;
    m_details->set(m_release, m_release.tests[number]);
    m_details->show();
}

void TestsTab::move(int by)
{
    const QModelIndexList failures = m_tree->failures();
    if (failures.isEmpty())
        return;
    const qsizetype at = failures.indexOf(m_view->currentIndex());
    m_view->setCurrentIndex(failures.at(at < 0 ? 0 : (at + by + failures.size()) % failures.size()));
}

QString TestsTab::figures() const
{
    QStringList all;
    for (int i = 0; i < m_figures->count(); ++i) {
        if (const QWidget *widget = m_figures->itemAt(i)->widget())
            all << widget->accessibleName();
    }
    return all.join(u" · "_s);
}

} // namespace pipeline::ui
