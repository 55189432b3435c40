// SPDX-License-Identifier: Apache-2.0
#include "audit/journal.h"
#include "store/database.h"
#include "support/installation.h"
#include "support/resultchecks.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Installation;
using tests::OutsideSql;

/// The program itself, twice, on one backlog.
class TestTwoRunners : public QObject {
    Q_OBJECT

    const QTemporaryDir m_home;

private slots:
    void initTestCase() { tests::GitRepository::isolate(m_home.path()); }

    /// Most items have a contexto that cannot be read, which ends them at once; one in two hundred is a small release
    /// that passes.
    void drainTwoThousandItems()
    {
        constexpr int items = 2000;
        constexpr int releases = 10;
        Installation installation;
        installation.configure("engine = \"http://127.0.0.1:9\"\nuser = \"demo\"\n");
        OutsideSql outside(installation.backlogFile());
        for (int i = 0; i < releases; ++i) {
            QVERIFY(installation.insert(u"validar"_s, installation.makeRelease({.worker = false})) > 0);
            VERIFY_RESULT(outside.run(uR"(with recursive n(i) as (select 1 union all select i + 1 from n where i < %1)
                insert into backlog (tipo, contexto, prioridade)
                select 'executar_pipeline', '{"modo": "validar", "release_ref": "r' || i || '"}', i % 7 from n)"_s.arg(
                items / releases - 1)));
        }

        std::array<QProcess, 2> runners;
        for (QProcess &runner : runners) {
            runner.setProcessEnvironment(installation.variables());
            runner.start(QStringLiteral(PIPELINE_PROGRAM),
                         {u"--config"_s, installation.configurationFile(), u"run"_s, u"--drain"_s, u"--quiet"_s});
        }
        QMap<qint64, int> ended;
        for (QProcess &runner : runners) {
            QVERIFY(runner.waitForFinished(240'000));
            QCOMPARE(runner.readAllStandardError(), QByteArray());
            QCOMPARE(runner.exitCode(), 1); // items ended in falha
            static const QRegularExpression line(u"^item (\\d+): (sucesso|falha)"_s,
                                                 QRegularExpression::MultilineOption);
            int mine = 0;
            const QString output = QString::fromUtf8(runner.readAllStandardOutput());
            for (auto match = line.globalMatch(output); match.hasNext(); ++mine)
                ++ended[match.next().captured(1).toLongLong()];
            QVERIFY(mine > 0);
            qInfo("%d items", mine);
        }
        QCOMPARE(ended.size(), items);
        QCOMPARE(QSet<int>(ended.begin(), ended.end()), QSet<int>{1});

        const auto count = [&outside](const QString &from) {
            return outside.value(u"select count(*) from "_s + from).toInt();
        };
        const QString ours =
            u"backlog where tipo = 'executar_pipeline' and cerca = 1 and tentativa = 1 and estado = "_s;
        QCOMPARE(count(ours + u"'falhou' and resultado ->> '$.motivo' like '%artefatos%'"_s), items - releases);
        QCOMPARE(count(ours + u"'concluido'"_s), releases);
        QCOMPARE(count(u"backlog where tipo = 'aprovar_release'"_s), releases);
        QCOMPARE(count(u"run_attempt where ended_at is not null"_s), items);
        QCOMPARE(count(u"run_attempt"_s), items);
        QCOMPARE(count(u"run_event where kind = 'finished'"_s), items);
        QCOMPARE(count(u"(select distinct item_id from journal where act = 'item.completed')"_s), items);
        QCOMPARE(count(u"journal"_s), 2 * items);
        QCOMPARE(outside.value(u"pragma integrity_check"_s).toString(), u"ok"_s);

        const auto database = store::Database::open(installation.backlogUrl());
        VERIFY_RESULT(database);
        const auto verdict = audit::Journal(**database).verify({});
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isIntact(), qPrintable(verdict->problem));
        QCOMPARE(verdict->entries, 2 * items);
    }
};

QTEST_GUILESS_MAIN(TestTwoRunners)
#include "tst_tworunners.moc"
