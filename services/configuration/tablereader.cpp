// SPDX-License-Identifier: Apache-2.0
#include "tablereader.h"

#include "webaddress.h"

#include <QDir>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace pipeline::configuration {

namespace {

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString typeName(const toml::node &node)
{
    switch (node.type()) {
    case toml::node_type::table:
        return u"a table"_s;
    case toml::node_type::array:
        return u"a list"_s;
    case toml::node_type::string:
        return u"a text"_s;
    case toml::node_type::integer:
    case toml::node_type::floating_point:
        return u"a number"_s;
    case toml::node_type::boolean:
        return u"true or false"_s;
    default:
        return u"a date or time"_s;
    }
}

bool looksSecret(const QString &key)
{
    const QString lower = key.toLower();
    return std::ranges::any_of(
        std::initializer_list<QLatin1StringView>{"pass"_L1, "secret"_L1, "token"_L1, "senha"_L1, "segredo"_L1},
        [&](QLatin1StringView word) { return lower.contains(word); });
}

/// The contract's name for a secret that somebody wrote below \a path.
QString secretName(const QString &path, const QString &key)
{
    const QString name = path.section(u'.', 1);
    if (path.startsWith("environments."_L1))
        return (key.contains("webhook"_L1) || key.contains("deploy"_L1) ? "webhook."_L1 : "camunda."_L1) + name;
    if (path.startsWith("repositories."_L1))
        return "git."_L1 + name;
    return u"NAME"_s;
}

} // namespace

TableReader::TableReader(const toml::table &table, QString path, Problems &problems)
    : m_table(table), m_path(std::move(path)), m_problems(problems)
{}

QString TableReader::text(QLatin1StringView key, const QString &fallback)
{
    const toml::node *value = take(key);
    const QString text = value ? checkedText(*value, key) : QString();
    return text.isEmpty() ? fallback : text;
}

QStringList TableReader::texts(QLatin1StringView key)
{
    return asTexts(take(key), key);
}

QStringList TableReader::texts(const QString &name)
{
    return asTexts(named(name), name);
}

bool TableReader::flag(QLatin1StringView key, bool fallback)
{
    const toml::node *value = take(key);
    if (value && !value->is_boolean())
        complain(*value, key, u"must be true or false, it is %1"_s.arg(typeName(*value)));
    return value ? value->value_or(fallback) : fallback;
}

int TableReader::integer(QLatin1StringView key, int lowest, int highest, int fallback)
{
    const toml::node *value = take(key);
    if (!value)
        return fallback;
    if (!value->is_integer()) {
        complain(*value, key, u"must be a whole number, it is %1"_s.arg(typeName(*value)));
        return fallback;
    }
    const qint64 number = value->value_or(qint64(0));
    if (number < lowest || number > highest) {
        complain(*value, key, u"must be between %1 and %2, it is %3"_s.arg(lowest).arg(highest).arg(number));
        return fallback;
    }
    return int(number);
}

double TableReader::number(QLatin1StringView key, double lowest, double highest, double fallback)
{
    const toml::node *value = take(key);
    if (!value)
        return fallback;
    if (!value->is_number()) {
        complain(*value, key, u"must be a number, it is %1"_s.arg(typeName(*value)));
        return fallback;
    }
    const double number = value->value_or(fallback);
    if (!(number >= lowest && number <= highest)) { // not a number is out of range as well
        complain(*value, key, u"must be between %1 and %2, it is %3"_s.arg(lowest).arg(highest).arg(number));
        return fallback;
    }
    return number;
}

QString TableReader::absolutePath(QLatin1StringView key)
{
    const QString path = text(key);
    if (!path.isEmpty() && QDir::isRelativePath(path))
        complain(key, u"must be an absolute path, it is \"%1\""_s.arg(path));
    return path;
}

QUrl TableReader::webAddress(QLatin1StringView key)
{
    const toml::node *value = take(key);
    return value ? checkedAddress(*value, key) : QUrl();
}

