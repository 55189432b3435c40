// SPDX-License-Identifier: Apache-2.0
#include "releasefixture.h"

#include "events/runlog.h"
#include "ui/common/button.h"
#include "ui/release/confirmdialog.h"
#include "ui/release/failurecard.h"
#include "ui/release/logtab.h"
#include "ui/release/logview.h"
#include "ui/release/releasepage.h"
#include "ui/release/runprogress.h"
#include "ui/release/stepmodel.h"

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
            run.log(events::LogSeverity::Warning, u"Prometheus"_s, u"no answer after 20 s; limit is 60 s"_s);
            run.progress(u"deploy"_s, 2, 4, u"push the workers"_s);
        }
        QTRY_COMPARE_WITH_TIMEOUT(log->log()->model()->rowCount(), before + 1, Limit);
        QTRY_COMPARE_WITH_TIMEOUT(steps(*log).mid(1, 2),
                                  QStringList({u"Prometheus, done"_s, u"Worker code, running"_s}), Limit);
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
        fixture.failDeployment(
            claim,
            {.rule = u"engine"_s,
             .engine = true,
             .message = u"History time to live cannot be null"_s,
             .path = u"Prometheus/bpmn/cobranca-amigavel.bpmn"_s,
             .element = u"cobranca_amigavel"_s,
             .line = 4,
             .column = 3},
            u"The engine of producao refused the Prometheus deployment (ENGINE-12018), so nothing of "
            "it was deployed. Prometheus/bpmn/cobranca-amigavel.bpmn line 4: History time to live "
            "cannot be null"_s);
        const auto page = open(fixture);
        ui::FailureCard *card = page->log()->failure();
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible() && card->text().contains("New bytes need a new validation"_L1),
                                 Limit);
        const QString text = card->text();
        QVERIFY2(text.contains("refused the Prometheus deployment"_L1), qPrintable(text));
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
};

QTEST_MAIN(TestLogTab)
#include "tst_logtab.moc"
