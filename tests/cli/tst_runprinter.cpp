// SPDX-License-Identifier: Apache-2.0
#include "cli/progressline.h"
#include "releasesample.h"
#include "support/outsidesql.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::CliUser;
using tests::ReleaseSample;

/// What `run` prints, and its exit codes.
class tst_RunPrinter : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void runsAnItem();
    void printsEventsAsJson();
    void tellsOfAFailure();
    void endsWhatCannotBeRead();
    void givesBackWhatIsOutOfReach();
    void drains();
    void saysWhatWaitsForAnotherRunner();
    void runsItemsThatNameNoEnvironmentInTheNamedOne();
    void drawsProgressOnATerminalOnly();
    void progressFitsTheTerminal_data();
    void progressFitsTheTerminal();
    void stopsInGoodOrder();

private:
    QTemporaryDir m_home;
};

void tst_RunPrinter::initTestCase()
{
    tests::GitRepository::isolate(m_home.path());
}

void tst_RunPrinter::runsAnItem()
{
    CliUser user;
    const ReleaseSample release(user);
    release.insert(release.item());
    QCOMPARE(user.run({u"run"_s, u"--once"_s}).code, 0);
    user.run({u"backlog"_s, u"list"_s});
    VERIFY_GOLDEN(u"run-once"_s, user.takeTranscript());
}

void tst_RunPrinter::printsEventsAsJson()
{
    CliUser user;
    const ReleaseSample release(user);
    release.insert(release.item());
    const auto ran = user.run({u"run"_s, u"--once"_s, u"--quiet"_s, u"--format"_s, u"json"_s});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.err, QString());
    QStringList kinds;
    const QStringList lines = ran.out.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QJsonObject event = QJsonDocument::fromJson(line.toUtf8()).object();
        QVERIFY2(event["at"_L1].isString() && event["item"_L1].toInt() == 1, qPrintable(line));
        if (kinds.value(kinds.size() - 1) != event["event"_L1].toString())
            kinds << event["event"_L1].toString();
    }
    QVERIFY(kinds.contains("stage"_L1));
    QCOMPARE(kinds.count(u"finished"_s), 1);
    QCOMPARE(kinds.last(), u"finished"_s);
    const QJsonObject last = QJsonDocument::fromJson(lines.last().toUtf8()).object();
    QCOMPARE(last["resultado"_L1]["status"_L1].toString(), u"sucesso"_s);
}

void tst_RunPrinter::tellsOfAFailure()
{
    CliUser user;
    const ReleaseSample release(user, tests::brokenProcess());
    release.insert(release.item());
    const auto ran = user.run({u"run"_s, u"--once"_s});
    QCOMPARE(ran.code, 1);
    user.run({u"backlog"_s, u"list"_s});
    VERIFY_GOLDEN(u"run-failure"_s, user.takeTranscript());
}

void tst_RunPrinter::endsWhatCannotBeRead()
{
    CliUser user;
    const ReleaseSample release(user);
    QCOMPARE(user.run({u"backlog"_s, u"list"_s}).code, 0);
    tests::OutsideSql producer(user.backlogFile());
    QVERIFY(
        producer.run(u"insert into backlog (tipo, contexto) values ('executar_pipeline', '{\"modo\":\"validar\"}')"_s));
    user.takeTranscript();
    QCOMPARE(user.run({u"run"_s, u"--once"_s}).code, 1);
    VERIFY_GOLDEN(u"run-unreadable"_s, user.takeTranscript());
}

void tst_RunPrinter::givesBackWhatIsOutOfReach()
{
    CliUser user;
    const ReleaseSample release(user, tests::process("analise_credito"), "http://127.0.0.1:1", "policy = \"none\"\n");
    release.insert(release.item("implantar"));
    const auto ran = user.run({u"run"_s, u"--once"_s});
    QCOMPARE(ran.code, 3);
    QCOMPARE(ran.out, QString());
    QVERIFY2(ran.err.contains("Item 1 is pendente again"_L1), qPrintable(ran.err));
    QVERIFY2(ran.err.contains("refuses the connection"_L1), qPrintable(ran.err));
    QVERIFY(ran.err.contains("(3 of 3)"_L1));
    tests::OutsideSql sql(user.backlogFile());
    QCOMPARE(sql.value(u"select estado from backlog"_s).toString(), u"pendente"_s);
    // Not claimable before its time.
    QCOMPARE(user.run({u"run"_s, u"--drain"_s}).code, 0);
    QCOMPARE(sql.value(u"select tentativa from backlog"_s).toInt(), 1);
}

