// SPDX-License-Identifier: Apache-2.0
#include "configuration.h"

#include "parser.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace pipeline::configuration {

namespace {

/// The folder of this program below the one that an XDG variable names, or below \a fallback in the home folder.
QString userFolder(const QProcessEnvironment &environment, const QString &variable, const QString &fallback)
{
    QString base = environment.value(variable);
    if (QDir::isRelativePath(base)) // the specification asks to ignore such a value
        base = environment.value(u"HOME"_s, QDir::homePath()) + u'/' + fallback;
    return QDir::cleanPath(base + "/prometheus-pipeline"_L1);
}

Result<Configuration> complete(Parsed parsed, const QProcessEnvironment &environment, Problems &problems)
{
    fillGaps(parsed, environment, problems);
    if (!problems.isEmpty())
        return fail(problems.error());
    parsed.configuration.configuredDefault = parsed.configuration.defaultEnvironment;
    return parsed.configuration;
}

} // namespace

Result<Environment> Configuration::environment(const QString &name) const
{
    const QString wanted = name.isEmpty() ? defaultEnvironment : name;
    const QString where = file.isEmpty() ? u"the configuration"_s : file;
    if (wanted.isEmpty())
        return fail(ErrorCode::InvalidInput, u"No environment was named, and there is no default one"_s, {},
                    environments.isEmpty() ? u"Add one with `prometheus-pipeline environment add`"_s
                                           : u"Use --environment, or set default_environment in %1"_s.arg(where));
    QStringList names;
    for (const Environment &environment : environments) {
        if (environment.name == wanted)
            return environment;
        names << environment.name;
    }
    return fail(ErrorCode::InvalidInput, u"The environment \"%1\" is not configured"_s.arg(wanted), {},
                names.isEmpty() ? u"Add it with `prometheus-pipeline environment add`"_s
                                : u"%1 has: %2"_s.arg(where, names.join(", "_L1)));
}

QString defaultConfigurationFile(const QProcessEnvironment &environment)
{
    return userFolder(environment, u"XDG_CONFIG_HOME"_s, u".config"_s) + "/pipeline.toml"_L1;
}

QString dataFolder(const QProcessEnvironment &environment)
{
    return userFolder(environment, u"XDG_DATA_HOME"_s, u".local/share"_s);
}

QString cacheFolder(const QProcessEnvironment &environment)
{
    return userFolder(environment, u"XDG_CACHE_HOME"_s, u".cache"_s);
}

Result<Configuration> load(const QString &file, const QProcessEnvironment &environment)
{
    const QString path = file.isEmpty() ? defaultConfigurationFile(environment) : file;
    const Result<QByteArray> text = readFile(path);
    if (!text && text.error().code == ErrorCode::NotFound && file.isEmpty())
        return loadWithoutFile(environment);
    if (!text)
        return fail(text.error());
    Problems problems(path);
    return complete(parse(*text, problems), environment, problems);
}

Result<Configuration> loadWithoutFile(const QProcessEnvironment &environment)
{
    Problems problems{QString()};
    return complete(parse({}, problems), environment, problems);
}

} // namespace pipeline::configuration
