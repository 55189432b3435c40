// SPDX-License-Identifier: Apache-2.0
#include "xml/parser.h"

#include <QFile>
#include <QStringEncoder>
#include <QTest>

#include <thread>

using namespace pipeline::xml;
using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

QByteArray model(const QByteArray &content)
{
    return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
           "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"t\">"
        + content + "</definitions>";
}

SchemaChoice bpmnSchema(const Schemas &schemas)
{
    return [&schemas](std::string_view) { return &schemas.bpmn(); };
}

QString described(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines << u"%1:%2 [%3] %4"_s.arg(problem.position.line)
                     .arg(problem.position.column)
                     .arg(problem.element, problem.message);
    return lines.join(u'\n');
}

} // namespace

class TestParser : public QObject {
    Q_OBJECT

private slots:
    void buildsTheTree()
    {
        const Parsed parsed = parse(
            "<a xmlns:p='urn:p' id='1' p:id='2'>x<p:b>y &amp; z</p:b> <!-- no --> <c/>w<![CDATA[<&]]></a>");
        QVERIFY2(parsed.wellFormed(), qPrintable(described(parsed.problems)));
        const Element *a = parsed.document.root();
        QCOMPARE(toQString(a->name), u"a"_s);
        QVERIFY(!a->parent);
        QCOMPARE(toQString(a->attribute("id")), u"1"_s);
        QCOMPARE(toQString(a->attribute("id", "urn:p")), u"2"_s);
        QVERIFY(!a->findAttribute("id", "urn:q"));
        QCOMPARE(toQString(a->text), u"x  w<&"_s);
        QStringList children;
        for (const Element &child : a->children())
            children << toQString(child.name);
        QCOMPARE(children, (QStringList{u"b"_s, u"c"_s}));
        const Element *b = a->child("urn:p", "b");
        QVERIFY(b && b->parent == a);
        QCOMPARE(toQString(b->text), u"y & z"_s);
        QVERIFY(!a->child("", "b"));
        QCOMPARE(parsed.document.elements().size(), size_t(3));
        QCOMPARE(parsed.document.elements("urn:p", "b").front(), b);
        QVERIFY(parsed.document.elements("", "b").empty());
        QCOMPARE(parsed.document.byId("1"), a);
        QVERIFY(!parsed.document.byId("2"));
        QCOMPARE(toQString(b->nearestId()), u"1"_s);
    }

    void countsElementsInDocumentOrder()
    {
        const Parsed parsed = parse("<a><b><c/></b><d/></a>");
        int index = 0;
        for (const Element &element : parsed.document.elements())
            QCOMPARE(element.index, index++);
        QCOMPARE(index, 4);
    }

    void tellsBlankTextFromNone()
    {
        const Parsed parsed = parse("<a><b> </b><c/><d>x</d></a>");
        const auto &elements = parsed.document.elements();
        QVERIFY(elements[1].hasBlankText && elements[1].text.empty());
        QVERIFY(!elements[2].hasBlankText);
        QVERIFY(!elements[3].hasBlankText);
    }

    void knowsThePrefixesOfTheRoot()
    {
        const Parsed parsed = parse("<a xmlns='urn:a' xmlns:t='urn:t'><b xmlns:u='urn:u'/></a>");
        QVERIFY(parsed.document.namespaceOf("t") == "urn:t");
        QVERIFY(!parsed.document.namespaceOf("u"));
        QVERIFY(!parsed.document.namespaceOf("v"));
    }

    void readsNamespacesByTheirAliases()
    {
        static constexpr std::array aliases{NamespaceAlias{"urn:a", "urn:b"}, NamespaceAlias{"urn:b", "urn:c"}};
        const Parsed parsed = parse("<r xmlns='urn:a' xmlns:b='urn:b' xmlns:d='urn:d' b:x='1' d:x='2' x='3'/>", {}, {},
                                    aliases);
        const Element &root = *parsed.document.root();
        QVERIFY(root.is("urn:b", "r"));
        QCOMPARE(root.attribute("x", "urn:c"), std::string_view("1"));
        QCOMPARE(root.attribute("x", "urn:d"), std::string_view("2"));
        QCOMPARE(root.attribute("x"), std::string_view("3"));
        QCOMPARE(parsed.document.elements("urn:b", "r").size(), size_t(1));
    }

