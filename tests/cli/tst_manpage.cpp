// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;

class tst_ManPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void hasNoMistakes();
    void namesEveryCommandAndOption();

private:
    const QString m_file = qEnvironmentVariable("PIPELINE_SOURCE_DIR")
        + u"/resources/packaging/prometheus-pipeline.1"_s;
    QString m_text; ///< as it is shown
};

void tst_ManPage::initTestCase()
{
    if (QStandardPaths::findExecutable(u"groff"_s).isEmpty())
        QSKIP("groff is not installed");
    QProcess groff;
    groff.start(u"groff"_s, {u"-man"_s, u"-ww"_s, u"-Tascii"_s, u"-P-cbou"_s, u"-rLL=200n"_s, m_file});
    QVERIFY(groff.waitForFinished());
    m_text = QString::fromUtf8(groff.readAllStandardOutput());
    QCOMPARE(QString::fromUtf8(groff.readAllStandardError()), QString());
    QCOMPARE(groff.exitCode(), 0);
}

void tst_ManPage::hasNoMistakes()
{
    for (const QString &section : {u"NAME"_s, u"SYNOPSIS"_s, u"COMMANDS"_s, u"OPTIONS"_s, u"EXIT STATUS"_s, u"FILES"_s})
        QVERIFY2(m_text.contains(u'\n' + section + u'\n'), qPrintable(section));
    for (const QString &line : m_text.split(u'\n'))
        QVERIFY2(!line.contains("\\f"_L1), qPrintable(line));
}

void tst_ManPage::namesEveryCommandAndOption()
{
    const QString commands = u'\n' + m_text.section(u"\nCOMMANDS\n"_s, 1).section(u"\nEXIT STATUS\n"_s, 0, 0);
    for (const auto &command : cli::allCommands()) {
        const cli::Synopsis synopsis = command->synopsis();
        QVERIFY2(commands.contains(u"\n       "_s + synopsis.name), qPrintable(synopsis.name));
        for (const cli::Option &option : synopsis.allOptions())
            QVERIFY2(commands.contains(u"--"_s + option.name), qPrintable(option.name));
    }
}

QTEST_GUILESS_MAIN(tst_ManPage)
#include "tst_manpage.moc"