void tst_RunPrinter::drains()
{
    CliUser user;
    const ReleaseSample release(user);
    for (int i = 1; i <= 3; ++i)
        release.insert(release.item("validar", "R-" + QByteArray::number(i)));
    release.insert(R"({"tipo":"gerar_boleto","contexto":{}})");
    const auto ran = user.run({u"run"_s, u"--drain"_s, u"--jobs"_s, u"2"_s, u"--quiet"_s});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.err, QString());
    QStringList lines = ran.out.split(u'\n', Qt::SkipEmptyParts);
    lines.sort();
    QCOMPARE(lines, QStringList({u"item 1: sucesso"_s, u"item 2: sucesso"_s, u"item 3: sucesso"_s}));
    QCOMPARE(tests::OutsideSql(user.backlogFile())
                 .value(u"select estado from backlog where tipo = 'gerar_boleto'"_s)
                 .toString(),
             u"pendente"_s);
}

void tst_RunPrinter::saysWhatWaitsForAnotherRunner()
{
    CliUser user;
    const ReleaseSample release(user, tests::process("analise_credito"), "http://127.0.0.1:1", "user = \"demo\"\n");
    user.environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    QFile::remove(user.configurationFile());
    user.configure("default_environment = \"producao\"\n[runner]\nenvironments = []\n"
                   "[environments.producao]\nengine = \"http://127.0.0.1:1\"\n");
    release.insert(release.item("implantar"));
    const auto ran = user.run({u"run"_s, u"--once"_s});
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.err.contains("Item 1 (implantar R-2026.11.3, environment producao) waits for a runner"_L1),
             qPrintable(ran.err));
}

void tst_RunPrinter::runsItemsThatNameNoEnvironmentInTheNamedOne()
{
    CliUser user;
    const ReleaseSample release(user, tests::process("analise_credito"), "http://127.0.0.1:1",
                                "\n[environments.homologacao]\nengine = \"http://127.0.0.1:2\"\n");
    release.insert(release.item().replace("\"ambiente\": \"producao\", ", ""));
    QCOMPARE(user.run({u"run"_s, u"--once"_s, u"--environment"_s, u"homologacao"_s}).code, 0);
    QCOMPARE(tests::OutsideSql(user.backlogFile())
                 .value(u"select contexto ->> '$.ambiente' from backlog where tipo = 'aprovar_release'"_s)
                 .toString(),
             u"homologacao"_s);
}

void tst_RunPrinter::drawsProgressOnATerminalOnly()
{
    CliUser user;
    const ReleaseSample release(user);
    release.insert(release.item("validar", "R-1"));
    release.insert(release.item("validar", "R-2"));
    QVERIFY(!user.run({u"run"_s, u"--once"_s}).err.contains(u'\x1b'));
    user.terminal = true;
    const QString err = user.run({u"run"_s, u"--once"_s}).err;
    const QString last = err.section(u"\r\x1b[K"_s, -1);
    QVERIFY2(err.contains("VALIDATE success\n"_L1), qPrintable(err));
    QVERIFY2(last.endsWith(u'\n') || last.isEmpty(), qPrintable(last)); // no bar is left behind
}

void tst_RunPrinter::progressFitsTheTerminal_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("text");
    QTest::newRow("wide") << 120 << u"item 12  TEST [########............] 2/5  worker/consulta-bureau: 3 of 9 tests"_s;
    QTest::newRow("80") << 80 << u"item 12  TEST [########............] 2/5  worker/consulta-bureau: 3 of 9 tests"_s;
    QTest::newRow("60") << 60 << u"item 12  TEST [########............] 2/5  worker/consulta-…"_s;
    QTest::newRow("40") << 40 << u"item 12  TEST 2/5  worker/consulta-bur…"_s;
    QTest::newRow("tiny") << 4 << u"it…"_s;
}

void tst_RunPrinter::progressFitsTheTerminal()
{
    QFETCH(int, columns);
    QFETCH(QString, text);
    const cli::Progress progress{12, u"test"_s, 2, 5, u"worker/consulta-bureau:\n3 of 9 tests"_s};
    QCOMPARE(cli::progressText(progress, columns), text);
    QVERIFY(text.size() < columns);
    QCOMPARE(cli::progressText({12, u"test"_s, 31, 0, u"envio"_s}, 80), u"item 12  TEST 31  envio"_s);
}

void tst_RunPrinter::stopsInGoodOrder()
{
    CliUser user;
    const ReleaseSample release(user);
    release.insert(release.item());
    std::stop_source source;
    source.request_stop();
    user.stop = source.get_token();
    QCOMPARE(user.run({u"run"_s, u"--watch"_s}).code, 0);
    QCOMPARE(tests::OutsideSql(user.backlogFile()).value(u"select estado from backlog"_s).toString(), u"pendente"_s);
}

QTEST_GUILESS_MAIN(tst_RunPrinter)
#include "tst_runprinter.moc"
