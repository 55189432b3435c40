// SPDX-License-Identifier: Apache-2.0
#include "workers/tooltext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline::workers;

class TestToolText : public QObject {
    Q_OBJECT

private slots:
    void removesTerminalSequences()
    {
        QCOMPARE(plainText("\x1b[31mvermelho\x1b[0m \x1b[1;38;5;9mnão\x1b[K"), u"vermelho não"_s);
        QCOMPARE(plainText("\x1b]0;título\x07texto\x1b]8;;http://x\x1b\\elo"), u"textoelo"_s);
        QCOMPARE(plainText("a\x08"
                           "b\r\n\tc"),
                 u"ab\n\tc"_s);
    }

    void lastLinesThatSaySomething()
    {
        QCOMPARE(lastLines(u"um\n\n dois \n   \ntrês\n"_s, 2), u" dois \ntrês"_s);
        QCOMPARE(lastLines(u"um"_s, 2), u"um"_s);
        QCOMPARE(lastLines({}, 2), QString());
    }
};

QTEST_GUILESS_MAIN(TestToolText)
#include "tst_tooltext.moc"
