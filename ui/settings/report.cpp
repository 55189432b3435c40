// SPDX-License-Identifier: Apache-2.0
#include "report.h"

#include "logs/logfolder.h"
#include "ui/session/session.h"

#include <QSaveFile>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {
constexpr qint64 LogBytes = 1'000'000;
}

QString versions(const Session &session)
{
    QStringList lines{u"Prometheus Pipeline %1"_s.arg(QStringLiteral(PIPELINE_VERSION)),
                      u"Qt %1"_s.arg(QLatin1StringView(qVersion())), QSysInfo::prettyProductName(),
                      u"%1 %2"_s.arg(QSysInfo::kernelType(), QSysInfo::kernelVersion())};
    if (!session.engine().detail.isEmpty())
        lines << u"Camunda %1"_s.arg(session.engine().detail);
    return lines.join(u'\n');
}

Result<void> saveReport(const QString &fileName, const QString &versions, const QString &logFolder)
{
    QSaveFile file(fileName);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(versions.toUtf8() + "\n\n" + logs::LogFolder::lastLines(logFolder, LogBytes));
        if (file.commit())
            return {};
    }
    return fail(ErrorCode::Storage, u"%1 cannot be written"_s.arg(fileName), file.errorString(),
                u"Choose another folder, or make room on the disk"_s);
}

} // namespace pipeline::ui
