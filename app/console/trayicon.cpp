// SPDX-License-Identifier: Apache-2.0
#include "trayicon.h"

#include "ui/common/theme.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace pipeline::app {

TrayIcon::TrayIcon(const ui::Theme &theme)
{
    m_icon.setIcon(theme.icon(u"flame"_s, u"brand"_s));
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context)
            emit openRequested();
    });
}

void TrayIcon::show()
{
    m_menu.clear(); // the language may have changed
    m_menu.addAction(tr("Open the window"), this, &TrayIcon::openRequested);
    m_menu.addAction(tr("Stop now"), this, &TrayIcon::stopRequested);
    m_icon.show();
}

void TrayIcon::setWords(const QString &words)
{
    m_icon.setToolTip(u"%1: %2"_s.arg(QGuiApplication::applicationDisplayName(), words));
}

} // namespace pipeline::app
