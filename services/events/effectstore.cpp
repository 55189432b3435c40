// SPDX-License-Identifier: Apache-2.0
#include "effectledger.h"

#include "eventstore.h"
#include "store/database.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::events {

using store::Connection;

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject parsed(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8()).object();
}

} // namespace

Result<QList<Effect>> effectsOf(Connection &connection, qint64 item)
{
    const auto rows = connection.query(
        u"select kind, target, number, intent, answer from run_effect where item_id = ? order by rowid"_s, {item});
    if (!rows)
        return fail(rows.error());
    QList<Effect> effects;
    for (const store::Row &row : *rows)
        effects << Effect{row[0].toString(), row[1].toString(), row[2].toInt(), parsed(row[3]),
                          row[4].isNull() ? std::nullopt : std::optional(parsed(row[4]))};
    return effects;
}

Achieved achieved(const QList<Effect> &effects)
{
    Achieved all;
    for (const Effect &effect : effects) {
        if (!effect.answer)
            continue;
        if (effect.kind == "push"_L1) {
            all.deploy.workerCommit = effect.answer->value("commit"_L1).toString();
        } else if (effect.kind == "deployment"_L1 && effect.answer->contains("deployment_id"_L1)) {
            const auto deployment = contract::ProductDeployment::fromJson(*effect.answer);
            all.deploy.deployments.removeIf([&](const auto &earlier) { return earlier.product == deployment.product; });
            all.deploy.deployments << deployment;
        } else {
            continue;
        }
        all.deploy.status = contract::StageStatus::Failed;
        all.manifest = effect.intent["manifesto"_L1].toString();
    }
    return all;
}

Result<QList<Effect>> EffectLedger::list(qint64 item, std::stop_token stop) const
{
    return m_database.read([item](Connection &connection) { return effectsOf(connection, item); }, stop);
}

Result<bool> EffectLedger::wasPushed(const QString &commit, const QString &environment, std::stop_token stop) const
{
    return m_database.read(
        [=](Connection &connection) -> Result<bool> {
            const auto rows = connection.query(
                u"select 1 from run_effect join backlog on backlog.id = item_id where kind = 'push' "
                "and json_extract(intent, '$.commit') = ? "
                "and coalesce(nullif(json_extract(contexto, '$.ambiente'), ''), ?) = ? limit 1"_s,
                {commit, environment, environment});
            if (!rows)
                return fail(rows.error());
            return !rows->isEmpty();
        },
        stop);
}

Result<Effect> EffectLedger::intend(const Claim &claim, const QString &kind, const QString &target,
                                    const QJsonObject &intent, std::stop_token stop)
{
    return m_database.write(
        [&](Connection &connection) -> Result<Effect> {
            if (const auto holds = requireClaim(connection, claim); !holds)
                return fail(holds.error());
            const auto last = connection.query(
                u"select coalesce(max(number), 0) from run_effect where item_id = ? and kind = ? and target = ?"_s,
                {claim.item, kind, target});
            if (!last)
                return fail(last.error());
            const Effect effect{kind, target, last->first().first().toInt() + 1, intent, {}};
            const auto inserted = connection.execute(
                u"insert into run_effect (item_id, kind, target, number, intent) values (?, ?, ?, ?, ?)"_s,
                {claim.item, kind, target, effect.number, compact(intent)});
            if (!inserted)
                return fail(inserted.error());
            return effect;
        },
        stop);
}

Result<void> EffectLedger::answer(const Claim &claim, const Effect &effect, const QJsonObject &answer,
                                  const audit::Act &act, std::stop_token stop)
{
    return m_database.write(
        [&](Connection &connection) -> Result<void> {
            if (const auto holds = requireClaim(connection, claim); !holds)
                return holds;
            const auto now = connection.now();
            if (!now)
                return fail(now.error());
            const auto changed = connection.execute(
                u"update run_effect set answer = ?, answered_at = ? "
                "where item_id = ? and kind = ? and target = ? and number = ?"_s,
                {compact(answer), *now, claim.item, effect.kind, effect.target, effect.number});
            if (!changed)
                return fail(changed.error());
            if (*changed != 1)
                return fail(ErrorCode::Internal,
                            u"The %1 of item %2 to %3 was answered without an intent"_s.arg(effect.kind)
                                .arg(claim.item)
                                .arg(effect.target));
            const auto entry = audit::append(connection, claim.runner, act);
            return entry ? Result<void>() : fail(entry.error());
        },
        stop);
}

} // namespace pipeline::events
