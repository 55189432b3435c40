// SPDX-License-Identifier: Apache-2.0
#include "releasesample.h"
#include "support/outsidesql.h"

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
        const ReleaseSample release(user);
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
