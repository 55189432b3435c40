// SPDX-License-Identifier: Apache-2.0
#include "plan/ties.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::plan;

namespace {

PlannedFile file(const QString &name, const QList<Reference> &references = {})
{
    PlannedFile planned;
    planned.file.artefact.file = name;
    planned.facts.references = references;
    return planned;
}

PlannedFile process(const QString &name, const QString &id, const QList<Reference> &references = {})
{
    PlannedFile planned = file(name, references);
    planned.facts.processes = {{.id = id, .executable = true}};
    return planned;
}

PlannedFile decision(const QString &name, const QString &id)
{
    PlannedFile planned = file(name);
    planned.facts.decisions = {{.id = id, .hasLogic = true}};
    return planned;
}

Reference to(ReferenceKind kind, const QString &target, Binding binding = Binding::Deployment)
{
    return {.kind = kind, .target = target, .binding = binding};
}

} // namespace

/// Which files have to travel together.
class TestTies : public QObject {
    Q_OBJECT

private slots:
    void grows_data();
    void grows();
};

void TestTies::grows_data()
{
    QTest::addColumn<QList<PlannedFile>>("files");
    QTest::addColumn<QSet<QString>>("changed");
    QTest::addColumn<QSet<QString>>("sent");

    const PlannedFile table = decision(u"faixa.dmn"_s, u"faixa"_s);
    const PlannedFile form = file(u"parecer.html"_s);
    const PlannedFile caller = process(u"a.bpmn"_s, u"a"_s, {to(ReferenceKind::Decision, u"faixa"_s)});
    const QSet<QString> both{u"a.bpmn"_s, u"faixa.dmn"_s};

    QTest::newRow("nothing changed") << QList{caller, table} << QSet<QString>() << QSet<QString>();
    QTest::newRow("the one that refers") << QList{caller, table} << QSet{u"a.bpmn"_s} << both;
    QTest::newRow("the one referred to") << QList{caller, table} << QSet{u"faixa.dmn"_s} << both;
    QTest::newRow("whatever their order") << QList{table, caller} << QSet{u"faixa.dmn"_s} << both;
    QTest::newRow("the latest version") << QList{
        process(u"a.bpmn"_s, u"a"_s, {to(ReferenceKind::Decision, u"faixa"_s, Binding::Latest)}),
        table} << QSet{u"faixa.dmn"_s} << QSet{u"faixa.dmn"_s};
    QTest::newRow("a fixed version") << QList{
        process(u"a.bpmn"_s, u"a"_s, {to(ReferenceKind::Decision, u"faixa"_s, Binding::Version)}),
        table} << QSet{u"a.bpmn"_s} << QSet{u"a.bpmn"_s};
    QTest::newRow("known only at run time")
        << QList{process(u"a.bpmn"_s, u"a"_s, {to(ReferenceKind::Decision, u"${tabela}"_s)}), table}
        << QSet{u"faixa.dmn"_s} << QSet{u"faixa.dmn"_s};
    QTest::newRow("a form, by its resource name")
        << QList{process(u"a.bpmn"_s, u"a"_s, {to(ReferenceKind::FormKey, u"parecer.html"_s)}), form}
        << QSet{u"parecer.html"_s} << QSet{u"a.bpmn"_s, u"parecer.html"_s};
    QTest::newRow("a script, by its resource name")
        << QList{process(u"a.bpmn"_s, u"a"_s, {to(ReferenceKind::Resource, u"parecer.html"_s)}), form}
        << QSet{u"parecer.html"_s} << QSet{u"a.bpmn"_s, u"parecer.html"_s};
    QTest::newRow("a key that equals a resource name")
        << QList{process(u"a.bpmn"_s, u"a"_s, {to(ReferenceKind::FormKey, u"faixa"_s)}), table} << QSet{u"faixa.dmn"_s}
        << QSet{u"faixa.dmn"_s};
    QTest::newRow("through a third file")
        << QList{caller, table, process(u"b.bpmn"_s, u"b"_s, {to(ReferenceKind::CalledElement, u"a"_s)}),
                 process(u"c.bpmn"_s, u"c"_s)}
        << QSet{u"faixa.dmn"_s} << QSet{u"a.bpmn"_s, u"b.bpmn"_s, u"faixa.dmn"_s};
    QTest::newRow("round in a circle")
        << QList{process(u"a.bpmn"_s, u"a"_s, {to(ReferenceKind::CalledElement, u"b"_s)}),
                 process(u"b.bpmn"_s, u"b"_s, {to(ReferenceKind::CalledElement, u"a"_s)})}
        << QSet{u"a.bpmn"_s} << QSet{u"a.bpmn"_s, u"b.bpmn"_s};
    QTest::newRow("to what the release does not hold") << QList{caller} << QSet{u"a.bpmn"_s} << QSet{u"a.bpmn"_s};
}

void TestTies::grows()
{
    QFETCH(QList<PlannedFile>, files);
    QFETCH(QSet<QString>, changed);
    QFETCH(QSet<QString>, sent);
    QCOMPARE(withTied(changed, files), sent);
}

QTEST_GUILESS_MAIN(TestTies)
#include "tst_ties.moc"
