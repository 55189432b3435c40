// SPDX-License-Identifier: Apache-2.0
#include "console/notices.h"
#include "support/outsidesql.h"
#include "ui/support/consolefixture.h"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using ui::preferences::Event;

/// What other processes do to the backlog, and what this user is told of it.
class TestNotices : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    static QString approval(int id, const QString &state = u"pendente"_s)
    {
        return u"insert into backlog (id, tipo, estado, contexto, criado_por) values (%1, 'aprovar_release', '%2', "
               "'{\"release_ref\":\"R-2027.1\",\"ambiente\":\"producao\",\"artefatos\":[]}', 'runner-01')"_s.arg(id)
                   .arg(state);
    }

    static QString deployment(int id, const QString &state, const QString &by)
    {
        return u"insert into backlog (id, tipo, modo, estado, contexto, criado_por) values (%1, 'executar_pipeline', "
               "'implantar', '%2', '{\"release_ref\":\"R-2027.2\",\"ambiente\":\"producao\",\"artefatos\":[]}', '%3')"_s
                   .arg(id)
                   .arg(state, by);
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void tellsWhatIsNewOnly()
    {
        tests::ConsoleFixture console;
        console.fill(); // with open approvals and failures
        app::Notices notices(*console.session);
        QSignalSpy raised(&notices, &app::Notices::raised);
        console.start();
        ui::waitForPool();
        QCoreApplication::processEvents();
        QCOMPARE(raised.count(), 0);
        tests::OutsideSql sql(console.databaseFile());
        QVERIFY(sql.run(approval(90001)));
        QTRY_COMPARE_WITH_TIMEOUT(raised.count(), 1, Limit);
        QVERIFY(raised.first().at(0).value<Event>() == Event::ApprovalAsked);
        QCOMPARE(raised.first().at(1).value<ui::Notice>().title, u"R-2027.1 waits for your approval"_s);
        QCOMPARE(raised.first().at(2).toString(), u"R-2027.1"_s);
        QCOMPARE(raised.first().at(3).toLongLong(), 90001);
        QVERIFY(sql.run(deployment(90002, u"concluido"_s, u"somebody.else"_s)));
        QVERIFY(sql.run(deployment(90003, u"concluido"_s, u"marina.duarte"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(raised.count(), 2, Limit);
        QVERIFY(raised.last().at(0).value<Event>() == Event::DeploymentDone);
        QCOMPARE(raised.last().at(3).toLongLong(), 90003);
    }
};

QTEST_MAIN(TestNotices)
#include "tst_notices.moc"
