// SPDX-License-Identifier: Apache-2.0
#include "queuedetails.h"

#include "models/contract/pipelinecontext.h"
#include "ui/cells/rowlooks.h"
#include "ui/cells/times.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using pipeline::backlog::HistoryItem;
using pipeline::backlog::QueueRow;

namespace pipeline::ui {

QueueDetails::QueueDetails(Session &session, const Theme &theme, QWidget *parent)
    : QScrollArea(parent),
      m_session(session),
      m_theme(theme),
      m_release(new QLabel),
      m_badge(new Badge(theme)),
      m_summary(new QLabel),
      m_open(new Button(theme, tr("Review release"), Button::Kind::Primary)),
      m_copy(new Button(theme, {}, Button::Kind::Normal)),
      m_facts(new QFormLayout),
      m_lists(new QVBoxLayout)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("pane", true);
    setAccessibleName(tr("Details"));
    auto *content = new QWidget;
    content->setProperty("kind", u"panel"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    m_column = new QVBoxLayout(content);
    const int padding = theme.size(u"space.panelPadding"_s);
    m_column->setContentsMargins(padding, 12, padding, padding);
    m_column->setSpacing(8);

    m_release->setFont(theme.font(TextStyle::Mono));
    QFont font = theme.font(TextStyle::Mono);
    font.setPixelSize(theme.font(TextStyle::Section).pixelSize());
    m_release->setFont(font);
    m_release->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *head = new QHBoxLayout;
    head->addWidget(m_release, 1);
    head->addWidget(m_badge);
    m_column->addLayout(head);
    m_summary->setProperty("look", u"secondary"_s);
    m_summary->setWordWrap(true);
    m_column->addWidget(m_summary);
    auto *actions = new QHBoxLayout;
    m_open->setKey(QKeySequence(Qt::Key_Enter));
    m_copy->setThemeIcon(u"copy"_s);
    m_copy->setAccessibleName(tr("Copy item id"));
    m_copy->setToolTip(tr("Copy item id (Ctrl+C in the table)"));
    actions->addWidget(m_open);
    actions->addWidget(m_copy);
    actions->addStretch();
    m_column->addLayout(actions);
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(5);
    m_column->addSpacing(6);
    m_column->addLayout(m_facts);
    m_lists->setSpacing(5);
    m_column->addLayout(m_lists);
    m_column->addStretch();
    setWidget(content);
    connect(m_open, &QPushButton::clicked, this, &QueueDetails::openRequested);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::number(m_item)); });
    clear();
}

void QueueDetails::reset()
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    while (QLayoutItem *item = m_lists->takeAt(0)) {
        if (QWidget *widget = item->widget())
            delete widget;
        if (QLayout *layout = item->layout()) {
            while (QLayoutItem *inner = layout->takeAt(0)) {
                delete inner->widget();
                delete inner;
            }
        }
        delete item;
    }
}

void QueueDetails::clear()
{
    m_item = 0;
    reset();
    m_release->hide();
    m_badge->hide();
    m_open->hide();
    m_copy->hide();
    m_summary->setText(tr("Select an item to see its facts, artefacts and history."));
}

void QueueDetails::show(const QueueRow &row)
{
    const bool another = row.id != m_item;
    m_item = row.id;
    const StateLook look = stateLook(row);
    m_release->setText(row.releaseRef.isEmpty() ? tr("Item %1").arg(row.id) : row.releaseRef);
    m_release->show();
    m_badge->set(look.icon, look.word, look.tone);
    m_badge->show();
    m_summary->setText(tr("Item %1 · %2%3")
                           .arg(QString::number(row.id), row.type,
                                row.environment.isEmpty() || row.mode == "validar"_L1
                                    ? QString()
                                    : tr(" · for %1").arg(row.environment)));
    m_open->setText(row.state == backlog::QueueState::WaitingApproval ? tr("Review release") : tr("Open release"));
    m_open->setVisible(!row.releaseRef.isEmpty());
    m_copy->show();
    if (another)
        reset();
    const auto services = m_session.services();
    if (!services || row.releaseRef.isEmpty())
        return;
    m_task = inBackground(
        this,
        [services, row, environment = m_session.configuration().defaultEnvironment](std::stop_token stop) {
            return backlog::ReleaseHistory(services->database, environment).details(row.releaseRef, {}, stop);
        },
        [this, row](const Result<backlog::ReleaseDetails> &details) {
            if (details)
                showItem(row, *details);
        });
}

