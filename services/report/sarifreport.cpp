// SPDX-License-Identifier: Apache-2.0
#include "sarifreport.h"

#include "jsonwriter.h"
#include "words.h"

#include "validation/allrules.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace pipeline::report {

namespace {

QString levelOf(Severity severity)
{
    return severity == Severity::Info ? u"note"_s : toString(severity);
}

QString addressOf(const QString &path)
{
    if (QDir::isAbsolutePath(path))
        return QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded);
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

/// What tells a rule from the others to people; results refer to it by its index.
class Rules {
public:
    qsizetype indexOf(const QString &id)
    {
        if (const qsizetype known = m_ids.indexOf(id); known >= 0)
            return known;
        m_ids << id;
        QJsonObject rule{{u"id"_s, id}};
        if (const QString page = validation::ruleHelp(id); !page.isEmpty()) {
            rule[u"shortDescription"_s] = QJsonObject{{u"text"_s, validation::ruleTitle(id) + u'.'}};
            rule[u"help"_s] = QJsonObject{{u"text"_s, page}, {u"markdown"_s, page}};
        }
        m_rules << rule;
        return m_ids.size() - 1;
    }

    const QJsonArray &all() const { return m_rules; }

private:
    QStringList m_ids;
    QJsonArray m_rules;
};

QJsonObject locationOf(const Finding &finding)
{
    QJsonObject place{{u"artifactLocation"_s, QJsonObject{{u"uri"_s, addressOf(finding.path)}}}};
    if (finding.line > 0) {
        QJsonObject region{{u"startLine"_s, finding.line}};
        if (finding.column > 0)
            region[u"startColumn"_s] = finding.column;
        place[u"region"_s] = region;
    }
    QJsonObject location{{u"physicalLocation"_s, place}};
    if (!finding.element.isEmpty())
        location[u"logicalLocations"_s] = QJsonArray{
            QJsonObject{{u"name"_s, finding.element}, {u"kind"_s, u"element"_s}}};
    return location;
}

QJsonObject resultOf(const Finding &finding, Rules &rules)
{
    return {{u"ruleId"_s, finding.rule},
            {u"ruleIndex"_s, rules.indexOf(finding.rule)},
            {u"level"_s, levelOf(finding.severity)},
            {u"message"_s, QJsonObject{{u"text"_s, explained(finding)}}},
            {u"locations"_s, QJsonArray{locationOf(finding)}},
            {u"properties"_s, QJsonObject{{u"engine"_s, finding.engine}}}};
}

} // namespace

Result<void> printSarif(QTextStream &out, const validation::Reports &reports)
{
    Rules rules;
    JsonWriter json(out, QJsonDocument::Indented);
    json.beginObject();
    json.addMember(u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s);
    json.beginArray("runs"_L1);
    json.beginObject();
    json.addMember(u"columnKind"_s, u"utf16CodeUnits"_s);
    json.beginArray("results"_L1);
    const auto printed = reports.forEach([&](const validation::FileReport &report) {
        for (const Finding &finding : report.findings)
            json.addElement(resultOf(finding, rules));
    });
    if (!printed)
        return printed;
    json.endArray();
    const QJsonObject driver{{u"name"_s, u"prometheus-pipeline"_s},
                             {u"semanticVersion"_s, QStringLiteral(PIPELINE_VERSION)},
                             {u"rules"_s, rules.all()}};
    json.addMember(u"tool"_s, QJsonObject{{u"driver"_s, driver}});
    json.endObject();
    json.endArray();
    json.addMember(u"version"_s, u"2.1.0"_s);
    json.endObject();
    return {};
}

} // namespace pipeline::report
