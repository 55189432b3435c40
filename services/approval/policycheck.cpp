// SPDX-License-Identifier: Apache-2.0
#include "policycheck.h"

#include "foureyes.h"
#include "models/timestamp.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::approval {

using contract::BacklogItem;

namespace {

QString shortDigest(const QString &manifest)
{
    return manifest.left(12) + u'…';
}

/// What an artefact replaces when it is deployed: its path, and for any worker all of them.
QString placeOf(const contract::Artefact &artefact)
{
    return artefact.isWorker() ? u"workers"_s : artefact.path;
}

} // namespace

Result<void> PolicyCheck::require(const Candidate &candidate, std::stop_token stop) const
{
    if (candidate.context.operation != contract::Operation::Deploy)
        return requireEarlierDeployment(candidate, stop);
    if (const auto newer = requireNotOlder(candidate, stop); !newer)
        return newer;
    switch (candidate.environment.policy) {
    case Policy::None:
        return {};
    case Policy::Validated:
        return requireValidation(candidate, stop);
    case Policy::Approved:
        return requireApproval(candidate, stop);
    }
    return {};
}

Result<QList<BacklogItem>> PolicyCheck::passed(contract::Mode mode, const QString &manifest, std::stop_token stop) const
{
    return m_backlog.list({.types = {contract::type::ExecutePipeline},
                           .mode = contract::toString(mode),
                           .states = {contract::ItemState::Done},
                           .manifest = manifest},
                          stop);
}

Result<void> PolicyCheck::requireValidation(const Candidate &candidate, std::stop_token stop) const
{
    const auto validations = passed(contract::Mode::Validate, candidate.release.manifest, stop);
    if (!validations)
        return fail(validations.error());
    if (!validations->isEmpty())
        return {};
    return fail(ErrorCode::Refused,
                u"The policy of %1 refuses release %2: its bytes have not passed a validar"_s.arg(
                    candidate.environment.name, candidate.context.releaseRef),
                u"No successful validar has the manifest %1"_s.arg(shortDigest(candidate.release.manifest)),
                u"Insert an executar_pipeline item modo validar with the same artefacts"_s);
}

Result<void> PolicyCheck::requireApproval(const Candidate &candidate, std::stop_token stop) const
{
    const auto decided = m_backlog.list({.types = {contract::type::ApproveRelease},
                                         .states = {contract::ItemState::Done},
                                         .manifest = candidate.release.manifest},
                                        stop);
    const auto validations = passed(contract::Mode::Validate, candidate.release.manifest, stop);
    if (!decided || !validations)
        return fail(decided ? validations.error() : decided.error());
    QStringList reasons;
    for (const BacklogItem &item : *decided) {
        const auto decision = contract::Decision::fromJson(item.result.value_or(QJsonObject()));
        if (!decision) {
            reasons << u"item %1: %2"_s.arg(item.id).arg(decision.error().text());
            continue;
        }
        const auto validation = std::ranges::find(*validations, item.originId.value_or(0), &BacklogItem::id);
        const Preparers preparers{validation == validations->cend() ? QString() : validation->createdBy,
                                  candidate.release.authors};
        const QString secondPerson = fourEyesProblem(decision->by, preparers, m_people);
        const QDateTime expires = decision->at.addDays(candidate.environment.approvalValidDays);
        if (!decision->approved)
            reasons << u"item %1 was rejected by %2"_s.arg(item.id).arg(decision->by);
        else if (decision->environment != candidate.environment.name)
            reasons << u"item %1 approves it for %2"_s.arg(item.id).arg(decision->environment);
        else if (decision->manifest != candidate.release.manifest)
            reasons << u"item %1 approves other bytes"_s.arg(item.id);
        else if (validation == validations->cend())
            reasons << u"item %1 does not follow a successful validar of these bytes"_s.arg(item.id);
        else if (expires < QDateTime::currentDateTimeUtc())
            reasons << u"the approval in item %1 expired on %2"_s.arg(item.id).arg(toTimestamp(expires));
        else if (!secondPerson.isEmpty())
            reasons << u"item %1 is not a second person's approval: %2"_s.arg(item.id).arg(secondPerson);
        else
            return {};
    }
    return fail(ErrorCode::Refused,
                u"The policy of %1 refuses release %2: there is no valid approval of its bytes"_s.arg(
                    candidate.environment.name, candidate.context.releaseRef),
                reasons.isEmpty()
                    ? u"Nobody has decided on the manifest %1"_s.arg(shortDigest(candidate.release.manifest))
                    : reasons.join("; "_L1),
                u"Have it approved by a second person: release approve"_s);
}

