// SPDX-License-Identifier: Apache-2.0
#include "models/similarword.h"

#include <QTest>

using namespace pipeline;
using namespace Qt::StringLiterals;

class TestSimilarWord : public QObject {
    Q_OBJECT

private slots:
    void findsWhatWasMeant_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a letter missing") << u"asyncBefor"_s << u"asyncBefore"_s;
        QTest::newRow("a letter too many") << u"asignee"_s << u"assignee"_s;
        QTest::newRow("upper and lower case") << u"ASYNCBEFORE"_s << u"asyncBefore"_s;
        QTest::newRow("nothing like it") << u"skipExpression"_s << QString();
        QTest::newRow("a short word, one off") << u"typo"_s << u"type"_s;
        QTest::newRow("a short word, two off") << u"tap"_s << QString();
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("very long") << QString(100'000, u'a') << QString();
    }

    void findsWhatWasMeant()
    {
        QFETCH(QString, word);
        QTEST(mostSimilar(word, {u"asyncAfter"_s, u"asyncBefore"_s, u"assignee"_s, u"type"_s}), "expected");
    }

    void ofTwoTakesTheNearer() { QCOMPARE(mostSimilar(u"topi"_s, {u"type"_s, u"topic"_s}), u"topic"_s); }
};

QTEST_GUILESS_MAIN(TestSimilarWord)
#include "tst_similarword.moc"
