// SPDX-License-Identifier: Apache-2.0
#include "audit/journal.h"
#include "store/database.h"
#include "support/enginerest.h"
#include "support/installation.h"
#include "support/resultchecks.h"
#include "support/workerserver.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Installation;
using tests::SampleRelease;

/// Kills a runner at every checkpoint on the way of a release from VALIDATE to VERIFY, and lets another one end it.
class TestKillWalk : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!m_fixture.problem().isEmpty())
            QSKIP(qPrintable(m_fixture.problem()));
        m_jestProblem = Installation::prepareJest();
        tests::GitRepository::isolate(m_installation.path(u"."_s));
        m_installation.configure("engine = \"" + m_fixture.url().toEncoded()
                                 + "\"\nuser = \"demo\"\n"
                                   "policy = \"validated\"\nsettle_s = 0\nsmoke = \"all\"\nworker_webhook = \""
                                 + m_server.url().toEncoded() + "\"\n");
        walkUndisturbed();
    }

    void killedAt_data()
    {
        QTest::addColumn<QString>("point");
        for (const QString &point : std::as_const(m_points)) {
            // What holds between two rounds of a loop holds between the next two.
            if (point.section(u'#', 1).toInt() <= 2)
                QTest::newRow(qPrintable(point)) << point;
        }
    }

    void killedAt()
    {
        QFETCH(const QString, point);
        // Only a killed TEST needs tests.
        tests::Contents contents{.processSmoke = true};
        if (point.startsWith("test"_L1) && !m_jestProblem.isEmpty())
            QSKIP(qPrintable(m_jestProblem));
        if (point.startsWith("test"_L1))
            contents.jestTest = "test('chave', () => expect(typeof require('./index')()).toBe('string'));\n";
        const Items items = insert(contents);

        const Actor killed = runActor(u"killed"_s, {u"kill"_s, point});
        QCOMPARE(killed.exitCode, 128 + SIGKILL);
        QCOMPARE(killed.points.last(), point);
        tests::OutsideSql outside(m_installation.backlogFile());
        VERIFY_RESULT(outside.run(u"update backlog set reserva_expira_em = '2000-01-01T00:00:00.000Z' "
                                  "where estado = 'executando'"_s));

        const Actor successor = runActor(u"successor"_s);
        QCOMPARE(successor.errors, QByteArray());
        QCOMPARE(successor.exitCode, 0);
        checkEnd(items, point);
    }

    void cleanupTestCase()
    {
        if (m_points.isEmpty())
            return;
        const auto database = store::Database::open(m_installation.backlogUrl());
        VERIFY_RESULT(database);
        const auto verdict = audit::Journal(**database).verify({});
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isIntact(), qPrintable(verdict->problem));
        for (const auto &call : m_server.calls())
            QCOMPARE(call.status, 202); // openssl found each signature right
    }

