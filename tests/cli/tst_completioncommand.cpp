// SPDX-License-Identifier: Apache-2.0
#include "cli/completion/completion.h"
#include "cli/program.h"
#include "clitest.h"

#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::CliUser;

/// The scripts in the shells that are here; bash always is.
class tst_CompletionCommand : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void completesInBash_data();
    void completesInBash();
    void completesInFish_data();
    void completesInFish();
    void isReadByZsh();
    void knowsEveryOption_data();
    void knowsEveryOption();
    void worksDespiteTheConfiguration();

private:
    QByteArray run(const QString &program, const QStringList &arguments);

    CliUser m_user;
};

void tst_CompletionCommand::initTestCase()
{
    for (const QString &shell : {u"bash"_s, u"zsh"_s, u"fish"_s}) {
        const auto ran = m_user.run({u"completion"_s, shell});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.err, QString());
        m_user.write(u"completion."_s + shell, ran.out.toUtf8());
    }
    m_user.write(u"release.json"_s, "{}");
    m_user.write(u"with space.json"_s, "{}");
}

QByteArray tst_CompletionCommand::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_user.folder());
    process.start(program, arguments);
    process.waitForFinished();
    const QByteArray errors = process.readAllStandardError();
    if (process.exitCode() != 0 || !errors.isEmpty())
        qWarning("%s: %s", qPrintable(program), errors.constData());
    return process.readAllStandardOutput();
}

void tst_CompletionCommand::completesInBash_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("replies");
    const auto row = [](const char *name, const QString &line, const QStringList &replies) {
        QTest::newRow(name) << line.split(u' ') << replies;
    };
    row("first word", u"re"_s, {u"release"_s});
    row("second word", u"release "_s, {u"list"_s, u"show"_s, u"approve"_s, u"reject"_s});
    row("after common options", u"--format json --quiet backlog l"_s, {u"list"_s});
    row("option", u"run --dr"_s, {u"--drain"_s});
    row("common option of a command", u"run --once --conf"_s, {u"--config"_s});
    row("common option before", u"--verb"_s, {u"--verbose"_s});
    row("value", u"backlog list --estado c"_s, {u"concluido"_s, u"cancelado"_s});
    row("common value", u"run --format "_s, {u"text"_s, u"json"_s});
    row("value after =", u"backlog list --estado = f"_s, {u"falhou"_s});
    row("empty value after =", u"validate --ruleset ="_s, {u"engine"_s, u"recommended"_s, u"strict"_s});
    row("after an option with =", u"--format = json relea"_s, {u"release"_s});
    row("free value", u"backlog list --release "_s, {});
    row("file argument", u"backlog add re"_s, {u"release.json"_s});
    row("file with a space", u"backlog add wi"_s, {u"with space.json"_s});
    row("file option", u"run --config rel"_s, {u"release.json"_s});
    row("shell", u"completion "_s, {u"bash"_s, u"zsh"_s, u"fish"_s});
    row("free argument", u"release show "_s, {});
    row("unknown command", u"relase "_s, {});
}

void tst_CompletionCommand::completesInBash()
{
    QFETCH(QStringList, words);
    QFETCH(QStringList, replies);
    const QString script = u"source completion.bash; COMP_WORDS=(prometheus-pipeline \"$@\"); COMP_CWORD=$#; "
                           "_prometheus_pipeline; ((${#COMPREPLY[@]} == 0)) || printf '%s\\n' \"${COMPREPLY[@]}\""_s;
    const QByteArray printed = run(u"bash"_s, QStringList{u"--norc"_s, u"-uc"_s, script, u"bash"_s} + words);
    QCOMPARE(QString::fromUtf8(printed).split(u'\n', Qt::SkipEmptyParts), replies);
}

void tst_CompletionCommand::completesInFish_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("reply");
    if (QStandardPaths::findExecutable(u"fish"_s).isEmpty())
        return;
    QTest::newRow("first word") << u"re"_s << u"release"_s;
    QTest::newRow("second word") << u"--format json release app"_s << u"approve"_s;
    QTest::newRow("option") << u"run --dr"_s << u"--drain"_s;
    QTest::newRow("value") << u"backlog list --estado fa"_s << u"falhou"_s;
    QTest::newRow("argument") << u"completion z"_s << u"zsh"_s;
    QTest::newRow("file") << u"backlog add relea"_s << u"release.json"_s;
}

void tst_CompletionCommand::completesInFish()
{
    if (!QTest::currentDataTag())
        return;
    QFETCH(QString, line);
    QFETCH(QString, reply);
    const QByteArray printed = run(
        u"fish"_s,
        {u"--no-config"_s, u"-c"_s, u"source completion.fish; complete -C 'prometheus-pipeline %1'"_s.arg(line)});
    QCOMPARE(QString::fromUtf8(printed).section(u'\n', 0, 0).section(u'\t', 0, 0), reply);
    QCOMPARE(printed.count('\n'), 1);
}

void tst_CompletionCommand::isReadByZsh()
{
    QFile script(m_user.file(u"completion.zsh"_s));
    QVERIFY(script.open(QIODevice::ReadOnly));
    QVERIFY(script.readAll().startsWith("#compdef prometheus-pipeline\n"));
    if (!QStandardPaths::findExecutable(u"zsh"_s).isEmpty())
        QCOMPARE(QProcess::execute(u"zsh"_s, {u"-fn"_s, script.fileName()}), 0);
}

void tst_CompletionCommand::knowsEveryOption_data()
{
    QTest::addColumn<QString>("shell");
    for (const QString &shell : {u"bash"_s, u"zsh"_s, u"fish"_s})
        QTest::newRow(qPrintable(shell)) << shell;
}

void tst_CompletionCommand::knowsEveryOption()
{
    QFETCH(QString, shell);
    QFile file(m_user.file(u"completion."_s + shell));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString script = QString::fromUtf8(file.readAll());
    QMap<QString, bool> takesValue;
    for (const auto &command : cli::allCommands()) {
        for (const cli::Option &option : command->synopsis().allOptions()) {
            QVERIFY2(script.contains(shell == "fish"_L1 ? u"-l "_s + option.name : u"--"_s + option.name),
                     qPrintable(option.name));
            // The scripts skip a value by its option's name alone.
            QCOMPARE(takesValue.value(option.name, !option.value.isEmpty()), !option.value.isEmpty());
            takesValue[option.name] = !option.value.isEmpty();
        }
    }
}

void tst_CompletionCommand::worksDespiteTheConfiguration()
{
    CliUser user;
    user.configure("[[");
    QCOMPARE(user.run({u"completion"_s, u"bash"_s}).code, 0);
}

QTEST_GUILESS_MAIN(tst_CompletionCommand)
#include "tst_completioncommand.moc"
