// SPDX-License-Identifier: Apache-2.0
#include "logfolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace pipeline::logs {

namespace {

const QString pattern = u"console-*.log"_s;

QString fileName(const QDate &day)
{
    return u"console-%1.log"_s.arg(day.toString(Qt::ISODate));
}

/// Newest first.
QFileInfoList files(const QString &folder)
{
    return QDir(folder).entryInfoList({pattern}, QDir::Files, QDir::Name | QDir::Reversed);
}

} // namespace

LogFolder::LogFolder(QString folder, const Limits &limits)
    : m_folder(std::move(folder)), m_limits(limits), m_thread([this](std::stop_token stop) { work(stop); })
{}

LogFolder::~LogFolder() = default;

void LogFolder::setLimits(const Limits &limits)
{
    {
        const std::lock_guard lock(m_mutex);
        m_limits = limits;
        m_prune = true;
    }
    m_added.notify_one();
}

void LogFolder::write(Severity severity, const QString &source, const QString &text)
{
    const QString line = u"%1 %2 %3: %4\n"_s.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                                                 toString(severity), source, text.simplified());
    {
        const std::lock_guard lock(m_mutex);
        if (severity > m_limits.detail)
            return;
        m_lines += line.toUtf8();
    }
    m_added.notify_one();
}

qint64 LogFolder::size(const QString &folder)
{
    qint64 bytes = 0;
    for (const QFileInfo &file : files(folder))
        bytes += file.size();
    return bytes;
}

QByteArray LogFolder::lastLines(const QString &folder, qint64 bytes)
{
    QByteArray lines;
    for (const QFileInfo &info : files(folder)) {
        QFile file(info.filePath());
        if (lines.size() >= bytes || !file.open(QIODevice::ReadOnly))
            break;
        const qint64 cut = file.size() - (bytes - lines.size());
        if (cut > 0) {
            file.seek(cut - 1); // so that a line which begins right there is whole
            file.readLine();
        }
        lines.prepend(file.readAll());
        if (cut > 0)
            break;
    }
    return lines;
}

void LogFolder::work(std::stop_token stop)
{
    while (true) {
        std::unique_lock lock(m_mutex);
        m_added.wait(lock, stop, [this] { return !m_lines.isEmpty() || m_prune; });
        const bool isLast = stop.stop_requested(); // asked first: then nobody writes any more
        const QByteArray lines = std::exchange(m_lines, {});
        const Limits limits = m_limits;
        const QDate today = QDateTime::currentDateTimeUtc().date();
        const bool old = std::exchange(m_prune, false) || m_day != today;
        lock.unlock();
        m_day = today;
        if (old)
            prune(limits, 0);
        if (!lines.isEmpty())
            append(lines, limits);
        if (isLast)
            return;
    }
}

void LogFolder::append(const QByteArray &lines, const Limits &limits)
{
    QDir().mkpath(m_folder);
    if (size(m_folder) + lines.size() > limits.bytes)
        prune(limits, lines.size());
    QFile file(QDir(m_folder).filePath(fileName(m_day)));
    if (file.size() + lines.size() > limits.bytes || !file.open(QIODevice::Append))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(lines);
}

void LogFolder::prune(const Limits &limits, qint64 room)
{
    const QString oldest = fileName(m_day.addDays(1 - limits.days));
    qint64 bytes = room;
    for (const QFileInfo &file : files(m_folder)) {
        bytes += file.size();
        if (file.fileName() < oldest || (bytes > limits.bytes && file.fileName() != fileName(m_day)))
            QFile::remove(file.filePath());
    }
}

} // namespace pipeline::logs