private:
    struct Items {
        SampleRelease release;
        qint64 validation = 0;
        qint64 deployment = 0;
    };

    struct Actor {
        int exitCode = 0;
        QStringList points;
        QByteArray errors;
    };

    Items insert(const tests::Contents &contents) const
    {
        Items items{.release = m_installation.makeRelease(contents)};
        items.validation = m_installation.insert(u"validar"_s, items.release);
        items.deployment = m_installation.insert(u"implantar"_s, items.release);
        return items;
    }

    Actor runActor(const QString &name, const QStringList &breakpoint = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(m_installation.variables());
        process.start(QStringLiteral(PIPELINE_ACTOR),
                      QStringList{m_installation.configurationFile(), name} + breakpoint);
        if (!process.waitForFinished(120'000))
            return {.exitCode = -1, .errors = "it did not end"};
        Actor actor{.exitCode = process.exitCode(), .errors = process.readAllStandardError()};
        if (process.exitStatus() == QProcess::CrashExit)
            actor.exitCode += 128;
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            if (!line.isEmpty())
                actor.points << QString::fromLatin1(line);
        }
        return actor;
    }

    /// Every name that the pipeline's sources announce, but for a server's update, which tst_serverslot walks.
    static QStringList announcedBySource()
    {
        static const QRegularExpression call(u"heckpoint\\(\"([a-z-]+)\"_L1\\)"_s);
        QStringList names;
        for (const QString &stage : {u"validate"_s, u"test"_s, u"deploy"_s, u"verify"_s})
            names << stage + u"-ended"_s;
        QDirIterator files(qEnvironmentVariable("PIPELINE_SOURCE_DIR") + u"/services/pipeline"_s, {u"*.cpp"_s},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().contains("/updates/"_L1) || !file.open(QIODevice::ReadOnly))
                continue;
            const QString source = QString::fromUtf8(file.readAll());
            for (auto match = call.globalMatch(source); match.hasNext();)
                names << match.next().captured(1);
        }
        names.removeDuplicates();
        names.sort();
        return names;
    }

    /// Finds the points: those that an undisturbed run announces, which are all that there are.
    void walkUndisturbed()
    {
        const Items items = insert({.processSmoke = true});
        const Actor actor = runActor(u"undisturbed"_s);
        QCOMPARE(actor.errors, QByteArray());
        QCOMPARE(actor.exitCode, 0);
        m_points = actor.points;
        checkEnd(items, {});
        QStringList names;
        for (const QString &point : std::as_const(m_points))
            names << point.section(u'#', 0, 0);
        names.removeDuplicates();
        names.sort();
        QCOMPARE(names, announcedBySource());
        QVERIFY(names.size() >= 12);
    }

    void checkEnd(const Items &items, const QString &point)
    {
        checkItem(items.validation, u"aprovar_release"_s);
        checkItem(items.deployment, u"validar_implantacao"_s);
        if (QTest::currentTestFailed())
            return;
        checkAttempts(items, point);
        checkEngine(items);
        checkWorkers(items, point);
    }

    /// It is done, once, and has one follower.
    void checkItem(qint64 item, const QString &followerType)
    {
        tests::OutsideSql outside(m_installation.backlogFile());
        const QString id = QString::number(item);
        const QString reason =
            outside.value(u"select resultado ->> '$.motivo' from backlog where id = "_s + id).toString();
        QVERIFY2(outside.value(u"select estado from backlog where id = "_s + id) == u"concluido"_s, qPrintable(reason));
        QCOMPARE(outside.value(u"select resultado ->> '$.status' from backlog where id = "_s + id), u"sucesso"_s);
        const auto followers = outside.run(u"select tipo, id from backlog where origem_id = "_s + id);
        VERIFY_RESULT(followers);
        QCOMPARE(followers->size(), 1);
        QCOMPARE(followers->first().first().toString(), followerType);
        const auto count = [&](const QString &from) {
            return outside.value(u"select count(*) from %1 and item_id = %2"_s.arg(from, id)).toInt();
        };
        QCOMPARE(count(u"journal where act = 'item.completed'"_s), 1);
        QCOMPARE(count(u"run_event where kind = 'finished'"_s), 1);
        QCOMPARE(count(u"run_attempt where ended_at is null"_s), 0);
        QCOMPARE(count(u"run_attempt where outcome = 'concluido'"_s), 1);
        QCOMPARE(count(u"run_stage where status in ('success', 'skipped') and attempt = "
                       "(select tentativa from backlog where id = item_id)"_s),
                 2);
    }

    /// Only the item at which the runner was killed was begun twice, and a runner that had ended it was not needed.
    void checkAttempts(const Items &items, const QString &point)
    {
        tests::OutsideSql outside(m_installation.backlogFile());
        const int attempts = outside
                                 .value(
                                     u"select sum(tentativa) from backlog where id in (%1, %2)"_s.arg(items.validation)
                                         .arg(items.deployment))
                                 .toInt();
        const bool lost = !point.isEmpty() && !point.startsWith("completed"_L1);
        QCOMPARE(attempts, lost ? 3 : 2);
        QCOMPARE(outside
                     .value(u"select count(*) from run_attempt where outcome = 'lost' and item_id in (%1, %2)"_s
                                .arg(items.validation)
                                .arg(items.deployment))
                     .toInt(),
                 lost ? 1 : 0);
    }

    /// One deployment for each product, of all its files, with the first version of each definition.
    void checkEngine(const Items &items)
    {
        tests::OutsideSql outside(m_installation.backlogFile());
        const auto recorded = QJsonDocument::fromJson(
                                  outside
                                      .value(u"select resultado -> '$.etapas.deploy' from backlog where id = %1"_s.arg(
                                          items.deployment))
                                      .toString()
                                      .toUtf8())["deployments"_L1]
                                  .toArray();
        QCOMPARE(recorded.size(), 2);
        int sent = 0;
        for (const QJsonValue &entry : recorded) {
            const QJsonArray deployments = m_engine.deployments(items.deployment, entry["produto"_L1].toString());
            QCOMPARE(deployments.size(), 1);
            QCOMPARE(deployments.first()["id"_L1], entry["deployment_id"_L1]);
            QCOMPARE(deployments.first()["name"_L1], entry["nome"_L1]);
            const QJsonArray resources = m_engine.list(
                u"deployment/%1/resources"_s.arg(entry["deployment_id"_L1].toString()));
            QCOMPARE(resources.size(), entry["enviados"_L1].toArray().size());
            QCOMPARE(entry["inalterados"_L1].toArray().size(), 0);
            sent += int(resources.size());
        }
        QCOMPARE(sent, 4);
        const auto versions = [this](const QString &kind, const QString &key) {
            return m_engine.list(u"%1?key=%2"_s.arg(kind, key)).size();
        };
        for (const QString &process : items.release.processes())
            QCOMPARE(versions(u"process-definition"_s, process), 1);
        QCOMPARE(versions(u"decision-definition"_s, items.release.decision()), 1);
        QCOMPARE(m_engine
                     .list(u"history/process-instance?processInstanceBusinessKeyLike=smoke:%1:%25"_s.arg(
                         items.release.ref()))
                     .size(),
                 0);
    }

    /// The branch is at the commit, the server was called under one id, and every effect has its answer.
    void checkWorkers(const Items &items, const QString &point)
    {
        tests::OutsideSql outside(m_installation.backlogFile());
        const auto effects = outside.run(
            u"select kind, count(*), count(answer), max(answer ->> '$.id') from run_effect "
            "where item_id = %1 group by kind order by kind"_s.arg(items.deployment));
        VERIFY_RESULT(effects);
        QCOMPARE(effects->size(), 3);
        QCOMPARE(effects->at(0).mid(0, 3), (QVariantList{u"deployment"_s, 2, 2}));
        QCOMPARE(effects->at(1).mid(0, 3), (QVariantList{u"push"_s, 1, 1}));
        QCOMPARE(effects->at(2).mid(0, 3), (QVariantList{u"webhook"_s, 1, 1}));
        for (const auto &[act, count] :
             {std::pair(u"deployment.created"_s, 2), {u"workers.pushed"_s, 1}, {u"workers.restart-asked"_s, 1}})
            QCOMPARE(outside
                         .value(u"select count(*) from journal where act = '%1' and item_id = %2"_s.arg(act).arg(
                             items.deployment))
                         .toInt(),
                     count);

        const QString &commit = items.release.workersCommit;
        QCOMPARE(tests::GitRepository::text(m_installation.workers().inRemote({u"rev-parse"_s, u"main"_s})), commit);
        int calls = 0;
        for (const auto &call : m_server.calls()) {
            if (call.commit != commit)
                continue;
            ++calls;
            QCOMPARE(call.id, effects->at(2).last().toString());
        }
        QCOMPARE(calls, point == "webhook-sent#1"_L1 ? 2 : 1);
    }

    tests::EngineFixture m_fixture;
    tests::EngineRest m_engine{m_fixture};
    Installation m_installation;
    tests::WorkerServer m_server{Installation::webhookSecret()};
    QString m_jestProblem; ///< why Jest cannot be had
    QStringList m_points;
};

QTEST_GUILESS_MAIN(TestKillWalk)
#include "tst_killwalk.moc"
