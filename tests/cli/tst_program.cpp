// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"
#include "cli/program.h"
#include "clitest.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::CliUser;

/// What all commands have in common: how they are found, their options, their help.
class tst_Program : public QObject {
    Q_OBJECT

private slots:
    void showsTheOverview();
    void helpOfEachCommand_data();
    void helpOfEachCommand();
    void saysWhatIsWrongWithACall();
    void optionsStandBeforeOrAfter();
    void readsTheConfigurationFirst();
    void takesTheNamedEnvironmentForTheDefaultOne();
    void namesWhoActs();
    void resultsAloneGoToStandardOutput();
    void keepsStrangersTextFromTheTerminal();
};

void tst_Program::showsTheOverview()
{
    CliUser user;
    QCOMPARE(user.run({u"--help"_s}).code, 0);
    QCOMPARE(user.run({u"environment"_s, u"--help"_s}).code, 0);
    VERIFY_GOLDEN(u"help"_s, user.takeTranscript());
    const auto bare = user.run({});
    QCOMPARE(bare.code, 2);
    QCOMPARE(bare.out, QString());
    QCOMPARE(bare.err, user.run({u"-h"_s}).out);
    for (const QStringList &call : {QStringList{u"--version"_s}, QStringList{u"run"_s, u"-v"_s}})
        QCOMPARE(user.run(call).out, u"prometheus-pipeline %1\n"_s.arg(QStringLiteral(PIPELINE_VERSION)));
}

void tst_Program::helpOfEachCommand_data()
{
    QTest::addColumn<QString>("command");
    for (const auto &command : cli::allCommands())
        QTest::addRow("%s", qPrintable(command->synopsis().name)) << command->synopsis().name;
}

void tst_Program::helpOfEachCommand()
{
    QFETCH(QString, command);
    CliUser user;
    const auto ran = user.run(command.split(u' ') << u"--help"_s);
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.err, QString());
    for (const QString &line : ran.out.split(u'\n'))
        QVERIFY2(line.size() <= 80 || line.startsWith("  prometheus-pipeline"_L1), qPrintable(line));
    QVERIFY(ran.out.contains(u"Usage: prometheus-pipeline %1 [OPTIONS]"_s.arg(command)));
    QVERIFY(ran.out.contains("\nExit codes:\n  0  "_L1));
    QVERIFY(ran.out.contains(QRegularExpression(u"\nExamples?:\n  prometheus-pipeline .*"_s + command)));
    VERIFY_GOLDEN(u"help-"_s + QString(command).replace(u' ', u'-'), user.takeTranscript());
}

void tst_Program::saysWhatIsWrongWithACall()
{
    CliUser user;
    const QList<QStringList> calls{{u"relase"_s, u"list"_s},
                                   {u"release"_s},
                                   {u"release"_s, u"lst"_s},
                                   {u"--fromat"_s, u"json"_s, u"release"_s, u"list"_s},
                                   {u"release"_s, u"list"_s, u"--fromat"_s, u"json"_s},
                                   {u"release"_s, u"list"_s, u"--format"_s, u"xml"_s},
                                   {u"release"_s, u"list"_s, u"--config"_s},
                                   {u"release"_s, u"list"_s, u"R-1"_s},
                                   {u"release"_s, u"show"_s},
                                   {u"backlog"_s, u"list"_s, u"--limit"_s, u"many"_s},
                                   {u"backlog"_s, u"list"_s, u"--estado"_s, u"feito"_s},
                                   {u"backlog"_s, u"show"_s, u"first"_s},
                                   {u"completion"_s, u"tcsh"_s},
                                   {u"run"_s},
                                   {u"run"_s, u"--once"_s, u"--watch"_s},
                                   {u"run"_s, u"--drain"_s, u"--jobs"_s, u"9"_s}};
    for (const QStringList &call : calls) {
        const auto ran = user.run(call);
        QCOMPARE(ran.code, 2);
        QCOMPARE(ran.out, QString());
    }
    VERIFY_GOLDEN(u"wrong-calls"_s, user.takeTranscript());
}

void tst_Program::optionsStandBeforeOrAfter()
{
    CliUser user;
    const QString after = user.run({u"backlog"_s, u"list"_s, u"--format"_s, u"json"_s}).out;
    QCOMPARE(after, u"{\n    \"items\": [\n    ]\n}\n"_s);
    QCOMPARE(user.run({u"--format"_s, u"json"_s, u"backlog"_s, u"list"_s}).out, after);
    QCOMPARE(user.run({u"--format=json"_s, u"backlog"_s, u"list"_s}).out, after);
    QCOMPARE(user.run({u"backlog"_s, u"list"_s, u"--backlog"_s, u"sqlite:"_s + user.file(u"other.sqlite"_s)}).code, 0);
    QVERIFY(QFile::exists(user.file(u"other.sqlite"_s)));
}

