// SPDX-License-Identifier: Apache-2.0
#include "clitest.h"
#include "samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::CliUser;

class tst_ValidateCommand : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatIsWrong();
    void givesOneJsonDocument();
    void acceptsWhatIsGood();
    void takesHistoryTimeToLiveFromTheEnvironment();
    void takesRulesFromTheConfiguration();
    void looksAtAProductTogether();
    void refusesWhatItCannotRead();
    void coloursOnATerminalOnly();
};

void tst_ValidateCommand::tellsWhatIsWrong()
{
    CliUser user;
    user.write(u"Genesis/bpmn/analise-credito.bpmn"_s, tests::brokenProcess());
    user.write(u"Genesis/bpmn/cobranca.bpmn"_s, tests::process("cobranca"));
    user.write(u"Genesis/forms/parecer.form"_s, "{\"components\": [}\n");
    user.write(u"Genesis/README.md"_s, "not looked at\n");
    const auto ran = user.run({u"validate"_s, user.file(u"Genesis"_s)});
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.err, QString());
    VERIFY_GOLDEN(u"validate"_s, user.takeTranscript());
}

void tst_ValidateCommand::givesOneJsonDocument()
{
    CliUser user;
    user.write(u"analise-credito.bpmn"_s, tests::brokenProcess());
    user.write(u"cobranca.bpmn"_s, tests::process("cobranca"));
    const auto ran = user.run(
        {u"validate"_s, u"--format"_s, u"json"_s, user.file(u"analise-credito.bpmn"_s), user.file(u"cobranca.bpmn"_s)});
    QCOMPARE(ran.code, 1);
    const QJsonObject document = QJsonDocument::fromJson(ran.out.toUtf8()).object();
    QCOMPARE(document["files"_L1].toArray().size(), 2);
    QCOMPARE(document["files"_L1][0]["verdict"_L1].toString(), u"rejected"_s);
    QCOMPARE(document["files"_L1][1]["verdict"_L1].toString(), u"accepted"_s);
    VERIFY_GOLDEN(u"validate-json"_s, user.takeTranscript());
}

void tst_ValidateCommand::acceptsWhatIsGood()
{
    CliUser user;
    user.write(u"cobranca.bpmn"_s, tests::process("cobranca"));
    const auto ran = user.run({u"validate"_s, user.file(u"cobranca.bpmn"_s)});
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.startsWith("1 file: 0 errors, 0 warnings ("_L1), qPrintable(ran.out));
}

void tst_ValidateCommand::takesHistoryTimeToLiveFromTheEnvironment()
{
    CliUser user;
    user.configure("[environments.antigo]\nengine = \"http://localhost:8080\"\nhistory_time_to_live = \"optional\"\n");
    user.write(u"a.bpmn"_s, tests::process("a").replace(" camunda:historyTimeToLive=\"P180D\"", ""));
    const QStringList call{u"validate"_s, user.file(u"a.bpmn"_s), u"--ruleset"_s, u"engine"_s};
    QCOMPARE(user.run(call).code, 0);
    QCOMPARE(user.run(call + QStringList{u"--history-time-to-live"_s, u"required"_s}).code, 1);
    user.configure("[environments.novo]\nengine = \"http://localhost:8080\"\n");
    QCOMPARE(user.run(call).code, 1);
    QCOMPARE(user.run(call + QStringList{u"--history-time-to-live"_s, u"optional"_s}).code, 0);
}

void tst_ValidateCommand::takesRulesFromTheConfiguration()
{
    CliUser user;
    user.write(u"a.bpmn"_s, tests::process("a").replace("isExecutable=\"true\"", "isExecutable=\"false\""));
    const QStringList call{u"validate"_s, user.file(u"a.bpmn"_s)};
    QCOMPARE(user.run(call).code, 0);
    user.configure("[rules]\nruleset = \"strict\"\n");
    QCOMPARE(user.run(call).code, 1);
    QCOMPARE(user.run(call + QStringList{u"--ruleset"_s, u"recommended"_s}).code, 0);
    user.configure("[rules]\nnot-executable = \"error\"\n");
    QCOMPARE(user.run(call).code, 1);
    user.configure("[rules]\nruleset = \"strict\"\nnot-executable = \"off\"\n");
    const auto quiet = user.run(call);
    QCOMPARE(quiet.code, 0);
    QVERIFY2(quiet.out.startsWith("1 file: 0 errors, 0 warnings ("_L1), qPrintable(quiet.out));
    user.configure("[rules]\nnot-executble = \"off\"\n");
    const auto wrong = user.run(call);
    QCOMPARE(wrong.code, 2);
    QVERIFY2(wrong.err.contains("pipeline.toml:2: rules.not-executble is not a known key"_L1), qPrintable(wrong.err));
}

void tst_ValidateCommand::looksAtAProductTogether()
{
    CliUser user;
    user.write(u"Genesis/bpmn/a.bpmn"_s, tests::process("analise"));
    user.write(u"Genesis/bpmn/b.bpmn"_s, tests::process("analise"));
    user.write(u"Prometheus/bpmn/c.bpmn"_s, tests::process("analise"));
    const auto ran = user.run({u"validate"_s, user.folder()});
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains("duplicate-definition-key"_L1), qPrintable(ran.out));
    QVERIFY(!ran.out.contains("c.bpmn"_L1));
}

void tst_ValidateCommand::refusesWhatItCannotRead()
{
    CliUser user;
    user.write(u"leia.txt"_s, "x");
    QCOMPARE(user.run({u"validate"_s, user.file(u"absent.bpmn"_s)}).code, 2);
    QCOMPARE(user.run({u"validate"_s, user.file(u"leia.txt"_s)}).code, 2);
    QCOMPARE(user.run({u"validate"_s}).code, 2);
    QCOMPARE(user.run({u"validate"_s, user.folder(), u"--ruleset"_s, u"lax"_s}).code, 2);
    VERIFY_GOLDEN(u"validate-wrong"_s, user.takeTranscript());
}

void tst_ValidateCommand::coloursOnATerminalOnly()
{
    CliUser user;
    user.write(u"a.bpmn"_s, tests::brokenProcess());
    const QStringList call{u"validate"_s, user.file(u"a.bpmn"_s)};
    QVERIFY(!user.run(call).out.contains(u'\x1b'));
    user.terminal = true;
    QVERIFY(user.run(call).out.contains(u"\x1b[1;31merror"_s));
    QVERIFY(!user.run(call + QStringList{u"--format"_s, u"json"_s}).out.contains(u'\x1b'));
}

QTEST_GUILESS_MAIN(tst_ValidateCommand)
#include "tst_validatecommand.moc"
