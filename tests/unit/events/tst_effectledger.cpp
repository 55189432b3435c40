// SPDX-License-Identifier: Apache-2.0
#include "events/effectledger.h"

#include "runningitem.h"
#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pipeline;
using events::Effect;
using events::EffectLedger;
using tests::RunningItem;

class TestEffectLedger : public QObject {
    Q_OBJECT

private slots:
    void whatWasAchieved()
    {
        const QString manifest(64, u'c');
        const auto deployment = [&](const QString &product, const QString &id) {
            contract::ProductDeployment answer;
            answer.product = product;
            answer.deploymentId = id;
            return Effect{u"deployment"_s, product, 1, {{u"manifesto"_s, manifest}}, answer.toJson()};
        };
        const Effect refused{u"deployment"_s, u"Genesis"_s, 1, {}, QJsonObject{{u"recusado"_s, u"no"_s}}};
        const Effect unknown{u"push"_s, u"main"_s, 1, {{u"manifesto"_s, manifest}}, {}};
        const auto nothing = events::achieved({refused, unknown});
        QVERIFY(nothing.deploy.deployments.isEmpty());
        QVERIFY(nothing.deploy.workerCommit.isEmpty());
        QVERIFY(nothing.manifest.isEmpty());
        QVERIFY(nothing.deploy.status == contract::StageStatus::Skipped);

        Effect pushed = unknown;
        pushed.answer = QJsonObject{{u"commit"_s, QString(40, u'b')}};
        const auto all = events::achieved({refused, deployment(u"Genesis"_s, u"d-1"_s),
                                           deployment(u"Prometheus"_s, u"d-2"_s), deployment(u"Genesis"_s, u"d-3"_s),
                                           pushed});
        QCOMPARE(all.deploy.deployments.size(), 2);
        QCOMPARE(all.deploy.deployments.first().deploymentId, u"d-2"_s);
        QCOMPARE(all.deploy.deployments.last().deploymentId, u"d-3"_s); // the last of its product
        QCOMPARE(all.deploy.workerCommit, QString(40, u'b'));
        QCOMPARE(all.manifest, manifest);
        QVERIFY(all.deploy.status == contract::StageStatus::Failed);
    }

    void anAnswerToNothingIsRefused()
    {
        RunningItem parts;
        EffectLedger ledger(parts.database());
        const Effect never{u"deployment"_s, u"Genesis"_s, 1, {}, {}};
        QVERIFY(!ledger.answer(parts.claim(), never, {}, {.what = u"deployment.created"_s}, {}));
        auto effect = *ledger.intend(parts.claim(), u"deployment"_s, u"Genesis"_s, {}, {});
        effect.number = 2;
        QVERIFY(!ledger.answer(parts.claim(), effect, {}, {.what = u"deployment.created"_s}, {}));
        QVERIFY(!ledger.list(parts.claim().item, {})->first().answer);
        QCOMPARE(audit::Journal(parts.database()).list({}, {})->first().act.what, u"item.claimed"_s);
    }

    void withoutJournalThereIsNoAnswer()
    {
        RunningItem parts;
        EffectLedger ledger(parts.database());
        const auto effect = ledger.intend(parts.claim(), u"push"_s, u"main"_s, {}, {});
        VERIFY_RESULT(effect);
        tests::OutsideSql outside(parts.database().fileName());
        VERIFY_RESULT(
            outside.run(u"create trigger broken before insert on journal begin select raise(abort, 'no'); end"_s));
        QVERIFY(!ledger.answer(parts.claim(), *effect, {{u"x"_s, 1}}, {.what = u"push.done"_s}, {}));
        QVERIFY(!ledger.list(parts.claim().item, {})->first().answer);
    }

