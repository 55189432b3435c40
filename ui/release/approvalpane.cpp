// SPDX-License-Identifier: Apache-2.0
#include "approvalpane.h"

#include "ui/common/button.h"
#include "ui/common/flowlayout.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

ApprovalPane::ApprovalPane(Session &session, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_title(new QLabel(this)),
      m_goods(new QVBoxLayout),
      m_heading(new QLabel(this)),
      m_bound(new QLabel(tr("valid for these exact bytes"), this)),
      m_facts(new QFormLayout),
      m_reasonCaption(new QLabel(tr("Reason (required to reject)"), this)),
      m_reason(new QPlainTextEdit(this)),
      m_obstacle(new QLabel(this)),
      m_reject(new Button(theme, tr("Reject…"), Button::Kind::Danger, this)),
      m_approve(new Button(theme, {}, Button::Kind::Primary, this))
{
    setProperty("kind", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    const int padding = theme.size(u"space.panelPadding"_s);
    m_title->setProperty("look", u"strong"_s);
    m_goods->setSpacing(8);
    auto *content = new QWidget;
    content->setProperty("kind", u"panel"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    auto *goods = new QVBoxLayout(content);
    goods->setContentsMargins(padding, 12, padding, 12);
    goods->setSpacing(8);
    goods->addWidget(m_title);
    goods->addLayout(m_goods);
    goods->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->setAccessibleName(tr("What goes out"));
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setProperty("pane", true);
    auto *line = new QFrame(this);
    line->setProperty("kind", u"line"_s);
    auto *decision = new QVBoxLayout;
    decision->setContentsMargins(padding, 12, padding, 14);
    decision->setSpacing(8);
    makeDecision(decision);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(line);
    column->addLayout(decision);

    connect(m_approve, &QPushButton::clicked, this, [this] { ask(DecisionDialog::Kind::Approve); });
    connect(m_reject, &QPushButton::clicked, this, [this] { ask(DecisionDialog::Kind::Reject); });
    connect(&session, &Session::databaseChanged, this, &ApprovalPane::showObstacle);
    showObstacle();
}

void ApprovalPane::makeDecision(QVBoxLayout *column)
{
    m_heading->setProperty("look", u"strong"_s);
    m_bound->setProperty("look", u"tertiary"_s);
    m_bound->setWordWrap(true);
    m_bound->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading);
    head->addWidget(m_bound, 1);
    column->addLayout(head);
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(4);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(m_facts);
    m_reasonCaption->setProperty("look", u"secondary"_s);
    m_reasonCaption->setBuddy(m_reason);
    m_reason->setProperty("kind", u"field"_s);
    m_reason->setPlaceholderText(tr("What did you check?"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(2 * m_reason->fontMetrics().lineSpacing() + 14);
    column->addWidget(m_reasonCaption);
    column->addWidget(m_reason);
    m_obstacle->setWordWrap(true);
    m_obstacle->setProperty("look", u"wait"_s);
    m_obstacle->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_obstacle);
    m_reject->setThemeIcon(u"cancel"_s);
    m_reject->setProperty("control", u"large"_s);
    m_approve->setThemeIcon(u"check"_s);
    m_approve->setProperty("control", u"large"_s);
    auto *buttons = new FlowLayout;
    buttons->addWidget(m_reject);
    buttons->addGrowing(m_approve);
    column->addLayout(buttons);
}

bool ApprovalPane::isOpen() const
{
    return m_data.approval && !m_data.approval->item.isFinished();
}

void ApprovalPane::set(const ReleaseData &release)
{
    const bool another = release.releaseRef() != m_data.releaseRef();
    m_data = release;
    if (another)
        m_reason->clear();
    showGoods();
    askFourEyes();
    showFacts();
    showObstacle();
}

void ApprovalPane::askFourEyes()
{
    if (!isOpen()) {
        m_fourEyes.reset();
        m_fourEyesTask.cancel();
        m_askedItem = 0;
        return;
    }
    const contract::BacklogItem item = m_data.approval->item;
    const auto services = m_session.services();
    if (!services || (item.id == m_askedItem && item.version == m_askedVersion))
        return;
    m_askedItem = item.id;
    m_askedVersion = item.version;
    m_fourEyes.reset();
    m_fourEyesTask = inBackground(
        this,
        [services, item, actor = m_session.actor()](std::stop_token stop) -> Result<void> {
            const auto approvals = services->approvals(stop);
            return approvals ? (*approvals)->requireSecondPerson(item, actor, stop) : fail(approvals.error());
        },
        [this](const Result<void> &answer) {
            m_fourEyes = answer;
            if (!answer && answer.error().code != ErrorCode::Refused)
                m_askedItem = 0; // asked again at the next change
            showFacts();
            showObstacle();
        });
}

QString ApprovalPane::obstacle() const
{
    if (!m_session.canWrite())
        return m_session.writeObstacle();
    if (m_deciding)
        return tr("Your decision is being recorded.");
    const auto environment = m_session.configuration().environment(m_data.environment);
    if (!environment)
        return tr("The environment %1 is not configured on this computer.").arg(m_data.environment);
    if (const int errors = m_data.count(Severity::Error))
        return tr("%n findings block the approval.", nullptr, errors);
    if (!m_fourEyes)
        return tr("Who prepared this release is being found out.");
    if (!*m_fourEyes) {
        const Error &error = m_fourEyes->error();
        return QStringList{error.message, error.detail, error.hint}.filter(QRegularExpression(u"."_s)).join(u". "_s)
            + u'.';
    }
    return {};
}

void ApprovalPane::showObstacle()
{
    const bool open = isOpen();
    if (!open) {
        const bool ended = m_data.approval.has_value();
        m_obstacle->setText(ended || m_data.details.items.isEmpty() ? QString()
                                : m_data.deployment
                                ? tr("The policy of %1 asks for no approval.").arg(m_data.environment)
                                : tr("Nothing waits for a decision yet: VALIDATE and TEST come first."));
        m_obstacle->setVisible(!m_obstacle->text().isEmpty());
        return;
    }
    const QString reason = obstacle();
    m_obstacle->setText(reason);
    m_obstacle->setVisible(!reason.isEmpty());
    m_approve->setEnabled(reason.isEmpty());
    m_approve->setAccessibleDescription(reason);
    m_reject->setEnabled(m_session.canWrite() && !m_deciding);
}

void ApprovalPane::ask(DecisionDialog::Kind kind)
{
    auto *dialog = new DecisionDialog(m_theme, kind, m_data, m_session.isProduction(m_data.environment),
                                      m_reason->toPlainText(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, kind] {
        m_reason->setPlainText(dialog->reason());
        decide(kind == DecisionDialog::Kind::Approve, dialog->reason());
    });
    dialog->open();
}

void ApprovalPane::decide(bool approved, const QString &reason)
{
    const auto services = m_session.services();
    if (!services)
        return;
    m_deciding = true;
    showObstacle();
    const approval::Decision decision{.releaseRef = m_data.releaseRef(),
                                      .environment = m_data.environment,
                                      .manifest = m_data.manifest,
                                      .approved = approved,
                                      .reason = reason};
    m_decisionTask = inBackground(
        this,
        [services, decision, actor = m_session.actor()](std::stop_token stop) -> Result<approval::DecisionRecord> {
            const auto approvals = services->approvals(stop);
            return approvals ? (*approvals)->decide(decision, actor, stop) : fail(approvals.error());
        },
        [this, approved](const Result<approval::DecisionRecord> &record) {
            m_deciding = false;
            showObstacle();
            if (record) {
                m_reason->clear();
                emit decided(approved);
            } else {
                m_session.noteDatabaseError(record.error());
                emit notRecorded(approved, record.error());
            }
        });
}

void ApprovalPane::focusDecision()
{
    if (isOpen())
        m_reason->setFocus(Qt::ShortcutFocusReason);
}

} // namespace pipeline::ui
