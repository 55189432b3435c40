// SPDX-License-Identifier: Apache-2.0
#include "releasesample.h"
#include "support/outsidesql.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::CliUser;
using tests::ReleaseSample;

namespace {

/// Brings the release to where its approval waits; gives the manifest's digest.
QString validate(CliUser &user, const ReleaseSample &release)
{
    release.insert(release.item());
    user.run({u"run"_s, u"--once"_s, u"--quiet"_s});
    user.takeTranscript();
    return tests::OutsideSql(user.backlogFile())
        .value(u"select contexto ->> '$.manifesto' from backlog where tipo = 'aprovar_release'"_s)
        .toString();
}

ReleaseSample withTwoEnvironments(CliUser &user)
{
    return ReleaseSample(user, tests::process("analise_credito"), "http://127.0.0.1:1",
                         "\n[environments.homologacao]\nengine = \"http://127.0.0.1:2\"\n");
}

QStringList decide(const QString &verb, const QString &manifest, const QString &reason)
{
    return {u"release"_s,  verb,  u"R-2026.11.3"_s, u"--environment"_s, u"producao"_s, u"--manifest"_s, manifest,
            u"--reason"_s, reason};
}

} // namespace

class tst_ReleaseList : public QObject {
    Q_OBJECT

private slots:
    void listsWhereEachStands()
    {
        CliUser user;
        QCOMPARE(user.run({u"release"_s, u"list"_s}).code, 0);
        const ReleaseSample release(user);
        validate(user, release);
        release.insert(release.item("validar", "R-2026.11.4"));
        user.takeTranscript();
        user.run({u"release"_s, u"list"_s});
        user.run({u"release"_s, u"list"_s, u"--format"_s, u"json"_s});
        VERIFY_GOLDEN(u"release-list"_s, user.takeTranscript());
    }

    void listsAllOfThem()
    {
        CliUser user;
        const ReleaseSample release = withTwoEnvironments(user);
        user.run({u"release"_s, u"list"_s});
        tests::OutsideSql sql(user.backlogFile());
        QVERIFY(sql.run(u"with recursive n(i) as (select 1 union all select i + 1 from n where i < 1234) "
                        "insert into backlog (tipo, modo, contexto) "
                        "select 'executar_pipeline', 'validar', json_object('release_ref', 'R-' || i) from n"_s));
        QVERIFY(sql.run(u"insert into backlog (tipo, modo, contexto) values ('executar_pipeline', 'implantar', "
                        "json_object('release_ref', 'R-7', 'ambiente', 'homologacao'))"_s));
        const QStringList lines = user.run({u"release"_s, u"list"_s}).out.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 1234);
        QVERIFY(lines.first().startsWith("R-1234 "_L1));
        QVERIFY(lines.last().startsWith("R-1 "_L1));
        const auto json = user.run({u"release"_s, u"list"_s, u"--format"_s, u"json"_s});
        QCOMPARE(QJsonDocument::fromJson(json.out.toUtf8())["items"_L1].toArray().size(), 1234);

        const auto elsewhere = user.run({u"release"_s, u"list"_s, u"--environment"_s, u"homologacao"_s});
        QCOMPARE(elsewhere.out, u"R-7                 homologacao   executar_pipeline implantar pendente\n"_s);
        user.takeTranscript();
        user.run({u"release"_s, u"show"_s, u"R-7"_s});
        user.run({u"release"_s, u"show"_s, u"R-7"_s, u"--environment"_s, u"homologacao"_s});
        QCOMPARE(user.run({u"release"_s, u"show"_s, u"R-8"_s, u"--environment"_s, u"homologacao"_s}).code, 2);
        VERIFY_GOLDEN(u"release-environment"_s, user.takeTranscript());
    }

    void keepsStrangersTextFromTheTerminal()
    {
        CliUser user;
        user.terminal = true;
        user.run({u"release"_s, u"list"_s});
        tests::OutsideSql sql(user.backlogFile());
        QVERIFY(sql.run(u"insert into backlog (tipo, modo, contexto) values ('executar_pipeline', 'validar', "
                        "json_object('release_ref', 'R' || char(27, 91, 50, 74, 10), 'ambiente', char(155, 51)))"_s));
        const QString out = user.run({u"release"_s, u"list"_s}).out;
        QCOMPARE(out.count(u'\n'), 1);
        for (const QChar c : out.trimmed())
            QVERIFY(c.category() != QChar::Other_Control);
    }
};

