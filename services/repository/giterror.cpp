// SPDX-License-Identifier: Apache-2.0
#include "giterror.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::repository {

namespace {

struct Sign {
    QLatin1StringView words;
    ErrorCode code;
};

/// The first that is found decides: what names a cause stands before what only says that it failed.
constexpr Sign signs[] = {
    {"No space left on device"_L1, ErrorCode::Storage},
    {"Disk quota exceeded"_L1, ErrorCode::Storage},
    {"Read-only file system"_L1, ErrorCode::Storage},
    {"File too large"_L1, ErrorCode::Storage},
    {"insufficient permission for adding an object"_L1, ErrorCode::Storage},
    {"Host key verification failed"_L1, ErrorCode::Refused},
    {"certificate"_L1, ErrorCode::Refused},
    {"dubious ownership"_L1, ErrorCode::Refused},
    {"not allowed"_L1, ErrorCode::Refused},
    {"Authentication failed"_L1, ErrorCode::Unauthorized},
    {"could not read Username"_L1, ErrorCode::Unauthorized},
    {"could not read Password"_L1, ErrorCode::Unauthorized},
    {"Permission denied ("_L1, ErrorCode::Unauthorized}, // ssh lists the methods that it tried
    {"Permission to "_L1, ErrorCode::Unauthorized},
    {"error: 401"_L1, ErrorCode::Unauthorized},
    {"error: 403"_L1, ErrorCode::Unauthorized},
    {"Permission denied"_L1, ErrorCode::Storage},
    {"Repository not found"_L1, ErrorCode::NotFound},
    {"' not found"_L1, ErrorCode::NotFound},
    {"error: 404"_L1, ErrorCode::NotFound},
    {"does not appear to be a git repository"_L1, ErrorCode::NotFound},
    {"Not a valid object name"_L1, ErrorCode::NotFound},
    {"not a tree object"_L1, ErrorCode::NotFound},
    {"Not a valid commit name"_L1, ErrorCode::NotFound},
    {"bad object"_L1, ErrorCode::NotFound},
    {"Could not resolve host"_L1, ErrorCode::Unreachable},
    {"Connection refused"_L1, ErrorCode::Unreachable},
    {"Connection reset"_L1, ErrorCode::Unreachable},
    {"onnection timed out"_L1, ErrorCode::Unreachable},
    {"Operation timed out"_L1, ErrorCode::Unreachable},
    {"unreachable"_L1, ErrorCode::Unreachable},
    {"No route to host"_L1, ErrorCode::Unreachable},
    {"onnect to "_L1, ErrorCode::Unreachable}, // "Failed to connect to", "Couldn't connect to server"
    {"Empty reply from server"_L1, ErrorCode::Unreachable},
    {"returned error: 5"_L1, ErrorCode::Unreachable},
    {"returned error: 429"_L1, ErrorCode::Unreachable},
    {"SSL_ERROR_SYSCALL"_L1, ErrorCode::Unreachable},
    {"TLS connection was non-properly terminated"_L1, ErrorCode::Unreachable},
    {"is corrupt"_L1, ErrorCode::Corrupt},
    {"not a git repository"_L1, ErrorCode::Corrupt},
    {"unable to read"_L1, ErrorCode::Corrupt},
    {"inflate: "_L1, ErrorCode::Corrupt},
    {"early EOF"_L1, ErrorCode::Unreachable},
    {"hung up unexpectedly"_L1, ErrorCode::Unreachable},
    {"RPC failed"_L1, ErrorCode::Unreachable},
    {"Could not read from remote repository"_L1, ErrorCode::Unreachable},
};

ErrorCode classify(const QString &words)
{
    for (const Sign &sign : signs)
        if (words.contains(sign.words))
            return sign.code;
    return ErrorCode::Refused;
}

QString hintFor(ErrorCode code, const Remote &remote, const QString &folder)
{
    switch (code) {
    case ErrorCode::Unreachable:
        return u"Check the network and url in [repositories.%1]"_s.arg(remote.name);
    case ErrorCode::Unauthorized:
        return u"Check the secret git.%1 (`prometheus-pipeline credential set git.%1`) or the key that ssh offers"_s
            .arg(remote.name);
    case ErrorCode::NotFound:
        return u"Check url in [repositories.%1]; without permission a private repository looks absent, too"_s.arg(
            remote.name);
    case ErrorCode::Storage:
        return u"Free space, or correct the permissions of %1"_s.arg(folder);
    case ErrorCode::Corrupt:
        return u"Remove %1; it is a copy and will be fetched again"_s.arg(folder);
    default:
        return {};
    }
}

/// The lines that say something, as one line of text without control characters.
QString condensed(const QString &words)
{
    QStringList lines;
    for (const QString &line : words.split(u'\n')) {
        QString text;
        for (const QChar c : line)
            if (c.isPrint())
                text += c;
        text = text.trimmed();
        if (!text.isEmpty() && !lines.contains(text))
            lines << text;
    }
    return QStringList(lines.mid(qMax(0, lines.size() - 6))).join("; "_L1).right(1000);
}

} // namespace

QString withoutCredentials(QString text, const Remote &remote)
{
    static const QRegularExpression userInfo(u"([a-z][a-z0-9+.-]*://)[^/\\s]*@"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    text.replace(userInfo, u"\\1"_s);
    const QString token = QString::fromUtf8(remote.token.reveal());
    return token.isEmpty() ? text : text.replace(token, u"…"_s);
}

Error explainGit(const QString &purpose, const QByteArray &words, const Remote &remote, const QString &folder)
{
    const QString text = withoutCredentials(QString::fromUtf8(words), remote);
    const ErrorCode code = classify(text);
    if (code == ErrorCode::Unauthorized && remote.noToken)
        return Error{remote.noToken->code, purpose, remote.noToken->text(), remote.noToken->hint};
    return Error{code, purpose, condensed(text), hintFor(code, remote, folder)};
}

} // namespace pipeline::repository
