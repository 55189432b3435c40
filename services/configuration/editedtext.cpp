// SPDX-License-Identifier: Apache-2.0
#include "editedtext.h"

#include "parser.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::configuration {

EditedText::EditedText(QByteArray text) : m_text(std::move(text))
{
    m_lineStarts << (m_text.startsWith("\xef\xbb\xbf") ? 3 : 0);
    for (qsizetype i = 0; i < m_text.size(); ++i)
        if (m_text[i] == '\n')
            m_lineStarts << i + 1;
    m_lineEnd = m_text.contains("\r\n") ? "\r\n" : "\n";
}

qsizetype EditedText::lineStart(qsizetype number) const
{
    return number <= m_lineStarts.size() ? m_lineStarts[number - 1] : m_text.size();
}

QByteArray EditedText::line(qsizetype number) const
{
    return m_text.mid(lineStart(number), lineStart(number + 1) - lineStart(number));
}

qsizetype EditedText::offset(toml::source_position position) const
{
    qsizetype at = lineStart(position.line);
    for (toml::source_index column = 1; column < position.column; ++column)
        do
            ++at;
        while (at < m_text.size() && (uchar(m_text[at]) & 0xc0) == 0x80);
    return at;
}

void EditedText::replace(const toml::source_region &region, const QByteArray &bytes)
{
    replace(offset(region.begin), offset(region.end), bytes);
}

void EditedText::append(const toml::table &section, const QByteArrayList &lines)
{
    if (lines.isEmpty())
        return;
    const qsizetype last = lastLine(section);
    const QByteArray text = line(last);
    const QByteArray indentation = text.left(std::ranges::find_if(text, [](char c) { return c != ' ' && c != '\t'; })
                                             - text.begin());
    QByteArray added = text.endsWith('\n') ? QByteArray() : m_lineEnd;
    for (const QByteArray &each : lines)
        added += indentation + each + m_lineEnd;
    replace(lineStart(last + 1), lineStart(last + 1), added);
}

QByteArray EditedText::result() const
{
    QList<Edit> edits = m_edits;
    std::ranges::stable_sort(edits, std::greater(), &Edit::from);
    QByteArray text = m_text;
    for (const Edit &edit : edits)
        text.replace(edit.from, edit.to - edit.from, edit.bytes);
    return text;
}

qsizetype lastLine(const toml::table &section)
{
    qsizetype last = section.source().begin.line;
    for (const auto &[key, value] : section)
        last = std::max<qsizetype>(last, value.source().end.line);
    return last;
}

QByteArray withSection(const QByteArray &text, const QByteArray &name, const QByteArrayList &lines)
{
    const QByteArray lineEnd = EditedText(text).lineEnd();
    QByteArray after = text;
    if (!after.isEmpty())
        after += (after.endsWith('\n') ? QByteArray() : lineEnd) + lineEnd;
    after += '[' + name + ']' + lineEnd;
    for (const QByteArray &line : lines)
        after += line + lineEnd;
    return after;
}

Result<TomlFile> readToml(const QString &file)
{
    const Result<QByteArray> text = readFile(file);
    if (!text)
        return fail(text.error());
    try {
        return TomlFile{*text, toml::parse(std::string_view(text->constData(), size_t(text->size())))};
    } catch (const toml::parse_error &) {
        Problems problems(file);
        parse(*text, problems);
        return fail(problems.error());
    }
}

Result<void> save(const QString &file, const QByteArray &text)
{
    const auto failure = [&](const QString &why) {
        return fail(ErrorCode::Storage, u"%1 cannot be written"_s.arg(file), why);
    };
    const QString folder = QFileInfo(file).absolutePath();
    if (!QDir().mkpath(folder))
        return failure(u"its folder cannot be made"_s);
    const bool isNew = !QFile::exists(file);
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return failure(target.errorString());
    if (isNew) // an existing one keeps its permissions: a service's user may have to read it
        target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    target.write(text);
    if (!target.commit())
        return failure(target.errorString());
    return {};
}

} // namespace pipeline::configuration