void tst_Program::readsTheConfigurationFirst()
{
    CliUser user;
    user.configure("[environments.producao]\nengin = \"http://localhost:8080\"\npolicy = \"strict\"\n");
    QCOMPARE(user.run({u"backlog"_s, u"list"_s}).code, 2);
    QCOMPARE(user.run({u"backlog"_s, u"list"_s, u"--config"_s, user.file(u"absent.toml"_s)}).code, 2);
    VERIFY_GOLDEN(u"wrong-configuration"_s, user.takeTranscript());
    QVERIFY(!QFile::exists(user.backlogFile()));
}

void tst_Program::takesTheNamedEnvironmentForTheDefaultOne()
{
    CliUser user;
    user.configure("default_environment = \"producao\"\n"
                   "[environments.producao]\nengine = \"http://localhost:8080\"\nuser = \"demo\"\n"
                   "[environments.homologacao]\nengine = \"http://localhost:8081\"\nuser = \"demo\"\n");
    for (const QStringList &call : {QStringList{u"run"_s, u"--drain"_s}, QStringList{u"backlog"_s, u"add"_s},
                                    QStringList{u"backlog"_s, u"list"_s}, QStringList{u"release"_s, u"list"_s},
                                    QStringList{u"audit"_s, u"log"_s}})
        QCOMPARE(user.run(call + QStringList{u"--environment"_s, u"producão"_s}).code, 2);
    user.run({u"environment"_s, u"list"_s, u"--environment"_s, u"homologacao"_s});
    VERIFY_GOLDEN(u"environment-option"_s, user.takeTranscript());

    // The password of the existing installation goes to no other engine.
    user.environment.insert(u"CAMUNDA_PASS"_s, u"demo"_s);
    user.environment.insert(u"PIPELINE_SECRET_CAMUNDA_HOMOLOGACAO"_s, u"demo"_s);
    const QString secrets = user.run({u"credential"_s, u"list"_s, u"--environment"_s, u"homologacao"_s}).out;
    QVERIFY2(secrets.contains(QRegularExpression(u"camunda\\.producao +CAMUNDA_PASS\n"_s)), qPrintable(secrets));
    QVERIFY2(secrets.contains(QRegularExpression(u"camunda\\.homologacao +PIPELINE_SECRET_CAMUNDA_HOMOLOGACAO\n"_s)),
             qPrintable(secrets));
}

void tst_Program::namesWhoActs()
{
    const QByteArray item = R"({"tipo":"outro","contexto":{}})";
    CliUser user;
    user.run({u"backlog"_s, u"add"_s}, item);
    user.run({u"backlog"_s, u"add"_s, u"--by"_s, u"PROMETHEUS"_s}, item);
    user.environment.remove(u"PIPELINE_USER"_s);
    user.run({u"backlog"_s, u"add"_s}, item);
    const auto creator = [&](const QString &id) {
        const QString row = user.run({u"backlog"_s, u"show"_s, id}).out;
        static const QRegularExpression value(u"\"criado_por\": \"([^\"]*)\""_s);
        return value.match(row).captured(1);
    };
    QCOMPARE(creator(u"1"_s), u"ana.lima"_s);
    QCOMPARE(creator(u"2"_s), u"PROMETHEUS"_s);
    QVERIFY(!creator(u"3"_s).isEmpty());
    QVERIFY(creator(u"3"_s) != u"ana.lima"_s);
}

void tst_Program::resultsAloneGoToStandardOutput()
{
    CliUser user;
    const auto drained = user.run({u"run"_s, u"--drain"_s});
    QCOMPARE(drained.code, 0);
    QCOMPARE(drained.out, QString());
    QVERIFY(drained.err.contains("There is nothing to do now"_L1));
    const auto quiet = user.run({u"run"_s, u"--drain"_s, u"--quiet"_s});
    QCOMPARE(quiet.out + quiet.err, QString());
    const auto unknown = user.run({u"release"_s, u"show"_s, u"R-1"_s, u"--format"_s, u"json"_s});
    QCOMPARE(unknown.code, 2);
    QCOMPARE(unknown.out, QString());
}

void tst_Program::keepsStrangersTextFromTheTerminal()
{
    CliUser user;
    user.terminal = true;
    QCOMPARE(
        user.run(
                {u"backlog"_s, u"add"_s},
                R"({"tipo":"outro\u001b]0;x\u0007","contexto":{"release_ref":"R\u001b[2J\nitem 9","ambiente":"\u009b31m"}})")
            .code,
        0);
    const QString out = user.run({u"backlog"_s, u"list"_s}).out;
    QCOMPARE(out.count(u'\n'), 1);
    for (const QChar c : out.trimmed())
        QVERIFY(c.category() != QChar::Other_Control);
}

QTEST_GUILESS_MAIN(tst_Program)
#include "tst_program.moc"
