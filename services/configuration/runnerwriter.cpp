// SPDX-License-Identifier: Apache-2.0
#include "editedtext.h"
#include "environmentkeys.h"
#include "parser.h"

using namespace Qt::StringLiterals;

namespace pipeline::configuration {

Result<void> writeRunnerEnvironments(const QString &file, const QStringList &names)
{
    const Result<TomlFile> before = readToml(file);
    if (!before)
        return fail(before.error());
    QByteArrayList texts;
    for (const QString &name : names)
        texts << tomlString(name);
    const QByteArray value = '[' + texts.join(", ") + ']';

    EditedText text(before->text);
    QByteArray after;
    if (const toml::table *section = before->root["runner"].as_table()) {
        if (const toml::node *written = section->get("environments"))
            text.replace(written->source(), value);
        else
            text.append(*section, {"environments = " + value});
        after = text.result();
    } else {
        after = withSection(before->text, "runner", {"environments = " + value});
    }

    Problems problems(file);
    const Configuration written = parse(after, problems).configuration;
    if (!problems.isEmpty())
        return fail(problems.error());
    if (written.runner.environments != names)
        return fail(ErrorCode::InvalidInput, u"[runner] cannot be changed in %1"_s.arg(file),
                    u"the list would not be read back as it was given"_s, u"Edit the file by hand"_s);
    return save(file, after);
}

} // namespace pipeline::configuration
