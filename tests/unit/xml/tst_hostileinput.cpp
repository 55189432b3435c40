// SPDX-License-Identifier: Apache-2.0
#include "xml/parser.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pipeline::xml;
using namespace Qt::StringLiterals;

namespace {

const QByteArray head = "<?xml version='1.0'?>\n";

QByteArray repeated(int count, const QByteArray &piece)
{
    return piece.repeated(count);
}

} // namespace

/// Files made to break or to stall a parser: each gets an answer.
class TestHostileInput : public QObject {
    Q_OBJECT

private:
    const Schemas m_schemas;
    const SchemaChoice m_bpmn = [this](std::string_view) { return &m_schemas.bpmn(); };

    Problem onlyProblem(const QByteArray &bytes, const Limits &limits = {})
    {
        const Parsed parsed = parse(bytes, m_bpmn, limits);
        QList<Problem> others;
        for (const Problem &problem : parsed.problems) {
            if (problem.kind != ProblemKind::Schema)
                others << problem;
        }
        return others.size() == 1 ? others.first() : Problem{ProblemKind::Schema, {}, {}, {}, {}};
    }

    static QByteArray bomb()
    {
        QByteArray text = "<!DOCTYPE a [<!ENTITY e0 'boom'>";
        for (int i = 1; i < 30; ++i) {
            const QByteArray previous = "&e" + QByteArray::number(i - 1) + ";";
            text += "<!ENTITY e" + QByteArray::number(i) + " '" + repeated(10, previous) + "'>";
        }
        return text + "]>";
    }

private slots:
    void entityBomb()
    {
        const Problem problem = onlyProblem(head + bomb() + "<a>&e29;</a>");
        QCOMPARE(problem.kind, ProblemKind::Doctype);
        QCOMPARE(problem.position, (Position{2, 1}));
    }

    void entityBombBehindAnError()
    {
        const Problem problem = onlyProblem("<?xml vers&ion=\"1.0\"?>\n" + bomb() + "<a b='&e29;'>&e29;</a>");
        QCOMPARE(problem.kind, ProblemKind::NotWellFormed);
        QCOMPARE(problem.position.line, 1);
    }

    void externalEntity()
    {
        QTemporaryDir folder;
        QFile secret(folder.filePath(u"secret.txt"_s));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("planted");
        secret.close();
        for (const QByteArray &declaration :
             {"<!DOCTYPE a [<!ENTITY x SYSTEM 'file://" + secret.fileName().toUtf8() + "'>]>",
              "<!DOCTYPE a SYSTEM 'file://" + secret.fileName().toUtf8() + "' []>",
              QByteArray("<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/x.dtd'> %x;]>"),
              QByteArray("<!DOCTYPE a>")}) {
            const Parsed parsed = parse(head + declaration + "<a>&x;</a>", m_bpmn);
            QCOMPARE(parsed.problems.size(), 1);
            QCOMPARE(parsed.problems.first().kind, ProblemKind::Doctype);
            QVERIFY(!parsed.document.root());
        }
    }

    void schemaLocationIsNotFollowed()
    {
        const Parsed parsed = parse(
            "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t' "
            "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
            "xsi:schemaLocation='urn:x http://127.0.0.1:1/x.xsd urn:y file:///etc/passwd'>"
            "<extension definition='y:z' xmlns:y='urn:y'/></definitions>",
            m_bpmn);
        QVERIFY(parsed.problems.isEmpty());
    }

    void deepNesting()
    {
        const Problem problem = onlyProblem(repeated(100'000, "<a>") + repeated(100'000, "</a>"));
        QCOMPARE(problem.kind, ProblemKind::Limit);
        QCOMPARE(problem.position.column, 1'000 * 3 + 1);
        QCOMPARE(onlyProblem(repeated(10'000'000, "<a>")).kind, ProblemKind::Limit);
        QVERIFY(parse(repeated(1'000, "<a>") + repeated(1'000, "</a>")).wellFormed());
    }

    void manyAttributes_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("at the limit") << 10'000 << true;
        QTest::newRow("above it") << 10'001 << false;
        QTest::newRow("far above it") << 500'000 << false;
    }

    void manyAttributes()
    {
        QFETCH(int, count);
        QFETCH(bool, accepted);
        QByteArray tag = "<!-- <b x='1' --><a>\n<b";
        for (int i = 0; i < count; ++i)
            tag += " a" + QByteArray::number(i) + "='>'";
        const Parsed parsed = parse(tag + "/></a>");
        QCOMPARE(parsed.wellFormed(), accepted);
        if (!accepted) {
            QCOMPARE(parsed.problems.first().kind, ProblemKind::Limit);
            QCOMPARE(parsed.problems.first().position, (Position{2, 1}));
        }
    }

