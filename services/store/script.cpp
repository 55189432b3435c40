// SPDX-License-Identifier: Apache-2.0
#include "script.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace pipeline::store {

namespace {

/// An empty line ends a statement, since a trigger has semicolons inside.
QStringList statements(const QString &sql)
{
    static const QRegularExpression emptyLine(u"\\n\\s*\\n"_s);
    QStringList list;
    for (QString statement : sql.split(emptyLine)) {
        QStringList lines = statement.split(u'\n');
        lines.removeIf([](const QString &line) { return line.trimmed().startsWith("--"_L1); });
        statement = lines.join(u'\n').trimmed();
        if (!statement.isEmpty())
            list << statement;
    }
    return list;
}

} // namespace

Result<void> runScript(Connection &connection, const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"The script %1 cannot be read"_s.arg(fileName), file.errorString());
    for (const QString &statement : statements(QString::fromUtf8(file.readAll()))) {
        if (const auto done = connection.execute(statement); !done)
            return fail(done.error());
    }
    return {};
}

} // namespace pipeline::store
