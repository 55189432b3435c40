// SPDX-License-Identifier: Apache-2.0
#include "environmentkeys.h"
#include "parser.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::configuration {

namespace {

/// A file's bytes, addressed by the lines and columns (in characters) of the TOML parser, and changes to them.
class EditedText {
public:
    explicit EditedText(QByteArray text) : m_text(std::move(text))
    {
        m_lineStarts << (m_text.startsWith("\xef\xbb\xbf") ? 3 : 0);
        for (qsizetype i = 0; i < m_text.size(); ++i)
            if (m_text[i] == '\n')
                m_lineStarts << i + 1;
        m_lineEnd = m_text.contains("\r\n") ? "\r\n" : "\n";
    }

    const QByteArray &lineEnd() const { return m_lineEnd; }

    /// Where line \a number, from 1, begins; the end of the text for the one after the last.
    qsizetype lineStart(qsizetype number) const
    {
        return number <= m_lineStarts.size() ? m_lineStarts[number - 1] : m_text.size();
    }

    QByteArray line(qsizetype number) const
    {
        return m_text.mid(lineStart(number), lineStart(number + 1) - lineStart(number));
    }

    qsizetype offset(toml::source_position position) const
    {
        qsizetype at = lineStart(position.line);
        for (toml::source_index column = 1; column < position.column; ++column)
            do
                ++at;
            while (at < m_text.size() && (uchar(m_text[at]) & 0xc0) == 0x80);
        return at;
    }

    void replace(qsizetype from, qsizetype to, const QByteArray &bytes) { m_edits.append({from, to, bytes}); }

    QByteArray result() const
    {
        QList<Edit> edits = m_edits;
        std::ranges::stable_sort(edits, std::greater(), &Edit::from);
        QByteArray text = m_text;
        for (const Edit &edit : edits)
            text.replace(edit.from, edit.to - edit.from, edit.bytes);
        return text;
    }

private:
    struct Edit {
        qsizetype from;
        qsizetype to;
        QByteArray bytes;
    };

    QByteArray m_text;
    QByteArray m_lineEnd;
    QList<qsizetype> m_lineStarts;
    QList<Edit> m_edits;
};

tl::unexpected<Error> cannotEdit(const QString &file, const QString &name, const QString &why)
{
    return fail(ErrorCode::InvalidInput, u"The environment %1 cannot be changed in %2"_s.arg(name, file), why,
                u"Edit the file by hand"_s);
}

/// The section's table, null when the file has none of that name.
Result<const toml::table *> findSection(const toml::table &root, const EditedText &text, const QString &file,
                                        const QString &name)
{
    const toml::table *environments = root["environments"].as_table();
    const toml::table *section = environments ? (*environments)[name.toStdString()].as_table() : nullptr;
    if (section && !text.line(section->source().begin.line).trimmed().startsWith('['))
        return cannotEdit(file, name, u"it is not written as a section [environments.%1]"_s.arg(name));
    return section;
}

qsizetype lastLine(const toml::table &section)
{
    qsizetype last = section.source().begin.line;
    for (const auto &[key, value] : section)
        last = std::max<qsizetype>(last, value.source().end.line);
    return last;
}

QByteArray indentation(const QByteArray &line)
{
    const auto end = std::ranges::find_if(line, [](char c) { return c != ' ' && c != '\t'; });
    return line.left(end - line.begin());
}

QByteArray assignment(const KeyValue &entry)
{
    return entry.key + " = " + entry.value;
}

void changeSection(EditedText &text, const toml::table &section, const Environment &environment)
{
    Problems ignored{QString()};
    TableReader reader(section, {}, ignored);
    const QList<KeyValue> before = keyValues(readEnvironment(reader, environment.name));
    const QList<KeyValue> after = keyValues(environment);
    const qsizetype last = lastLine(section);
    QByteArray added;
    for (qsizetype i = 0; i < after.size(); ++i) {
        const toml::node *value = section.get(after[i].key.toStdString());
        if (value && before[i].value != after[i].value)
            text.replace(text.offset(value->source().begin), text.offset(value->source().end), after[i].value);
        if (!value && !after[i].isDefault)
            added += indentation(text.line(last)) + assignment(after[i]) + text.lineEnd();
    }
    if (!added.isEmpty() && !text.line(last).endsWith('\n'))
        added = text.lineEnd() + added;
    text.replace(text.lineStart(last + 1), text.lineStart(last + 1), added);
}

QByteArray withNewSection(const QByteArray &before, const Environment &environment)
{
    const QByteArray lineEnd = EditedText(before).lineEnd();
    QByteArray text = before;
    if (!text.isEmpty())
        text += (text.endsWith('\n') ? QByteArray() : lineEnd) + lineEnd;
    text += "[environments." + environment.name.toUtf8() + ']' + lineEnd;
    for (const KeyValue &entry : keyValues(environment))
        if (!entry.isDefault)
            text += assignment(entry) + lineEnd;
    return text;
}

Result<toml::table> parseToml(const QByteArray &text, const QString &file)
{
    try {
        return toml::parse(std::string_view(text.constData(), size_t(text.size())));
    } catch (const toml::parse_error &) {
        Problems problems(file);
        parse(text, problems);
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

} // namespace

Result<void> writeEnvironment(const QString &file, const Environment &environment)
{
    const QString &name = environment.name;
    const QString problem = environmentNameProblem(name);
    if (!problem.isEmpty())
        return fail(ErrorCode::InvalidInput, u"The environment \"%1\" %2"_s.arg(name, problem));
    const Result<QByteArray> before = readFile(file);
    if (!before && before.error().code != ErrorCode::NotFound)
        return fail(before.error());

    const QByteArray bytes = before.value_or(QByteArray());
    const Result<toml::table> root = parseToml(bytes, file);
    if (!root)
        return fail(root.error());
    EditedText text(bytes);
    const Result<const toml::table *> section = findSection(*root, text, file, name);
    if (!section)
        return fail(section.error());
    if (*section)
        changeSection(text, **section, environment);
    const QByteArray after = *section ? text.result() : withNewSection(bytes, environment);

    Problems problems(file);
    const Configuration written = parse(after, problems).configuration;
    if (!problems.isEmpty())
        return cannotEdit(file, name, problems.error().message);
    if (!written.environments.contains(environment))
        return cannotEdit(file, name, u"the values would not be read back as they were given"_s);
    return save(file, after);
}

Result<void> removeEnvironment(const QString &file, const QString &name)
{
    const Result<QByteArray> before = readFile(file);
    if (!before)
        return fail(before.error());
    const Result<toml::table> root = parseToml(*before, file);
    if (!root)
        return fail(root.error());
    EditedText text(*before);
    const Result<const toml::table *> section = findSection(*root, text, file, name);
    if (!section)
        return fail(section.error());
    if (!*section)
        return fail(ErrorCode::NotFound, u"%1 has no environment \"%2\""_s.arg(file, name));

    qsizetype first = (*section)->source().begin.line;
    const qsizetype next = lastLine(**section) + 1;
    if (first > 1 && text.line(first - 1).trimmed().isEmpty() && text.line(next).trimmed().isEmpty())
        --first; // else two empty lines would be left
    text.replace(text.lineStart(first), text.lineStart(next), {});
    const QByteArray after = text.result();

    Problems problems(file);
    parse(after, problems);
    if (!problems.isEmpty())
        return cannotEdit(file, name, problems.error().message);
    return save(file, after);
}

} // namespace pipeline::configuration
