// SPDX-License-Identifier: Apache-2.0
#include "webaddress.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace pipeline::configuration {

QString webAddressProblem(const QString &text)
{
    if (text.contains(u'@')) // anywhere, for a password may hold a slash
        return u"must not hold a user or password: the password belongs into the keychain"_s;
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty())
        return u"must be an address that begins with http:// or https://, it is \"%1\""_s.arg(text);
    if (url.hasQuery() || url.hasFragment())
        return u"must be an address without ? and #"_s;
    return {};
}

bool holdsPassword(const QString &url)
{
    static const QRegularExpression userAndPassword(u"^[a-z][a-z0-9+.-]*://[^/]*:[^/]*@"_s,
                                                    QRegularExpression::CaseInsensitiveOption);
    return userAndPassword.match(url).hasMatch();
}

} // namespace pipeline::configuration
