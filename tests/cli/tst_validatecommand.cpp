// SPDX-License-Identifier: Apache-2.0
#include "clitest.h"
#include "samples.h"
#include "support/gitrepository.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <sys/resource.h>

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
    void knowsOperaton();
    void takesRulesFromTheConfiguration();
    void looksAtAProductTogether();
    void refusesWhatItCannotRead();
    void coloursOnATerminalOnly();
    void takesPatterns();
    void takesStandardInput();
    void takesACommit();
    void checksTheOthersWhenOneCannotBeRead();
    void answersToAGigabyteOfBlanks();
    void printsForContinuousIntegration();
    void repairsFiles();
    void refusesToRepairWhatIsNoFile();
    void refusesContradictions();
    void watchesFiles();
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

void tst_ValidateCommand::knowsOperaton()
{
    CliUser user;
    user.write(
        u"a.bpmn"_s,
        tests::process("a").replace("http://camunda.org/schema/1.0/bpmn", "http://operaton.org/schema/1.0/bpmn"));
    const QStringList call{u"validate"_s, user.file(u"a.bpmn"_s), u"--ruleset"_s, u"engine"_s};
    QCOMPARE(user.run(call).code, 1);
    QCOMPARE(user.run(call + QStringList{u"--engine"_s, u"camunda"_s}).code, 1);
    QCOMPARE(user.run(call + QStringList{u"--engine"_s, u"operaton"_s}).code, 0);
    QCOMPARE(user.run(call + QStringList{u"--engine"_s, u"flowable"_s}).code, 2);
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
    QVERIFY2(!quiet.out.contains("not-executable"_L1), qPrintable(quiet.out));
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
    // What is in another product goes to the engine by itself.
    QCOMPARE(ran.out.count("duplicate-definition-key"_L1), 1);
    QCOMPARE(ran.out.count("shared-definition-key"_L1), 1);
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

void tst_ValidateCommand::takesPatterns()
{
    CliUser user;
    user.write(u"Genesis/bpmn/a.bpmn"_s, tests::process("a"));
    user.write(u"Genesis/forms/f.html"_s, "<p>");
    user.write(u"Prometheus/bpmn/b.bpmn"_s, tests::process("b"));
    const auto ran = user.run({u"validate"_s, user.file(u"**/*.{bpmn,dmn}"_s)});
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.startsWith("2 files: "_L1), qPrintable(ran.out));
    QCOMPARE(user.run({u"validate"_s, user.file(u"*/dmn"_s)}).code, 2);
}

void tst_ValidateCommand::takesStandardInput()
{
    CliUser user;
    user.write(u"a.bpmn"_s, tests::process("a"));
    user.write(u"b.bpmn"_s, tests::process("b"));
    const QStringList call{u"validate"_s, u"-"_s, u"--stdin-name"_s, user.file(u"b.bpmn"_s)};
    QCOMPARE(user.run(call, tests::process("a")).code, 0);
    QCOMPARE(user.run(call, tests::brokenProcess()).code, 1);
    // An editor's text takes the place of what is saved.
    const auto together = user.run(call + QStringList{user.folder()}, tests::process("a"));
    QVERIFY2(together.out.contains("duplicate-definition-key"_L1) && together.out.contains("\n2 files: "_L1),
             qPrintable(together.out));
    QCOMPARE(user.run({u"validate"_s, u"-"_s}, "x").code, 2);
    QCOMPARE(user.run({u"validate"_s, u"-"_s, u"--stdin-name"_s, u"b.txt"_s}, "x").code, 2);
    VERIFY_GOLDEN(u"validate-stdin"_s, user.takeTranscript());
}

