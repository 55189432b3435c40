// SPDX-License-Identifier: Apache-2.0
#include "npmsettings.h"

#include "process/process.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace pipeline::workers {

namespace {

bool isAllowedKey(const QString &key)
{
    static const QStringList allowed{u"registry"_s, u"proxy"_s, u"https-proxy"_s, u"noproxy"_s,
                                     u"cafile"_s,   u"ca"_s,    u"strict-ssl"_s};
    return allowed.contains(key) || (key.startsWith(u'@') && key.endsWith(":registry"_L1));
}

/// \a value without the user name and password of a URL.
QString withoutUserInfo(const QString &name, const QString &value, QStringList &notes)
{
    QUrl url(value, QUrl::StrictMode);
    if (url.userInfo().isEmpty())
        return value;
    url.setUserInfo({});
    notes << u"%1 holds a password, which an install must not see: going on without. If %2 refuses, use a proxy or "
             "registry that needs none, such as a local one that signs in by itself."_s.arg(name, url.host());
    return url.toString();
}

/// A value as an npmrc holds it: quoted, so that no character has a meaning.
QByteArray quoted(const QString &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

QProcessEnvironment userEnvironment(const QProcessEnvironment &environment)
{
    QProcessEnvironment result = process::baseEnvironment({u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"PREFIX"_s}, environment);
    for (const QString &name : environment.keys())
        if (name.startsWith("npm_config_"_L1, Qt::CaseInsensitive))
            result.insert(name, environment.value(name));
    return result;
}

} // namespace

NpmSettings pickNpmSettings(const QJsonObject &configuration, const QProcessEnvironment &environment)
{
    NpmSettings settings;
    for (auto it = configuration.begin(); it != configuration.end(); ++it) {
        const QString key = it.key();
        if (!isAllowedKey(key) || it->isNull())
            continue;
        if (it->isArray()) {
            for (const QJsonValue value : it->toArray())
                if (!value.toString().isEmpty())
                    settings.configuration += key.toUtf8() + "[]=" + quoted(value.toString()) + '\n';
            continue;
        }
        const QString value = withoutUserInfo(key, it->toVariant().toString(), settings.notes);
        settings.configuration += key.toUtf8() + '=' + quoted(value) + '\n';
        if (key == "cafile"_L1 && QFileInfo::exists(value))
            settings.files << QFileInfo(value).absoluteFilePath();
    }
    for (const QString &name : {u"HTTP_PROXY"_s, u"HTTPS_PROXY"_s, u"NO_PROXY"_s})
        for (const QString &spelling : {name, name.toLower()})
            if (environment.contains(spelling))
                settings.environment.insert(spelling,
                                            withoutUserInfo(spelling, environment.value(spelling), settings.notes));
    if (const QString file = environment.value(u"NODE_EXTRA_CA_CERTS"_s); QFileInfo(file).isFile()) {
        settings.environment.insert(u"NODE_EXTRA_CA_CERTS"_s, file);
        settings.files << QFileInfo(file).absoluteFilePath();
    }
    settings.files.removeDuplicates();
    return settings;
}

Result<NpmSettings> readNpmSettings(const NodeInstallation &node, const QProcessEnvironment &environment,
                                    std::stop_token stop)
{
    const auto answer = process::run({.program = node.node,
                                      .arguments = {node.npm, u"config"_s, u"ls"_s, u"--json"_s},
                                      .workingDirectory = u"/"_s,
                                      .environment = userEnvironment(environment)},
                                     stop);
    if (!answer)
        return fail(answer.error());
    const QJsonDocument document = QJsonDocument::fromJson(answer->output);
    if (answer->exitCode != 0 || !document.isObject())
        return fail(ErrorCode::Refused, u"npm cannot read its own configuration"_s,
                    QString::fromUtf8(answer->errors).trimmed(), u"Try `npm config ls` and repair ~/.npmrc"_s);
    return pickNpmSettings(document.object(), environment);
}

} // namespace pipeline::workers
