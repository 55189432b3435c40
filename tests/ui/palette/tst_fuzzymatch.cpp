// SPDX-License-Identifier: Apache-2.0
#include "ui/palette/fuzzymatch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using pipeline::ui::fuzzyMatch;

class TestFuzzyMatch : public QObject {
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("hits");
        QTest::newRow("nothing typed") << u""_s << u"Refresh"_s << QList<int>{};
        QTest::newRow("beginning") << u"re"_s << u"Refresh"_s << QList<int>{0, 1};
        QTest::newRow("any case") << u"RE"_s << u"refresh"_s << QList<int>{0, 1};
        QTest::newRow("beginning of a word before the middle of one") << u"in"_s << u"Line in"_s << QList<int>{5, 6};
        QTest::newRow("inside") << u"11.3"_s << u"R-2026.11.3"_s << QList<int>{7, 8, 9, 10};
        QTest::newRow("two words in any order")
            << u"page sea"_s << u"Search in this page"_s << QList<int>{0, 1, 2, 15, 16, 17, 18};
        QTest::newRow("scattered") << u"nxp"_s << u"Next pane"_s << QList<int>{0, 2, 5};
        QTest::newRow("accents stay") << u"ção"_s << u"Produção"_s << QList<int>{5, 6, 7};
    }

    void finds()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, text);
        QFETCH(const QList<int>, hits);
        const auto match = fuzzyMatch(typed, text);
        QVERIFY(match);
        QCOMPARE(match->hits, hits);
    }

    void findsNothing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("another letter") << u"refz"_s;
        QTest::newRow("one word of two") << u"refresh queue"_s;
        QTest::newRow("other order") << u"hs"_s;
    }

    void findsNothing()
    {
        QFETCH(const QString, typed);
        QVERIFY(!fuzzyMatch(typed, u"Refresh"_s));
    }

    void beginningsWin()
    {
        const auto score = [](const QString &text) { return fuzzyMatch(u"se"_s, text)->score; };
        QVERIFY(score(u"Settings"_s) > score(u"Choose"_s));
        QVERIFY(score(u"Search"_s) > score(u"Search in all the releases"_s));
    }
};

QTEST_APPLESS_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