void QueueDetails::showItem(const QueueRow &row, const backlog::ReleaseDetails &details)
{
    reset();
    const auto own = std::ranges::find_if(details.items,
                                          [&](const HistoryItem &each) { return each.item.id == row.id; });
    if (own == details.items.end())
        return;
    addFact(tr("Requested by"),
            u"%1, %2"_s.arg(own->item.createdBy.isEmpty() ? tr("not said") : own->item.createdBy,
                            clockTime(own->item.createdAt)));
    const auto validation = std::ranges::find_if(
        details.items, [](const HistoryItem &each) { return each.item.mode == "validar"_L1 && each.item.result; });
    if (validation != details.items.end()) {
        const QJsonObject stages = (*validation->item.result)["etapas"_L1].toObject();
        const QJsonObject test = stages["test"_L1].toObject();
        if (test["status"_L1].toString() == "skipped"_L1)
            addFact(tr("Tests"), tr("no tests in this release"));
        else
            addFact(tr("Tests"),
                    tr("%1 passed, %2 failed").arg(test["passou"_L1].toInt()).arg(test["falhou"_L1].toInt()));
        if (test["cobertura"_L1].isDouble())
            addFact(tr("Coverage"), tr("%1 %").arg(QLocale().toString(test["cobertura"_L1].toDouble(), 'f', 1)));
        const QJsonObject validate = stages["validate"_L1].toObject();
        addFact(tr("Findings"),
                u"%1, %2"_s.arg(tr("%n errors", nullptr, int(validate["erros"_L1].toArray().size())),
                                tr("%n warnings", nullptr, int(validate["avisos"_L1].toArray().size()))));
    }
    if (!own->manifest.isEmpty())
        addFact(tr("Manifest"), shortDigest(own->manifest), true);

    const QJsonArray artefacts = own->item.context["artefatos"_L1].toArray();
    addSection(tr("Artefacts · %1").arg(artefacts.size()));
    for (const QJsonValue &value : artefacts) {
        const QJsonObject artefact = value.toObject();
        const QString path = artefact["path"_L1].toString();
        addLine(artefact["tipo"_L1].toString(), u"textSecondary"_s,
                artefact["arquivo"_L1].toString(path.section(u'/', -1)), artefact["sha"_L1].toString().left(7));
    }
    addSection(tr("History of this release"));
    for (const HistoryItem &each : details.items) {
        const QString icon = each.item.state == contract::ItemState::Done ? u"ok"_s
            : each.item.state == contract::ItemState::Failed              ? u"fail"_s
            : each.item.state == contract::ItemState::Running             ? u"run"_s
            : each.item.state == contract::ItemState::Cancelled           ? u"cancel"_s
                                                                          : u"queued"_s;
        const QString tone = icon == "ok"_L1 ? u"okay"_s
            : icon == "fail"_L1              ? u"fail"_s
            : icon == "run"_L1               ? u"run"_s
                                             : u"idle"_s;
        const QString what = each.item.mode.isEmpty() ? each.item.type : each.item.mode;
        addLine(icon, tone, what + (each.item.environment().isEmpty() ? QString() : u" → "_s + each.item.environment()),
                clockTime(each.item.updatedAt));
    }
}

void QueueDetails::addFact(const QString &name, const QString &value, bool mono)
{
    auto *label = new QLabel(name);
    label->setProperty("look", u"tertiary"_s);
    auto *text = new QLabel(value);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setFont(m_theme.font(mono ? TextStyle::Mono : TextStyle::Small));
    m_facts->addRow(label, text);
}

void QueueDetails::addSection(const QString &title)
{
    auto *line = new QFrame;
    line->setProperty("kind", u"line"_s);
    m_lists->addSpacing(8);
    m_lists->addWidget(line);
    auto *label = new QLabel(title);
    label->setProperty("look", u"caption"_s);
    m_lists->addSpacing(6);
    m_lists->addWidget(label);
}

void QueueDetails::addLine(const QString &icon, const QString &tone, const QString &text, const QString &right)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *mark = new QLabel(row);
    mark->setPixmap(m_theme.icon(icon, tone).pixmap(14, 14));
    line->addWidget(mark);
    auto *words = new ElidedLabel(text, row);
    words->setToolTip(text);
    line->addWidget(words, 1);
    auto *end = new QLabel(right, row);
    end->setProperty("look", u"tertiary"_s);
    line->addWidget(end);
    m_lists->addWidget(row);
}

} // namespace pipeline::ui