void tst_ValidateCommand::takesACommit()
{
    CliUser user;
    tests::GitRepository::isolate(user.folder());
    const tests::GitRepository repository(user.folder());
    repository.write(u"Genesis/bpmn/a.bpmn"_s, tests::brokenProcess());
    const QString commit = repository.commit();
    repository.write(u"Genesis/bpmn/a.bpmn"_s, tests::process("a"));
    repository.commit();
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(repository.work()));
    QCOMPARE(user.run({u"validate"_s, u"Genesis"_s}).code, 0);
    QCOMPARE(user.run({u"validate"_s, u"Genesis"_s, u"--revision"_s, u"HEAD"_s}).code, 0);
    QCOMPARE(user.run({u"validate"_s, u"**/a.bpmn"_s, u"--revision"_s, commit}).code, 1);
    QCOMPARE(user.run({u"validate"_s, u"Genesis"_s, u"--revision"_s, u"v9"_s}).code, 2);
    QCOMPARE(user.run({u"validate"_s, u"absent"_s, u"--revision"_s, commit}).code, 2);
    QVERIFY(QDir::setCurrent(before));
    VERIFY_GOLDEN(u"validate-revision"_s, user.takeTranscript());
}

void tst_ValidateCommand::checksTheOthersWhenOneCannotBeRead()
{
    CliUser user;
    user.write(u"a.bpmn"_s, tests::brokenProcess());
    // The kernel refuses to read this one, whoever asks.
    QVERIFY(QFile::link(u"/proc/self/mem"_s, user.file(u"b.bpmn"_s)));
    QCOMPARE(user.run({u"validate"_s, user.folder()}).code, 2);
    VERIFY_GOLDEN(u"validate-unreadable"_s, user.takeTranscript());
}

