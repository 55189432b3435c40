// SPDX-License-Identifier: Apache-2.0
#include "xml/schema.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace pipeline::xml;
using namespace Qt::StringLiterals;

class TestSchema : public QObject {
    Q_OBJECT

private slots:
    // Which must be the first test of this program, for the library reads its catalog once.
    void ignoresTheCatalogOfTheMachine()
    {
        QTemporaryDir folder;
        QFile catalog(folder.filePath(u"catalog.xml"_s));
        QVERIFY(catalog.open(QIODevice::WriteOnly));
        catalog.write("<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'>"
                      "<rewriteURI uriStartString='pipeline-schema:/' rewritePrefix='file:///nowhere/'/>"
                      "<rewriteSystem systemIdStartString='pipeline-schema:/' rewritePrefix='file:///nowhere/'/>"
                      "</catalog>");
        catalog.close();
        qputenv("XML_CATALOG_FILES", catalog.fileName().toLocal8Bit());
        const Schemas schemas;
        QVERIFY(schemas.bpmn().handle()); // a schema that was not found ends the program
    }

    void compilesForManyThreadsAtOnce()
    {
        for (int round = 0; round < 20; ++round) {
            const Schemas schemas;
            std::array<const Schema *, 8> seen{};
            {
                std::vector<std::jthread> threads;
                for (size_t i = 0; i < seen.size(); ++i)
                    threads.emplace_back([&, i] {
                        seen[i] = i % 2 == 0 ? &schemas.bpmn()
                                             : schemas.dmn("https://www.omg.org/spec/DMN/20191111/MODEL/");
                    });
            }
            for (size_t i = 0; i < seen.size(); ++i)
                QCOMPARE(seen[i], seen[i % 2]);
            QVERIFY(seen[0] && seen[1] && seen[0] != seen[1]);
        }
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
