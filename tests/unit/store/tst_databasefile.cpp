// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace pipeline;
using store::Connection;
using store::Database;
using tests::OutsideSql;

namespace {

constexpr uid_t Nobody = 65534;

/// Gives up the rights of root, for which no permission counts.
class WithoutRights {
public:
    WithoutRights() : m_user(geteuid()) { (void)seteuid(m_user == 0 ? Nobody : m_user); }
    ~WithoutRights() { (void)seteuid(m_user); }
    WithoutRights(const WithoutRights &) = delete;
    WithoutRights &operator=(const WithoutRights &) = delete;

private:
    const uid_t m_user;
};

Result<qint64> insertText(Database &database, const QString &text)
{
    return database.write(
        [&](Connection &connection) {
            return connection.insert(u"insert into backlog (tipo, contexto) values (?, '{}')"_s, {text});
        },
        {});
}

Result<qint64> count(Database &database)
{
    return database.read(
        [](Connection &connection) -> Result<qint64> {
            const auto rows = connection.query(u"select count(*), sum(length(tipo)) from backlog"_s);
            return rows ? Result<qint64>(rows->first().first().toLongLong()) : fail(rows.error());
        },
        {});
}

QByteArray bytesOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void writeAt(const QString &fileName, qint64 position, const QByteArray &bytes)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(position) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(fileName));
}

mode_t modeOf(const QString &fileName)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(fileName).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

} // namespace

