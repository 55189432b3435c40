// SPDX-License-Identifier: Apache-2.0
#include "approvalpane.h"

#include "ui/cells/rowlooks.h"
#include "ui/cells/times.h"
#include "ui/common/button.h"
#include "ui/common/flowlayout.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

QString kindWord(contract::ArtefactType type)
{
    switch (type) {
    case contract::ArtefactType::Bpmn:
        return QCoreApplication::translate("ApprovalPane", "process");
    case contract::ArtefactType::Dmn:
        return QCoreApplication::translate("ApprovalPane", "decision");
    case contract::ArtefactType::Form:
        return QCoreApplication::translate("ApprovalPane", "form");
    case contract::ArtefactType::Worker:
        break;
    }
    return QCoreApplication::translate("ApprovalPane", "worker");
}

} // namespace

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
    m_reject->setProperty("size", u"large"_s);
    m_approve->setThemeIcon(u"check"_s);
    m_approve->setProperty("size", u"large"_s);
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

void ApprovalPane::showGoods()
{
    m_title->setText(m_data.environment.isEmpty() ? tr("What goes out")
                                                  : tr("What goes out to %1").arg(m_data.environment));
    while (QLayoutItem *item = m_goods->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const contract::Artefact &artefact : m_data.artefacts) {
        auto *entry = new QWidget(this);
        auto *grid = new QGridLayout(entry);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(8);
        grid->setVerticalSpacing(0);
        grid->setColumnStretch(1, 1);
        auto *icon = new QLabel(entry);
        icon->setPixmap(m_theme.icon(contract::toString(artefact.type), u"textSecondary"_s).pixmap(14, 14));
        auto *name = new QLabel(artefact.file.isEmpty() ? artefact.path.section(u'/', -1) : artefact.file, entry);
        name->setFont(m_theme.font(TextStyle::Mono));
        name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        name->setToolTip(artefact.path);
        auto *kind = new QLabel(kindWord(artefact.type), entry);
        kind->setFont(m_theme.font(TextStyle::Small));
        auto *where = new QLabel(tr("%1 at %2").arg(artefact.path.section(u'/', 0, -2), artefact.sha.left(7)), entry);
        where->setProperty("look", u"tertiary"_s);
        where->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        grid->addWidget(icon, 0, 0);
        grid->addWidget(name, 0, 1);
        grid->addWidget(kind, 0, 2);
        grid->addWidget(where, 1, 1, 1, 2);
        m_goods->addWidget(entry);
    }
}

QLabel *ApprovalPane::addFact(const QString &name, const QString &icon, const QString &tone, const QString &text,
                              QWidget *trailing)
{
    auto *label = new QLabel(name, this);
    label->setProperty("look", u"tertiary"_s);
    auto *value = new QWidget(this);
    auto *row = new QHBoxLayout(value);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    if (!icon.isEmpty()) {
        auto *mark = new QLabel(value);
        mark->setPixmap(m_theme.icon(icon, tone).pixmap(14, 14));
        row->addWidget(mark, 0, trailing ? Qt::AlignVCenter : Qt::AlignTop);
    }
    auto *words = new QLabel(text, value);
    words->setFont(m_theme.font(TextStyle::Small));
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(words, 1);
    if (trailing)
        row->addWidget(trailing, 0, Qt::AlignTop);
    m_facts->addRow(label, value);
    return words;
}

void ApprovalPane::showFacts()
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const bool open = isOpen();
    m_heading->setText(open ? tr("Your approval") : tr("Approval"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_bound, m_reasonCaption, m_reason, m_reject, m_approve})
        widget->setVisible(open);
    m_approve->setText(tr("Approve for %1").arg(m_data.environment));

    if (!m_data.manifest.isEmpty()) {
        auto *copy = new QToolButton(this);
        copy->setIcon(m_theme.icon(u"copy"_s, u"textSecondary"_s));
        copy->setAccessibleName(tr("Copy manifest digest"));
        copy->setToolTip(tr("Copy the full manifest digest"));
        copy->setFocusPolicy(Qt::StrongFocus);
        connect(copy, &QToolButton::clicked, this,
                [digest = m_data.manifest] { QGuiApplication::clipboard()->setText(digest); });
        QLabel *digest = addFact(tr("Manifest"), {}, {}, u"sha256 "_s + shortDigest(m_data.manifest), copy);
        digest->setFont(m_theme.font(TextStyle::Mono));
        digest->setWordWrap(false);
        digest->setToolTip(m_data.manifest);
    }
    const QJsonObject test = ReleaseData::result(m_data.validation, u"test"_s);
    const auto environment = m_session.configuration().environment(m_data.environment);
    const double minimum = environment ? environment->minimumCoverage : 0;
    if (m_data.totalCoverage) {
        const bool enough = *m_data.totalCoverage >= minimum;
        QString text = tr("%1 %").arg(QLocale().toString(*m_data.totalCoverage, 'f', 1));
        if (minimum > 0)
            text += tr(" · minimum %1 %").arg(QLocale().toString(minimum));
        addFact(tr("Coverage"), enough ? u"ok"_s : u"warn"_s, enough ? u"okay"_s : u"wait"_s, text);
    } else if (!test.isEmpty()) {
        addFact(tr("Coverage"), u"skip"_s, u"idle"_s, tr("not tested"));
    }
    if (m_data.validation && m_data.validation->item.result) {
        const int errors = m_data.count(Severity::Error);
        const int warnings = m_data.count(Severity::Warning);
        auto *read = new Button(m_theme, tr("Read"), Button::Kind::Link, this);
        read->setProperty("size", u"small"_s);
        read->setAccessibleName(tr("Read the findings"));
        connect(read, &QPushButton::clicked, this, &ApprovalPane::findingsRequested);
        addFact(tr("Findings"),
                errors         ? u"fail"_s
                    : warnings ? u"warn"_s
                               : u"ok"_s,
                errors         ? u"fail"_s
                    : warnings ? u"wait"_s
                               : u"okay"_s,
                u"%1, %2"_s.arg(tr("%n errors", nullptr, errors), tr("%n warnings", nullptr, warnings)), read);
    }
    if (open) {
        if (!m_fourEyes)
            addFact(tr("Four eyes"), u"queued"_s, u"idle"_s, tr("Finding out who prepared it"));
        else if (*m_fourEyes)
            addFact(tr("Four eyes"), u"users"_s, u"okay"_s, tr("You did not prepare this release"));
        else
            addFact(tr("Four eyes"), u"users"_s, u"wait"_s,
                    m_fourEyes->error().code == ErrorCode::Refused ? tr("Somebody else has to approve")
                                                                   : tr("Unknown"));
        return;
    }
    if (m_data.approval && m_data.approval->decision) {
        const contract::Decision &decision = *m_data.approval->decision;
        addFact(tr("Decision"), decision.approved ? u"ok"_s : u"cancel"_s, decision.approved ? u"okay"_s : u"fail"_s,
                decision.approved ? tr("Approved by %1").arg(decision.by) : tr("Rejected by %1").arg(decision.by));
        addFact(tr("When"), {}, {}, moment(decision.at));
        if (!decision.reason.isEmpty())
            addFact(tr("Reason"), {}, {}, decision.reason);
    }
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
