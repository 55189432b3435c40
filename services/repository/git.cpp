// SPDX-License-Identifier: Apache-2.0
#include "git.h"

#include "giterror.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::repository {

namespace {

/// What makes the user's own git set-up work: home folder, ssh agent, credential helpers, proxies, authorities.
const QStringList allowedVariables{u"HOME"_s,
                                   u"USER"_s,
                                   u"LOGNAME"_s,
                                   u"TMPDIR"_s,
                                   u"XDG_CONFIG_HOME"_s,
                                   u"XDG_RUNTIME_DIR"_s,
                                   u"DBUS_SESSION_BUS_ADDRESS"_s,
                                   u"KRB5CCNAME"_s,
                                   u"SSH_AUTH_SOCK"_s,
                                   u"GIT_SSH"_s,
                                   u"GIT_SSH_COMMAND"_s,
                                   u"GIT_SSH_VARIANT"_s,
                                   u"GIT_CONFIG_GLOBAL"_s,
                                   u"GIT_CONFIG_SYSTEM"_s,
                                   u"GIT_CONFIG_NOSYSTEM"_s,
                                   u"http_proxy"_s,
                                   u"https_proxy"_s,
                                   u"all_proxy"_s,
                                   u"no_proxy"_s,
                                   u"HTTP_PROXY"_s,
                                   u"HTTPS_PROXY"_s,
                                   u"ALL_PROXY"_s,
                                   u"NO_PROXY"_s,
                                   u"SSL_CERT_FILE"_s,
                                   u"SSL_CERT_DIR"_s,
                                   u"CURL_CA_BUNDLE"_s,
                                   u"GIT_SSL_CAINFO"_s,
                                   u"GIT_SSL_CAPATH"_s};

constexpr int tokenDescriptor = 7;

bool goesOverSsh(const QString &url)
{
    if (url.contains("://"_L1))
        return url.startsWith("ssh://"_L1) || url.startsWith("git+ssh://"_L1) || url.startsWith("ssh+git://"_L1);
    return url.section(u'/', 0, 0).contains(u':'); // host:path
}

bool isLocal(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

/// The variables that git sees.
QProcessEnvironment gitEnvironment()
{
    QProcessEnvironment result = process::baseEnvironment(allowedVariables);
    result.remove(u"LANGUAGE"_s);
    result.insert(u"LC_ALL"_s, u"C"_s); // its messages are read
    result.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    result.insert(u"GIT_ASKPASS"_s, QString());
    result.insert(u"SSH_ASKPASS_REQUIRE"_s, u"never"_s);
    result.insert(u"GIT_LITERAL_PATHSPECS"_s, u"1"_s);
    result.insert(u"GIT_NO_REPLACE_OBJECTS"_s, u"1"_s);
    return result;
}

} // namespace

Result<process::Outcome> Git::find(const QString &folder, std::stop_token stop)
{
    return process::run({.program = u"git"_s,
                         .arguments = {u"rev-parse"_s, u"--absolute-git-dir"_s, u"--show-prefix"_s},
                         .workingDirectory = folder,
                         .environment = gitEnvironment()},
                        stop);
}

Result<QProcessEnvironment> Git::environment(bool remote, std::stop_token stop) const
{
    QProcessEnvironment result = gitEnvironment();
    const bool ownSsh = result.contains(u"GIT_SSH_COMMAND"_s) || result.contains(u"GIT_SSH"_s);
    if (!remote || ownSsh || !goesOverSsh(m_remote.url))
        return result;

    const process::Command query{.program = u"git"_s,
                                 .arguments = {"--git-dir="_L1 + m_folder, u"config"_s, u"core.sshCommand"_s},
                                 .environment = result};
    const Result<process::Outcome> configured = process::run(query, stop);
    if (!configured)
        return fail(configured.error());
    if (configured->exitCode != 0)
        result.insert(u"GIT_SSH_COMMAND"_s, u"ssh -o BatchMode=yes -o ConnectTimeout=20"_s);
    return result;
}

bool Git::hasTokenForHttp() const
{
    return !m_remote.token.isEmpty()
        && (m_remote.url.startsWith("https://"_L1) || m_remote.url.startsWith("http://"_L1));
}

QString Git::url() const
{
    return hasTokenForHttp() ? QUrl(m_remote.url).adjusted(QUrl::RemoveUserInfo).toString(QUrl::FullyEncoded)
                             : m_remote.url;
}

Result<void> Git::addToken(process::Command &command) const
{
    if (!hasTokenForHttp())
        return {};
    const QUrl url(m_remote.url);
    if (url.scheme() == "http"_L1 && !isLocal(url.host()))
        return fail(ErrorCode::Refused, u"The token of %1 was not sent"_s.arg(m_remote.name),
                    u"its address begins with http://, so anybody on the way could read it"_s,
                    u"Use https:// in [repositories.%1]"_s.arg(m_remote.name));
    const QByteArray &token = m_remote.token.reveal();
    if (token.contains('\n') || token.contains('\0'))
        return fail(ErrorCode::InvalidInput, u"The secret git.%1 cannot be used"_s.arg(m_remote.name),
                    u"it has more than one line"_s);

    // Only for this host, so that a redirect elsewhere does not get it. Arguments and variables can be read by others.
    const QString context =
        url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment).toString();
    command.arguments =
        QStringList{u"-c"_s, u"credential.helper="_s, u"-c"_s,
                    u"credential.%1.helper=!f() { test \"$1\" = get && cat /dev/fd/%2; }; f"_s.arg(context).arg(
                        tokenDescriptor)}
        + command.arguments;
    const QByteArray user = url.userName().isEmpty() ? "x-access-token" : url.userName().toUtf8();
    command.descriptors.insert(tokenDescriptor, "username=" + user + "\npassword=" + token + '\n');
    return {};
}

