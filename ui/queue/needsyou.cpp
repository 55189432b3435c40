// SPDX-License-Identifier: Apache-2.0
#include "needsyou.h"

#include "ui/cells/rowlooks.h"
#include "ui/cells/times.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using pipeline::backlog::NeedsYou;
using pipeline::backlog::QueueState;

namespace pipeline::ui {

namespace {
constexpr int MostRows = 3;
constexpr int LongestReason = 160; ///< characters; the run's log has the rest

QString shortened(const QString &reason)
{
    return reason.size() > LongestReason ? reason.left(LongestReason) + u'…' : reason;
}

} // namespace

NeedsYouPanel::NeedsYouPanel(Session &session, const Theme &theme, QWidget *parent)
    : QFrame(parent), m_session(session), m_theme(theme), m_number(new Badge(theme, this)), m_rows(new QVBoxLayout)
{
    setProperty("kind", u"attention"_s);
    auto *title = new QLabel(tr("Needs you"), this);
    title->setProperty("look", u"wait"_s);
    title->setFont(theme.font(TextStyle::Base, QFont::DemiBold));
    auto *order = new QLabel(tr("Oldest first"), this);
    order->setProperty("look", u"tertiary"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 14, 6);
    head->setSpacing(8);
    head->addWidget(title);
    head->addWidget(m_number);
    head->addStretch();
    head->addWidget(order);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    hide();
    connect(&session, &Session::databaseChanged, this, [this] {
        if (m_counting == m_session.isOffline())
            fill();
    });
}

void NeedsYouPanel::refresh()
{
    const auto services = m_session.services();
    if (!services)
        return;
    m_task = inBackground(
        this,
        [services, environment = m_session.configuration().defaultEnvironment](std::stop_token stop) {
            return backlog::QueueReader(services->database, environment).needsYou(MostRows, stop);
        },
        [this](const Result<backlog::NeedsYouList> &list) {
            if (list)
                show(*list);
        });
}

void NeedsYouPanel::show(const backlog::NeedsYouList &list)
{
    m_list = list;
    fill();
    m_number->set({}, QLocale().toString(list.total), u"wait"_s);
    setVisible(!list.rows.isEmpty());
    emit countChanged(int(list.total));
}

void NeedsYouPanel::fill()
{
    m_counting = !m_session.isOffline();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const NeedsYou &need : m_list.rows)
        m_rows->addWidget(makeRow(need));
    if (m_list.total > m_list.rows.size()) {
        auto *more = new QLabel(tr("%n more in the table below", nullptr, int(m_list.total - m_list.rows.size())),
                                this);
        more->setProperty("look", u"tertiary"_s);
        more->setContentsMargins(14, 4, 14, 6);
        m_rows->addWidget(more);
    }
}

QString NeedsYouPanel::sentence(const NeedsYou &need, const std::optional<QDateTime> &now)
{
    const backlog::QueueRow &row = need.row;
    QStringList parts;
    if (row.state == QueueState::WaitingApproval) {
        parts << tr("Approve for %1").arg(row.environment.toHtmlEscaped())
              << artefactWords(row.artefacts).section(u':', 0, 0);
        if (need.coverage)
            parts << tr("coverage %1 %").arg(QLocale().toString(*need.coverage, 'f', 1));
        else if (need.testsPassed == 0)
            parts << tr("not tested");
        parts << u"<b>%1, %2</b>"_s.arg(tr("%n errors", nullptr, need.errors),
                                        tr("%n warnings", nullptr, need.warnings));
        parts << (now ? tr("waiting %1").arg(age(row.createdAt, *now))
                      : tr("waiting since %1").arg(clockTime(row.createdAt)));
    } else {
        const StageLook look = stageLook(row, {});
        parts << tr("%1 failed in %2: %3")
                     .arg(look.strong.isEmpty() ? tr("The run") : look.strong, row.environment.toHtmlEscaped(),
                          (row.reason.isEmpty() ? look.text : shortened(row.reason)).toHtmlEscaped());
        parts << tr("attempt %1").arg(row.attempt)
              << (now ? tr("for %1").arg(age(row.updatedAt, *now)) : tr("since %1").arg(clockTime(row.updatedAt)));
    }
    return parts.join(u" · "_s);
}

QWidget *NeedsYouPanel::makeRow(const NeedsYou &need)
{
    const bool approval = need.row.state == QueueState::WaitingApproval;
    auto *row = new QFrame(this);
    row->setProperty("kind", u"needRow"_s);
    row->setMinimumHeight(m_theme.height(u"size.rowPalette"_s));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(12, 0, 12, 0);
    line->setSpacing(10);
    const StateLook look = stateLook(need.row);
    auto *icon = new QLabel(row);
    icon->setPixmap(m_theme.icon(look.icon, look.tone).pixmap(16, 16));
    line->addWidget(icon);
    auto *name = new QLabel(need.row.releaseRef, row);
    name->setFont(m_theme.font(TextStyle::Mono));
    name->setMinimumWidth(112);
    line->addWidget(name);
    auto *text = new QLabel(sentence(need, m_counting ? std::optional(QDateTime::currentDateTime()) : std::nullopt),
                            row);
    text->setProperty("look", u"small"_s);
    text->setTextFormat(Qt::RichText);
    text->setWordWrap(true);
    text->setToolTip(need.row.reason.size() > LongestReason ? need.row.reason : QString());
    line->addWidget(text, 1);
    auto *button = new Button(m_theme, approval ? tr("Review") : tr("Investigate"), Button::Kind::Normal, row);
    button->setProperty("control", u"small"_s);
    button->setAccessibleName(u"%1 %2"_s.arg(button->text(), need.row.releaseRef));
    connect(button, &QPushButton::clicked, this, [this, ref = need.row.releaseRef, id = need.row.id, approval] {
        emit reviewRequested(ref, id, approval ? u"artefacts"_s : u"log"_s);
    });
    line->addWidget(button);
    return row;
}

} // namespace pipeline::ui
