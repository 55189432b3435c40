// SPDX-License-Identifier: Apache-2.0
#include "approval/foureyes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline::approval;

/// Who counts as a second person.
class TestFourEyes : public QObject {
    Q_OBJECT

private slots:
    void decides_data();
    void decides();
};

void TestFourEyes::decides_data()
{
    QTest::addColumn<QString>("approver");
    QTest::addColumn<QString>("creator");
    QTest::addColumn<QStringList>("authors");
    QTest::addColumn<QString>("problem"); // a part of it; empty: they may approve

    const QStringList nobody;
    QTest::newRow("somebody else") << u"marina"_s << u"joana"_s << QStringList{u"rui@example.org"_s} << QString();
    QTest::newRow("who asked for the validation")
        << u"joana"_s << u"joana"_s << nobody << u"joana requested the validation"_s;
    QTest::newRow("in capitals") << u"Joana"_s << u"joana"_s << nobody << u"requested the validation"_s;
    QTest::newRow("an author, by login") << u"rui"_s << u"joana"_s << QStringList{u"rui@example.org"_s}
                                         << u"author of the pinned commits (rui@example.org)"_s;
    QTest::newRow("an author, by a second address")
        << u"rui"_s << u"joana"_s << QStringList{u"Rui.Alves@Example.org"_s} << u"author of the pinned commits"_s;
    QTest::newRow("an author who acts under an address")
        << u"rui.alves@example.org"_s << u"joana"_s << QStringList{u"rui@example.org"_s}
        << u"author of the pinned commits"_s;
    QTest::newRow("the creator by address, the approver by login")
        << u"rui"_s << u"rui@example.org"_s << nobody << u"requested the validation"_s;
    QTest::newRow("the second of several authors")
        << u"marina"_s << u"joana"_s << QStringList{u"x@example.org"_s, u"marina@example.org"_s}
        << u"author of the pinned commits"_s;
    QTest::newRow("an address that nobody owns")
        << u"marina"_s << u"joana"_s << QStringList{u"marina@elsewhere.org"_s} << QString();
    QTest::newRow("without a creator, somebody else")
        << u"marina"_s << QString() << QStringList{u"rui@example.org"_s} << QString();
    QTest::newRow("without a creator, an author")
        << u"rui"_s << QString() << QStringList{u"rui@example.org"_s} << u"author of the pinned commits"_s;
}

void TestFourEyes::decides()
{
    QFETCH(QString, approver);
    QFETCH(QString, creator);
    QFETCH(QStringList, authors);
    QFETCH(QString, problem);
    const QMap<QString, QStringList> people{{u"rui"_s, {u"rui@example.org"_s, u"rui.alves@example.org"_s}},
                                            {u"marina"_s, {u"marina@example.org"_s}}};
    const QString found = fourEyesProblem(approver, {creator, authors}, people);
    QCOMPARE(found.isEmpty(), problem.isEmpty());
    QVERIFY2(found.contains(problem), qPrintable(found));
}

QTEST_GUILESS_MAIN(TestFourEyes)
#include "tst_foureyes.moc"
