// SPDX-License-Identifier: Apache-2.0
#include "console/singleinstance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using pipeline::app::SingleInstance;

class TestSingleInstance : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;
    QTemporaryDir m_folder;

private slots:
    void initTestCase() { qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit()); }

    void theSecondHandsItsLinkOver()
    {
        SingleInstance first(u"/etc/a.toml"_s);
        QVERIFY(!first.handOver({}));
        QVERIFY(first.listen());
        QSignalSpy asked(&first, &SingleInstance::asked);
        bool taken = false;
        // As another process would: it waits while this one works.
        std::jthread second(
            [&] { taken = SingleInstance(u"/etc/a.toml"_s).handOver(u"prometheus-pipeline://release/R-1"_s); });
        QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 1, Limit);
        second.join();
        QVERIFY(taken);
        QCOMPARE(asked.first().first().toString(), u"prometheus-pipeline://release/R-1"_s);
    }

    void anotherConfigurationIsAnotherConsole()
    {
        SingleInstance first(u"/etc/a.toml"_s);
        QVERIFY(first.listen());
        QVERIFY(!SingleInstance(u"/etc/b.toml"_s).handOver({}));
    }

    void oneThatCrashedIsNoObstacle()
    {
        {
            QLocalServer crashed;
            QVERIFY(crashed.listen(m_folder.filePath(u"left"_s)));
        }
        SingleInstance next({});
        QVERIFY(!next.handOver({}));
        QVERIFY(next.listen());
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
