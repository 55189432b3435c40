// SPDX-License-Identifier: Apache-2.0
#include "administration.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace pipeline::administration {

namespace {

/// The keys in which \a after is not as \a before.
QJsonObject difference(const Environment &before, const Environment &after)
{
    const QJsonObject old = configuration::toJson(before);
    const QJsonObject all = configuration::toJson(after);
    QJsonObject keys;
    for (auto key = all.begin(); key != all.end(); ++key)
        if (old[key.key()] != key.value())
            keys.insert(key.key(), key.value());
    return keys;
}

} // namespace

Result<void> Administration::saveEnvironment(const QString &file, const Environment &environment,
                                             const std::optional<Environment> &before, std::stop_token stop)
{
    if (const auto written = configuration::writeEnvironment(file, environment); !written)
        return written;
    return record(
        {.what = before ? u"environment.changed"_s : u"environment.added"_s,
         .environment = environment.name,
         .details = {{u"arquivo"_s, file}, {u"chaves"_s, difference(before.value_or(Environment()), environment)}}},
        stop);
}

Result<void> Administration::removeEnvironment(const QString &file, const QString &name, std::stop_token stop)
{
    if (const auto removed = configuration::removeEnvironment(file, name); !removed)
        return removed;
    return record({.what = u"environment.removed"_s,
                   .environment = name,
                   .details = {{u"arquivo"_s, file}, {u"chaves"_s, QJsonObject()}}},
                  stop);
}

Result<void> Administration::setRunnerEnvironments(const QString &file, const QStringList &names, std::stop_token stop)
{
    if (const auto written = configuration::writeRunnerEnvironments(file, names); !written)
        return written;
    return record({.what = u"runner.changed"_s,
                   .details = {{u"arquivo"_s, file}, {u"ambientes"_s, QJsonArray::fromStringList(names)}}},
                  stop);
}

Result<void> Administration::setCredential(credentials::CredentialStore &store, const QString &name,
                                           const credentials::Secret &secret, std::stop_token stop)
{
    if (const auto written = store.write(name, secret, stop); !written)
        return written;
    return record({.what = u"credential.set"_s, .details = {{u"credencial"_s, name}}}, stop);
}

Result<void> Administration::removeCredential(credentials::CredentialStore &store, const QString &name,
                                              std::stop_token stop)
{
    if (const auto removed = store.remove(name, stop); !removed)
        return removed;
    return record({.what = u"credential.removed"_s, .details = {{u"credencial"_s, name}}}, stop);
}

Result<std::optional<audit::Entry>> Administration::lastStored(const QString &name, std::stop_token stop) const
{
    const auto entries = m_journal.list({.text = name, .kinds = {audit::Kind::Settings}}, stop);
    if (!entries)
        return fail(entries.error());
    for (const audit::Entry &entry : *entries) {
        if (entry.act.what == "credential.set"_L1 && entry.act.details["credencial"_L1].toString() == name)
            return entry;
    }
    return std::nullopt;
}

Result<void> Administration::record(const audit::Act &act, std::stop_token stop)
{
    const auto entry = m_journal.record(m_actor, act, stop);
    return entry ? Result<void>() : fail(entry.error());
}

} // namespace pipeline::administration
