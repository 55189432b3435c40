// SPDX-License-Identifier: Apache-2.0
#include "approvals.h"

#include "foureyes.h"

using namespace Qt::StringLiterals;

namespace pipeline::approval {

using contract::BacklogItem;

namespace {

constexpr qsizetype ShortestDigest = 12;
constexpr qsizetype ShortestReason = 10;

QString manifestOf(const BacklogItem &approval)
{
    return approval.context["manifesto"_L1].toString();
}

} // namespace

Result<DecisionRecord> Approvals::decide(const Decision &decision, const Actor &actor, std::stop_token stop)
{
    if (decision.manifest.size() < ShortestDigest)
        return fail(ErrorCode::InvalidInput, u"The manifest digest %1 is too short"_s.arg(decision.manifest),
                    u"At least %1 digits say which bytes were looked at"_s.arg(ShortestDigest),
                    u"`release show` prints the digest"_s);
    if (!decision.approved && decision.reason.trimmed().size() < ShortestReason)
        return fail(ErrorCode::InvalidInput,
                    u"A rejection needs a reason of at least %1 characters"_s.arg(ShortestReason));
    const auto approval = findOpen(decision, stop);
    if (!approval)
        return fail(approval.error());
    if (decision.approved) {
        if (const auto second = requireSecondPerson(*approval, actor, stop); !second)
            return fail(second.error());
    }
    const auto deployment = m_backlog.decide({.item = approval->id,
                                              .version = approval->version,
                                              .approved = decision.approved,
                                              .reason = decision.reason.trimmed()},
                                             actor, stop);
    if (!deployment)
        return fail(deployment.error());
    const auto decided = m_backlog.item(approval->id, stop);
    if (!decided)
        return fail(decided.error());
    return DecisionRecord{*decided, *deployment};
}

Result<BacklogItem> Approvals::findOpen(const Decision &decision, std::stop_token stop) const
{
    const auto items = m_backlog.list({.types = {contract::type::ApproveRelease}, .releaseRef = decision.releaseRef},
                                      stop);
    if (!items)
        return fail(items.error());
    QString otherBytes;
    std::optional<BacklogItem> ended;
    for (const BacklogItem &item : *items) {
        if (item.environment() != decision.environment)
            continue;
        if (!manifestOf(item).startsWith(decision.manifest.toLower()))
            otherBytes = manifestOf(item);
        else if (item.isFinished())
            ended = item;
        else
            return item;
    }
    const QString what = u"release %1 in %2"_s.arg(decision.releaseRef, decision.environment);
    if (ended)
        return fail(ErrorCode::Conflict, u"Somebody else decided first on %1"_s.arg(what),
                    u"Item %1 is %2 by %3"_s.arg(ended->id).arg(
                        ended->result.value_or(QJsonObject())["decisao"_L1].toString(contract::toString(ended->state)),
                        ended->result.value_or(QJsonObject())["por"_L1].toString(ended->cancelRequestedBy)),
                    u"`release show %1` tells what was decided"_s.arg(decision.releaseRef));
    if (!otherBytes.isEmpty())
        return fail(ErrorCode::Refused, u"The bytes that wait for approval of %1 are others"_s.arg(what),
                    u"Their manifest is %1, not %2"_s.arg(otherBytes, decision.manifest),
                    u"Look at the release again before deciding"_s);
    return fail(ErrorCode::NotFound, u"No approval of %1 waits"_s.arg(what), {},
                u"`backlog list --tipo aprovar_release --estado pendente` shows what waits"_s);
}

Result<void> Approvals::requireSecondPerson(const BacklogItem &approval, const Actor &actor, std::stop_token stop)
{
    const auto request = contract::ApprovalRequest::fromJson(approval.context);
    if (!request)
        return fail(request.error());
    Preparers preparers;
    if (approval.originId) {
        const auto validation = m_backlog.item(*approval.originId, stop);
        if (!validation)
            return fail(validation.error());
        preparers.creator = validation->createdBy;
    }
    const auto read = m_reader.read(request->artefacts, stop);
    if (!read)
        return fail(read.error());
    preparers.authors = read->release.authors;
    if (read->release.manifest != request->manifest)
        return fail(ErrorCode::Refused, u"The bytes in the repository are not those that were validated"_s,
                    u"Their manifest is %1, the item says %2"_s.arg(read->release.manifest, request->manifest),
                    u"Validate the release anew"_s);
    const QString problem = fourEyesProblem(actor.name, preparers, m_people);
    if (problem.isEmpty())
        return {};
    return fail(ErrorCode::Refused, u"%1 may not approve release %2"_s.arg(actor.name, request->releaseRef),
                problem + u": a second person has to approve"_s, u"Ask a colleague to review it"_s);
}

} // namespace pipeline::approval
