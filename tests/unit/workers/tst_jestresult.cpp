// SPDX-License-Identifier: Apache-2.0
#include "workers/jest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::workers;

class TestJestResult : public QObject {
    Q_OBJECT

    /// JSON written with single quotes.
    static QByteArray quoted(QByteArray json) { return json.replace('\'', '"'); }

    const Package m_package{u"w"_s, u"/checkout/w"_s, u"/checkout"_s, {}, {}};

private slots:
    void whatIsNoResult()
    {
        for (const auto &json : {"", "{", "[]", "null", R"({"success": true})", R"({"testResults": 3})"})
            QVERIFY2(!parseJestResult(json, m_package), json);
    }

    void resultWithSurprises()
    {
        const auto result = parseJestResult(
            quoted("{'success': false, 'testResults': [{'name': '/checkout/w/a.test.js', 'status': 'failed', "
                   "'message': 'x', "
                   "'assertionResults': [{'title': 'sem nada'}, {'title': 'nova', 'status': 'shiny', 'duration': null, "
                   "'location': null}, "
                   "{'title': 'desligada', 'status': 'disabled'}, {'title': 'falha', 'status': 'failed', "
                   "'failureMessages': "
                   "[3, '\\u001b[31mErro\\u001b[39m\\n    at x (/checkout/w/a.test.js:7:1)\\n    at y "
                   "(/checkout/w/node_modules/z.js:1:1)']}]}, {'name': 3}, null]}"),
            m_package);
        QVERIFY(result);
        QVERIFY(!result->success);
        QCOMPARE(result->cases.size(), 4);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(toString(result->cases[i].state), u"skipped"_s);
        QCOMPARE(toString(result->cases[3].state), u"failed"_s);
        QCOMPARE(result->cases[3].line, 7);
        QCOMPARE(result->cases[3].message, u"Erro\n    at x (w/a.test.js:7:1)"_s);
    }

    void lineOfASuiteThatDoesNotLoad()
    {
        const auto result = parseJestResult(R"({"testResults": [{"name": "/checkout/w/a.test.js", "status": "failed",
            "assertionResults": [], "message": "SyntaxError\n    1 | a\n  > 2 | b c\n      |   ^"}]})",
                                            m_package);
        QVERIFY(result);
        QCOMPARE(result->cases.size(), 1);
        QCOMPARE(result->cases[0].line, 2);
        QCOMPARE(result->cases[0].suite, u"w/a.test.js"_s);
    }

    void longMessagesAreCut()
    {
        const QByteArray json = quoted("{'testResults': [{'name': 'a', 'status': 'failed', 'message': '")
            + QByteArray(1000000, 'x') + quoted("'}]}");
        const auto result = parseJestResult(json, m_package);
        QVERIFY(result);
        QVERIFY(result->cases[0].message.size() < 10000);
    }

    void progress()
    {
        QVERIFY(!parseJestProgress("PASS a.test.js", m_package));
        QVERIFY(!parseJestProgress("", m_package));
        const auto test = parseJestProgress(
            '\x1e'
                + R"({"name": "/checkout/w/a.test.js", "assertion": {"title": "t", "status": "passed", "duration": 5}})"_ba,
            m_package);
        QVERIFY(test);
        QCOMPARE(test->name, u"t"_s);
        QCOMPARE(test->milliseconds, 5);
        QVERIFY(!parseJestProgress("\x1e"
                                   "rubbish",
                                   m_package));
    }

    void coverage()
    {
        const auto files = parseCoverage(R"({"total": {"lines": {"total": 9, "covered": 9, "pct": "Unknown"}},
            "/checkout/w/a.js": {"lines": {"total": 4, "covered": 3}}, "/checkout/w/b.js": {}})",
                                         u"/checkout"_s);
        QCOMPARE(files, (QList<FileCoverage>{{u"w/a.js"_s, 4, 3}, {u"w/b.js"_s, 0, 0}}));
        QVERIFY(parseCoverage("rubbish", u"/checkout"_s).isEmpty());
    }

    void chosenFiles()
    {
        QVERIFY(!choosesCoveredFiles("{\n  \"configs\": [{\"collectCoverageFrom\": []}], \"globalConfig\": {}}"));
        QVERIFY(choosesCoveredFiles("noise {\n  \"configs\": [{\"collectCoverageFrom\": [\"a\"]}]}"));
        QVERIFY(choosesCoveredFiles("{\n  \"configs\": [], \"globalConfig\": {\"collectCoverageFrom\": [\"a\"]}}"));
        QVERIFY(!choosesCoveredFiles("rubbish"));
    }
};

QTEST_GUILESS_MAIN(TestJestResult)
#include "tst_jestresult.moc"
