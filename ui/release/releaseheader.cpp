// SPDX-License-Identifier: Apache-2.0
#include "releaseheader.h"

#include "stageinfo.h"

#include "ui/cells/times.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/environmentmark.h"
#include "ui/common/theme.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

ReleaseHeader::ReleaseHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_releases(new Button(theme, tr("Releases"), Button::Kind::Link, this)),
      m_sprint(new QLabel(this)),
      m_name(new QLabel(this)),
      m_badge(new Badge(theme, this)),
      m_arrow(new QLabel(this)),
      m_mark(new EnvironmentMark(theme, this)),
      m_facts(new ElidedLabel({}, this)),
      m_cockpit(new Button(theme, tr("Open in Cockpit"), Button::Kind::Normal, this)),
      m_more(new QToolButton(this))
{
    const int margin = theme.size(u"space.pageMargin"_s);
    m_releases->setProperty("control", u"small"_s);
    m_sprint->setProperty("look", u"tertiary"_s);
    auto *separator = new QLabel(this);
    separator->setPixmap(theme.icon(u"right"_s, u"textTertiary"_s).pixmap(12, 12));
    auto *path = new QHBoxLayout;
    path->setSpacing(6);
    path->addWidget(m_releases);
    path->addWidget(separator);
    path->addWidget(m_sprint);
    path->addStretch();

    m_name->setProperty("look", u"page"_s);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_arrow->setPixmap(theme.icon(u"arrow"_s, u"textSecondary"_s).pixmap(14, 14));
    m_facts->setProperty("look", u"smallSecondary"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(9);
    line->addWidget(m_name);
    line->addWidget(m_badge);
    line->addWidget(m_arrow);
    line->addWidget(m_mark);
    line->addWidget(m_facts, 1);

    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addLayout(path);
    left->addLayout(line);
    m_cockpit->setThemeIcon(u"open"_s);
    m_cockpit->setProperty("control", u"small"_s);
    m_more->setIcon(theme.icon(u"more"_s));
    m_more->setAccessibleName(tr("More actions"));
    m_more->setToolTip(tr("More actions"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margin - 5, 6, margin, 10);
    row->setSpacing(8);
    row->addLayout(left, 1);
    row->addWidget(m_cockpit, 0, Qt::AlignBottom);
    row->addWidget(m_more, 0, Qt::AlignBottom);
    line->setContentsMargins(5, 0, 0, 0);
    setMinimumHeight(66);
    showName({});
    connect(m_releases, &QPushButton::clicked, this, &ReleaseHeader::releasesRequested);
    connect(m_cockpit, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_cockpitUrl); });
}

void ReleaseHeader::showName(const QString &releaseRef)
{
    m_name->setText(releaseRef);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_badge, m_arrow, m_mark, m_cockpit})
        widget->hide();
    m_facts->clear();
    m_sprint->clear();
}

QString ReleaseHeader::facts(const ReleaseData &release)
{
    QStringList parts{tr("%n artefacts", nullptr, int(release.artefacts.size()))};
    const backlog::HistoryItem *furthest = release.furthest();
    if (release.deployment && release.approval && release.approval->decision)
        parts << tr("approved by %1 %2").arg(release.approval->decision->by, clockTime(release.approval->decision->at));
    else if (release.validation && !release.validation->item.createdBy.isEmpty())
        parts << tr("prepared by %1").arg(release.validation->item.createdBy);
    if (!furthest)
        return parts.join(u" · "_s);
    const contract::BacklogItem &item = furthest->item;
    if (item.type == contract::type::ApproveRelease)
        parts << tr("inserted %1").arg(QLocale().toString(item.createdAt.toLocalTime(), u"d MMM yyyy HH:mm"_s));
    parts << tr("item %1").arg(QString::number(item.id));
    if (item.attempt > 0)
        parts << tr("attempt %1").arg(item.attempt);
    if (!furthest->attempts.isEmpty())
        parts << furthest->attempts.first().runner;
    return parts.join(u" · "_s);
}

void ReleaseHeader::set(const ReleaseData &release, bool production, const QUrl &cockpit)
{
    const ReleaseBadge badge = badgeOf(release);
    m_name->setText(release.releaseRef());
    m_sprint->setText(release.sprint.isEmpty() ? tr("No sprint") : tr("Sprint %1").arg(release.sprint));
    m_badge->set(badge.icon, badge.word, badge.tone);
    m_badge->show();
    m_mark->set(release.environment, production);
    m_arrow->setVisible(!release.environment.isEmpty());
    m_mark->setVisible(!release.environment.isEmpty());
    m_facts->setText(facts(release));
    m_facts->setToolTip(m_facts->text());
    m_cockpitUrl = cockpit;
    m_cockpit->setVisible(!cockpit.isEmpty());
}

} // namespace pipeline::ui
