// SPDX-License-Identifier: Apache-2.0
#include "integration/camunda/enginetest.h"
#include "models/manifest.h"
#include "plan/productplan.h"
#include "validation/validator.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::plan;
using tests::EngineFixture;

/// What would be sent to a real engine, given what it has.
class TestProductPlan : public tests::EngineTest {
    Q_OBJECT

private slots:
    void initTestCase() { SKIP_WITHOUT_ENGINE(); }
    void init() { m_product = EngineFixture::unique(u"Genesis"_s); }
    void sendsWhatTheEngineHasNot();
    void sendsWhatChanged();
    void sendsWhatIsTied();
    void comparesWithTheLatestVersion();
    void looksForFilesWithoutDefinitionsInTheProductsDeployments();
    void takesTheNewestOfThem();
    void looksPastOtherNames();
    void looksPastManyDeployments();
    void doesNotMixDefinitionsOfDifferentDeployments();
    void keepsTenantsApart();

private:
    PlannedFile file(const QString &name, const QByteArray &bytes) const
    {
        const bool isBpmn = name.endsWith(".bpmn"_L1);
        const QString folder = isBpmn ? u"bpmn"_s : name.endsWith(".dmn"_L1) ? u"dmn"_s : u"forms"_s;
        const auto type = isBpmn ? contract::ArtefactType::Bpmn
            : folder == "dmn"_L1 ? contract::ArtefactType::Dmn
                                 : contract::ArtefactType::Form;
        const contract::Artefact artefact{type, name, m_product + u'/' + folder + u'/' + name, QString(40, u'a')};
        const validation::InputFile input{artefact.path, validation::fileKindOf(artefact), bytes, m_product};
        return {{artefact, bytes, sha256Hex(bytes)}, m_validator.facts(input)};
    }

    /// Deploys files under a name of the product, as the pipeline would at \a time.
    camunda::Deployment deployAs(const QString &name, const QList<PlannedFile> &files,
                                 const camunda::EngineClient *client = nullptr)
    {
        QList<camunda::ResourceFile> resources;
        for (const PlannedFile &planned : files)
            resources << camunda::ResourceFile{planned.file.resource(), planned.file.bytes};
        const auto outcome = camunda::createDeployment(client ? *client : engine(),
                                                       {.name = name, .source = {}, .files = resources}, {});
        if (!outcome || !std::holds_alternative<camunda::Deployment>(*outcome))
            qFatal("the engine did not take the files of a test");
        return std::get<camunda::Deployment>(*outcome);
    }
    QString stamp(const QString &time) const { return m_product + "-20261124-"_L1 + time; }

    QStringList sent(const QList<PlannedFile> &files)
    {
        const auto plan = planProduct(engine(), m_product, files, {});
        if (!plan)
            return {plan.error().text()};
        QStringList names;
        for (const PlannedFile &planned : plan->send)
            names << planned.file.resource();
        if (plan->send.size() + plan->unchanged.size() != files.size())
            names << u"and some are lost"_s;
        return names;
    }

    const validation::Validator m_validator;
    QString m_product;
};

void TestProductPlan::sendsWhatTheEngineHasNot()
{
    const QString key = EngineFixture::unique(u"p"_s);
    const QList files{file(key + ".bpmn"_L1, tests::bpmn(key)), file(u"parecer.html"_s, "<p>oi</p>")};
    QCOMPARE(sent(files), (QStringList{key + ".bpmn"_L1, u"parecer.html"_s}));
    deployAs(stamp(u"120000"_s), files);
    QCOMPARE(sent(files), QStringList());
}

void TestProductPlan::sendsWhatChanged()
{
    const QString a = EngineFixture::unique(u"a"_s);
    const QString b = EngineFixture::unique(u"b"_s);
    const PlannedFile table = file(u"b.dmn"_s, tests::dmn(b));
    deployAs(stamp(u"120000"_s), {file(u"a.bpmn"_s, tests::bpmn(a)), table});
    QCOMPARE(sent({file(u"a.bpmn"_s, tests::bpmn(a) + "\n"), table}), QStringList{u"a.bpmn"_s});
}

