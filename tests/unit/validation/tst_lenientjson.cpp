// SPDX-License-Identifier: Apache-2.0
#include "validation/formfile.h"
#include "validation/lenientjson.h"

#include <QTest>

using namespace pipeline::validation;
using namespace Qt::StringLiterals;

/// Each row was deployed to a real Camunda 7.24.0.
class TestLenientJson : public QObject {
    Q_OBJECT

private slots:
    void engine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("accepted");
        const QList<QByteArray> accepted{"{\"id\":\"f\"}",
                                         "",
                                         "  ",
                                         "{}",
                                         "{id:f}",
                                         "{'id':'f'}",
                                         "{\"id\":1}",
                                         "{\"id\":[\"f\"]}",
                                         "{\"id\":true}",
                                         "// c\n{\"id\":\"f\"}",
                                         "{\"id\":\"f\" /* c */}",
                                         "# c\n{\"id\":\"f\"}",
                                         "{\"id\"=\"f\"}",
                                         "{\"id\"=>\"f\"}",
                                         "{\"id\":\"f\";\"a\":1}",
                                         "{\"a\":[1,,2],\"id\":\"f\"}",
                                         "{\"a\":[1,2,],\"id\":\"f\"}",
                                         "{\"a\":NaN,\"id\":\"f\"}",
                                         "{\"a\":01,\"id\":\"f\"}",
                                         "{\"a\":tru,\"id\":\"f\"}",
                                         "{\"a\":\"x\ny\",\"id\":\"f\"}",
                                         "{\"id\":\"f\",\"id\":\"g\"}",
                                         ")]}'\n{\"id\":\"f\"}",
                                         "\xef\xbb\xbf{\"id\":\"f\"}",
                                         "{\"a\":+1,\"id\":\"f\"}",
                                         "{\"a\":1.,\"id\":\"f\"}",
                                         "{\"a\":TRUE,\"id\":\"f\"}",
                                         "{\"\":1,\"id\":\"f\"}",
                                         "{\"a\":\"\\\n\"}",
                                         "{\"a\":\"it\\'s\"}",
                                         "{\"id\":\"f\",\"t\":\"\xe9\"}",
                                         "{\"id\":\"f\",\"a\":" + QByteArray(1300, '[') + QByteArray(1300, ']') + "}"};
        const QList<QByteArray> rejected{"null",
                                         "[]",
                                         "[{\"id\":\"f\"}]",
                                         "\"f\"",
                                         "f",
                                         "3",
                                         "{\"id\":\"f\",}",
                                         "{\"id\":\"f\"} x",
                                         "{\"id\":\"f\"}{\"id\":\"g\"}",
                                         "{\"id\":\"f\"",
                                         "{\"a\":\"\\q\",\"id\":\"f\"}",
                                         "{\"a\":\"\\u12\",\"id\":\"f\"}",
                                         "{\"a\":,\"id\":\"f\"}",
                                         "{\"a\" 1}",
                                         "{,}",
                                         "{\"id\":\"f\"}\n// end",
                                         "{\"a\":1 2,\"id\":\"f\"}",
                                         "{\"a\":x y,\"id\":\"f\"}",
                                         "{\"id\":\"f\"}#",
                                         "{\"id\":\"f\"};",
                                         "{\"id\":\"f\"}]",
                                         "{\"a\":\"b\"\"c\",\"id\":\"f\"}",
                                         "{\"a\":[1 2]}",
                                         "{\"a\":[}",
                                         "{\"id\":\"f\",,\"a\":1}",
                                         "{\"id\":\"f\"}/* open",
                                         QByteArray("{\"id\":\"f\"}\0", 11),
                                         QByteArray("{\0\"\0}\0", 6)};
        for (const QByteArray &text : accepted)
            QTest::addRow("accepted %s", text.left(30).constData()) << text << true;
        for (const QByteArray &text : rejected)
            QTest::addRow("rejected %s", text.left(30).constData()) << text << false;
    }

    void engine()
    {
        QFETCH(QByteArray, text);
        const FormFile form = readForm(text);
        QTEST(!form.rejected, "accepted");
    }

    void ids_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("isText");
        QTest::addColumn<bool>("rejected");
        QTest::newRow("text") << QByteArray("{\"id\": \"a\\u0062\"}") << u"ab"_s << true << false;
        QTest::newRow("number") << QByteArray("{\"id\": 12}") << u"12"_s << false << false;
        QTest::newRow("last wins") << QByteArray("{\"id\": \"a\", \"id\": \"b\"}") << u"b"_s << true << false;
        QTest::newRow("null") << QByteArray("{\"id\": null}") << u"null"_s << false << true;
        QTest::newRow("object") << QByteArray("{\"id\": {\"id\": \"x\"}}") << QString() << false << true;
        QTest::newRow("inner") << QByteArray("{\"a\": {\"id\": \"x\"}, \"b\": [\"id\", {\"id\": \"y\"}]}") << QString()
                               << false << false;
    }

    void ids()
    {
        QFETCH(QByteArray, text);
        const FormFile form = readForm(text);
        QTEST(form.id, "id");
        QTEST(form.idIsText, "isText");
        QTEST(bool(form.idRejected), "rejected");
    }

    void positions()
    {
        QCOMPARE(readForm("{\n  \"a\": \"\xc3\xa9\",,\n}").rejected.position, (pipeline::xml::Position{2, 12}));
        QCOMPARE(readForm("{\n  'a': 1}").lenient.position, (pipeline::xml::Position{2, 3}));
    }

    void components()
    {
        const FormFile form = readForm(
            "{\"id\": \"f\", \"components\": [\n"
            " {\"key\": \"\u00e9\", \"values\": [{\"key\": \"x\"}], \"columns\": []},\n"
            " {\"type\": \"group\", \"other\": {\"key\": 1}, \"components\": [{\"id\": 7, \"id\": 8}]}]}");
        QCOMPARE(form.components.size(), 4);
        QCOMPARE(form.components[0].parent, -1);
        QCOMPARE(form.components[1].parent, 0);
        QCOMPARE(form.components[1].position, (pipeline::xml::Position{2, 2}));
        QCOMPARE(form.components[1].text(u"key"_s), u"\u00e9"_s);
        QVERIFY(!form.components[1].member(u"values"_s)->isNothing());
        QVERIFY(form.components[1].member(u"columns"_s)->isNothing());
        QVERIFY(!form.components[2].member(u"key"_s));
        QCOMPARE(form.components[3].parent, 2);
        QVERIFY(form.components[3].member(u"id"_s)->isRepeated);
        QVERIFY(!form.components[3].member(u"id"_s)->isText());
        QCOMPARE(form.components[3].member(u"id"_s)->text, u"8"_s);
    }

    void hostileFormsGetAnAnswer()
    {
        QVERIFY(readForm(QByteArray(2'000'000, '[')).rejected);
        QVERIFY(readForm("{\"a\":" + QByteArray(2'000'000, '{')).rejected);
        QVERIFY(readForm(QByteArray(2'000'000, ' ')).lenient);
        QVERIFY(readForm(QByteArray("/*").repeated(1'000'000)).rejected);
        QCOMPARE(readForm("{\"components\":[" + QByteArray("{},").repeated(100'000) + "{}]}").components.size(),
                 10'000);
        QCOMPARE(readForm("{\"components\":[" + QByteArray("{\"components\":[").repeated(100'000)).components.size(),
                 0);
        const QByteArray whole = "{\"id\": \"f\\u00e9\\n\", 'a': [1, {b: null}] /* c */}";
        for (qsizetype size = 1; size < whole.size(); ++size)
            QVERIFY2(readForm(whole.first(size)).rejected, qPrintable(QString::number(size)));
        QVERIFY(!readForm(whole).rejected);
    }
};

QTEST_GUILESS_MAIN(TestLenientJson)
#include "tst_lenientjson.moc"
