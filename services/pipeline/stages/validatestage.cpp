// SPDX-License-Identifier: Apache-2.0
#include "validatestage.h"

#include "workers/privatefolder.h"
#include "workers/sources.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace pipeline::runner {

using contract::StageStatus;

Result<workers::Checkout> WorkerCheckout::open(Run &run) const
{
    const ReleaseWorkers &workers = run.release->workers;
    if (!run.checkout) {
        QDir().mkpath(m_folder);
        workers::removeEntriesOlderThan(m_folder, 1); // of runs that were killed
        auto folder = std::make_unique<QTemporaryDir>(m_folder + u"/run-%1-XXXXXX"_s.arg(run.item.id));
        if (!folder->isValid())
            return fail(ErrorCode::Storage, u"A folder for the workers' checkout cannot be made in %1"_s.arg(m_folder),
                        folder->errorString());
        if (const auto done = m_mirror->checkout(workers.commit, folder->path(), run.stop); !done)
            return fail(done.error());
        run.checkout = std::move(folder);
    }
    return workers::Checkout{run.checkout->path(), workers.paths};
}

Result<StageStatus> ValidateStage::run(Run &run)
{
    contract::ValidateResult &result = run.validateHalf().validate;
    result = {};
    const auto record = [&](const QList<Finding> &findings) -> Result<void> {
        for (const Finding &finding : findings) {
            (finding.severity == Severity::Error ? result.errors : result.warnings) << finding;
            if (const auto written = run.log.finding(finding); !written)
                return written;
        }
        return {};
    };

    run.log.progress(name(), 0, 3, u"read the pinned bytes"_s);
    const auto read = m_reader.read(run.context.artefacts, run.stop);
    if (!read)
        return fail(read.error());
    run.release = read->release;
    run.result.manifest = read->release.manifest;
    run.info(u"repository"_s,
             u"%1 files and %2 worker folders read, manifest %3"_s.arg(read->release.files.size())
                 .arg(read->release.workers.paths.size())
                 .arg(read->release.manifest));
    if (const auto written = record(read->findings); !written)
        return fail(written.error());
    run.checkpoint("bytes-read"_L1);

    run.log.progress(name(), 1, 3, u"check the models"_s);
    QList<validation::InputFile> files;
    for (const ReleaseFile &file : read->release.files)
        files << validation::InputFile{file.artefact.path, validation::fileKindOf(file.artefact), file.bytes,
                                       file.product()};
    const bool hasWorkers = !read->release.workers.isEmpty() && read->findings.isEmpty();
    if (hasWorkers) {
        const auto checkout = m_checkout.open(run);
        if (!checkout)
            return fail(checkout.error());
        const auto sources = workers::sourcesIn(checkout->folder);
        for (const auto &[path, text] : sources.asKeyValueRange())
            files << validation::InputFile{path, validation::FileKind::Worker, text, {}};
    }
    const auto reports = m_validator.validateAll(files,
                                                 {.historyTimeToLive = run.environment.historyTimeToLive,
                                                  .ruleset = m_rules.ruleset,
                                                  .severities = m_rules.severities});
    if (const auto written = record(validation::allFindings(reports)); !written)
        return fail(written.error());

    run.log.progress(name(), 2, 3, u"check the workers"_s);
    if (hasWorkers) {
        const auto found = lint(run);
        if (!found)
            return fail(found.error());
        if (const auto written = record(*found); !written)
            return fail(written.error());
    }
    run.log.progress(name(), 3, 3, {});
    return result.errors.isEmpty() ? StageStatus::Success : StageStatus::Failed;
}

Result<QList<Finding>> ValidateStage::lint(Run &run) const
{
    if (const QString problem = m_checks.confinementProblem(); !problem.isEmpty())
        run.warn(u"sandbox"_s, problem);
    const auto checkout = m_checkout.open(run);
    if (!checkout)
        return fail(checkout.error());
    return m_checks.lint(
        *checkout, [&run](const QString &source, const QString &text) { run.info(source, text); }, run.stop);
}

} // namespace pipeline::runner
