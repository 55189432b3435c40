// SPDX-License-Identifier: Apache-2.0
#include "releasetest.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace pipeline;

/// The main job of `./dev run` on the samples, twice on one engine.
class TestMainJob : public tests::ReleaseTest {
    Q_OBJECT

private slots:
    void initTestCase();
    void endsWithSuccess_data();
    void endsWithSuccess();
    void sendsNothingTheSecondTime();
    void leavesOneDeploymentPerProduct();

private:
    static QString samples() { return qEnvironmentVariable("PIPELINE_SOURCE_DIR") + u"/resources/samples/artefatos"_s; }
    /// `resultado` of the implantar items, in their order.
    QList<QJsonObject> deployments()
    {
        QList<QJsonObject> results;
        const auto rows = tests::OutsideSql(m_folder.filePath(u"backlog.sqlite"_s))
                              .run(u"select resultado from backlog where modo = 'implantar' order by id"_s);
        for (const QVariantList &row : rows.value_or(QList<QVariantList>()))
            results << QJsonDocument::fromJson(row.first().toString().toUtf8()).object();
        return results;
    }

    QTemporaryDir m_folder;
    QMap<QString, QByteArray> m_files; ///< of the samples, by path
};

void TestMainJob::initTestCase()
{
    REQUIRE_ENGINE();
    if (const QString problem = tests::Installation::prepareJest(); !problem.isEmpty())
        QSKIP(qPrintable(problem));
    QDirIterator entries(samples(), {u"*.bpmn"_s, u"*.dmn"_s, u"*.form"_s, u"*.html"_s}, QDir::Files,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_files.insert(QDir(samples()).relativeFilePath(file.fileName()), file.readAll());
    }
    QVERIFY(m_files.size() > 15);
}

void TestMainJob::endsWithSuccess_data()
{
    QTest::addColumn<int>("runs");
    QTest::newRow("first") << 1;
    QTest::newRow("again") << 2;
}

void TestMainJob::endsWithSuccess()
{
    QFETCH(int, runs);
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"CAMUNDA_URL"_s, m_fixture.url().toString());
    variables.insert(u"CAMUNDA_USER"_s, u"demo"_s);
    variables.insert(u"CAMUNDA_PASS"_s, QString::fromUtf8(m_fixture.password().reveal()));
    variables.insert(u"XDG_CACHE_HOME"_s, QStringLiteral(MAINJOB_CACHE));
    QProcess job;
    job.setProcessEnvironment(variables);
    job.setProcessChannelMode(QProcess::MergedChannels);
    job.start(qEnvironmentVariable("PIPELINE_SOURCE_DIR") + u"/tests/support/mainjob.sh"_s,
              {QStringLiteral(PIPELINE_PROGRAM), m_folder.path()});
    QVERIFY(job.waitForFinished(540'000));
    const QByteArray said = job.readAll();
    QVERIFY2(job.exitCode() == 0, said);
    QCOMPARE(said.count("  as approved\n"), m_files.size());

    const auto results = deployments();
    QCOMPARE(results.size(), runs);
    QCOMPARE(results.last()["status"_L1].toString(), u"sucesso"_s);
    QStringList reached;
    for (const QString &product : {u"Genesis"_s, u"Prometheus"_s}) {
        const QJsonObject deployment = tests::deploymentOf(results.last(), product);
        for (const auto &key : {"enviados"_L1, "inalterados"_L1})
            for (const QJsonValue &path : deployment[key].toArray())
                reached << path.toString();
    }
    reached.sort();
    QCOMPARE(reached, m_files.keys());
}

void TestMainJob::sendsNothingTheSecondTime()
{
    const QJsonObject second = deployments().value(1);
    QVERIFY(tests::stageOf(second, u"deploy"_s)["deployment_id"_L1].isNull());
    for (const QString &product : {u"Genesis"_s, u"Prometheus"_s}) {
        QCOMPARE(tests::deploymentOf(second, product)["enviados"_L1].toArray(), QJsonArray());
        QVERIFY(tests::deploymentOf(second, product)["deployment_id"_L1].isNull());
    }
}

void TestMainJob::leavesOneDeploymentPerProduct()
{
    QStringList products;
    QMap<QString, QByteArray> deployed;
    for (const QJsonValue &deployment : m_engine.list(u"deployment"_s)) {
        const QString product = deployment["name"_L1].toString().section(u'-', 0, 0);
        const QString id = deployment["id"_L1].toString();
        const QJsonArray resources = m_engine.list(u"deployment/%1/resources"_s.arg(id));
        // The engine may be shared: what holds none of the samples is another test's.
        const auto pathOf = [&](const QJsonValue &resource) {
            const auto path = std::ranges::find_if(m_files.keyBegin(), m_files.keyEnd(), [&](const QString &file) {
                return file.startsWith(product + u'/') && file.section(u'/', -1) == resource["name"_L1].toString();
            });
            return path == m_files.keyEnd() ? QString() : *path;
        };
        if (std::ranges::all_of(resources, [&](const QJsonValue &resource) { return pathOf(resource).isEmpty(); }))
            continue;
        products << product;
        for (const QJsonValue &resource : resources)
            deployed.insert(pathOf(resource),
                            m_engine.bytes(u"deployment/%1/resources/%2/data"_s.arg(id, resource["id"_L1].toString())));
    }
    products.sort();
    QCOMPARE(products, (QStringList{u"Genesis"_s, u"Prometheus"_s}));
    QCOMPARE(deployed, m_files);
}

QTEST_GUILESS_MAIN(TestMainJob)
#include "tst_mainjob.moc"
