// SPDX-License-Identifier: Apache-2.0
#include "workers/untrustedfile.h"

#include "workerrepository.h"

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using pipeline::workers::readUntrusted;

class TestUntrustedFile : public QObject {
    Q_OBJECT

private slots:
    void readsARegularFile()
    {
        WorkerRepository folder;
        folder.write(u"file"_s, "content");
        QCOMPARE(readUntrusted(folder.path(u"file"_s)).value_or(QByteArray()), "content");
        QCOMPARE(readUntrusted(folder.path(u"file"_s), 7).value_or(QByteArray()), "content");
        QVERIFY(!readUntrusted(folder.path(u"file"_s), 6));
        folder.write(u"empty"_s, "");
        QVERIFY(readUntrusted(folder.path(u"empty"_s)));
    }

    void refusesEverythingElse()
    {
        WorkerRepository folder;
        folder.write(u"file"_s, "content");
        QVERIFY(QFile::link(folder.path(u"file"_s), folder.path(u"link"_s)));
        QVERIFY(!readUntrusted(folder.path(u"link"_s)));
        QCOMPARE(mkfifo(QFile::encodeName(folder.path(u"pipe"_s)).constData(), 0600), 0);
        QVERIFY(!readUntrusted(folder.path(u"pipe"_s))); // and does not wait for a writer
        QVERIFY(!readUntrusted(folder.path()));
        QVERIFY(!readUntrusted(folder.path(u"missing"_s)));
        QVERIFY(!readUntrusted(u"/dev/zero"_s));
    }
};

QTEST_GUILESS_MAIN(TestUntrustedFile)
#include "tst_untrustedfile.moc"