QList<QUrl> TableReader::webAddresses(QLatin1StringView key)
{
    QList<QUrl> addresses;
    const toml::node *value = take(key);
    if (!value)
        return addresses;
    const toml::array *array = value->as_array();
    if (!array) {
        complain(*value, key, u"must be a list of addresses, it is %1"_s.arg(typeName(*value)));
        return addresses;
    }
    for (const toml::node &element : *array)
        if (const QUrl address = checkedAddress(element, key); !address.isEmpty())
            addresses << address;
    return addresses;
}

std::optional<TableReader> TableReader::table(QLatin1StringView key)
{
    return asTable(take(key), key);
}

std::optional<TableReader> TableReader::table(const QString &name)
{
    return asTable(named(name), name);
}

QStringList TableReader::names() const
{
    std::vector<const toml::key *> keys;
    for (const auto &[key, value] : m_table)
        keys.push_back(&key);
    std::ranges::sort(keys, {}, [](const toml::key *key) {
        const toml::source_position at = key->source().begin;
        return std::pair(at.line, at.column);
    });
    QStringList names;
    for (const toml::key *key : keys)
        names << toText(key->str());
    return names;
}

void TableReader::complain(QLatin1StringView key, const QString &text)
{
    if (const toml::node *value = node(key))
        complain(*value, key, text);
    else
        m_problems.add(line(), fullName(key) + u' ' + text);
}

void TableReader::refuseUnknownKeys()
{
    for (const auto &[key, value] : m_table) {
        const QString name = toText(key.str());
        if (m_known.contains(name))
            continue;
        QString text = fullName(name) + " is not a known key"_L1;
        if (looksSecret(name))
            text += u". Secrets do not belong here: `prometheus-pipeline credential set %1` stores it in the keychain"_s
                        .arg(secretName(m_path, name));
        else
            text += suggestion(name, m_known);
        m_problems.add(int(key.source().begin.line), text);
    }
}

const toml::node *TableReader::node(QLatin1StringView key) const
{
    return m_table.get(std::string_view(key.data(), size_t(key.size())));
}

const toml::node *TableReader::take(QLatin1StringView key)
{
    m_known << key;
    return node(key);
}

const toml::node *TableReader::named(const QString &name) const
{
    return m_table.get(name.toStdString());
}

std::optional<TableReader> TableReader::asTable(const toml::node *node, const QString &name)
{
    if (!node)
        return std::nullopt;
    if (!node->is_table()) {
        complain(*node, name, u"must be a section, it is %1"_s.arg(typeName(*node)));
        return std::nullopt;
    }
    return TableReader(*node->as_table(), fullName(name), m_problems);
}

QStringList TableReader::asTexts(const toml::node *node, const QString &name)
{
    QStringList texts;
    if (!node)
        return texts;
    const toml::array *array = node->as_array();
    if (!array) {
        complain(*node, name, u"must be a list of texts, it is %1"_s.arg(typeName(*node)));
        return texts;
    }
    for (const toml::node &element : *array) {
        const QString text = checkedText(element, name);
        if (!text.isEmpty())
            texts << text;
        else if (element.is_string())
            complain(element, name, u"must not hold an empty text"_s);
    }
    return texts;
}

void TableReader::complain(const toml::node &node, const QString &name, const QString &text)
{
    m_problems.add(int(node.source().begin.line), fullName(name) + u' ' + text);
}

QString TableReader::checkedText(const toml::node &node, const QString &name)
{
    if (!node.is_string()) {
        complain(node, name, u"must be a text, it is %1"_s.arg(typeName(node)));
        return {};
    }
    const QString text = toText(node.as_string()->get());
    if (std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; })) {
        complain(node, name, u"must not hold control characters"_s);
        return {};
    }
    return text;
}

QUrl TableReader::checkedAddress(const toml::node &node, const QString &name)
{
    const QString text = checkedText(node, name);
    if (text.isEmpty())
        return {};
    const QString problem = webAddressProblem(text);
    if (!problem.isEmpty()) {
        complain(node, name, problem);
        return {};
    }
    return QUrl(text, QUrl::StrictMode);
}

} // namespace pipeline::configuration
