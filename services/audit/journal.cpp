// SPDX-License-Identifier: Apache-2.0
#include "journal.h"

#include "models/timestamp.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::audit {

namespace {

QJsonValue presentOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

Kind kindOf(const Act &act)
{
    const QString &what = act.what;
    if (what.startsWith("release."_L1) || what == "item.cancelled"_L1 || what == "item.cancel-requested"_L1
        || what == "item.retried"_L1)
        return Kind::Decision;
    if (what.startsWith("deployment."_L1) || what.startsWith("workers."_L1))
        return Kind::Deployment;
    if ((what == "item.completed"_L1 || what == "item.abandoned"_L1)
        && act.details["modo"_L1].toString() == "implantar"_L1)
        return Kind::Deployment;
    return what.startsWith("item."_L1) ? Kind::Item : Kind::Settings;
}

QJsonObject Entry::toJson() const
{
    return {{u"id"_s, id},
            {u"at"_s, toTimestamp(at)},
            {u"actor"_s, actor.name},
            {u"account"_s, actor.account},
            {u"guarantee"_s, guarantee},
            {u"host"_s, actor.host},
            {u"program"_s, actor.program},
            {u"act"_s, act.what},
            {u"item"_s, act.item ? QJsonValue(*act.item) : QJsonValue(QJsonValue::Null)},
            {u"release_ref"_s, presentOrNull(act.releaseRef)},
            {u"environment"_s, presentOrNull(act.environment)},
            {u"manifest"_s, presentOrNull(act.manifest)},
            {u"details"_s, act.details},
            {u"previous"_s, previous},
            {u"digest"_s, digest}};
}

QString Entry::computedDigest() const
{
    QJsonObject fields = toJson();
    fields.remove("digest"_L1);
    // Compact JSON of QJsonObject has its keys sorted, so equal fields give equal bytes.
    const QByteArray bytes = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace pipeline::audit
