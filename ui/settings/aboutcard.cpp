// SPDX-License-Identifier: Apache-2.0
#include "aboutcard.h"

#include "report.h"

#include "ui/common/button.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

AboutCard::AboutCard(const Session &session, const Theme &theme, QWidget *parent)
    : SettingsCard(theme, u"info"_s, tr("About"), {}, parent)
{
    auto *whole = new QWidget(this);
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.size(u"space.l"_s));
    auto *flame = new QLabel(whole);
    flame->setPixmap(theme.icon(u"flame"_s, u"brand"_s).pixmap(2 * theme.size(u"size.icon"_s)));
    row->addWidget(flame, 0, Qt::AlignTop);
    auto *words = new QLabel(whole);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setText(u"<b>%1 %2</b><br>%3"_s.arg(
        QApplication::applicationDisplayName(), QStringLiteral(PIPELINE_VERSION),
        tr("Interface library Qt %1 · speaks with Camunda 7").arg(QLatin1StringView(qVersion()))));
    row->addWidget(words, 1);
    auto *copy = new Button(theme, tr("Copy versions"), Button::Kind::Normal, whole);
    copy->setThemeIcon(u"copy"_s);
    row->addWidget(copy, 0, Qt::AlignTop);
    addWide(whole);
    connect(copy, &QPushButton::clicked, this, [&session] { QApplication::clipboard()->setText(versions(session)); });
}

} // namespace pipeline::ui
