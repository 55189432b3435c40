// SPDX-License-Identifier: Apache-2.0
#include "preferences.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace pipeline::ui::preferences {

namespace {

constexpr QLatin1StringView themeNames[] = {"system"_L1, "light"_L1, "dark"_L1}; // in the order of ThemeChoice

QString keyOf(Event event, Place place)
{
    static const QString events[] = {u"approvalAsked"_s, u"deploymentFailed"_s, u"deploymentDone"_s,
                                     u"connectionLost"_s};
    return u"notices/%1/%2"_s.arg(events[size_t(event)], place == Place::Console ? u"console"_s : u"desktop"_s);
}

} // namespace

ThemeChoice theme()
{
    const QString name = QSettings().value(u"appearance/theme"_s).toString();
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        if (name == themeNames[size_t(choice)])
            return choice;
    }
    return ThemeChoice::System;
}

void setTheme(ThemeChoice choice)
{
    QSettings().setValue(u"appearance/theme"_s, QString(themeNames[size_t(choice)]));
}

bool compact()
{
    return QSettings().value(u"appearance/compact"_s).toBool();
}

void setCompact(bool compact)
{
    QSettings().setValue(u"appearance/compact"_s, compact);
}

QString language()
{
    return QSettings().value(u"appearance/language"_s).toString();
}

void setLanguage(const QString &language)
{
    QSettings().setValue(u"appearance/language"_s, language);
}

int scale()
{
    const int percent = QSettings().value(u"appearance/scale"_s).toInt();
    return percent < 100 || percent > 200 ? 0 : percent;
}

void setScale(int percent)
{
    QSettings().setValue(u"appearance/scale"_s, percent);
}

bool runnerOn()
{
    return QSettings().value(u"runner/on"_s).toBool();
}

void setRunnerOn(bool on)
{
    QSettings().setValue(u"runner/on"_s, on);
}

int runnerJobs()
{
    return qBound(1, QSettings().value(u"runner/jobs"_s, 1).toInt(), MostJobs);
}

void setRunnerJobs(int jobs)
{
    QSettings().setValue(u"runner/jobs"_s, jobs);
}

logs::Limits logLimits()
{
    const QSettings settings;
    const logs::Limits fallback;
    const int detail = settings.value(u"log/detail"_s, int(fallback.detail)).toInt();
    return {.detail = Severity(qBound(int(Severity::Error), detail, int(Severity::Info))),
            .days = qMax(1, settings.value(u"log/days"_s, fallback.days).toInt()),
            .bytes = settings.value(u"log/bytes"_s, fallback.bytes).toLongLong()};
}

void setLogLimits(const logs::Limits &limits)
{
    QSettings settings;
    settings.setValue(u"log/detail"_s, int(limits.detail));
    settings.setValue(u"log/days"_s, limits.days);
    settings.setValue(u"log/bytes"_s, limits.bytes);
}

bool tells(Event event, Place place)
{
    // What ends well or comes back by itself is no reason to draw somebody away from other work.
    const bool fallback = place == Place::Console || event == Event::ApprovalAsked || event == Event::DeploymentFailed;
    return QSettings().value(keyOf(event, place), fallback).toBool();
}

void setTells(Event event, Place place, bool on)
{
    QSettings().setValue(keyOf(event, place), on);
}

} // namespace pipeline::ui::preferences
