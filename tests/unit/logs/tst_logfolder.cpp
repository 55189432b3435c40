// SPDX-License-Identifier: Apache-2.0
#include "logs/logfolder.h"

#include <QDateTime>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;

class TestLogFolder : public QObject {
    Q_OBJECT

    static QDate today() { return QDateTime::currentDateTimeUtc().date(); }
    static QString nameOf(const QDate &day) { return u"console-%1.log"_s.arg(day.toString(Qt::ISODate)); }
    static void make(const QTemporaryDir &folder, const QString &name, qsizetype bytes = 10)
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(bytes, 'x')) == bytes);
    }
    static QStringList names(const QTemporaryDir &folder) { return QDir(folder.path()).entryList(QDir::Files); }
    /// All files, the oldest first.
    static QByteArray content(const QString &folder)
    {
        QByteArray all;
        for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

private slots:
    void writesOneLineForEach()
    {
        const QTemporaryDir base;
        const QString folder = base.filePath(u"deep/logs"_s);
        {
            logs::LogFolder log(folder, {});
            log.write(Severity::Info, u"runner"_s, u"item 12 ends"_s);
            log.write(Severity::Error, u"backlog"_s, u"two\nlines"_s);
        }
        const QList<QByteArray> lines = content(folder).split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines[0].endsWith("Z info runner: item 12 ends"), lines[0]);
        QVERIFY2(lines[1].endsWith("Z error backlog: two lines"), lines[1]);
        const auto entries = QDir(folder).entryInfoList(QDir::Files);
        QCOMPARE(logs::LogFolder::size(folder), content(folder).size());
        QVERIFY(!(entries.first().permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void givesItsLastWholeLines()
    {
        const QTemporaryDir folder;
        const auto put = [&](int daysAgo, const QByteArray &text) {
            QFile file(folder.filePath(nameOf(today().addDays(-daysAgo))));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        };
        put(1, "one\ntwo\n");
        put(0, "three\nfour\n");
        const auto last = [&](qint64 bytes) { return logs::LogFolder::lastLines(folder.path(), bytes); };
        QCOMPARE(last(1000), "one\ntwo\nthree\nfour\n");
        QCOMPARE(last(15), "two\nthree\nfour\n");
        QCOMPARE(last(14), "three\nfour\n");
        QCOMPARE(last(11), "three\nfour\n");
        QCOMPARE(last(10), "four\n");
        QCOMPARE(last(4), "");
    }

    void leavesOutWhatIsNotAskedFor()
    {
        const QTemporaryDir folder;
        {
            logs::LogFolder log(folder.path(), {.detail = Severity::Warning});
            log.write(Severity::Info, u"a"_s, u"unwanted"_s);
            log.write(Severity::Warning, u"a"_s, u"kept"_s);
            log.setLimits({.detail = Severity::Error});
            log.write(Severity::Warning, u"a"_s, u"unwanted"_s);
            log.write(Severity::Error, u"a"_s, u"always"_s);
        }
        const QByteArray all = content(folder.path());
        QVERIFY2(all.contains("kept") && all.contains("always") && !all.contains("unwanted"), all);
    }

    void forgetsOldDays()
    {
        const QTemporaryDir folder;
        make(folder, nameOf(today().addDays(-3)));
        make(folder, nameOf(today().addDays(-2)));
        make(folder, u"notes.log"_s); // somebody else's
        {
            logs::LogFolder(folder.path(), {.days = 3});
        }
        QCOMPARE(names(folder), (QStringList{nameOf(today().addDays(-2)), u"notes.log"_s}));
    }

    void staysWithinItsSize()
    {
        const QTemporaryDir folder;
        for (const int day : {1, 2, 3})
            make(folder, nameOf(today().addDays(-day)), 400);
        {
            logs::LogFolder log(folder.path(), {.bytes = 1000});
            log.write(Severity::Info, u"a"_s, QString(300, u'y'));
        }
        QVERIFY(logs::LogFolder::size(folder.path()) <= 1000);
        QCOMPARE(names(folder).last(), nameOf(today()));
        {
            logs::LogFolder log(folder.path(), {.bytes = 500});
            log.write(Severity::Info, u"a"_s, QString(300, u'z')); // would make today's too large
        }
        QCOMPARE(names(folder), QStringList{nameOf(today())});
        QVERIFY(!content(folder.path()).contains('z'));
    }
};

QTEST_GUILESS_MAIN(TestLogFolder)
#include "tst_logfolder.moc"
