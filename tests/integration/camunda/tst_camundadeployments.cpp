// SPDX-License-Identifier: Apache-2.0
#include "enginetest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::camunda;
using tests::EngineFixture;

/// Deployments of a real engine.
class TestCamundaDeployments : public tests::EngineTest {
    Q_OBJECT

private slots:
    void initTestCase() { SKIP_WITHOUT_ENGINE(); }
    void keepsNamesAndBytes();
    void tellsWhatItCreated();
    void repeatsWithoutEffect();
    void findsByNameAndSource();
    void listsPages();
    void keepsTenantsApart();
    void tellsUnknownThings();
};

void TestCamundaDeployments::keepsNamesAndBytes()
{
    QByteArray every;
    for (int i = 0; i < 256; ++i)
        every += char(i);
    const QString key = EngineFixture::unique(u"analise"_s);
    const QList<ResourceFile> files{{u"análise crédito.bpmn"_s, tests::bpmn(key)},
                                    {u"bpmn/in a folder.txt"_s, every + "\r\n--\r\n"},
                                    {u"a;b=c'd\\e%22.txt"_s, ""},
                                    {u"日本.html"_s, QByteArray(300'000, 'x')}};
    const QString name = EngineFixture::unique(u"Gênesis"_s);
    const auto outcome = createDeployment(engine(), {.name = name, .source = u"fonte: ç"_s, .files = files}, {});
    VERIFY_RESULT(outcome);
    QVERIFY(std::holds_alternative<Deployment>(*outcome));
    const Deployment deployment = std::get<Deployment>(*outcome);
    QCOMPARE(deployment.name, name);
    QCOMPARE(deployment.source, u"fonte: ç"_s);
    QVERIFY(deployment.time.isValid());

    const auto stored = resources(engine(), deployment.id, {});
    VERIFY_RESULT(stored);
    QCOMPARE(stored->size(), files.size());
    for (const ResourceFile &file : files) {
        const auto same = std::ranges::find(*stored, file.name, &Resource::name);
        QVERIFY2(same != stored->end(), qPrintable(file.name));
        const auto bytes = resourceBytes(engine(), deployment.id, same->id, {});
        VERIFY_RESULT(bytes);
        QVERIFY2(*bytes == file.bytes, qPrintable(file.name));
    }
}

void TestCamundaDeployments::tellsWhatItCreated()
{
    const QString process = EngineFixture::unique(u"proposta"_s);
    const QString decision = EngineFixture::unique(u"faixa"_s);
    const Deployment deployment = deployed({{u"p.bpmn"_s, tests::bpmn(process)},
                                            {u"d.dmn"_s, tests::dmnWithRequirements(decision)},
                                            {u"f.form"_s, "{\"id\":\"" + process.toUtf8() + "\"}"}});
    QStringList told;
    for (const Definition &definition : deployment.definitions) {
        QCOMPARE(definition.version, 1);
        QCOMPARE(definition.deploymentId, deployment.id);
        told << definition.resource + u' ' + definition.key;
    }
    told.sort();
    QCOMPARE(told,
             (QStringList{"d.dmn drg_"_L1 + decision, "d.dmn "_L1 + decision, "d.dmn "_L1 + decision + "_b"_L1,
                          "p.bpmn "_L1 + process}));
}

void TestCamundaDeployments::repeatsWithoutEffect()
{
    const QString key = EngineFixture::unique(u"repetido"_s);
    const NewDeployment same{
        .name = key, .source = u"prometheus-pipeline:1"_s, .files = {{u"r.bpmn"_s, tests::bpmn(key)}}};
    const auto first = createDeployment(engine(), same, {});
    const auto second = createDeployment(engine(), same, {});
    VERIFY_RESULT(first);
    VERIFY_RESULT(second);
    QCOMPARE(std::get<Deployment>(*second).id, std::get<Deployment>(*first).id);
    QVERIFY(std::get<Deployment>(*second).definitions.isEmpty());
    QCOMPARE(findDeployments(engine(), key, same.source, {}).value().size(), 1);
}

void TestCamundaDeployments::findsByNameAndSource()
{
    const QString name = EngineFixture::unique(u"Genesis + 100%"_s);
    const auto create = [&](const QString &source) {
        const QString file = EngineFixture::unique(u"nota"_s) + ".txt"_L1;
        return createDeployment(engine(), {.name = name, .source = source, .files = {{file, "x"}}}, {});
    };
    VERIFY_RESULT(create(u"prometheus-pipeline:1"_s));
    VERIFY_RESULT(create(u"prometheus-pipeline:2"_s));
    const auto found = findDeployments(engine(), name, u"prometheus-pipeline:2"_s, {});
    VERIFY_RESULT(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().name, name);
    QCOMPARE(found->first().source, u"prometheus-pipeline:2"_s);
    QVERIFY(findDeployments(engine(), name, u"prometheus-pipeline"_s, {}).value().isEmpty());
    QVERIFY(findDeployments(engine(), name.chopped(1), u"prometheus-pipeline:2"_s, {}).value().isEmpty());
}

void TestCamundaDeployments::listsPages()
{
    const QString prefix = EngineFixture::unique(u"p_%"_s);
    for (int i = 0; i < 3; ++i) {
        VERIFY_RESULT(createDeployment(
            engine(),
            {.name = prefix + QString::number(i), .source = {}, .files = {{prefix + ".txt"_L1, QByteArray::number(i)}}},
            {}));
    }
    VERIFY_RESULT(createDeployment(
        engine(), {.name = u"pXY"_s + prefix.sliced(3), .source = {}, .files = {{u"x.txt"_s, prefix.toUtf8()}}}, {}));
    const auto firstPage = listDeployments(engine(), prefix, 0, 2, {});
    const auto secondPage = listDeployments(engine(), prefix, 2, 2, {});
    VERIFY_RESULT(firstPage);
    VERIFY_RESULT(secondPage);
    QStringList names;
    for (const Deployment &deployment : *firstPage + *secondPage)
        names << deployment.name;
    QCOMPARE(names, (QStringList{prefix + u'2', prefix + u'1', prefix + u'0'}));
}

void TestCamundaDeployments::keepsTenantsApart()
{
    Environment shop = m_fixture.environment();
    shop.tenant = EngineFixture::unique(u"loja"_s);
    const auto tenantClient = client(shop);
    const QString name = EngineFixture::unique(u"inquilino"_s);
    const NewDeployment same{.name = name, .source = u"s"_s, .files = {{u"x.txt"_s, "x"}}};
    const auto theirs = createDeployment(*tenantClient, same, {});
    VERIFY_RESULT(theirs);
    QCOMPARE(std::get<Deployment>(*theirs).tenant, shop.tenant);
    QVERIFY(findDeployments(engine(), name, u"s"_s, {}).value().isEmpty());
    QCOMPARE(findDeployments(*tenantClient, name, u"s"_s, {}).value().size(), 1);
}

void TestCamundaDeployments::tellsUnknownThings()
{
    COMPARE_ERROR(resources(engine(), u"nope"_s, {}), ErrorCode::NotFound);
    const Deployment deployment = deployed({{u"x.txt"_s, "x"}});
    COMPARE_ERROR(resourceBytes(engine(), deployment.id, u"nope"_s, {}), ErrorCode::Refused);
}

QTEST_GUILESS_MAIN(TestCamundaDeployments)
#include "tst_camundadeployments.moc"
