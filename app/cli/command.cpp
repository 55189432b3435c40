// SPDX-License-Identifier: Apache-2.0
#include "command.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

QString Call::configurationFile() const
{
    const QString given = arguments.value(u"config"_s);
    return given.isEmpty() ? configuration::defaultConfigurationFile(app.environment()) : given;
}

void Call::print(const QJsonObject &document) const
{
    streams.out << QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented));
    streams.out.flush();
}

void Call::note(const QString &text) const
{
    if (isQuiet())
        return;
    streams.err << "prometheus-pipeline: " << text << '\n';
    streams.err.flush();
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
    return report({ErrorCode::InvalidInput, why, {}, u"See prometheus-pipeline %1 --help"_s.arg(command)});
}

QString plain(QString text)
{
    for (QChar &c : text) {
        if (c == u'\n' || c == u'\t')
            c = u' ';
        else if (c.category() == QChar::Other_Control)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace pipeline::cli