std::chrono::milliseconds Git::withinDeadline(std::chrono::milliseconds limit) const
{
    if (m_deadline == Clock::time_point::max())
        return limit;
    return std::clamp(std::chrono::ceil<std::chrono::milliseconds>(m_deadline - Clock::now()),
                      std::chrono::milliseconds(0), limit);
}

Result<process::Outcome> Git::run(const GitCall &call, std::stop_token stop) const
{
    const Result<QProcessEnvironment> variables = environment(call.remote, stop);
    if (!variables)
        return fail(variables.error());
    QStringList place{"--git-dir="_L1 + m_folder};
    if (!call.workTree.isEmpty())
        place << "--work-tree="_L1 + call.workTree;
    process::Command command{
        .program = u"git"_s,
        .arguments = place + QStringList{u"-c"_s, u"core.hooksPath=/dev/null"_s, u"-c"_s, u"gc.autoDetach=false"_s}
            + call.arguments,
        .environment = *variables,
        .input = call.input,
        .timeLimit = withinDeadline(call.timeLimit),
        .outputLimit = call.outputLimit,
        .onOutput = call.onOutput};
    if (call.remote) {
        const Result<void> added = addToken(command);
        if (!added)
            return fail(added.error());
    }
    Result<process::Outcome> outcome = process::run(command, stop);
    if (!outcome && outcome.error().code != ErrorCode::ToolMissing)
        return fail(outcome.error().code, call.purpose, withoutCredentials(outcome.error().text(), m_remote),
                    outcome.error().hint);
    return outcome;
}

Result<QByteArray> Git::output(const GitCall &call, std::stop_token stop) const
{
    Result<process::Outcome> outcome = run(call, stop);
    if (!outcome)
        return fail(outcome.error());
    if (outcome->exitCode != 0)
        return fail(explain(call, *outcome));
    if (outcome->truncated)
        return fail(ErrorCode::Refused, call.purpose, u"git's answer is larger than %1 bytes"_s.arg(call.outputLimit));
    return outcome->output;
}

Error Git::explain(const GitCall &call, const process::Outcome &outcome) const
{
    if (!call.remote && !QFileInfo::exists(m_folder))
        return {ErrorCode::NotFound, call.purpose, u"%1 has not been fetched yet"_s.arg(m_remote.name), {}};
    return explainGit(call.purpose, outcome.errors, m_remote, m_folder);
}

} // namespace pipeline::repository
