// SPDX-License-Identifier: Apache-2.0
#include "modelsearch.h"

#include <QStack>
#include <QXmlStreamReader>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace pipeline::camunda {
namespace {

/// Judges an attribute, or the text of an element, which has no name.
using Match = std::function<bool(QStringView name, QStringView value)>;

bool hasMatchingAttribute(const QXmlStreamReader &xml, const Match &matches)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    return std::any_of(attributes.begin(), attributes.end(), [&](const QXmlStreamAttribute &attribute) {
        return matches(attribute.name(), attribute.value());
    });
}

QList<ModelPlace> search(const QList<ResourceFile> &files, const Match &matches)
{
    QList<ModelPlace> places;
    for (const ResourceFile &file : files) {
        QXmlStreamReader xml(file.bytes);
        QStack<ModelPlace> open;
        while (!xml.atEnd()) {
            switch (xml.readNext()) {
            case QXmlStreamReader::StartElement: {
                const QString id = xml.attributes().value("id"_L1).toString();
                const QString around = open.isEmpty() ? QString() : open.top().element;
                open.push({file.name, int(xml.lineNumber()), int(xml.columnNumber()) + 1, id.isEmpty() ? around : id});
                if (hasMatchingAttribute(xml, matches))
                    places << open.top();
                break;
            }
            case QXmlStreamReader::Characters:
                if (!open.isEmpty() && matches({}, xml.text().trimmed()))
                    places << open.top();
                break;
            case QXmlStreamReader::EndElement:
                open.pop();
                break;
            default:
                break;
            }
        }
    }
    return places;
}

} // namespace

QList<ModelPlace> elementsWithId(const QList<ResourceFile> &files, const QString &id)
{
    return search(files, [&](QStringView name, QStringView value) { return name == "id"_L1 && value == id; });
}

QList<ModelPlace> placesOf(const QList<ResourceFile> &files, const QString &text)
{
    if (text.isEmpty())
        return {};
    const QList<ModelPlace> whole = search(files, [&](QStringView, QStringView value) { return value == text; });
    if (!whole.isEmpty())
        return whole;
    return search(files, [&](QStringView, QStringView value) { return value.contains(text); });
}

} // namespace pipeline::camunda