    void intentsAreNumberedByKindAndTarget()
    {
        RunningItem parts;
        EffectLedger ledger(parts.database());
        QVERIFY(ledger.list(parts.claim().item, {})->isEmpty());
        const auto intend = [&](const QString &kind, const QString &target) {
            return ledger.intend(parts.claim(), kind, target, {{u"name"_s, target}}, {})->number;
        };
        QCOMPARE(intend(u"deployment"_s, u"Prometheus"_s), 1);
        QCOMPARE(intend(u"deployment"_s, u"Genesis"_s), 1);
        QCOMPARE(intend(u"deployment"_s, u"Prometheus"_s), 2);
        QCOMPARE(intend(u"webhook"_s, u"https://worker.example/deploy"_s), 1);
        const Claim other = parts.begin();
        QCOMPARE(ledger.intend(other, u"deployment"_s, u"Prometheus"_s, {}, {})->number, 1);
        QCOMPARE(ledger.list(other.item, {})->size(), 1);

        // In the order in which they were intended, also when that was within one millisecond.
        tests::OutsideSql outside(parts.database().fileName());
        VERIFY_RESULT(outside.run(u"update run_effect set intended_at = '2026-11-24T14:31:52.000Z'"_s));
        const auto effects = ledger.list(parts.claim().item, {});
        VERIFY_RESULT(effects);
        QStringList order;
        for (const Effect &effect : *effects) {
            order << effect.target + QString::number(effect.number);
            QVERIFY(!effect.answer);
            QCOMPARE(effect.intent, (QJsonObject{{u"name"_s, effect.target}}));
        }
        QCOMPARE(order,
                 (QStringList{u"Prometheus1"_s, u"Genesis1"_s, u"Prometheus2"_s, u"https://worker.example/deploy1"_s}));
    }

    void anAnswerGoesWithItsJournalEntry()
    {
        RunningItem parts;
        EffectLedger ledger(parts.database());
        VERIFY_RESULT(ledger.intend(parts.claim(), u"deployment"_s, u"Genesis"_s, {{u"nome"_s, u"Genesis-1"_s}}, {}));
        const auto second = ledger.intend(parts.claim(), u"deployment"_s, u"Genesis"_s, {{u"nome"_s, u"Genesis-2"_s}},
                                          {});
        VERIFY_RESULT(second);
        const QJsonObject answer{{u"id"_s, u"8f3c"_s}, {u"definitions"_s, 3}};
        VERIFY_RESULT(ledger.answer(
            parts.claim(), *second, answer,
            {.what = u"deployment.created"_s, .item = parts.claim().item, .environment = u"producao"_s}, {}));
        const auto effects = ledger.list(parts.claim().item, {});
        VERIFY_RESULT(effects);
        QVERIFY(!effects->first().answer);
        QCOMPARE(effects->last().answer, answer);
        QCOMPARE(effects->last().intent, (QJsonObject{{u"nome"_s, u"Genesis-2"_s}}));
        const auto entry = audit::Journal(parts.database()).list({.limit = 1}, {})->first();
        QCOMPARE(entry.act.what, u"deployment.created"_s);
        QCOMPARE(entry.actor, parts.claim().runner);
        QCOMPARE(entry.act.environment, u"producao"_s);
    }

    void theNextAttemptFindsWhatIsOpen()
    {
        RunningItem parts;
        EffectLedger ledger(parts.database());
        VERIFY_RESULT(ledger.intend(parts.claim(), u"push"_s, u"main"_s, {{u"commit"_s, u"abc"_s}}, {}));
        VERIFY_RESULT(parts.backlog().postpone(parts.claim(), 0ms, u"lost"_s, {}));
        const auto item = parts.backlog().claim(tests::everything(), tests::runner(u"r2"_s), 30s, {});
        VERIFY_RESULT(item);
        const Claim second = tests::claimOf(**item, tests::runner(u"r2"_s));
        QCOMPARE(second.item, parts.claim().item);
        const auto open = ledger.list(second.item, {});
        VERIFY_RESULT(open);
        QCOMPARE(open->size(), 1);
        QVERIFY(!open->first().answer);
        QCOMPARE(open->first().intent["commit"_L1].toString(), u"abc"_s);
        VERIFY_RESULT(ledger.answer(second, open->first(), {{u"done"_s, true}}, {.what = u"push.done"_s}, {}));
        QVERIFY(ledger.list(second.item, {})->first().answer);
    }
};

QTEST_GUILESS_MAIN(TestEffectLedger)
#include "tst_effectledger.moc"
