// SPDX-License-Identifier: Apache-2.0
#include "serverupdate.h"

#include "http/client.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace pipeline::runner {

Result<Finished> checkServerUpdate(const Run &run, backlog::Backlog &backlog, const QJsonObject &answer)
{
    const QString call = answer["id"_L1].toString();
    const QDeadlineTimer deadline(std::chrono::seconds(run.environment.settleSeconds));
    while (true) {
        const auto item = backlog.item(answer["item"_L1].toString().toLongLong(), run.stop);
        if (!item && item.error().code != ErrorCode::NotFound)
            return fail(item.error());
        // A receiver with a backlog of its own numbers its items apart from ours.
        if (!item || item->type != contract::type::UpdateServer || item->context["id"_L1].toString() != call)
            return passed(u"%1, id %2"_s.arg(answer["message"_L1].toString(), call));
        const QString state = u"item %1 is %2"_s.arg(item->id).arg(contract::toString(item->state));
        if (item->state == contract::ItemState::Done)
            return passed(state);
        if (item->isFinished())
            return failed(state + u": "_s + item->result.value_or(QJsonObject())["motivo"_L1].toString());
        if (deadline.hasExpired())
            return Finished{contract::CheckStatus::Unknown,
                            u"%1 after %2 s: whether the workers were updated is not known"_s.arg(state).arg(
                                run.environment.settleSeconds)};
        if (!http::sleepFor(std::chrono::milliseconds(500), run.stop))
            return fail(ErrorCode::Cancelled, u"Stopped while waiting for the worker server"_s);
    }
}

} // namespace pipeline::runner