class tst_ReleaseShow : public QObject {
    Q_OBJECT

private slots:
    void showsWhatWaits()
    {
        CliUser user;
        const ReleaseSample release(user);
        const QString manifest = validate(user, release);
        const auto ran = user.run({u"release"_s, u"show"_s, u"R-2026.11.3"_s});
        QVERIFY(ran.out.contains(u"--manifest "_s + manifest.left(12)));
        QCOMPARE(user.run({u"release"_s, u"show"_s, u"R-0"_s}).code, 2);
        const auto json = user.run({u"release"_s, u"show"_s, u"R-2026.11.3"_s, u"--format"_s, u"json"_s});
        const QJsonObject document = QJsonDocument::fromJson(json.out.toUtf8()).object();
        QCOMPARE(document["items"_L1][0]["contexto"_L1]["manifesto"_L1].toString(), manifest);
        VERIFY_GOLDEN(u"release-show"_s, user.takeTranscript());
    }
};

class tst_ReleaseDecide : public QObject {
    Q_OBJECT

private slots:
    void approves()
    {
        CliUser user;
        const ReleaseSample release = withTwoEnvironments(user);
        const QString manifest = validate(user, release);
        const QString reason = u"Read the findings of this release"_s;
        QStringList own = decide(u"approve"_s, manifest, reason);
        QCOMPARE(user.run(own + QStringList{u"--by"_s, u"PROMETHEUS"_s}).code, 1);
        QCOMPARE(user.run(own + QStringList{u"--by"_s, u"maria@example.org"_s}).code, 1);
        QCOMPARE(user.run(decide(u"approve"_s, manifest.left(11), reason)).code, 2);
        QCOMPARE(user.run(decide(u"approve"_s, QString(12, u'0'), reason)).code, 1);
        for (const QString &option : {u"--environment"_s, u"--manifest"_s, u"--reason"_s}) {
            QStringList call = decide(u"approve"_s, manifest, reason);
            call.remove(call.indexOf(option), 2);
            QCOMPARE(user.run(call).code, 2);
        }
        QStringList elsewhere = decide(u"approve"_s, manifest, reason);
        elsewhere[4] = u"homologacao"_s;
        QCOMPARE(user.run(elsewhere).code, 2);
        QCOMPARE(user.run(decide(u"approve"_s, manifest.left(12), reason)).code, 0);
        QCOMPARE(user.run(decide(u"approve"_s, manifest, reason)).code, 1);
        user.run({u"release"_s, u"show"_s, u"R-2026.11.3"_s});
        VERIFY_GOLDEN(u"release-approve"_s, user.takeTranscript());
    }

    void rejects()
    {
        CliUser user;
        const ReleaseSample release(user);
        const QString manifest = validate(user, release);
        QCOMPARE(user.run(decide(u"reject"_s, manifest, u"Não"_s)).code, 2);
        QCOMPARE(user.run(decide(u"reject"_s, manifest, u"A faixa D mudou sem aviso"_s)
                          + QStringList{u"--format"_s, u"json"_s})
                     .code,
                 0);
        user.run({u"release"_s, u"list"_s});
        VERIFY_GOLDEN(u"release-reject"_s, user.takeTranscript());
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    tests::GitRepository::isolate(home.path());
    return tests::runTests<tst_ReleaseList, tst_ReleaseShow, tst_ReleaseDecide>(argc, argv);
}
#include "tst_releasecommands.moc"
