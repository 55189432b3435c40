// SPDX-License-Identifier: Apache-2.0
#include "enginedouble.h"

#include "support/installation.h"
#include "support/processlist.h"
#include "support/resultchecks.h"

#include <QTcpServer>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Answer;
using tests::EngineDouble;
using tests::Installation;
using tests::OutsideSql;

/// `run` as a process: its signals and exit codes.
class TestRunCommand : public QObject {
    Q_OBJECT

    static void start(QProcess &process, const Installation &installation, const QStringList &arguments)
    {
        process.setProcessEnvironment(installation.variables());
        process.start(QStringLiteral(PIPELINE_PROGRAM),
                      QStringList{u"--config"_s, installation.configurationFile(), u"run"_s} + arguments);
        QVERIFY(process.waitForStarted());
    }

    /// Whether it is far enough to be asked to end: before, a signal just ends it.
    static bool watchesSignals(const QProcess &process)
    {
        QFile status(u"/proc/%1/status"_s.arg(process.processId()));
        if (!status.open(QIODevice::ReadOnly))
            return false;
        const QByteArray text = status.readAll();
        const quint64 blocked = text.mid(text.indexOf("SigBlk:") + 7, 17).trimmed().toULongLong(nullptr, 16);
        return blocked & (quint64(1) << (SIGTERM - 1));
    }

    static int end(QProcess &process)
    {
        return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode()
                                                                                               : -1;
    }

    static QVariantList row(const Installation &installation, const QString &columns)
    {
        const auto rows =
            OutsideSql(installation.backlogFile()).run(u"select %1 from backlog order by id"_s.arg(columns));
        return rows && !rows->isEmpty() ? rows->first() : QVariantList();
    }

    const QTemporaryDir m_home;

private slots:
    void initTestCase() { tests::GitRepository::isolate(m_home.path()); }

    void watchTakesWhatComes()
    {
        Installation installation;
        installation.configure(EngineDouble().configuration());
        QProcess watch;
        start(watch, installation, {u"--watch"_s, u"--format"_s, u"json"_s});
        const qint64 item = installation.insert(u"validar"_s, installation.makeRelease());
        QTRY_COMPARE_WITH_TIMEOUT(row(installation, u"estado"_s), QVariantList{u"concluido"_s}, 60'000);
        QCOMPARE(watch.state(), QProcess::Running);
        kill(pid_t(watch.processId()), SIGTERM);
        QCOMPARE(end(watch), 0);

        QList<QByteArray> lines = watch.readAllStandardOutput().trimmed().split('\n');
        QVERIFY(lines.size() > 5);
        for (const QByteArray &line : std::as_const(lines)) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            QVERIFY2(event["item"_L1].toInteger() == item && event.contains("event"_L1), line.constData());
        }
        const QJsonObject last = QJsonDocument::fromJson(lines.last()).object();
        QCOMPARE(last["event"_L1].toString(), u"finished"_s);
        QCOMPARE(last["resultado"_L1]["status"_L1].toString(), u"sucesso"_s);
    }

    void aSignalWithNothingToDo_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<int>("code");
        QTest::newRow("SIGTERM") << SIGTERM << 0;
        QTest::newRow("SIGINT") << SIGINT << 130;
    }

    void aSignalWithNothingToDo()
    {
        QFETCH(const int, signal);
        QFETCH(const int, code);
        Installation installation;
        installation.configure(EngineDouble().configuration());
        QProcess watch;
        start(watch, installation, {u"--watch"_s});
        QTRY_VERIFY_WITH_TIMEOUT(watchesSignals(watch), 60'000);
        kill(pid_t(watch.processId()), signal);
        QCOMPARE(end(watch), code);
    }

    void aSignalAtWork_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<int>("signal");
        QTest::addColumn<int>("code");
        QTest::newRow("watch, SIGTERM") << u"--watch"_s << SIGTERM << 0;
        QTest::newRow("watch, SIGINT") << u"--watch"_s << SIGINT << 130;
        QTest::newRow("drain, SIGINT") << u"--drain"_s << SIGINT << 130;
        QTest::newRow("once, SIGTERM") << u"--once"_s << SIGTERM << 130;
    }

    /// The item goes back to whoever comes next, and the next one is not begun.
    void aSignalAtWork()
    {
        QFETCH(const QString, option);
        QFETCH(const int, signal);
        QFETCH(const int, code);
        EngineDouble engine;
        engine.setAnswers(EngineDouble::versionPath(), {Answer::silence()});
        Installation installation;
        installation.configure(engine.configuration());
        const tests::SampleRelease release = installation.makeRelease();
        installation.insert(u"implantar"_s, release);
        installation.insert(u"implantar"_s, release);
        QProcess process;
        start(process, installation, {option});
        QTRY_COMPARE_WITH_TIMEOUT(engine.requests(EngineDouble::versionPath()).size(), 1, 60'000);
        kill(pid_t(process.processId()), signal);
        QCOMPARE(end(process), code);
        QCOMPARE(row(installation, u"estado, reservado_por, tentativa"_s),
                 (QVariantList{u"pendente"_s, QVariant(QMetaType::fromType<QString>()), 1}));
        OutsideSql outside(installation.backlogFile());
        QCOMPARE(outside.value(u"select group_concat(estado || tentativa) from backlog"_s), u"pendente1,pendente0"_s);
        QCOMPARE(outside.value(u"select outcome from run_attempt"_s), u"pendente"_s);
        QCOMPARE(tests::processesWith(installation.path({}).toLocal8Bit()), QList<qint64>());
    }

    void whatIsOutOfReachIsExitCodeThree()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QByteArray port = QByteArray::number(closed.serverPort());
        closed.close();
        Installation installation;
        installation.configure("engine = \"http://127.0.0.1:" + port + "\"\nuser = \"demo\"\npolicy = \"none\"\n");
        installation.insert(u"implantar"_s, installation.makeRelease(), 2);
        QProcess first;
        start(first, installation, {u"--once"_s});
        QCOMPARE(end(first), 3);
        QCOMPARE(row(installation, u"estado, tentativa, disponivel_em > atualizado_em, resultado is null"_s),
                 (QVariantList{u"pendente"_s, 1, 1, 1}));
        QCOMPARE(first.readAllStandardError().count("Trying again"), 2);
        // A drain does not wait for it.
        QProcess drain;
        start(drain, installation, {u"--drain"_s});
        QCOMPARE(end(drain), 0);

        OutsideSql outside(installation.backlogFile());
        VERIFY_RESULT(outside.run(u"update backlog set disponivel_em = '2000-01-01T00:00:00.000Z'"_s));
        QProcess last;
        start(last, installation, {u"--once"_s});
        QCOMPARE(end(last), 3);
        QCOMPARE(row(installation, u"estado, tentativa, resultado ->> '$.status'"_s),
                 (QVariantList{u"falhou"_s, 2, u"falha"_s}));
    }
};

QTEST_GUILESS_MAIN(TestRunCommand)
#include "tst_runcommand.moc"
