// SPDX-License-Identifier: Apache-2.0
#include "models/contract/pipelinecontext.h"

#include "support/resultchecks.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using contract::Mode;
using contract::Operation;
using contract::PipelineContext;

namespace {

QJsonObject sample()
{
    return {{u"modo"_s, u"validar"_s},
            {u"release_ref"_s, u"2026.11.3"_s},
            {u"sprint_origem"_s, u"Sprint 42"_s},
            {u"artefatos"_s,
             QJsonArray{QJsonObject{{u"tipo"_s, u"bpmn"_s},
                                    {u"arquivo"_s, u"a.bpmn"_s},
                                    {u"path"_s, u"Genesis/a.bpmn"_s},
                                    {u"sha"_s, u"abcdef1"_s}}}}};
}

QJsonObject sample(const QString &key, const QJsonValue &value)
{
    QJsonObject object = sample();
    object[key] = value;
    return object;
}

} // namespace

class TestPipelineContext : public QObject {
    Q_OBJECT

private slots:
    void refused_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QJsonObject &object, const QString &problem,
                            const QString &column = {}) { QTest::newRow(name) << object << column << problem; };
        row("nothing: modo", {}, u"contexto.modo is missing"_s);
        row("nothing: release_ref", {}, u"contexto.release_ref is missing"_s);
        row("nothing: sprint_origem", {}, u"contexto.sprint_origem is missing"_s);
        row("nothing: artefatos", {}, u"contexto.artefatos is missing"_s);
        row("an unknown mode", sample(u"modo"_s, u"Validar"_s), u"contexto.modo must be validar or implantar"_s);
        row("an unknown mode of the item", sample(u"modo"_s, QJsonValue::Null),
            u"contexto.modo must be validar or implantar"_s, u"x"_s);
        row("a number for a mode", sample(u"modo"_s, 1), u"contexto.modo must be a text"_s);
        row("two modes", sample(), u"contexto.modo is validar, but the item's modo is implantar"_s, u"implantar"_s);
        row("no release", sample(u"release_ref"_s, u""_s), u"contexto.release_ref is empty"_s);
        row("a number for a release", sample(u"release_ref"_s, 2026), u"contexto.release_ref must be a text"_s);
        const QString form = u"contexto.release_ref must be 1 to 100 of letters, digits and . _ - /"_s;
        row("a release with a space", sample(u"release_ref"_s, u"a b"_s), form);
        row("a release with an accent", sample(u"release_ref"_s, u"versão"_s), form);
        row("a release with a line break", sample(u"release_ref"_s, u"a\n"_s), form);
        row("a release with a quote", sample(u"release_ref"_s, u"a'b"_s), form);
        row("a release of 101 characters", sample(u"release_ref"_s, QString(101, u'a')), form);
        row("no sprint", sample(u"sprint_origem"_s, u""_s), u"contexto.sprint_origem is empty"_s);
        row("a number for an environment", sample(u"ambiente"_s, 5), u"contexto.ambiente must be a text"_s);
        row("an unknown operation", sample(u"operacao"_s, u"apagar"_s),
            u"contexto.operacao must be implantar, reimplantar or reverter"_s);
        row("a number for an operation", sample(u"operacao"_s, 5), u"contexto.operacao must be a text"_s);
        row("a number for a reason", sample(u"motivo"_s, 5), u"contexto.motivo must be a text"_s);
        row("no artefacts", sample(u"artefatos"_s, QJsonArray{}),
            u"contexto.artefatos is empty: a release needs at least one artefact"_s);
        row("an object for artefacts", sample(u"artefatos"_s, QJsonObject{}), u"contexto.artefatos must be a list"_s);
        row("bad artefacts", sample(u"artefatos"_s, QJsonArray{QJsonObject{{u"tipo"_s, u"exe"_s}}}),
            u"artefatos[0].tipo must be bpmn, dmn, form or worker"_s);
    }

    void refused()
    {
        QFETCH(QJsonObject, object);
        QFETCH(QString, column);
        QFETCH(QString, problem);
        const auto read = PipelineContext::fromJson(object, column);
        COMPARE_ERROR(read, ErrorCode::InvalidInput);
        QCOMPARE(read.error().message, u"contexto of executar_pipeline is not valid"_s);
        QVERIFY2(read.error().detail.contains(problem), qPrintable(read.error().detail));
    }

    void modeInEitherPlace()
    {
        QJsonObject without = sample();
        without.remove(u"modo"_s);
        QVERIFY(PipelineContext::fromJson(without, u"implantar"_s)->mode == Mode::Deploy);
        QVERIFY(PipelineContext::fromJson(sample(u"modo"_s, u"implantar"_s), {})->mode == Mode::Deploy);
        QVERIFY(PipelineContext::fromJson(sample(u"modo"_s, u"implantar"_s), u"implantar"_s)->mode == Mode::Deploy);
        QVERIFY(PipelineContext::fromJson(sample(u"modo"_s, u""_s), u"validar"_s)->mode == Mode::Validate);
        QVERIFY(PipelineContext::fromJson(sample(u"modo"_s, QJsonValue::Null), u"validar"_s)->mode == Mode::Validate);
    }

    void releaseRefs()
    {
        for (const auto &text : {u"a"_s, u"2026.11.3"_s, u"release/2026_11-3"_s, u"A9._-/"_s, QString(100, u'a')})
            QVERIFY2(contract::isReleaseRef(text), qPrintable(text));
        for (const auto &text :
             {u""_s, QString(101, u'a'), u"a\n"_s, u"\na"_s, u" a"_s, u"é"_s, u"a:b"_s, u"\u0661"_s, QString(QChar(0))})
            QVERIFY2(!contract::isReleaseRef(text), qPrintable(text));
    }

    void bothWays_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QTest::newRow("the least") << sample();
        QTest::newRow("with an environment") << sample(u"ambiente"_s, u"produção"_s);
        QJsonObject rollback = sample(u"modo"_s, u"implantar"_s);
        rollback[u"operacao"_s] = u"reverter"_s;
        rollback[u"motivo"_s] = u"erro no limite"_s;
        QTest::newRow("a roll-back") << rollback;
        rollback[u"operacao"_s] = u"reimplantar"_s;
        QTest::newRow("a redeploy") << rollback;
    }

    void bothWays()
    {
        QFETCH(QJsonObject, object);
        const auto read = PipelineContext::fromJson(object, {});
        VERIFY_RESULT(read);
        QCOMPARE(read->toJson(), object);
        const auto again = PipelineContext::fromJson(read->toJson(), contract::toString(read->mode));
        VERIFY_RESULT(again);
        QCOMPARE(*again, *read);
    }

    void defaults()
    {
        QJsonObject object = sample(u"operacao"_s, u"implantar"_s);
        object[u"ambiente"_s] = QJsonValue::Null;
        object[u"etiqueta"_s] = u"a field more"_s;
        const auto read = PipelineContext::fromJson(object, {});
        VERIFY_RESULT(read);
        QVERIFY(read->operation == Operation::Deploy);
        QVERIFY(read->environment.isEmpty());
        QCOMPARE(read->toJson(), sample());
    }
};

QTEST_GUILESS_MAIN(TestPipelineContext)
#include "tst_pipelinecontext.moc"