void TestProductPlan::sendsWhatIsTied()
{
    const QString a = EngineFixture::unique(u"a"_s);
    const QString b = EngineFixture::unique(u"b"_s);
    const PlannedFile process = file(
        u"a.bpmn"_s,
        tests::bpmn(a,
                    "<startEvent id=\"i\"/><sequenceFlow id=\"f\" sourceRef=\"i\" targetRef=\"t\"/>"
                    "<businessRuleTask id=\"t\" camunda:decisionRef=\""
                        + b.toUtf8()
                        + "\" camunda:decisionRefBinding=\"deployment\"/>"
                          "<userTask id=\"u\" camunda:formKey=\"embedded:deployment:parecer.html\"/>"));
    const PlannedFile table = file(u"b.dmn"_s, tests::dmn(b));
    const PlannedFile form = file(u"parecer.html"_s, "<p>oi</p>");
    const PlannedFile other = file(u"outro.html"_s, "<p>oi</p>");
    deployAs(stamp(u"120000"_s), {process, table, form, other});
    QCOMPARE(sent({process, table, form, other}), QStringList());
    const QStringList together{u"a.bpmn"_s, u"b.dmn"_s, u"parecer.html"_s};
    QCOMPARE(sent({process, table, file(u"parecer.html"_s, "<p>olá</p>"), other}), together);
    QCOMPARE(sent({process, file(u"b.dmn"_s, tests::dmn(b, "FIRST")), form, other}), together);
}

void TestProductPlan::comparesWithTheLatestVersion()
{
    const QString key = EngineFixture::unique(u"p"_s);
    const PlannedFile first = file(u"p.bpmn"_s, tests::bpmn(key));
    const PlannedFile second = file(u"p.bpmn"_s, tests::bpmn(key) + "\n");
    deployAs(stamp(u"120000"_s), {first});
    deployAs(EngineFixture::unique(u"by-hand"_s), {second});
    QCOMPARE(sent({second}), QStringList());
    QCOMPARE(sent({first}), QStringList{u"p.bpmn"_s});
}

void TestProductPlan::looksForFilesWithoutDefinitionsInTheProductsDeployments()
{
    const PlannedFile html = file(u"a.html"_s, "<p>1</p>");
    const PlannedFile idle = file(u"idle.bpmn"_s,
                                  tests::bpmn(EngineFixture::unique(u"idle"_s)).replace("\"true\"", "\"false\""));
    deployAs(stamp(u"120000"_s), {html, idle});
    deployAs(stamp(u"120001"_s), {file(u"b.html"_s, "<p>2</p>")});
    QCOMPARE(sent({html, idle}), QStringList());
}

void TestProductPlan::takesTheNewestOfThem()
{
    const PlannedFile first = file(u"a.html"_s, "<p>1</p>");
    const PlannedFile second = file(u"a.html"_s, "<p>2</p>");
    deployAs(stamp(u"120000"_s), {first});
    deployAs(stamp(u"120001"_s), {second});
    QCOMPARE(sent({first}), QStringList{u"a.html"_s});
    QCOMPARE(sent({second}), QStringList());
}

void TestProductPlan::looksPastOtherNames()
{
    const PlannedFile html = file(u"a.html"_s, "<p>1</p>");
    deployAs(m_product + "-legado"_L1, {html});
    deployAs(m_product + "-novo-20261124-120000"_L1, {html});
    QCOMPARE(sent({html}), QStringList{u"a.html"_s});
}

void TestProductPlan::looksPastManyDeployments()
{
    const PlannedFile html = file(u"a.html"_s, "<p>1</p>");
    deployAs(stamp(u"120000"_s), {html});
    for (int i = 0; i < 52; ++i) // more than one page of them
        deployAs(stamp(QString::number(120100 + i)), {file(u"b.html"_s, QByteArray::number(i))});
    QCOMPARE(sent({html}), QStringList());
}

void TestProductPlan::doesNotMixDefinitionsOfDifferentDeployments()
{
    const QString key = EngineFixture::unique(u"d"_s);
    const PlannedFile both = file(u"d.dmn"_s, tests::dmnWithRequirements(key));
    deployAs(stamp(u"120000"_s), {both});
    QCOMPARE(sent({both}), QStringList());
    deployAs(EngineFixture::unique(u"by-hand"_s), {file(u"only.dmn"_s, tests::dmn(key))});
    QCOMPARE(sent({both}), QStringList{u"d.dmn"_s});
}

void TestProductPlan::keepsTenantsApart()
{
    const QString key = EngineFixture::unique(u"p"_s);
    const QList files{file(u"p.bpmn"_s, tests::bpmn(key)), file(u"a.html"_s, "<p>1</p>")};
    Environment shop = m_fixture.environment();
    shop.tenant = EngineFixture::unique(u"loja"_s);
    const auto theirs = client(shop);
    deployAs(stamp(u"120000"_s), files, theirs.get());
    QCOMPARE(sent(files), (QStringList{u"p.bpmn"_s, u"a.html"_s}));
    const auto plan = planProduct(*theirs, m_product, files, {});
    VERIFY_RESULT(plan);
    QVERIFY(plan->send.isEmpty());
}

QTEST_GUILESS_MAIN(TestProductPlan)
#include "tst_productplan.moc"
