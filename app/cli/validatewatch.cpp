// SPDX-License-Identifier: Apache-2.0
#include "validatewatch.h"

#include "validationprinter.h"

#include "sources/changes.h"
#include "sources/filesearch.h"
#include "validation/batch.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

constexpr auto LookPause = std::chrono::milliseconds(500);

/// Keeps what is known of each file, so that only those that were saved are validated again.
class Watch {
public:
    Watch(const Call &call, const validation::Options &options) : m_call(call), m_options(options) {}

    /// Looks once, and prints when something has changed.
    Result<void> look(Selection &selection)
    {
        const auto found = sources::findFiles(*selection.tree, selection.paths);
        // While a file is put in another's place, or a branch checked out, there may be none.
        const QStringList now = found.value_or(QStringList());
        QElapsedTimer timer;
        timer.start();
        selection.files = m_changes.changed(now);
        if (m_begun && selection.files.isEmpty() && m_changes.removed().isEmpty())
            return {};
        for (const QString &file : m_changes.removed())
            m_known.remove(file);
        const auto keep = [this](validation::FileReport report) { m_known[report.path] = std::move(report); };
        validation::Batch batch(m_call.app.validator(), m_options, keep);
        const auto read = forEachFile(m_call, selection,
                                      [&](validation::InputFile file) { batch.add(std::move(file)); });
        batch.finish();
        if (!read)
            return fail(read.error());
        if (m_begun)
            tellChanges(selection.files + m_changes.removed());
        m_begun = true;
        validation::Reports reports;
        for (const validation::FileReport &report : std::as_const(m_known))
            reports.add(report);
        reports.finish(m_call.app.validator(), m_options);
        return printReports(m_call, reports, report::summarise(reports, double(timer.elapsed()) / 1000), true);
    }

private:
    void tellChanges(const QStringList &files) const
    {
        m_call.note(files.size() == 1 ? u"%1 has changed"_s.arg(plain(files.first()))
                                      : u"%1 files have changed"_s.arg(files.size()));
    }

    const Call &m_call;
    const validation::Options &m_options;
    sources::Changes m_changes;
    QMap<QString, validation::FileReport> m_known; ///< by themselves, without what is wrong between them
    bool m_begun = false;
};

} // namespace

int watchFiles(const Call &call, Selection selection, const validation::Options &options)
{
    Watch watch(call, options);
    while (!call.stop.stop_requested()) {
        if (const auto looked = watch.look(selection); !looked && !call.stop.stop_requested())
            return call.report(looked.error());
        http::sleepFor(LookPause, call.stop);
    }
    return 0;
}

} // namespace pipeline::cli
