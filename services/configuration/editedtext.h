// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QByteArray>
#include <QList>

#include <toml++/toml.h>

namespace pipeline::configuration {

/// A file's bytes, addressed by the lines and columns (in characters) of the TOML parser, and changes to them.
class EditedText {
public:
    explicit EditedText(QByteArray text);

    const QByteArray &lineEnd() const { return m_lineEnd; }

    /// Where line \a number, from 1, begins; the end of the text for the one after the last.
    qsizetype lineStart(qsizetype number) const;
    QByteArray line(qsizetype number) const;

    void replace(const toml::source_region &region, const QByteArray &bytes);
    void replace(qsizetype from, qsizetype to, const QByteArray &bytes) { m_edits.append({from, to, bytes}); }

    /// Puts \a lines behind the last value of \a section, indented as that is.
    void append(const toml::table &section, const QByteArrayList &lines);

    QByteArray result() const;

private:
    struct Edit {
        qsizetype from;
        qsizetype to;
        QByteArray bytes;
    };

    qsizetype offset(toml::source_position position) const;

    QByteArray m_text;
    QByteArray m_lineEnd;
    QList<qsizetype> m_lineStarts;
    QList<Edit> m_edits;
};

/// The line, from 1, on which the last value of \a section ends.
qsizetype lastLine(const toml::table &section);

/// \a text with a section of \a name at its end.
QByteArray withSection(const QByteArray &text, const QByteArray &name, const QByteArrayList &lines);

/// A configuration file as it stands. It may be moved; a copy would not know where its values stand.
struct TomlFile {
    QByteArray text;
    toml::table root;
};

/// NotFound, or InvalidInput as load() gives it.
Result<TomlFile> readToml(const QString &file);

/// Replaces the file as a whole. A new one is readable by its owner only.
Result<void> save(const QString &file, const QByteArray &text);

} // namespace pipeline::configuration
