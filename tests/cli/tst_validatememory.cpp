// SPDX-License-Identifier: Apache-2.0
#include "clitest.h"
#include "samples.h"

#include <QProcess>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::CliUser;

/// In a program of its own, for only the largest child of all is known.
class tst_ValidateMemory : public QObject {
    Q_OBJECT

private:
    /// Validates \a files models with many findings each, in every format, and gives the largest size of the program so
    /// far, in kB; -1: it said something else.
    static long highest(int files)
    {
        CliUser user;
        QByteArray tasks;
        for (int i = 0; i < 60; ++i)
            tasks += "<userTask id=\"t" + QByteArray::number(i) + "\"/>\n";
        for (int i = 0; i < files; ++i) {
            const QByteArray key = "p" + QByteArray::number(i);
            user.write(QString::fromLatin1(key) + u".bpmn"_s,
                       tests::process(key).replace("</process>", tasks + "</process>"));
        }
        user.environment.insert(u"ASAN_OPTIONS"_s, u"quarantine_size_mb=1"_s); // which keeps what was freed
        for (const QString &format : {u"text"_s, u"json"_s, u"sarif"_s, u"junit"_s, u"github"_s}) {
            QProcess program;
            program.setProcessEnvironment(user.environment);
            program.setStandardOutputFile(user.file(u"out"_s));
            program.start(QStringLiteral(PIPELINE_PROGRAM),
                          {u"validate"_s, u"--ruleset"_s, u"strict"_s, u"--format"_s, format, user.folder()});
            if (!program.waitForFinished(-1) || program.exitCode() != 1)
                return -1;
        }
        rusage usage{};
        getrusage(RUSAGE_CHILDREN, &usage);
        return usage.ru_maxrss;
    }

private slots:
    void doesNotGrowWithTheFiles()
    {
        const long few = highest(50);
        QVERIFY(few > 0);
        const long many = highest(200);
        QVERIFY2(many > 0 && many < few * 3 / 2, qPrintable(u"%1 kB, then %2 kB"_s.arg(few).arg(many)));
    }
};

QTEST_GUILESS_MAIN(tst_ValidateMemory)
#include "tst_validatememory.moc"