void tst_ValidateCommand::answersToAGigabyteOfBlanks()
{
    CliUser user;
    const QStringList names{u"a.bpmn"_s, u"b.dmn"_s, u"c.form"_s, u"d.html"_s};
    for (const QString &name : names) {
        user.write(name, QByteArray(1'000'000, ' '));
        QVERIFY(QFile::resize(user.file(name), 1'000'000'000)); // without room on the disk
    }
    QProcess program;
    program.start(QStringLiteral(PIPELINE_PROGRAM), {u"validate"_s, u"--format"_s, u"json"_s, user.folder()});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 1);
    const QJsonArray files = QJsonDocument::fromJson(program.readAllStandardOutput())["files"_L1].toArray();
    QCOMPARE(files.size(), names.size());
    for (const QJsonValue &file : files) {
        const QJsonValue finding = file["findings"_L1][0];
        QCOMPARE(finding["rule"_L1].toString(), u"limits"_s);
        QVERIFY2(finding["message"_L1].toString().contains("bytes"_L1), qPrintable(finding["message"_L1].toString()));
    }
    rusage usage{};
    QCOMPARE(getrusage(RUSAGE_CHILDREN, &usage), 0);
    QVERIFY2(usage.ru_maxrss < 500'000, qPrintable(u"%1 kB"_s.arg(usage.ru_maxrss)));
}

void tst_ValidateCommand::printsForContinuousIntegration()
{
    CliUser user;
    user.write(u"a.bpmn"_s, tests::brokenProcess());
    user.write(u"b.bpmn"_s, tests::process("b"));
    for (const QString &format : {u"github"_s, u"junit"_s, u"sarif"_s}) {
        const auto ran = user.run({u"validate"_s, u"--format"_s, format, user.folder()});
        QCOMPARE(ran.code, 1);
        QCOMPARE(ran.err, QString());
        if (format == "sarif"_L1)
            QCOMPARE(QJsonDocument::fromJson(ran.out.toUtf8())["version"_L1].toString(), u"2.1.0"_s);
        if (format != "sarif"_L1) // it holds the rules' help pages
            VERIFY_GOLDEN(u"validate-"_s + format, user.takeTranscript());
    }
}

void tst_ValidateCommand::repairsFiles()
{
    CliUser user;
    const QByteArray broken = tests::brokenProcess().replace("isExecutable", "isexecutable").replace("\n", "\r\n");
    const QByteArray fine = tests::process("b");
    user.write(u"a.bpmn"_s, broken);
    user.write(u"b.bpmn"_s, fine);
    QVERIFY(QFile::setPermissions(user.file(u"a.bpmn"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    const auto content = [&](const QString &name) {
        QFile file(user.file(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };

    const QStringList call{u"validate"_s, u"--fix"_s, u"--time-to-live"_s, u"180"_s, user.folder()};
    QCOMPARE(user.run(call + QStringList{u"--dry-run"_s}).code, 1);
    QCOMPARE(content(u"a.bpmn"_s), broken);

    QCOMPARE(user.run(call).code, 1); // a flow still leads nowhere
    QCOMPARE(content(u"a.bpmn"_s),
             QByteArray(broken)
                 .replace("isexecutable", "isExecutable")
                 .replace("isExecutable=\"true\"", "isExecutable=\"true\" camunda:historyTimeToLive=\"180\""));
    QCOMPARE(content(u"b.bpmn"_s), fine);
    QCOMPARE(QFile::permissions(user.file(u"a.bpmn"_s)) & QFile::ReadOther, QFile::Permissions());

    const auto again = user.run(call);
    QVERIFY2(again.err.contains("0 findings in 0 files repaired"_L1), qPrintable(again.err));
    VERIFY_GOLDEN(u"validate-fix"_s, user.takeTranscript());
}

void tst_ValidateCommand::refusesToRepairWhatIsNoFile()
{
    CliUser user;
    const QByteArray text = tests::process("a").replace("isExecutable", "isexecutable");
    const QStringList call{u"validate"_s, u"--fix"_s, u"-"_s, u"--stdin-name"_s, u"a.bpmn"_s};
    QCOMPARE(user.run(call, text).code, 2);
    const auto shown = user.run(call + QStringList{u"--dry-run"_s}, text);
    QCOMPARE(shown.code, 0);
    QVERIFY2(shown.out.startsWith("--- a/a.bpmn\n+++ b/a.bpmn\n@@ "_L1), qPrintable(shown.out));
}

void tst_ValidateCommand::refusesContradictions()
{
    CliUser user;
    user.write(u"a.bpmn"_s, tests::process("a"));
    const QStringList call{u"validate"_s, user.folder()};
    for (const QStringList &options : QList<QStringList>{
             {u"--stdin-name"_s, u"a.bpmn"_s},
             {u"--watch"_s, u"--fix"_s},
             {u"--watch"_s, u"--format"_s, u"sarif"_s},
             {u"--dry-run"_s},
             {u"--fix"_s, u"--dry-run"_s, u"--format"_s, u"json"_s},
             {u"--time-to-live"_s, u"180"_s},
             {u"--fix"_s, u"--time-to-live"_s, u"-1"_s},
             {u"--fix"_s, u"--revision"_s, u"HEAD"_s},
             {u"--environment"_s, u"absent"_s},
         })
        QCOMPARE(user.run(call + options).code, 2);
    VERIFY_GOLDEN(u"validate-contradictions"_s, user.takeTranscript());
}

void tst_ValidateCommand::watchesFiles()
{
    CliUser user;
    user.write(u"a.bpmn"_s, tests::process("a"));
    user.write(u"b.bpmn"_s, tests::process("b"));
    QProcess program;
    program.setProcessEnvironment(user.environment);
    program.start(QStringLiteral(PIPELINE_PROGRAM),
                  {u"validate"_s, u"--watch"_s, u"--format"_s, u"json"_s, u"--quiet"_s, user.folder()});
    const auto errors = [&program] {
        while (!program.canReadLine() && program.waitForReadyRead(60'000)) {}
        return QJsonDocument::fromJson(program.readLine())["summary"_L1]["errors"_L1].toInt(-1);
    };
    QCOMPARE(errors(), 0);
    user.write(u"b.bpmn"_s, tests::brokenProcess());
    QCOMPARE(errors(), 2);
    QVERIFY(QFile::remove(user.file(u"b.bpmn"_s)));
    QCOMPARE(errors(), 0);
    user.write(u"c.bpmn"_s, tests::process("a"));
    QCOMPARE(errors(), 1); // the key is taken
    program.terminate();
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.readAllStandardError(), QByteArray());
}

QTEST_GUILESS_MAIN(tst_ValidateCommand)
#include "tst_validatecommand.moc"
