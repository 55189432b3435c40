// SPDX-License-Identifier: Apache-2.0
#include "editedtext.h"
#include "environmentkeys.h"
#include "parser.h"

using namespace Qt::StringLiterals;

namespace pipeline::configuration {

namespace {

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
    QByteArrayList added;
    for (qsizetype i = 0; i < after.size(); ++i) {
        const toml::node *value = section.get(after[i].key.toStdString());
        if (value && before[i].value != after[i].value)
            text.replace(value->source(), after[i].value);
        if (!value && !after[i].isDefault)
            added << assignment(after[i]);
    }
    text.append(section, added);
}

QByteArray withNewSection(const QByteArray &before, const Environment &environment)
{
    QByteArrayList lines;
    for (const KeyValue &entry : keyValues(environment))
        if (!entry.isDefault)
            lines << assignment(entry);
    return withSection(before, "environments." + environment.name.toUtf8(), lines);
}

} // namespace

Result<void> writeEnvironment(const QString &file, const Environment &environment)
{
    const QString &name = environment.name;
    const QString problem = environmentNameProblem(name);
    if (!problem.isEmpty())
        return fail(ErrorCode::InvalidInput, u"The environment \"%1\" %2"_s.arg(name, problem));
    Result<TomlFile> read = readToml(file);
    if (!read && read.error().code != ErrorCode::NotFound)
        return fail(read.error());

    const TomlFile before = read ? std::move(*read) : TomlFile();
    EditedText text(before.text);
    const Result<const toml::table *> section = findSection(before.root, text, file, name);
    if (!section)
        return fail(section.error());
    if (*section)
        changeSection(text, **section, environment);
    const QByteArray after = *section ? text.result() : withNewSection(before.text, environment);

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
    const Result<TomlFile> before = readToml(file);
    if (!before)
        return fail(before.error());
    EditedText text(before->text);
    const Result<const toml::table *> section = findSection(before->root, text, file, name);
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
