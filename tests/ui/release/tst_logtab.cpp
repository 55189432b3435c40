// SPDX-License-Identifier: Apache-2.0
#include "releasefixture.h"

#include "events/effectledger.h"
#include "events/runlog.h"
#include "ui/common/button.h"
#include "ui/release/confirmdialog.h"
#include "ui/release/failurecard.h"
#include "ui/release/logtab.h"
#include "ui/release/logview.h"
#include "ui/release/releasepage.h"
#include "ui/release/runprogress.h"
#include "ui/release/stepmodel.h"
#include "ui/release/targetspane.h"
#include "ui/release/treedelegate.h"

#include <QJsonArray>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using pipeline::tests::ReleaseFixture;

class TestLogTab : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    static std::unique_ptr<ui::ReleasePage> open(ReleaseFixture &fixture)
    {
        auto page = std::make_unique<ui::ReleasePage>(*fixture.console.session, fixture.console.theme);
        page->resize(1352, 800);
        page->show();
        page->showRelease(QString::fromLatin1(ReleaseFixture::Ref), 0, u"log"_s);
        fixture.console.start();
        return page;
    }

    static ui::LogLine line(int number, Severity severity = Severity::Info)
    {
        return {QDateTime::currentDateTime(), severity, u"test"_s, u"line %1"_s.arg(number)};
    }

    static QStringList steps(const ui::LogTab &log)
    {
        QStringList all;
        for (int row = 0; row < log.steps()->rowCount(); ++row)
            all << log.steps()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return all;
    }

    static ui::ConfirmDialog *question(const ui::ReleasePage &page)
    {
        for (auto *dialog : page.window()->findChildren<ui::ConfirmDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

    static Finding refusal()
    {
        return {.rule = u"engine"_s,
                .engine = true,
                .message = u"History time to live cannot be null"_s,
                .path = u"Prometheus/bpmn/cobranca-amigavel.bpmn"_s,
                .element = u"cobranca_amigavel"_s,
                .line = 4,
                .column = 3};
    }

    static QString refusalReason(const QString &code)
    {
        return u"The engine of producao refused the Prometheus deployment (%1), so nothing of it was deployed. "
               "Prometheus/bpmn/cobranca-amigavel.bpmn line 4: History time to live cannot be null"_s.arg(code);
    }

    static void record(ReleaseFixture &fixture, const Claim &claim, const QString &product, const QJsonObject &answer)
    {
        events::EffectLedger ledger(*fixture.console.database);
        const auto effect = ledger.intend(claim, u"deployment"_s, product, {}, {});
        QVERIFY(effect);
        QVERIFY(ledger.answer(claim, *effect, answer, {.what = u"deployment.created"_s, .item = claim.item}, {}));
    }

    static ui::Failure failureIn(const QString &stage, const QJsonObject &result, const QList<events::Event> &events)
    {
        ui::ReleaseData data;
        data.environment = u"producao"_s;
        backlog::HistoryItem run;
        run.item.mode = u"implantar"_s;
        run.item.state = contract::ItemState::Failed;
        run.item.attempt = 1;
        run.item.result = result;
        events::StageState state;
        state.stage = stage;
        state.attempt = 1;
        state.status = u"failed"_s;
        state.startedAt = QDateTime::currentDateTime();
        state.endedAt = state.startedAt.addSecs(86);
        run.stages = {state};
        data.deployment = run;
        return ui::failureOf(data, run, events);
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        tests::GitRepository::isolate(QDir::tempPath());
    }
    void init() { QSettings().clear(); }

    void theModelKeepsTheLastLines()
    {
        ui::LogModel model;
        QList<ui::LogLine> lines;
        for (int i = 0; i < ui::LogModel::Capacity; ++i)
            lines << line(i, i % 2 ? Severity::Info : Severity::Warning);
        model.append(lines);
        model.append({line(100'000), line(100'001)});
        QCOMPARE(model.rowCount(), int(ui::LogModel::Capacity));
        QCOMPARE(model.line(0).text, u"line 2"_s);
        QCOMPARE(model.line(model.rowCount() - 1).text, u"line 100001"_s);
        model.setFilter({Severity::Warning}, u"99998"_s);
        QCOMPARE(model.rowCount(), 1);
        model.append({line(3), line(99998, Severity::Warning)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.total(), qint64(ui::LogModel::Capacity));
    }

    void theViewFollowsTheEndUntilSomebodyScrollsUp()
    {
        tests::ConsoleFixture console;
        ui::LogView view(console.theme);
        view.resize(600, 300);
        view.show();
        QList<ui::LogLine> lines;
        for (int i = 0; i < 200; ++i)
            lines << line(i);
        view.append(lines);
        QScrollBar *bar = view.table()->verticalScrollBar();
        QVERIFY(view.isFollowing());
        QTRY_VERIFY_WITH_TIMEOUT(bar->maximum() > 0 && bar->value() == bar->maximum(), Limit);
        bar->setValue(0);
        QVERIFY(!view.isFollowing());
        view.append({line(200)});
        QCOMPARE(bar->value(), 0);
        QTest::keyClick(view.table(), Qt::Key_End, Qt::ControlModifier);
        QVERIFY(view.isFollowing());
        QCOMPARE(bar->value(), bar->maximum());
    }

    void aRunIsFollowedWhileItGoesAndCanBeCancelled()
    {
        ReleaseFixture fixture;
        fixture.validate(ReleaseFixture::sound());
        fixture.approveAs(u"paulo.siqueira"_s);
        const Claim claim = fixture.startDeployment();
        const auto page = open(fixture);
        ui::LogTab *log = page->log();
        QTRY_COMPARE_WITH_TIMEOUT(steps(*log),
                                  QStringList({u"Genesis, done"_s, u"Prometheus, running"_s, u"Worker code, ahead"_s,
                                               u"Worker restart, ahead"_s, u"VERIFY, ahead"_s}),
                                  Limit);
        const QModelIndex product = log->steps()->index(1, 0);
        QVERIFY(log->steps()->rowCount(product) > 0);
        QCOMPARE(log->steps()->index(0, 0, product).data(Qt::AccessibleTextRole).toString(),
                 u"cobranca-amigavel.bpmn, running"_s);
        const int before = log->log()->model()->rowCount();
        QVERIFY(before > 0);
        {
            events::RunLog run(*fixture.console.database, claim, {});
            run.log(events::LogSeverity::Info, u"Genesis"_s, u"analise-credito.bpmn: new version 5"_s);
            run.log(events::LogSeverity::Info, u"Genesis"_s, u"faixa-risco.dmn: unchanged, not sent"_s);
            run.log(events::LogSeverity::Info, u"Prometheus"_s,
                    u"POST deployment/create Prometheus-20261128-140543, 1 files, 531 kB, limit 60 s"_s);
            run.log(events::LogSeverity::Warning, u"Prometheus"_s, u"no answer after 20 s; limit is 60 s"_s);
            QVERIFY(run.flush());
        }
        QTRY_COMPARE_WITH_TIMEOUT(log->log()->model()->rowCount(), before + 4, Limit);
        const QModelIndex genesis = log->steps()->index(0, 0);
        QCOMPARE(log->steps()->index(0, 0, genesis).data(ui::TreeDelegate::NoteRole).toString(), u"new version 5"_s);
        QCOMPARE(log->steps()->index(1, 0, genesis).data(ui::TreeDelegate::NoteRole).toString(),
                 u"unchanged, not sent"_s);
        QCOMPARE(product.data(ui::TreeDelegate::MutedRole).toString(),
                 u"531 kB in one request · no answer after 20 s, limit 60 s"_s);
        QVERIFY(product.data(ui::TreeDelegate::BusyRole).isValid());
        {
            events::RunLog run(*fixture.console.database, claim, {});
            run.progress(u"deploy"_s, 2, 4, u"push the workers"_s);
            QVERIFY(run.flush());
        }
        QTRY_COMPARE_WITH_TIMEOUT(steps(*log).mid(1, 2),
                                  QStringList({u"Prometheus, done"_s, u"Worker code, running"_s}), Limit);
        const QModelIndex done = log->steps()->index(1, 0);
        QCOMPARE(done.data(ui::TreeDelegate::MutedRole).toString(), u"one request, all or nothing"_s);
        QVERIFY(!done.data(ui::TreeDelegate::BusyRole).isValid());
        QVERIFY(log->progress()->cancelButton()->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTest::keyClick(page.get(), Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(question(*page) != nullptr, Limit);
        QTest::mouseClick(question(*page)->confirmButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.console.backlog->item(claim.item, {})->cancelRequestedBy, u"marina.duarte"_s,
                                  Limit);
        QTRY_VERIFY_WITH_TIMEOUT(!log->progress()->mayCancel(), Limit);
    }

    void aFailureTellsFourPartsAndCanBeRetried()
    {
        ReleaseFixture fixture;
        fixture.validate(ReleaseFixture::sound());
        fixture.approveAs(u"paulo.siqueira"_s);
        const Claim claim = fixture.startDeployment();
        fixture.failDeployment(claim, refusal(), refusalReason(u"ENGINE-12018"_s));
        const auto page = open(fixture);
        ui::FailureCard *card = page->log()->failure();
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible() && card->text().contains("New bytes need a new validation"_L1),
                                 Limit);
        const QString text = card->text();
        QVERIFY2(text.contains("producao refused the Prometheus deployment"_L1), qPrintable(text));
        QVERIFY2(text.contains("The process has no history time to live"_L1), qPrintable(text));
        QVERIFY2(text.contains("ENGINE-12018 History"_L1), qPrintable(text));
        QVERIFY2(text.contains("Add camunda:historyTimeToLive to line 4"_L1), qPrintable(text));
        QVERIFY2(text.contains("History time to live cannot be null"_L1), qPrintable(text));
        QVERIFY2(text.contains("line 4"_L1), qPrintable(text));
        QVERIFY2(text.contains("will fail again"_L1), qPrintable(text));
        QTest::mouseClick(card->retryButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(question(*page) != nullptr, Limit);
        QTest::mouseClick(question(*page)->confirmButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.console.backlog->item(claim.item, {})->state == contract::ItemState::Pending,
                                 Limit);
        QTRY_VERIFY_WITH_TIMEOUT(!card->isVisible(), Limit);
    }

    void whatRunsAfterAFailureIsToldTargetByTarget()
    {
        ReleaseFixture fixture;
        fixture.validate(ReleaseFixture::sound());
        fixture.approveAs(u"paulo.siqueira"_s);
        const Claim claim = fixture.startDeployment();
        contract::ProductDeployment deployment;
        deployment.product = u"Genesis"_s;
        deployment.deploymentId = u"b71c09e2"_s;
        deployment.definitions = {{u"faixa_risco"_s, 4, u"faixa_risco:4"_s}};
        record(fixture, claim, u"Genesis"_s, deployment.toJson());
        record(fixture, claim, u"Prometheus"_s, {{u"recusado"_s, u"ENGINE-09005"_s}});
        fixture.failDeployment(claim, refusal(), refusalReason(u"ENGINE-09005"_s));
        const auto page = open(fixture);
        ui::TargetsPane *targets = page->log()->targets();
        QTRY_VERIFY_WITH_TIMEOUT(targets->isVisible(), Limit);
        const QString all = targets->text();
        QCOMPARE(all.split(u'\n').size(), 3);
        QVERIFY2(all.contains(u"Genesis, %1. Deployed by this run."_s.arg(QLatin1StringView(ReleaseFixture::Ref))),
                 qPrintable(all));
        QVERIFY2(all.contains("Prometheus, Unknown. Unchanged. The engine undid"_L1), qPrintable(all));
        QVERIFY2(all.contains("consulta-bureau, Unknown. Unchanged. The run did not get that far."_L1),
                 qPrintable(all));
        QVERIFY(ui::isMixed(
            {{.outcome = ui::TargetNow::Outcome::Deployed}, {.outcome = ui::TargetNow::Outcome::NotReached}}));
        QVERIFY(!ui::isMixed(
            {{.outcome = ui::TargetNow::Outcome::Deployed}, {.outcome = ui::TargetNow::Outcome::Unrecorded}}));
        page->resize(1100, 800);
        QTRY_VERIFY_WITH_TIMEOUT(!targets->isVisible(), Limit);
    }

    void whatIsNotRecordedIsNotClaimed()
    {
        ReleaseFixture fixture;
        fixture.validate(ReleaseFixture::sound());
        fixture.approveAs(u"paulo.siqueira"_s);
        fixture.failDeployment(fixture.startDeployment(), refusal(), refusalReason(u"ENGINE-12018"_s));
        const auto page = open(fixture);
        ui::TargetsPane *targets = page->log()->targets();
        QTRY_VERIFY_WITH_TIMEOUT(targets->isVisible(), Limit);
        QVERIFY2(targets->text().startsWith("Genesis, Unknown. What the run did here was not recorded."_L1),
                 qPrintable(targets->text()));
    }

    void aFailedCheckIsASentenceAndSaysWhoCanHelp()
    {
        const QJsonObject check{{u"nome"_s, u"worker emite-boleto"_s},
                                {u"status"_s, u"failed"_s},
                                {u"detalhe"_s, u"does not poll its topic"_s}};
        const ui::Failure failure = failureIn(
            u"verify"_s, {{u"etapas"_s, QJsonObject{{u"verify"_s, QJsonObject{{u"checks"_s, QJsonArray{check}}}}}}},
            {});
        QCOMPARE(failure.why, u"Worker emite-boleto does not poll its topic."_s);
        QVERIFY(failure.steps.first().contains("worker server to look at emite-boleto"_L1));
        QCOMPARE(failure.spent, 86'000);
    }

    void theEnginesCodesAreSaidInOtherWords()
    {
        events::Event event;
        event.kind = u"finding"_s;
        event.attempt = 1;
        event.payload = refusal().toResultado();
        const auto of = [&](const QString &code) {
            return failureIn(u"deploy"_s, {{u"motivo"_s, refusalReason(code)}}, {event});
        };
        QCOMPARE(of(u"ENGINE-09005"_s).engineWords, u"ENGINE-09005 History time to live cannot be null"_s);
        QVERIFY(of(u"ENGINE-09005"_s).why.startsWith("The engine cannot read the model"_L1));
        QVERIFY(of(u"ENGINE-09005"_s).steps.first().startsWith("Correct line 4"_L1));
        QCOMPARE(of(u"ENGINE-16004"_s).why, u"History time to live cannot be null"_s);
        QCOMPARE(of(u"ENGINE-16004"_s).title, u"producao refused the Prometheus deployment"_s);
    }
};

QTEST_MAIN(TestLogTab)
#include "tst_logtab.moc"
