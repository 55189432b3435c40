// SPDX-License-Identifier: Apache-2.0
#include "approvalpane.h"

#include "ui/cells/times.h"
#include "ui/common/button.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
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
        auto *name = new ElidedLabel(artefact.file.isEmpty() ? artefact.path.section(u'/', -1) : artefact.file, entry);
        name->setFont(m_theme.font(TextStyle::Mono));
        name->setToolTip(artefact.path);
        auto *kind = new QLabel(kindWord(artefact.type), entry);
        kind->setFont(m_theme.font(TextStyle::Small));
        auto *where = new ElidedLabel(tr("%1 at %2").arg(artefact.path.section(u'/', 0, -2), artefact.sha.left(7)),
                                      entry);
        where->setToolTip(where->text());
        where->setProperty("look", u"tertiary"_s);
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
        read->setProperty("control", u"small"_s);
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

} // namespace pipeline::ui