    void manyElementsAtTheAttributeLimit()
    {
        // libxml2 compares every attribute of an element with every other one.
        QByteArray tag = "<b";
        for (int i = 0; i < 10'000; ++i)
            tag += " a" + QByteArray::number(i) + "=''";
        const Parsed parsed = parse("<a>" + repeated(10, tag + "/>") + "</a>");
        QVERIFY(parsed.wellFormed());
    }

    void quotesInTextAreNoAttributes()
    {
        QVERIFY(parse("<a><b/>" + repeated(60'000, "it's ") + "</a>").wellFormed());
        QVERIFY(parse("<a><![CDATA[" + repeated(60'000, "'a' ") + "]]></a>").wellFormed());
    }

    void tooLarge()
    {
        const Problem size = onlyProblem(QByteArray(33 * 1024 * 1024, ' '));
        QCOMPARE(size.kind, ProblemKind::Limit);
        Limits few;
        few.elements = 1000;
        const Problem elements = onlyProblem("<a>" + repeated(100'000, "<b/>") + "</a>", few);
        QCOMPARE(elements.kind, ProblemKind::Limit);
    }

    void spacesWithinTheLimit()
    {
        QVERIFY(!parse(QByteArray(30 * 1024 * 1024, ' ')).wellFormed());
        QVERIFY(parse("<a>" + QByteArray(30 * 1024 * 1024, ' ') + "</a>").wellFormed());
    }

    void oneLongLineIsReadInLinearTime()
    {
        // A column counted anew for each element would take hours here.
        const Parsed parsed = parse("<a>" + repeated(200'000, "<b c='d'>e</b>") + "</a>");
        QVERIFY(parsed.wellFormed());
        QCOMPARE(parsed.document.elements().back().position.column, 3 + 199'999 * 14 + 1);
    }

    void piecemealTextIsReadInLinearTime()
    {
        const Parsed parsed = parse("<a>" + repeated(1'000'000, "x&#10;") + "</a>");
        QVERIFY(parsed.wellFormed());
        QCOMPARE(parsed.document.root()->text.size(), size_t(2'000'000));
    }

    void manySchemaErrorsAreCounted()
    {
        const Parsed parsed = parse(
            "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'>"
                + repeated(5'000, "<message foo=''/>") + "</definitions>",
            m_bpmn);
        QCOMPARE(parsed.problems.size(), 1001);
        QVERIFY(parsed.problems.last().message.startsWith("4000 more"_L1));
    }

    void manyUndeclaredPrefixes()
    {
        QByteArray text = "<a>";
        for (int i = 0; i < 100'000; ++i)
            text += "<p" + QByteArray::number(i) + ":b/>";
        const Parsed parsed = parse(text + "</a>", m_bpmn);
        QVERIFY(!parsed.wellFormed());
        QVERIFY(parsed.problems.size() < 100);
    }

    void foreignFirstBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("EBCDIC") << QByteArray("\x4c\x6f\xa7\x94 version='1.0'?><a/>");
        QTest::newRow("UTF-16 mark after UTF-8 mark") << QByteArray("\xef\xbb\xbf\xff\xfe<\x00"
                                                                    "a\x00/\x00>\x00",
                                                                    13);
        QTest::newRow("UTF-32") << QByteArray("\x00\x00\x00<\x00\x00\x00"
                                              "a\x00\x00\x00/\x00\x00\x00>",
                                              16);
        QTest::newRow("mark alone") << QByteArray("\xef\xbb\xbf");
        QTest::newRow("UTF-16 mark alone") << QByteArray("\xff\xfe");
        QTest::newRow("surrogate alone") << QByteArray("\xff\xfe<\x00"
                                                       "a\x00>\x00\x00\xd8<\x00/\x00"
                                                       "a\x00>\x00",
                                                       18);
        QTest::newRow("surrogate in UTF-8") << QByteArray("<a>\xed\xa0\x80</a>");
        QTest::newRow("overlong") << QByteArray("<a>\xc0\xbc</a>");
        QTest::newRow("half a character") << QByteArray("<a>\xc3");
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00", 8);
    }

    void foreignFirstBytes()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!parse(bytes, m_bpmn).wellFormed());
    }

    void everyTruncation()
    {
        const QByteArray whole = head
            + "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'>\n"
              "<!-- caf\xc3\xa9 -->\n<process id='p' name='a &amp; b &#x1F600;'><documentation><![CDATA[x]]> "
              "y</documentation>\n"
              "<startEvent\n \t id='s'\n/><?pi data?></process>\n</definitions>";
        QVERIFY(parse(whole, m_bpmn).wellFormed());
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const Parsed parsed = parse(whole.first(size), m_bpmn);
            QVERIFY2(!parsed.wellFormed(), qPrintable(QString::number(size)));
            QVERIFY(!parsed.problems.isEmpty());
        }
    }

    void everyByteReplaced()
    {
        const QByteArray whole = head
            + "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'><process id='p'>"
              "<task id='t'/></process></definitions>";
        for (qsizetype i = 0; i < whole.size(); ++i) {
            for (const char byte : {'\0', '<', '>', '&', '"', '\'', '\xff', '\xc3', '\n', ':', '/'}) {
                QByteArray changed = whole;
                changed[i] = byte;
                const Parsed parsed = parse(changed, m_bpmn);
                QVERIFY(parsed.document.root() || !parsed.problems.isEmpty());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestHostileInput)
#include "tst_hostileinput.moc"
