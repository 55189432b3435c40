// SPDX-License-Identifier: Apache-2.0
#include "models/contract/artefact.h"

#include "support/resultchecks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using contract::Artefact;
using contract::ArtefactType;

namespace {

const QString Sha(40, u'a');

QJsonObject entry(const QString &key = {}, const QJsonValue &value = {})
{
    QJsonObject object{
        {u"tipo"_s, u"bpmn"_s}, {u"arquivo"_s, u"a.bpmn"_s}, {u"path"_s, u"Genesis/bpmn/a.bpmn"_s}, {u"sha"_s, Sha}};
    if (!key.isEmpty())
        object[key] = value;
    return object;
}

QJsonObject worker(const QString &name, const QString &sha)
{
    return {{u"tipo"_s, u"worker"_s}, {u"arquivo"_s, name}, {u"path"_s, u"worker/"_s + name}, {u"sha"_s, sha}};
}

} // namespace

class TestArtefact : public QObject {
    Q_OBJECT

private slots:
    void refused_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QJsonValue &value, const QString &problem) {
            QTest::newRow(name) << value << problem;
        };
        const auto path = [](const QString &text) { return entry(u"path"_s, text); };
        row("not an object", 5, u"artefatos[0].tipo is missing"_s);
        row("a list", QJsonArray{}, u"artefatos[0].path is missing"_s);
        row("no tipo", entry(u"tipo"_s, QJsonValue::Null), u"artefatos[0].tipo is missing"_s);
        row("a number for tipo", entry(u"tipo"_s, 1), u"artefatos[0].tipo must be a text"_s);
        row("an unknown tipo", entry(u"tipo"_s, u"BPMN"_s), u"artefatos[0].tipo must be bpmn, dmn, form or worker"_s);
        row("no arquivo", entry(u"arquivo"_s, QJsonValue::Null), u"artefatos[0].arquivo is missing"_s);
        row("an empty arquivo", entry(u"arquivo"_s, u""_s), u"artefatos[0].arquivo is empty"_s);
        row("another arquivo", entry(u"arquivo"_s, u"b.bpmn"_s),
            u"artefatos[0].arquivo must be the last part of path (a.bpmn)"_s);
        row("no path", entry(u"path"_s, QJsonValue::Null), u"artefatos[0].path is missing"_s);
        row("an empty path", path(u""_s), u"artefatos[0].path is empty"_s);
        row("an absolute path", path(u"/etc/a.bpmn"_s),
            u"artefatos[0].path must be relative to the repository, without a leading /"_s);
        row("out of the repository", path(u"../a.bpmn"_s),
            u"artefatos[0].path must not leave the repository with .."_s);
        row("out and in again", path(u"Genesis/../../x/a.bpmn"_s),
            u"artefatos[0].path must not leave the repository with .."_s);
        row("ends in ..", path(u"Genesis/.."_s), u"artefatos[0].path must not leave the repository with .."_s);
        row("a dot", path(u"./a.bpmn"_s), u"artefatos[0].path has an empty part or a dot as a part"_s);
        row("a double slash", path(u"Genesis//a.bpmn"_s), u"artefatos[0].path has an empty part or a dot as a part"_s);
        row("a trailing slash", path(u"Genesis/a.bpmn/"_s),
            u"artefatos[0].path has an empty part or a dot as a part"_s);
        row("a backslash", path(u"Genesis\\a.bpmn"_s), u"artefatos[0].path must use / between folders"_s);
        row("a line break", path(u"Genesis/a.bpmn\nx"_s), u"artefatos[0].path has a control character"_s);
        row("a line break at the end", path(u"Genesis/a.bpmn\n"_s), u"artefatos[0].path has a control character"_s);
        row("a zero character", path(u"Genesis/"_s + QChar(0) + u"a.bpmn"_s),
            u"artefatos[0].path has a control character"_s);
        row("an escape", path(u"Genesis/\x1b[2Ja.bpmn"_s), u"artefatos[0].path has a control character"_s);
        row("a C1 character", path(u"Genesis/\u0085a.bpmn"_s), u"artefatos[0].path has a control character"_s);
        const QString sha = u"artefatos[0].sha must be a commit of 7 to 40 hex digits"_s;
        row("no sha", entry(u"sha"_s, QJsonValue::Null), u"artefatos[0].sha is missing"_s);
        row("a branch for a sha", entry(u"sha"_s, u"main"_s), sha);
        row("a short sha", entry(u"sha"_s, u"abcdef"_s), sha);
        row("a long sha", entry(u"sha"_s, QString(41, u'a')), sha);
        row("no hex", entry(u"sha"_s, u"abcdefg"_s), sha);
        row("a line break after the sha", entry(u"sha"_s, Sha + u'\n'), sha);
        row("an option for a sha", entry(u"sha"_s, u"--upload-pack=x"_s), sha);
        row("other digits", entry(u"sha"_s, u"\u0661\u0662\u0663\u0664\u0665\u0666\u0667"_s), sha);
    }

    void refused()
    {
        QFETCH(QJsonValue, value);
        QFETCH(QString, problem);
        const auto read = contract::artefactsFromJson({value});
        COMPARE_ERROR(read, ErrorCode::InvalidInput);
        QVERIFY2(read.error().detail.split(u"; "_s).contains(problem), qPrintable(read.error().detail));
    }

    void allProblemsOfAllEntries()
    {
        QJsonObject bad = entry(u"path"_s, u"/a.bpmn"_s);
        bad[u"sha"_s] = u"x"_s;
        bad[u"tipo"_s] = u"exe"_s;
        bad[u"arquivo"_s] = u""_s;
        const auto read = contract::artefactsFromJson({entry(), bad, entry(u"sha"_s, u"y"_s)});
        COMPARE_ERROR(read, ErrorCode::InvalidInput);
        QCOMPARE(
            read.error().detail.split(u"; "_s),
            (QStringList{u"artefatos[1].tipo must be bpmn, dmn, form or worker"_s, u"artefatos[1].arquivo is empty"_s,
                         u"artefatos[1].path must be relative to the repository, without a leading /"_s,
                         u"artefatos[1].sha must be a commit of 7 to 40 hex digits"_s,
                         u"artefatos[2].sha must be a commit of 7 to 40 hex digits"_s}));
    }

    void workersShareOneCommit_data()
    {
        QTest::addColumn<QStringList>("commits");
        QTest::addColumn<bool>("shared");
        const QString a = u"abcdef1"_s + QString(33, u'0');
        const QString b = u"abcdef1"_s + QString(33, u'1');
        QTest::newRow("one") << QStringList{a} << true;
        QTest::newRow("the same") << QStringList{a, a, a} << true;
        QTest::newRow("two") << QStringList{a, QString(40, u'b')} << false;
        QTest::newRow("two with one beginning") << QStringList{a, b} << false;
        QTest::newRow("a short one") << QStringList{a, u"abcdef1"_s} << true;
        QTest::newRow("in capitals") << QStringList{a, a.toUpper()} << true;
        QTest::newRow("another short one") << QStringList{a, u"abcdef2"_s} << false;
        QTest::newRow("a short one between two") << QStringList{a, u"abcdef1"_s, b} << false;
        QTest::newRow("a short one first") << QStringList{u"abcdef1"_s, a, b} << false;
    }

    void workersShareOneCommit()
    {
        QFETCH(QStringList, commits);
        QFETCH(bool, shared);
        QJsonArray array{entry(u"sha"_s, QString(40, u'9'))}; // other kinds have commits of their own
        for (const QString &commit : commits)
            array << worker(u"w"_s + commit.left(9), commit);
        const auto read = contract::artefactsFromJson(array);
        QCOMPARE(read.has_value(), shared);
        QVERIFY(shared || read.error().detail.contains(u"all workers must share one commit"_s));
    }

    void bothWays()
    {
        const QList<Artefact> artefacts{
            {ArtefactType::Bpmn, u"análise de crédito.bpmn"_s, u"Genesis/bpmn/análise de crédito.bpmn"_s, Sha},
            {ArtefactType::Dmn, u"..risco.dmn"_s, u"Genesis/dmn/..risco.dmn"_s, u"0123456"_s},
            {ArtefactType::Form, u"a.html"_s, u"a.html"_s, Sha},
            {ArtefactType::Worker, u"bureau"_s, u"worker/bureau"_s, Sha}};
        const QJsonArray array = contract::toJson(artefacts);
        QCOMPARE(
            QString::fromUtf8(QJsonDocument(array.first().toObject()).toJson(QJsonDocument::Compact)),
            uR"({"arquivo":"análise de crédito.bpmn","path":"Genesis/bpmn/análise de crédito.bpmn","sha":"%1","tipo":"bpmn"})"_s
                .arg(Sha));
        const auto read = contract::artefactsFromJson(array);
        VERIFY_RESULT(read);
        QCOMPARE(*read, artefacts);
        QCOMPARE(contract::artefactsFromJson({})->size(), 0);
        QCOMPARE(artefacts.first().product(), u"Genesis"_s);
        QVERIFY(!artefacts.first().isWorker());
        QVERIFY(artefacts.last().isWorker());

        // A field more is no error, and capitals in a commit are none.
        QJsonObject more = entry(u"sha"_s, Sha.toUpper());
        more[u"autor"_s] = u"ana"_s;
        const auto lenient = contract::artefactsFromJson({more});
        VERIFY_RESULT(lenient);
        QCOMPARE(lenient->first().sha, Sha);
    }
};

QTEST_GUILESS_MAIN(TestArtefact)
#include "tst_artefact.moc"
