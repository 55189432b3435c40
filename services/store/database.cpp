// SPDX-License-Identifier: Apache-2.0
#include "database.h"

#include "connectionthread.h"
#include "migrations.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace pipeline::store {

namespace {

/// Makes the file before SQLite does, which would give it the umask's permissions; its -wal and -shm files inherit
/// them.
///
/// A file that is there is not opened: closing it would drop the locks that this process may hold on it.
std::optional<Error> makePrivateFile(const QString &fileName)
{
    const QFileInfo info(fileName);
    if (!QDir().mkpath(info.absolutePath()))
        return Error{ErrorCode::Storage,
                     u"The folder %1 for the backlog database cannot be made"_s.arg(info.absolutePath()),
                     {},
                     u"Check the permissions of the folder above it"_s};
    const QByteArray path = QFile::encodeName(fileName);
    const int fd = ::open(path.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0 && (errno != EEXIST || ::faccessat(AT_FDCWD, path.constData(), R_OK | W_OK, AT_EACCESS) != 0))
        return Error{ErrorCode::Storage, u"The backlog database %1 cannot be opened for writing"_s.arg(fileName),
                     qt_error_string(errno), u"Check the owner and the permissions of the file and its folder"_s};
    if (fd >= 0)
        ::close(fd);
    return {};
}

} // namespace

Database::Database(QString fileName) : m_fileName(std::move(fileName)) {}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const QString &url, const Options &options)
{
    const QString path = url.mid(7);
    // A colon begins what SQLite does not take for a file, such as :memory:, of which each thread would have its own.
    if (!url.startsWith("sqlite:"_L1) || path.isEmpty() || path.startsWith(u':'))
        return fail(ErrorCode::InvalidInput, u"The backlog url %1 is not understood"_s.arg(url), {},
                    u"Write sqlite:/path/to/backlog.sqlite"_s);
    std::unique_ptr<Database> database(new Database(QFileInfo(path).absoluteFilePath()));
    if (const auto error = makePrivateFile(database->m_fileName))
        return fail(*error);
    if (const auto started = database->start(options); !started)
        return fail(started.error());
    return database;
}

Result<void> Database::start(const Options &options)
{
    m_writer = std::make_unique<ConnectionThread>(m_fileName, options, true);
    if (const auto error = m_writer->open())
        return fail(*error);
    const auto migrated = write([this](Connection &connection) { return migrate(connection, m_fileName); }, {});
    if (!migrated)
        return migrated;
    for (int i = 0; i < options.readers; ++i) {
        m_readers.push_back(std::make_unique<ConnectionThread>(m_fileName, options, false));
        if (const auto error = m_readers.back()->open())
            return fail(*error);
    }
    return {};
}

std::optional<Error> Database::run(bool writing, Body body, std::stop_token stop)
{
    if (writing)
        return m_writer->run(std::move(body), stop);
    // Past one that still reads through a million rows for somebody who has stopped waiting.
    const auto idlest = std::ranges::min_element(m_readers, {}, [](const auto &reader) { return reader->load(); });
    return (*idlest)->run(std::move(body), stop);
}

} // namespace pipeline::store
