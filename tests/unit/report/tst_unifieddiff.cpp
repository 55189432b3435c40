// SPDX-License-Identifier: Apache-2.0
#include "report/unifieddiff.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace pipeline;
using namespace Qt::StringLiterals;

class TestUnifiedDiff : public QObject {
    Q_OBJECT

    static QByteArray numbered(int from, int to)
    {
        QByteArray text;
        for (int i = from; i <= to; ++i)
            text += QByteArray::number(i) + '\n';
        return text;
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private slots:
    void showsWhatChangedWithItsSurroundings()
    {
        const QByteArray before = numbered(1, 30);
        const QByteArray after =
            QByteArray(before).replace("\n5\n", "\nfive\n").replace("\n8\n", "\n8\n8a\n").replace("\n25\n", "\n");
        QCOMPARE(report::unifiedDiff(u"p/a.bpmn"_s, before, after),
                 "--- a/p/a.bpmn\n+++ b/p/a.bpmn\n"
                 "@@ -2,10 +2,11 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n+8a\n 9\n 10\n 11\n"
                 "@@ -22,7 +23,6 @@\n 22\n 23\n 24\n-25\n 26\n 27\n 28\n");
    }

    void isEmptyForEqualTexts() { QCOMPARE(report::unifiedDiff(u"a"_s, "x\n", "x\n"), QByteArray()); }

    void tellsOfAMissingLineEnd()
    {
        QCOMPARE(report::unifiedDiff(u"/a"_s, "x", "y"),
                 "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n");
        QCOMPARE(report::unifiedDiff(u"a"_s, "", "y\n"), "--- a/a\n+++ b/a\n@@ -0,0 +1 @@\n+y\n");
    }

    /// Whatever changed, git makes the one text out of the other.
    void gitTakesIt()
    {
        const QTemporaryDir folder;
        QRandomGenerator random(7);
        for (int round = 0; round < 20; ++round) {
            QByteArrayList lines = numbered(1, 40).split('\n');
            if (round % 2)
                lines.removeLast();
            const QByteArray before = lines.join("\r\n");
            for (int edit = random.bounded(1, 6); edit > 0; --edit) {
                const int line = random.bounded(int(lines.size()));
                if (random.bounded(3) == 0)
                    lines.removeAt(line);
                else if (random.bounded(2) == 0)
                    lines.insert(line, "new");
                else
                    lines[line] += " changed";
            }
            const QByteArray after = lines.join("\r\n");
            if (after == before)
                continue;
            write(folder.filePath(u"a"_s), before);
            write(folder.filePath(u"diff"_s), report::unifiedDiff(u"a"_s, before, after));
            QProcess git;
            git.setWorkingDirectory(folder.path());
            git.start(u"git"_s, {u"apply"_s, u"diff"_s});
            QVERIFY(git.waitForFinished());
            QVERIFY2(git.exitCode() == 0, git.readAllStandardError().constData());
            QFile result(folder.filePath(u"a"_s));
            QVERIFY(result.open(QIODevice::ReadOnly));
            QCOMPARE(result.readAll(), after);
        }
    }
};

QTEST_GUILESS_MAIN(TestUnifiedDiff)
#include "tst_unifieddiff.moc"