    void replacesReferencesInAttributes()
    {
        const Parsed parsed = parse("<a v='&lt;&amp;&#38;&quot;&#xe9;\n\tb'/>");
        QVERIFY2(parsed.wellFormed(), qPrintable(described(parsed.problems)));
        QCOMPARE(toQString(parsed.document.root()->attribute("v")), u"<&&\"\u00e9  b"_s);
    }

    void positions_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("first") << QByteArray("<x/>") << 1 << 1;
        QTest::newRow("indented") << QByteArray("<a>\n  <x/></a>") << 2 << 3;
        QTest::newRow("after wide characters") << QByteArray("<a>\xc3\xa9\xf0\x9f\x98\x80<x/></a>") << 1 << 7;
        QTest::newRow("several lines: where the start tag ends")
            << QByteArray("<a>\n<x\n   b=''\n\t c=''>\n</x></a>") << 4 << 3;
        QTest::newRow("after a comment") << QByteArray("<a><!-- <x/>\n --><x/></a>") << 2 << 5;
        QTest::newRow("after CDATA") << QByteArray("<a><![CDATA[<x>\n<]]><x/></a>") << 2 << 5;
        QTest::newRow("CRLF") << QByteArray("<a>\r\n<x/></a>") << 2 << 1;
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf<x/>") << 1 << 1;
        QTest::newRow("after an empty element") << QByteArray("<a><b\n/><x/></a>") << 2 << 3;
    }

    void positions()
    {
        QFETCH(QByteArray, text);
        const Parsed parsed = parse(text);
        QVERIFY2(parsed.wellFormed(), qPrintable(described(parsed.problems)));
        const auto found = parsed.document.elements("", "x");
        QCOMPARE(found.size(), size_t(1));
        QTEST(found.front()->position.line, "line");
        QTEST(found.front()->position.column, "column");
    }

    void positionsHoldInALargeFile()
    {
        // 16 MB, read in pieces: the offsets have to add up to the end.
        const QByteArray filler = "'>\xc3\xa9" + QByteArray(60, '.') + "</x>\n";
        QByteArray text("<a>\n");
        for (int i = 0; i < 200'000; ++i)
            text += "  <x i='" + QByteArray::number(i) + filler;
        text += "</a>";
        const Parsed parsed = parse(text);
        QVERIFY(parsed.wellFormed());
        int line = 2;
        for (const Element *x : parsed.document.elements("", "x"))
            QCOMPARE(x->position, (Position{line++, 3}));
        QCOMPARE(line, 200'002);
    }

    void notWellFormed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("empty") << QByteArray() << 1;
        QTest::newRow("blank") << QByteArray(" \n ") << 2;
        QTest::newRow("no XML") << QByteArray("{\"id\": 1}") << 1;
        QTest::newRow("mismatch") << QByteArray("<a>\n<b>\n</a>") << 3;
        QTest::newRow("cut off") << QByteArray("<a>\n<b>") << 2;
        QTest::newRow("after the end") << QByteArray("<a/>\n<b/>") << 2;
        QTest::newRow("twice") << QByteArray("<a>\n<b c='1' c='2'/></a>") << 2;
        QTest::newRow("prefix") << QByteArray("<a>\n<p:b/></a>") << 2;
        QTest::newRow("attribute's prefix") << QByteArray("<a>\n<b p:c=''/></a>") << 2;
        QTest::newRow("entity") << QByteArray("<a>\n&nbsp;</a>") << 2;
        QTest::newRow("control character") << QByteArray("<a>\n\x01</a>") << 2;
        QTest::newRow("not UTF-8") << QByteArray("<a>\n\xe9</a>") << 2;
        QTest::newRow("zero") << QByteArray("<a>\n\0</a>", 9) << 2;
        QTest::newRow("unknown encoding") << QByteArray("<?xml version='1.0' encoding='klingon'?><a/>") << 1;
        QTest::newRow("unknown encoding with a long name")
            << "<?xml version='1.0' encoding='" + QByteArray(300, 'x') + "'?><a/>" << 1;
        QTest::newRow("encoding that is no name") << QByteArray("<?xml version='1.0' encoding='a>b'?><a/>") << 1;
        QTest::newRow("no ASCII") << QByteArray("<?xml version='1.0' encoding='US-ASCII'?><a>\xe9</a>") << 1;
        QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        QTest::newRow("UTF-16 said to be UTF-8")
            << QByteArray(utf16(u"<?xml version='1.0' encoding='UTF-8'?><a/>"_s)) << 1;
        QTest::newRow("odd UTF-16") << QByteArray("\xff\xfe<", 3) << 1;
    }

    void notWellFormed()
    {
        QFETCH(QByteArray, text);
        const Parsed parsed = parse(text);
        QVERIFY(!parsed.wellFormed());
        QCOMPARE(parsed.problems.size(), 1);
        QCOMPARE(parsed.problems.first().kind, ProblemKind::NotWellFormed);
        QVERIFY(!parsed.problems.first().message.isEmpty());
        QTEST(parsed.problems.first().position.line, "line");
        QVERIFY(parsed.problems.first().position.column > 0);
    }

    void namespacesNeedNotBeAddresses()
    {
        QVERIFY(parse("<a xmlns='h ttp://%zz' xmlns:b='http://about:blank'><b:c/></a>").wellFormed());
    }

    void namesEachUndeclaredPrefixOnce()
    {
        const Schemas schemas;
        const Parsed parsed = parse(model("<p:a/><p:b/><q:c p:d=''/>"), bpmnSchema(schemas));
        QCOMPARE(parsed.problems.size(), 2);
        QVERIFY(parsed.problems.first().message.contains("prefix p"_L1));
        QVERIFY(parsed.problems.last().message.contains("prefix q"_L1));
    }

    void decodes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString text = u"<a>\u00e9</a>"_s;
        QTest::newRow("UTF-8") << text.toUtf8();
        QTest::newRow("UTF-8 with mark") << "\xef\xbb\xbf" + text.toUtf8();
        for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
            QStringEncoder plain(encoding);
            QTest::addRow("%s", QStringConverter::nameForEncoding(encoding))
                << QByteArray(plain(u"<?xml version='1.0' encoding='UTF-16'?>"_s + text));
            QStringEncoder marked(encoding, QStringConverter::Flag::WriteBom);
            QTest::addRow("%s with mark", QStringConverter::nameForEncoding(encoding)) << QByteArray(marked(text));
        }
        QTest::newRow("ISO-8859-1") << "<?xml version='1.0' encoding='ISO-8859-1'?>" + text.toLatin1();
        QTest::newRow("windows-1252") << "<?xml version=\"1.0\" encoding=\"windows-1252\" ?>" + text.toLatin1();
    }

    void decodes()
    {
        QFETCH(QByteArray, bytes);
        const Parsed parsed = parse(bytes);
        QVERIFY2(parsed.wellFormed(), qPrintable(described(parsed.problems)));
        QCOMPARE(toQString(parsed.document.root()->text), u"\u00e9"_s);
    }

    void decodesALargeFile()
    {
        const QByteArray text = "<?xml version='1.0' encoding='windows-1252'?><a>" + QByteArray(1'000'000, '\xe9')
            + "</a>";
        const Parsed parsed = parse(text);
        QVERIFY2(parsed.wellFormed(), qPrintable(described(parsed.problems)));
        QCOMPARE(toQString(parsed.document.root()->text), QString(1'000'000, QChar(0xe9)));
    }

    void validates()
    {
        const Schemas schemas;
        const Parsed good = parse(model("<process id=\"p\"><startEvent id=\"s\" camunda:any=\"thing\"/></process>"),
                                  bpmnSchema(schemas));
        QVERIFY2(good.problems.isEmpty(), qPrintable(described(good.problems)));

        const Parsed bad = parse(model("\n<process id=\"p\" isExecutable=\"maybe\">\n<startEvent id=\"s\" "
                                       "foo=\"bar\"/>\n<strange/>\n</process>"),
                                 bpmnSchema(schemas));
        QVERIFY(bad.wellFormed());
        QCOMPARE(bad.problems.size(), 3);
        QCOMPARE(bad.problems[0].position.line, 2);
        QCOMPARE(bad.problems[0].element, u"p"_s);
        QCOMPARE(bad.problems[1].position, (Position{3, 1}));
        QCOMPARE(bad.problems[1].element, u"s"_s);
        QCOMPARE(bad.problems[2].position, (Position{4, 1}));
        QCOMPARE(bad.problems[2].element, u"p"_s);
        for (const Problem &problem : bad.problems)
            QCOMPARE(problem.kind, ProblemKind::Schema);
    }

    void reportsWhatIsMissingAtTheEnd()
    {
        const Schemas schemas;
        const Parsed parsed = parse(
            model("<message id='m'/><process id='p'><dataObjectReference id='d'/>\n"
                  "<startEvent id='s'><timerEventDefinition><timeDate/></timerEventDefinition></startEvent>\n"
                  "<task id='t'><dataInputAssociation id='i'>\n</dataInputAssociation></task></process>"),
            bpmnSchema(schemas));
        QCOMPARE(parsed.problems.size(), 1);
        QCOMPARE(parsed.problems.first().position, (Position{4, 1}));
        QCOMPARE(parsed.problems.first().element, u"i"_s);
    }

    void reportsTextWhereItStands()
    {
        const Schemas schemas;
        const Parsed parsed = parse(model("<process id='p'><startEvent id='s'/>\n\n  hello\n<task id='t'>\n "
                                          "<![CDATA[ x]]></task> once more\n</process>\n &amp;"),
                                    bpmnSchema(schemas));
        QCOMPARE(parsed.problems.size(), 3);
        QCOMPARE(parsed.problems[0].position, (Position{3, 3}));
        QCOMPARE(parsed.problems[0].element, u"p"_s);
        QCOMPARE(parsed.problems[1].position.line, 5);
        QCOMPARE(parsed.problems[1].element, u"t"_s);
        QCOMPARE(parsed.problems[2].position.line, 7);
        QCOMPARE(parsed.problems[2].element, QString());
    }

    void knowsTheVersionsOfDmn()
    {
        const Schemas schemas;
        for (const char *nameSpace :
             {"http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20151101/dmn11.xsd",
              "http://www.omg.org/spec/DMN/20180521/MODEL/", "https://www.omg.org/spec/DMN/20191111/MODEL/",
              "https://www.omg.org/spec/DMN/20211108/MODEL/", "https://www.omg.org/spec/DMN/20230324/MODEL/"}) {
            QVERIFY(schemas.dmn(nameSpace));
            const auto read = [&](const QByteArray &content) {
                const QByteArray text = "<definitions xmlns='" + QByteArray(nameSpace)
                    + "' id='d' name='n' namespace='t'>" + content + "</definitions>";
                return parse(text, [&](std::string_view root) { return schemas.dmn(root); });
            };
            const Parsed good = read("<decision id='a' name='a'/>");
            QVERIFY2(good.problems.isEmpty(), qPrintable(described(good.problems)));
            QCOMPARE(read("<decision id='a' name='a' foo=''/>").problems.size(), 1);
        }
        QVERIFY(!schemas.dmn("https://www.omg.org/spec/DMN/20240513/MODEL/"));
        QVERIFY(!schemas.dmn(bpmn));
    }

    void oneSchemaServesManyThreads()
    {
        const Schemas schemas;
        const QByteArray text = model("<process id=\"p\"><startEvent id=\"s\"/><strange/></process>");
        std::atomic<int> right = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 8; ++i) {
                threads.emplace_back([&] {
                    for (int j = 0; j < 50; ++j)
                        right += parse(text, bpmnSchema(schemas)).problems.size() == 1;
                });
            }
        }
        QCOMPARE(right.load(), 400);
    }
};

QTEST_GUILESS_MAIN(TestParser)
#include "tst_parser.moc"
