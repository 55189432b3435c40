// SPDX-License-Identifier: Apache-2.0
#include "releasefixture.h"

#include "ui/common/button.h"
#include "ui/release/approvalpane.h"
#include "ui/release/artefactstab.h"
#include "ui/release/releasepage.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using pipeline::tests::ReleaseFixture;

class TestApprovalPane : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    static std::unique_ptr<ui::ReleasePage> open(ReleaseFixture &fixture)
    {
        auto page = std::make_unique<ui::ReleasePage>(*fixture.console.session, fixture.console.theme);
        page->resize(1352, 800);
        page->show();
        page->showRelease(QString::fromLatin1(ReleaseFixture::Ref), 0, {});
        fixture.console.start();
        return page;
    }

    static ui::DecisionDialog *dialog(const ui::ReleasePage &page)
    {
        for (auto *each : page.window()->findChildren<ui::DecisionDialog *>()) {
            if (each->isVisible())
                return each;
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

    void approvesAfterOneConfirmation()
    {
        ReleaseFixture fixture;
        fixture.validate(ReleaseFixture::sound());
        const qint64 approval = fixture.openApproval();
        const auto page = open(fixture);
        ui::ApprovalPane *pane = page->artefacts()->approval();
        QTRY_VERIFY_WITH_TIMEOUT(pane->approveButton()->isVisible() && pane->approveButton()->isEnabled(), Limit);
        QCOMPARE(pane->approveButton()->text(), u"Approve for producao"_s);
        QVERIFY(!pane->obstacleLabel()->isVisible());
        QSignalSpy notices(page.get(), &ui::Page::noticeRaised);
        QTest::mouseClick(pane->approveButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(dialog(*page) != nullptr, Limit);
        QString words;
        for (const auto *label : dialog(*page)->findChildren<QLabel *>())
            words += label->text() + u'\n';
        QVERIFY2(words.contains(QString::fromLatin1(ReleaseFixture::Ref)), qPrintable(words));
        QVERIFY2(words.contains("The engine ignores this process"_L1), qPrintable(words));
        QTest::keyClick(dialog(*page), Qt::Key_Return);
        QVERIFY(dialog(*page) != nullptr); // Enter does not confirm
        QTest::keyClick(dialog(*page)->confirmButton(), Qt::Key_Return);
        QVERIFY(dialog(*page) != nullptr);
        QTest::mouseClick(dialog(*page)->confirmButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(notices.count(), 1, Limit);
        QCOMPARE(notices.first().at(0).toString(), u"okay"_s);
        const auto item = fixture.console.backlog->item(approval, {});
        QVERIFY(item && item->isFinished());
        QCOMPARE((*item->result)["por"_L1].toString(), u"marina.duarte"_s);
        // The page stays, and shows the next stage.
        QTRY_VERIFY_WITH_TIMEOUT(!pane->approveButton()->isVisible(), Limit);
    }

    void whoPreparedItMayNotApproveAndReadsWhy()
    {
        ReleaseFixture fixture(u"rafael.nunes"_s);
        fixture.validate(ReleaseFixture::sound(), u"rafael.nunes"_s);
        const auto page = open(fixture);
        ui::ApprovalPane *pane = page->artefacts()->approval();
        QTRY_VERIFY_WITH_TIMEOUT(pane->obstacleLabel()->text().contains("requested the validation"_L1), Limit);
        QVERIFY(pane->obstacleLabel()->isVisible());
        QVERIFY(!pane->approveButton()->isEnabled());
        QVERIFY(pane->rejectButton()->isEnabled());
    }

    void anAuthorOfTheCommitsMayNotApprove()
    {
        ReleaseFixture fixture(u"maria"_s);
        fixture.console.configuration.people = {{u"maria"_s, {u"maria@example.org"_s}}};
        fixture.validate(ReleaseFixture::sound());
        const auto page = open(fixture);
        ui::ApprovalPane *pane = page->artefacts()->approval();
        QTRY_VERIFY_WITH_TIMEOUT(pane->obstacleLabel()->text().contains("author of the pinned commits"_L1), Limit);
        QVERIFY(!pane->approveButton()->isEnabled());
    }

    void aRejectionNeedsAReason()
    {
        ReleaseFixture fixture;
        fixture.validate(ReleaseFixture::sound());
        const qint64 approval = fixture.openApproval();
        const auto page = open(fixture);
        ui::ApprovalPane *pane = page->artefacts()->approval();
        QTRY_VERIFY_WITH_TIMEOUT(pane->rejectButton()->isVisible() && pane->rejectButton()->isEnabled(), Limit);
        QTest::mouseClick(pane->rejectButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(dialog(*page) != nullptr, Limit);
        QTest::keyClicks(dialog(*page)->reasonField(), u"too short"_s);
        QVERIFY(!dialog(*page)->confirmButton()->isEnabled());
        QTest::keyClicks(dialog(*page)->reasonField(), u", says Marina"_s);
        QVERIFY(dialog(*page)->confirmButton()->isEnabled());
        QTest::mouseClick(dialog(*page)->confirmButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.console.backlog->item(approval, {})->isFinished(), Limit);
        const auto item = fixture.console.backlog->item(approval, {});
        QCOMPARE((*item->result)["motivo"_L1].toString(), u"too short, says Marina"_s);
        QCOMPARE((*item->result)["decisao"_L1].toString(), u"rejeitado"_s);
    }

    void aLostRaceIsTold()
    {
        ReleaseFixture fixture;
        fixture.validate(ReleaseFixture::sound());
        const auto page = open(fixture);
        ui::ApprovalPane *pane = page->artefacts()->approval();
        QTRY_VERIFY_WITH_TIMEOUT(pane->approveButton()->isVisible() && pane->approveButton()->isEnabled(), Limit);
        QTest::mouseClick(pane->approveButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(dialog(*page) != nullptr, Limit);
        fixture.approveAs(u"paulo.siqueira"_s);
        QSignalSpy notices(page.get(), &ui::Page::noticeRaised);
        QTest::mouseClick(dialog(*page)->confirmButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(notices.count(), 1, Limit);
        QCOMPARE(notices.first().at(1).toString(), u"Approval was not recorded"_s);
        QVERIFY(notices.first().at(2).toString().contains("paulo.siqueira"_L1));
        QTRY_VERIFY_WITH_TIMEOUT(!pane->approveButton()->isVisible(), Limit);
    }
};

QTEST_MAIN(TestApprovalPane)
#include "tst_approvalpane.moc"