class TestDatabaseFile : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        if (geteuid() == 0) // so that WithoutRights owns what it is refused
            QCOMPARE(::chown(QFile::encodeName(m_folder->path()).constData(), Nobody, gid_t(-1)), 0);
    }

    void aUrlThatIsNotUnderstood_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"", "sqlite", "sqlite:", "/var/lib/backlog.sqlite", "postgresql://desk@db/backlog",
                                "SQLITE:/x", "sqlite::memory:"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }

    void aUrlThatIsNotUnderstood()
    {
        QFETCH(QString, url);
        const auto opened = Database::open(url);
        COMPARE_ERROR(opened, ErrorCode::InvalidInput);
        QVERIFY(opened.error().text().contains(u"sqlite:/"_s));
    }

    void aPathBelowAFile()
    {
        writeAt(path(), 0, "text");
        const auto opened = Database::open(url() + u"/below/b.sqlite"_s);
        COMPARE_ERROR(opened, ErrorCode::Storage);
        QVERIFY(opened.error().text().contains(path() + u"/below"_s));
        QCOMPARE(bytesOf(path()), "text");
    }

    void aFolderIsNoFile()
    {
        QVERIFY(QDir().mkdir(path()));
        const auto opened = Database::open(url());
        COMPARE_ERROR(opened, ErrorCode::Storage);
        QVERIFY(opened.error().text().contains(path()));
    }

    void aReadOnlyFolder()
    {
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
        const WithoutRights guard;
        const auto opened = Database::open(url());
        COMPARE_ERROR(opened, ErrorCode::Storage);
        QVERIFY(opened.error().text().contains(path()));
        QVERIFY(!QFile::exists(path()));
        COMPARE_ERROR(Database::open(u"sqlite:"_s + m_folder->filePath(u"below/b.sqlite"_s)), ErrorCode::Storage);
    }

    void aReadOnlyFolderAroundADatabase()
    {
        const WithoutRights guard;
        VERIFY_RESULT(Database::open(url()));
        const QByteArray before = bytesOf(path());
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
        const auto opened = Database::open(url());
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        COMPARE_ERROR(opened, ErrorCode::Storage);
        QVERIFY2(opened.error().text().contains(path()), qPrintable(opened.error().text()));
        QVERIFY2(opened.error().text().contains(u"folder"_s), qPrintable(opened.error().text()));
        QCOMPARE(bytesOf(path()), before);
        VERIFY_RESULT(Database::open(url()));
    }

    void aReadOnlyFile()
    {
        const WithoutRights guard;
        VERIFY_RESULT(Database::open(url()));
        const QByteArray before = bytesOf(path());
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner));
        const auto opened = Database::open(url());
        COMPARE_ERROR(opened, ErrorCode::Storage);
        QVERIFY2(opened.error().text().contains(path()), qPrintable(opened.error().text()));
        QCOMPARE(bytesOf(path()), before);
    }

    void notADatabase_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a text") << QByteArray("[backlog]\nurl = \"sqlite:/srv/backlog.sqlite\"\n").repeated(50);
        QTest::newRow("a short text") << QByteArray("to do: backlog\n");
        QTest::newRow("an archive") << QByteArray("PK\x03\x04").append(QByteArray(20'000, '\xa5'));
        QTest::newRow("a header alone") << QByteArray("SQLite format 3\0", 16).append(QByteArray(84, '\xff'));
    }

    void notADatabase()
    {
        QFETCH(QByteArray, content);
        writeAt(path(), 0, content);
        const auto opened = Database::open(url());
        COMPARE_ERROR(opened, ErrorCode::Corrupt);
        QVERIFY2(opened.error().text().contains(path()), qPrintable(opened.error().text()));
        QCOMPARE(bytesOf(path()), content);
    }

    void aDamagedDatabase_data()
    {
        QTest::addColumn<int>("from"); // in per cent of the file
        QTest::addColumn<bool>("cut");
        QTest::newRow("garbage in the middle") << 40 << false;
        QTest::newRow("garbage in the schema") << 0 << false;
        QTest::newRow("cut short") << 50 << true;
    }

    void aDamagedDatabase()
    {
        QFETCH(int, from);
        QFETCH(bool, cut);
        {
            const auto opened = Database::open(url());
            VERIFY_RESULT(opened);
            for (int i = 0; i < 100; ++i)
                VERIFY_RESULT(insertText(**opened, QString(3000, u'x')));
        }
        const qint64 size = QFileInfo(path()).size();
        const qint64 position = std::max<qint64>(100, size * from / 100 / 4096 * 4096);
        if (cut)
            QVERIFY(QFile::resize(path(), position));
        else
            writeAt(path(), position, QByteArray(100'000, '\xa5'));
        const QByteArray before = bytesOf(path());
        const auto opened = Database::open(url());
        const Error error = opened ? count(**opened).error() : opened.error();
        QVERIFY2(error.code == ErrorCode::Corrupt, qPrintable(error.text()));
        QVERIFY2(error.message.contains(path()), qPrintable(error.text()));
        QCOMPARE(bytesOf(path()), before);
    }

    void missingFoldersAreMade()
    {
        const auto opened = Database::open(u"sqlite:"_s + m_folder->filePath(u"a/b c/ç/backlog.sqlite"_s));
        VERIFY_RESULT(opened);
        VERIFY_RESULT(insertText(**opened, u"x"_s));
        QVERIFY(QFile::exists(m_folder->filePath(u"a/b c/ç/backlog.sqlite"_s)));
    }

    void aRelativePathStaysTheSame_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a name") << u"backlog.sqlite"_s;
        QTest::newRow("SQLite's addresses") << u"file:b.sqlite?mode=memory"_s;
    }

    void aRelativePathStaysTheSame()
    {
        QFETCH(QString, name);
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder->path()));
        const auto opened = Database::open(u"sqlite:"_s + name);
        QVERIFY(QDir::setCurrent(before));
        VERIFY_RESULT(opened);
        VERIFY_RESULT(insertText(**opened, u"x"_s));
        QCOMPARE((*opened)->fileName(), m_folder->path() + u'/' + name);
        QCOMPARE(*count(**opened), 1);
        QCOMPARE(OutsideSql((*opened)->fileName()).value(u"select count(*) from backlog"_s).toInt(), 1);
    }

    void onlyTheOwnerReadsIt()
    {
        const mode_t mask = ::umask(0);
        const auto opened = Database::open(url());
        VERIFY_RESULT(opened);
        VERIFY_RESULT(insertText(**opened, u"x"_s));
        ::umask(mask);
        for (const auto &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QCOMPARE(modeOf(path() + suffix), mode_t(0600));
    }

    void aFullDatabase()
    {
        const auto opened = Database::open(url(), {.maximumPages = 200});
        VERIFY_RESULT(opened);
        fill(**opened);
    }

    void aFullDisk()
    {
        if (geteuid() != 0 || ::unshare(CLONE_NEWNS) != 0
            || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
            QSKIP("mounting a small file system needs root");
        const QByteArray folder = QFile::encodeName(m_folder->path());
        QCOMPARE(::mount("tmpfs", folder.constData(), "tmpfs", 0, "size=2m,mode=700"), 0);
        const auto unmount = qScopeGuard([&] { ::umount2(folder.constData(), MNT_DETACH); });
        QFile other(m_folder->filePath(u"other programs' data"_s));
        QVERIFY(other.open(QIODevice::WriteOnly));
        QCOMPARE(other.write(QByteArray(400'000, 'x')), 400'000);
        other.close();
        qint64 recorded = 0;
        {
            const auto opened = Database::open(url());
            VERIFY_RESULT(opened);
            fill(**opened);
            recorded = *count(**opened);

            // Nor can a new one be made, and that says so too.
            const auto another = Database::open(u"sqlite:"_s + m_folder->filePath(u"another.sqlite"_s));
            COMPARE_ERROR(another, ErrorCode::Storage);

            QVERIFY(other.remove());
            VERIFY_RESULT(insertText(**opened, u"after"_s));
        }
        QCOMPARE(OutsideSql(path()).value(u"pragma integrity_check"_s).toString(), u"ok"_s);
        const auto again = Database::open(url());
        VERIFY_RESULT(again);
        QCOMPARE(*count(**again), recorded + 1);
    }

private:
    QString path() const { return m_folder->filePath(u"a.sqlite"_s); }
    QString url() const { return u"sqlite:"_s + path(); }

    /// Writes until there is no room left, and checks that what was recorded is there.
    void fill(Database &database)
    {
        qint64 recorded = 0;
        Result<qint64> last = 0;
        while (recorded < 10'000 && (last = insertText(database, QString(2000, u'x'))))
            ++recorded;
        COMPARE_ERROR(last, ErrorCode::Storage);
        QVERIFY2(last.error().text().contains(database.fileName()), qPrintable(last.error().text()));
        QVERIFY2(last.error().text().contains(u"full"_s), qPrintable(last.error().text()));
        QVERIFY(recorded > 10);
        QCOMPARE(*count(database), recorded);
        COMPARE_ERROR(insertText(database, QString(2000, u'x')), ErrorCode::Storage);
        QCOMPARE(*count(database), recorded);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestDatabaseFile)
#include "tst_databasefile.moc"
