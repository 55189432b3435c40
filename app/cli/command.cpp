// SPDX-License-Identifier: Apache-2.0
#include "command.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

QString Call::environmentName() const
{
    const QString given = arguments.value(u"environment"_s);
    return given.isEmpty() ? app.configuration().defaultEnvironment : given;
}

void Call::print(const QJsonObject &document) const
{
    streams.out << QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented));
    streams.out.flush();
}

int Call::report(const Error &error) const
{
    streams.err << "prometheus-pipeline: " << error.message << '\n';
    if (!error.detail.isEmpty())
        streams.err << "  why: " << error.detail << '\n';
    if (!error.hint.isEmpty())
        streams.err << "  next: " << error.hint << '\n';
    streams.err.flush();
    return exitCode(error.code);
}

int Call::misused(const QString &why) const
{
    return report({ErrorCode::InvalidInput, why, {}, u"See --help"_s});
}

} // namespace pipeline::cli
