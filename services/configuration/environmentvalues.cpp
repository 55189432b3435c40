// SPDX-License-Identifier: Apache-2.0
#include "configuration.h"
#include "environmentkeys.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::configuration {

namespace {

/// Sets \a key to \a values, with the type that \a written has in a file; what does not fit stays a text, which the
/// reader of the key then complains about.
void assign(toml::table &table, const std::string &key, const QByteArray &written, const QStringList &values)
{
    const QString value = values.value(values.size() - 1);
    bool numeric = false;
    if (written.startsWith('[')) {
        toml::array list;
        for (const QString &entry : values)
            if (!entry.isEmpty()) // one empty value takes the list away
                list.push_back(entry.toStdString());
        table.insert_or_assign(key, std::move(list));
    } else if (written == "true" || written == "false") {
        if (value == "true"_L1 || value == "false"_L1)
            table.insert_or_assign(key, value == "true"_L1);
        else
            table.insert_or_assign(key, value.toStdString());
    } else if (const qint64 whole = value.toLongLong(&numeric); numeric && !written.startsWith('"')) {
        table.insert_or_assign(key, whole);
    } else if (const double number = value.toDouble(&numeric); numeric && !written.startsWith('"')) {
        table.insert_or_assign(key, number);
    } else {
        table.insert_or_assign(key, value.toStdString());
    }
}

} // namespace

QStringList environmentKeys()
{
    QStringList keys;
    for (const KeyValue &entry : keyValues({}))
        keys << QString::fromLatin1(entry.key);
    return keys;
}

Result<Environment> withValues(const Environment &environment, const QMap<QString, QStringList> &values)
{
    QByteArray text;
    for (const KeyValue &entry : keyValues(environment))
        if (!entry.isDefault)
            text += entry.key + " = " + entry.value + '\n';
    // Not the parsed table itself but a copy, which has no line numbers to complain with.
    const toml::table before = toml::parse(std::string_view(text.constData(), size_t(text.size())));
    toml::table table = before;
    for (const KeyValue &entry : keyValues({}))
        if (const auto given = values.constFind(QString::fromLatin1(entry.key)); given != values.cend())
            assign(table, entry.key.toStdString(), entry.value, *given);
    Problems problems{QString()};
    TableReader reader(table, {}, problems);
    const Environment changed = readEnvironment(reader, environment.name);
    if (reader.isUnset("engine"_L1))
        reader.complain("engine"_L1, u"is missing: the address of the engine"_s);
    for (auto given = values.cbegin(); given != values.cend(); ++given)
        if (!environmentKeys().contains(given.key()))
            problems.add(given.key() + u" is not a key of an environment"_s);
    if (!problems.isEmpty())
        return fail(problems.error());
    return changed;
}

QJsonObject toJson(const Environment &environment)
{
    // What the writer makes of a value is valid JSON, too.
    QByteArrayList entries;
    for (const KeyValue &entry : keyValues(environment))
        entries << '"' + entry.key + "\": " + entry.value;
    return QJsonDocument::fromJson('{' + entries.join(", ") + '}').object();
}

} // namespace pipeline::configuration
