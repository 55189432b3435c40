// SPDX-License-Identifier: Apache-2.0
#include "environmentstore.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::credentials {

namespace {

constexpr qint64 largestSecret = 64 * 1024;

/// The bytes of a credential file without the line end that editors and `echo` leave.
Result<Secret> readSecretFile(const QString &path, const QString &name)
{
    QFile file(path);
    const auto failure = [&](const QString &why) {
        return fail(ErrorCode::Storage, u"The secret %1 cannot be read from %2"_s.arg(name, path), why);
    };
    if (!file.open(QIODevice::ReadOnly))
        return failure(file.errorString());
    QByteArray bytes = file.read(largestSecret + 1);
    if (bytes.size() > largestSecret)
        return failure(u"it is larger than 64 KiB"_s);
    if (bytes.endsWith('\n'))
        bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
    return Secret(bytes);
}

} // namespace

EnvironmentStore::EnvironmentStore(QProcessEnvironment environment, QString defaultEnvironment)
    : m_environment(std::move(environment)), m_defaultEnvironment(std::move(defaultEnvironment))
{}

Result<EnvironmentStore::Found> EnvironmentStore::find(const QString &name) const
{
    const Result<void> checked = checkSecretName(name);
    if (!checked)
        return fail(checked.error());

    const QString folder = m_environment.value(u"CREDENTIALS_DIRECTORY"_s);
    const QString path = folder + u'/' + name;
    if (!folder.isEmpty() && QFile::exists(path))
        return readSecretFile(path, name).transform([&](const Secret &secret) {
            return secret.isEmpty() ? Found() : Found{secret, path};
        });

    QStringList variables{secretVariable(name)};
    if (!m_defaultEnvironment.isEmpty() && name == "camunda."_L1 + m_defaultEnvironment)
        variables << u"CAMUNDA_PASS"_s;
    if (!m_defaultEnvironment.isEmpty() && name == "webhook."_L1 + m_defaultEnvironment)
        variables << u"DEPLOY_SECRET"_s;
    for (const QString &variable : std::as_const(variables))
        if (const QString value = m_environment.value(variable); !value.isEmpty())
            return Found{Secret(value.toUtf8()), variable};
    return Found();
}

Result<std::optional<Secret>> EnvironmentStore::read(const QString &name, std::stop_token)
{
    return find(name).transform(
        [](const Found &found) { return found.source.isEmpty() ? std::nullopt : std::optional(found.secret); });
}

Result<QString> EnvironmentStore::source(const QString &name, std::stop_token)
{
    return find(name).transform([](const Found &found) { return found.source; });
}

Result<void> EnvironmentStore::write(const QString &name, const Secret &, std::stop_token)
{
    return fail(ErrorCode::Refused, u"The secret %1 was not stored"_s.arg(name),
                u"environment variables and credential files are only read"_s);
}

Result<void> EnvironmentStore::remove(const QString &name, std::stop_token stop)
{
    const Result<QString> from = source(name, stop);
    if (!from)
        return fail(from.error());
    if (from->isEmpty())
        return fail(ErrorCode::NotFound, u"There is no secret %1"_s.arg(name));
    return fail(ErrorCode::Refused, u"The secret %1 was not removed"_s.arg(name), u"it comes from %1"_s.arg(*from),
                u"Take it away where that is set"_s);
}

Result<void> checkSecretName(const QString &name)
{
    // A name becomes a file's name, so it must not lead to another folder.
    static const QRegularExpression allowed(u"\\A[A-Za-z0-9][A-Za-z0-9._-]{0,127}\\z"_s);
    if (!allowed.match(name).hasMatch())
        return fail(ErrorCode::InvalidInput, u"\"%1\" is not the name of a secret"_s.arg(name), {},
                    u"Names look like camunda.producao, webhook.producao, git.artefatos or github"_s);
    return {};
}

QString secretVariable(const QString &name)
{
    return "PIPELINE_SECRET_"_L1 + name.toUpper().replace(u'.', u'_').replace(u'-', u'_');
}

} // namespace pipeline::credentials
