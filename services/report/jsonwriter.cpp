// SPDX-License-Identifier: Apache-2.0
#include "jsonwriter.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace pipeline::report {

JsonWriter::JsonWriter(QTextStream &out, QJsonDocument::JsonFormat format)
    : m_out(out), m_compact(format == QJsonDocument::Compact), m_lineEnd(m_compact ? QString() : u"\n"_s)
{}

void JsonWriter::beginObject(QLatin1StringView key)
{
    begin(key, u'{');
}

void JsonWriter::endObject()
{
    end(u'}');
}

void JsonWriter::beginArray(QLatin1StringView key)
{
    begin(key, u'[');
}

void JsonWriter::endArray()
{
    end(u']');
}

void JsonWriter::addMember(const QString &key, const QJsonValue &value)
{
    addContent(QJsonDocument(QJsonObject{{key, value}}));
}

void JsonWriter::addElement(const QJsonValue &value)
{
    addContent(QJsonDocument(QJsonArray{value}));
}

void JsonWriter::begin(QLatin1StringView key, QChar bracket)
{
    separate();
    if (!key.isEmpty())
        m_out << '"' << key << (m_compact ? "\":" : "\": ");
    m_out << bracket << m_lineEnd;
    ++m_depth;
    m_first = true;
}

void JsonWriter::end(QChar bracket)
{
    --m_depth;
    if (!m_first)
        m_out << m_lineEnd;
    m_out << indent(m_depth) << bracket;
    if (m_depth == 0)
        m_out << m_lineEnd;
    m_first = false;
}

void JsonWriter::separate()
{
    if (!m_first)
        m_out << ',' << m_lineEnd;
    m_out << indent(m_depth);
    m_first = false;
}

void JsonWriter::addContent(const QJsonDocument &document)
{
    separate();
    if (m_compact) {
        m_out << QString::fromUtf8(document.toJson(QJsonDocument::Compact).chopped(1).sliced(1));
        return;
    }
    // Without its brackets, which stand on lines of their own; no text holds a line end.
    const QByteArray lines = document.toJson(QJsonDocument::Indented).chopped(3).sliced(2).trimmed();
    m_out << QString::fromUtf8(lines).replace(u'\n', u'\n' + indent(m_depth - 1));
}

QString JsonWriter::indent(int depth) const
{
    return m_compact ? QString() : QString(4 * depth, u' ');
}

} // namespace pipeline::report
