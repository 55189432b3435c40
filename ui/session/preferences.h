// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logs/logfolder.h"
#include "ui/common/theme.h"

#include <QString>

namespace pipeline::ui {

/// What this user has chosen, kept with the window's sizes and never in pipeline.toml.
namespace preferences {

ThemeChoice theme();
void setTheme(ThemeChoice choice);

bool compact();
void setCompact(bool compact);

/// "en", "pt_BR", or empty: as the system.
QString language();
void setLanguage(const QString &language);

/// Percent of the system's own scale at which the window is drawn; 0: as the system. It holds from the next start.
int scale();
void setScale(int percent);

bool runnerOn();
void setRunnerOn(bool on);

/// How many items the runner runs at a time, 1 to MostJobs.
constexpr int MostJobs = 8;
int runnerJobs();
void setRunnerJobs(int jobs);

/// Of the window's log files.
logs::Limits logLimits();
void setLogLimits(const logs::Limits &limits);

/// What a person may be told of.
enum class Event { ApprovalAsked, DeploymentFailed, DeploymentDone, ConnectionLost };
enum class Place { Console, Desktop };

bool tells(Event event, Place place);
void setTells(Event event, Place place, bool on);

} // namespace preferences

} // namespace pipeline::ui
