// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonDocument>
#include <QJsonValue>
#include <QTextStream>

namespace pipeline::report {

/// Writes a JSON document piece by piece, with the bytes that QJsonDocument has for the whole when members come in the
/// order of their keys. Keys are ASCII letters and signs that need no escape.
class JsonWriter {
public:
    JsonWriter(QTextStream &out, QJsonDocument::JsonFormat format);

    /// Begins and ends an object: the document, an element of an array or, with a key, a member.
    void beginObject(QLatin1StringView key = {});
    void endObject();

    /// The same for arrays.
    void beginArray(QLatin1StringView key = {});
    void endArray();

    void addMember(const QString &key, const QJsonValue &value);
    void addElement(const QJsonValue &value);

private:
    void begin(QLatin1StringView key, QChar bracket);
    void end(QChar bracket);
    void separate();
    void addContent(const QJsonDocument &document);
    QString indent(int depth) const;

    QTextStream &m_out;
    const bool m_compact; ///< in one line
    const QString m_lineEnd;
    int m_depth = 0;
    bool m_first = true; ///< nothing stands in the innermost object or array yet
};

} // namespace pipeline::report
