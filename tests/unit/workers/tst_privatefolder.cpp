// SPDX-License-Identifier: Apache-2.0
#include "workers/privatefolder.h"

#include "support/resultchecks.h"
#include "workerrepository.h"

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace pipeline;

class TestPrivateFolder : public QObject {
    Q_OBJECT

private slots:
    void isOnesOwnAndVanishes()
    {
        QTemporaryDir parent;
        QString path;
        {
            const auto folder = workers::makePrivateFolder(parent.filePath(u"not/yet/there"_s), u"run-"_s);
            VERIFY_RESULT(folder);
            path = folder->path();
            QVERIFY(path.startsWith(parent.filePath(u"not/yet/there/run-"_s)));
            const auto forOthers = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
            QCOMPARE(QFile::permissions(path) & forOthers, QFile::Permissions());
        }
        QVERIFY(!QFile::exists(path));
    }

    void cannotBeMade() { COMPARE_ERROR(workers::makePrivateFolder(u"/proc/no/such"_s, {}), ErrorCode::Storage); }

    void oldOnesAreRemoved()
    {
        WorkerRepository parent;
        parent.write(u"old/file"_s, "x");
        parent.write(u"new/file"_s, "x");
        parent.write(u"kept/file"_s, "x");
        QVERIFY(QFile::link(parent.path(u"kept"_s), parent.path(u"link"_s)));
        const timespec longAgo[2] = {{1000, 0}, {1000, 0}};
        for (const QString &name : {u"old"_s, u"link"_s})
            QCOMPARE(
                utimensat(AT_FDCWD, QFile::encodeName(parent.path(name)).constData(), longAgo, AT_SYMLINK_NOFOLLOW), 0);
        workers::removeEntriesOlderThan(parent.path(), 1);
        QVERIFY(!QFile::exists(parent.path(u"old"_s)));
        QVERIFY(QFile::exists(parent.path(u"new/file"_s)));
        QVERIFY(QFile::exists(parent.path(u"kept/file"_s)));
    }
};

QTEST_GUILESS_MAIN(TestPrivateFolder)
#include "tst_privatefolder.moc"
