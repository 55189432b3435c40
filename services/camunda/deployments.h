// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definitions.h"
#include "rejection.h"

#include <QDateTime>

#include <variant>

namespace pipeline::camunda {

struct Deployment {
    QString id;
    QString name;
    QString source;
    QString tenant;
    QDateTime time;
    QList<Definition> definitions; ///< those that it created; filled by createDeployment() only
};

struct NewDeployment {
    QString name;
    QString source;
    QList<ResourceFile> files;
};

struct Resource {
    QString id;
    QString name;
};

/// Deployments of exactly this name and source, newest first.
Result<QList<Deployment>> findDeployments(const EngineClient &engine, const QString &name, const QString &source,
                                          std::stop_token stop);

/// Deployments whose name begins with \a prefix, newest first: \a count of them after the \a first ones. Fewer mean
/// that there are no more.
Result<QList<Deployment>> listDeployments(const EngineClient &engine, const QString &prefix, int first, int count,
                                          std::stop_token stop);

/// One request with all files, to the environment's tenant; the engine takes all of them or none. Never repeated.
///
/// A Rejection is the engine's verdict on the files. An Error is anything else: with Unreachable and TimedOut it is
/// unknown whether the deployment was made, so ask findDeployments() before the next try. InvalidInput for names
/// that the engine would store differently or twice.
Result<std::variant<Deployment, Rejection>> createDeployment(const EngineClient &engine,
                                                             const NewDeployment &deployment, std::stop_token stop);

/// NotFound for an unknown deployment.
Result<QList<Resource>> resources(const EngineClient &engine, const QString &deploymentId, std::stop_token stop);

/// The very bytes that were deployed. An unknown resource is Refused: the engine answers 500 to it, not 404.
Result<QByteArray> resourceBytes(const EngineClient &engine, const QString &deploymentId, const QString &resourceId,
                                 std::stop_token stop);

} // namespace pipeline::camunda
