// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/journal.h"

namespace pipeline::ui {

enum class ExportFormat { Csv, Json };

/// By the ending of \a fileName; CSV for anything but .json.
ExportFormat exportFormatOf(const QString &fileName);

/// Writes all entries that \a filter lets through, newest first, with their digests, and records that in the journal.
/// Gives their number. Nothing is written that could not be recorded.
Result<qint64> exportJournal(store::Database &database, const audit::Filter &filter, const QString &fileName,
                             const Actor &actor, std::stop_token stop);

/// Writes \a verdict with the entries on both sides of the break as JSON, and records that.
Result<qint64> exportProof(store::Database &database, const audit::Verdict &verdict, const QString &fileName,
                           const Actor &actor, std::stop_token stop);

} // namespace pipeline::ui
