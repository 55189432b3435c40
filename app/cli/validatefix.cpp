// SPDX-License-Identifier: Apache-2.0
#include "validatefix.h"

#include "validationprinter.h"

#include "report/unifieddiff.h"
#include "report/words.h"
#include "validation/fixfile.h"

#include <QElapsedTimer>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

/// The file as a whole or not at all; its permissions stay.
Result<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(true); // where a file may be written and its folder not
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return fail(ErrorCode::Storage, u"The file %1 cannot be written"_s.arg(path), file.errorString());
}

} // namespace

int fixFiles(const Call &call, const Selection &selection, const validation::Options &options)
{
    const bool dryRun = call.arguments.isSet(u"dry-run"_s);
    QElapsedTimer timer;
    timer.start();
    validation::Reports reports;
    int files = 0;
    int fixes = 0;
    int unwritten = 0;
    const auto fix = [&](const validation::InputFile &file) {
        validation::FixedFile result = validation::fixFile(call.app.validator(), file, options);
        if (result.fixed.count > 0) {
            if (dryRun) {
                call.streams.out << QString::fromUtf8(report::unifiedDiff(file.path, file.bytes, result.fixed.bytes));
            } else if (const auto written = write(file.path, result.fixed.bytes); !written) {
                unwritten = call.report(written.error());
            }
            ++files;
            fixes += result.fixed.count;
        }
        reports.add(std::move(result.report));
    };
    const auto unread = forEachFile(call, selection, fix);
    if (!unread)
        return call.report(unread.error());
    reports.finish(call.app.validator(), options);
    const auto summary = report::summarise(reports, double(timer.elapsed()) / 1000);
    call.note(u"%1 in %2 %3"_s.arg(report::counted(fixes, u"finding"_s), report::counted(files, u"file"_s),
                                   dryRun ? u"would be repaired; nothing was written"_s : u"repaired"_s));
    if (dryRun)
        call.streams.out.flush();
    else if (const auto printed = printReports(call, reports, summary); !printed)
        return call.report(printed.error());
    if (unwritten > 0)
        return unwritten;
    return *unread > 0 ? exitCode(ErrorCode::InvalidInput) : summary.errors > 0 ? 1 : 0;
}

} // namespace pipeline::cli