/// An item that names no environment went to the default one of its time, which its follower names.
Result<QString> PolicyCheck::environmentOf(const BacklogItem &deployment, std::stop_token stop) const
{
    if (!deployment.environment().isEmpty())
        return deployment.environment();
    const auto followers = m_backlog.list(
        {.types = {contract::type::ValidateDeployment}, .origin = deployment.id, .limit = 1}, stop);
    if (!followers)
        return fail(followers.error());
    return followers->isEmpty() ? QString() : followers->first().environment();
}

Result<void> PolicyCheck::requireEarlierDeployment(const Candidate &candidate, std::stop_token stop) const
{
    const auto deployments = passed(contract::Mode::Deploy, candidate.release.manifest, stop);
    if (!deployments)
        return fail(deployments.error());
    for (const BacklogItem &item : *deployments) {
        const auto environment = environmentOf(item, stop);
        if (!environment)
            return fail(environment.error());
        if (*environment == candidate.environment.name)
            return {};
    }
    return fail(ErrorCode::Refused,
                u"Release %1 cannot be deployed again to %2: these bytes never went there under its policy"_s.arg(
                    candidate.context.releaseRef, candidate.environment.name),
                u"No successful implantar has the manifest %1"_s.arg(shortDigest(candidate.release.manifest)),
                u"Validate and approve it as a new release"_s);
}

Result<QList<backlog::Arrival>> PolicyCheck::running(const Candidate &candidate, std::stop_token stop) const
{
    QSet<QString> places;
    for (const contract::Artefact &artefact : candidate.context.artefacts)
        places << placeOf(artefact);
    QList<backlog::Arrival> running;
    qint64 before = 0;
    while (!places.isEmpty()) {
        const auto arrivals = m_backlog.arrivals(candidate.environment.name, before, stop);
        if (!arrivals)
            return fail(arrivals.error());
        if (arrivals->isEmpty())
            break;
        for (const backlog::Arrival &arrival : *arrivals) {
            const auto artefacts = contract::artefactsFromJson(arrival.item.context["artefatos"_L1].toArray());
            bool newest = false;
            for (const contract::Artefact &artefact : artefacts.value_or(QList<contract::Artefact>()))
                newest |= places.remove(placeOf(artefact));
            if (newest)
                running << arrival;
        }
        before = arrivals->last().item.id;
    }
    return running;
}

Result<void> PolicyCheck::requireNotOlder(const Candidate &candidate, std::stop_token stop) const
{
    const auto own = passed(contract::Mode::Validate, candidate.release.manifest, stop);
    if (!own)
        return fail(own.error());
    if (own->isEmpty())
        return {}; // without a validation it has no age; policies other than none refuse it anyway
    const auto current = running(candidate, stop);
    if (!current)
        return fail(current.error());
    for (const backlog::Arrival &arrival : *current) {
        if (arrival.manifest.isEmpty() || arrival.manifest == candidate.release.manifest)
            continue;
        const auto validations = passed(contract::Mode::Validate, arrival.manifest, stop);
        if (!validations)
            return fail(validations.error());
        if (validations->isEmpty() || validations->first().id < own->first().id)
            continue;
        return fail(ErrorCode::Refused,
                    u"Release %1 is older than %2, which runs in %3"_s.arg(
                        candidate.context.releaseRef, arrival.item.releaseRef(), candidate.environment.name),
                    u"Its validar is item %1, that of the running release is item %2"_s.arg(own->first().id)
                        .arg(validations->first().id),
                    u"To bring an older release back, redeploy it with a reason"_s);
    }
    return {};
}

} // namespace pipeline::approval
