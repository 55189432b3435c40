// SPDX-License-Identifier: Apache-2.0
#include "releasedetailspane.h"

#include "historyview.h"
#include "releaselooks.h"

#include "ui/cells/times.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using pipeline::backlog::EnvironmentState;
using pipeline::backlog::HistoryItem;
using pipeline::backlog::ReleaseDetails;
using pipeline::backlog::ReleaseRow;

namespace pipeline::ui {

namespace {

QFrame *hairline()
{
    auto *line = new QFrame;
    line->setProperty("kind", u"line"_s);
    return line;
}

/// The newest validation that has ended, with its tests.
const HistoryItem *lastValidation(const ReleaseDetails &details)
{
    for (const HistoryItem &each : details.items) {
        if (each.item.mode == "validar"_L1 && each.item.result && each.item.isFinished())
            return &each;
    }
    return nullptr;
}

} // namespace

ReleaseDetailsPane::ReleaseDetailsPane(Session &session, const Theme &theme, QWidget *parent)
    : QFrame(parent),
      m_session(session),
      m_theme(theme),
      m_release(new QLabel),
      m_badge(new Badge(theme)),
      m_summary(new QLabel),
      m_open(new Button(theme, tr("Open release"), Button::Kind::Primary)),
      m_copy(new Button(theme, {}, Button::Kind::Normal)),
      m_factsBox(new QWidget),
      m_facts(new QFormLayout(m_factsBox)),
      m_factsEnd(hairline()),
      m_figures(new QLabel),
      m_order(new Button(theme, {}, Button::Kind::Link)),
      m_history(new HistoryView(theme))
{
    setProperty("kind", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Details"));
    setFocusProxy(m_history);
    const int padding = theme.size(u"space.panelPadding"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(hairline());
    m_facts->setContentsMargins(padding, 10, padding, 10);
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(5);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addWidget(m_factsBox);
    column->addWidget(m_factsEnd);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(padding, 10, padding - 4, 2);
    auto *title = new QLabel(tr("History"));
    title->setProperty("look", u"caption"_s);
    m_figures->setProperty("look", u"tertiary"_s);
    m_figures->setWordWrap(true);
    m_order->setProperty("control", u"small"_s);
    row->addWidget(title);
    row->addSpacing(2);
    row->addWidget(m_figures, 1);
    row->addWidget(m_order);
    column->addLayout(row);
    column->addWidget(m_history, 1);

    connect(m_order, &QPushButton::clicked, this, [this] {
        m_byTime = !m_byTime;
        showHistory();
    });
    connect(m_history, &HistoryView::logRequested, this, [this](qint64 item) { emit logRequested(m_shown, item); });
    connect(m_open, &QPushButton::clicked, this, &ReleaseDetailsPane::openRequested);
    connect(m_copy, &QPushButton::clicked, this, &ReleaseDetailsPane::copyLink);
    clear();
}

QWidget *ReleaseDetailsPane::makeHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    const int padding = m_theme.size(u"space.panelPadding"_s);
    column->setContentsMargins(padding, 12, padding, 12);
    column->setSpacing(6);
    QFont font = m_theme.font(TextStyle::Mono);
    font.setPixelSize(m_theme.font(TextStyle::Section).pixelSize());
    m_release->setFont(font);
    m_release->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *top = new QHBoxLayout;
    top->addWidget(m_release, 1);
    top->addWidget(m_badge);
    column->addLayout(top);
    m_summary->setProperty("look", u"secondary"_s);
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    auto *actions = new QHBoxLayout;
    m_open->setKey(QKeySequence(Qt::Key_Enter));
    m_copy->setThemeIcon(u"copy"_s);
    m_copy->setAccessibleName(tr("Copy link to release"));
    m_copy->setKey(QKeySequence(u"Ctrl+Shift+C"_s), false);
    m_copy->setShortcut(QKeySequence(u"Ctrl+Shift+C"_s));
    actions->addWidget(m_open);
    actions->addWidget(m_copy);
    actions->addStretch();
    column->addSpacing(2);
    column->addLayout(actions);
    return head;
}

void ReleaseDetailsPane::clear()
{
    m_task.cancel();
    m_shown.clear();
    m_details = {};
    m_release->hide();
    m_badge->hide();
    m_open->hide();
    m_copy->hide();
    m_order->hide();
    m_summary->setText(tr("Select a release to see its facts and history."));
    showFacts();
    showHistory();
}

void ReleaseDetailsPane::show(const ReleaseRow &row)
{
    if (row.releaseRef != m_shown) {
        m_shown = row.releaseRef;
        m_details = {};
        showFacts();
        showHistory();
    }
    const StateLook look = lookOf(row.state);
    m_release->setText(row.releaseRef);
    m_release->show();
    m_badge->set(look.icon, stateWords(row), look.tone);
    m_badge->show();
    QStringList summary;
    if (!row.sprint.isEmpty())
        summary << tr("Sprint %1").arg(row.sprint);
    if (!row.preparedBy.isEmpty())
        summary << tr("prepared by %1").arg(row.preparedBy);
    summary << tr("%n artefacts", nullptr, row.artefacts.total());
    m_summary->setText(summary.join(u" · "_s));
    m_open->show();
    m_copy->show();
    m_order->show();
    const auto services = m_session.services();
    if (!services)
        return;
    m_environments.clear();
    for (const Environment &each : m_session.configuration().environments)
        m_environments << each.name;
    m_task = inBackground(
        this,
        [services, release = row.releaseRef, environments = m_environments,
         environment = m_session.configuration().defaultEnvironment](std::stop_token stop) {
            return backlog::ReleaseHistory(services->database, environment).details(release, environments, stop);
        },
        [this](const Result<ReleaseDetails> &details) {
            if (details)
                showDetails(*details);
            else
                m_figures->setText(details.error().message);
        });
}

void ReleaseDetailsPane::showDetails(const ReleaseDetails &details)
{
    m_details = details;
    showFacts();
    showHistory();
}

void ReleaseDetailsPane::showFacts()
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    if (!m_details.manifests.isEmpty())
        addFact(tr("Manifest"), shortDigest(m_details.manifests.first()), m_details.manifests.first());
    for (const HistoryItem &each : m_details.items) {
        if (!each.decision)
            continue;
        const contract::Decision &decision = *each.decision;
        QString text = u"%1, %2"_s.arg(decision.by, QLocale().toString(decision.at.toLocalTime().date(), u"d MMM"_s));
        const auto environment = m_session.configuration().environment(decision.environment);
        if (decision.approved && environment)
            text += tr(" · ends %1")
                        .arg(QLocale().toString(
                            decision.at.toLocalTime().date().addDays(environment->approvalValidDays), u"d MMM"_s));
        addFact(decision.approved ? tr("Approval") : tr("Rejection"), text);
        break;
    }
    if (const HistoryItem *validation = lastValidation(m_details)) {
        const QJsonObject test = (*validation->item.result)["etapas"_L1]["test"_L1].toObject();
        QString text = tr("none in this release");
        if (test["status"_L1].toString() != "skipped"_L1)
            text = tr("%1 passed, %2 failed").arg(test["passou"_L1].toInt()).arg(test["falhou"_L1].toInt());
        if (test["cobertura"_L1].isDouble())
            text += tr(" · %1 %").arg(QLocale().toString(test["cobertura"_L1].toDouble(), 'f', 1));
        addFact(tr("Tests"), text);
    }
    for (qsizetype i = 0; i < m_environments.size() && i < m_details.release.environments.size(); ++i) {
        const EnvironmentState state = m_details.release.environments.at(i);
        if (state == EnvironmentState::None)
            continue;
        addFact(tr("In %1").arg(m_environments.at(i)),
                state == EnvironmentState::Replaced ? tr("Replaced: another release runs there now")
                                                    : lookOf(state).word);
    }
    m_factsBox->setVisible(m_facts->rowCount() > 0);
    m_factsEnd->setVisible(m_facts->rowCount() > 0);
}

void ReleaseDetailsPane::addFact(const QString &name, const QString &value, const QString &copied)
{
    auto *label = new QLabel(name);
    label->setProperty("look", u"tertiary"_s);
    auto *text = new QLabel(value);
    text->setWordWrap(copied.isEmpty());
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setFont(m_theme.font(copied.isEmpty() ? TextStyle::Small : TextStyle::Mono));
    if (copied.isEmpty()) {
        m_facts->addRow(label, text);
        return;
    }
    text->setToolTip(copied);
    auto *copy = new Button(m_theme, {}, Button::Kind::Flat);
    copy->setThemeIcon(u"copy"_s);
    copy->setProperty("control", u"small"_s);
    copy->setAccessibleName(tr("Copy %1").arg(name));
    copy->setToolTip(copy->accessibleName());
    connect(copy, &QPushButton::clicked, this, [copied] { QGuiApplication::clipboard()->setText(copied); });
    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    row->addWidget(text);
    row->addWidget(copy);
    row->addStretch();
    m_facts->addRow(label, row);
}

void ReleaseDetailsPane::showHistory()
{
    m_order->setText(m_byTime ? tr("By item") : tr("By time"));
    m_order->setToolTip(m_byTime ? tr("Show the attempts below their items") : tr("Show all attempts by their time"));
    m_figures->setText(historyFigures(m_details));
    m_history->show(m_byTime ? historyByTime(m_details) : historyByItem(m_details));
}

void ReleaseDetailsPane::copyLink() const
{
    QGuiApplication::clipboard()->setText(u"prometheus-pipeline://release/"_s + m_shown);
}

} // namespace pipeline::ui
