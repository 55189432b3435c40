// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checklist.h"
#include "deploystage.h"

namespace pipeline::runner {

/// Runs the `smoke/*.json` of each product whose definition the release carries, as far as the environment allows.
///
/// Instances that it starts carry the business key `smoke:<release_ref>:<uuid>` and are deleted afterwards, whatever
/// happens; those of a runner that died are found by that key and deleted first.
class SmokeRun {
public:
    SmokeRun(Run &run, const camunda::EngineClient &engine, repository::Mirror &artefacts, Checklist &list)
        : m_run(run), m_engine(engine), m_artefacts(artefacts), m_list(list)
    {}

    Result<void> runAll(const Surroundings &around);

private:
    Result<void> removeLeftovers();
    Result<void> removeInstances(const QString &businessKey, std::stop_token stop);
    Result<void> runProduct(const QString &product, const QStringList &keys);
    Result<Finished> runFile(const QByteArray &bytes, const QStringList &keys);
    Result<Finished> runDecision(const QString &key, const QJsonObject &test);
    Result<Finished> runProcess(const QString &key, const QJsonObject &test);
    Result<Finished> watch(const QString &instance, const QJsonObject &expect, int seconds);
    QString businessKeyPrefix() const;

    Run &m_run;
    const camunda::EngineClient &m_engine;
    repository::Mirror &m_artefacts;
    Checklist &m_list;
};

} // namespace pipeline::runner
