// SPDX-License-Identifier: Apache-2.0
#include "releasefixture.h"

#include "ui/code/codeview.h"
#include "ui/common/chip.h"
#include "ui/release/artefactstab.h"
#include "ui/release/artefacttree.h"
#include "ui/release/audittab.h"
#include "ui/release/findingstab.h"
#include "ui/release/releasepage.h"
#include "ui/release/rulehelp.h"
#include "ui/release/sourcepane.h"
#include "ui/release/stagebutton.h"
#include "ui/release/stagestrip.h"
#include "ui/release/testdetails.h"
#include "ui/release/teststab.h"
#include "ui/release/testtree.h"

#include <QListView>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace pipeline;
using pipeline::tests::ReleaseFixture;

class TestReleasePage : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    static ui::ReleasePage *open(ReleaseFixture &fixture, const QString &tab = {})
    {
        auto *page = new ui::ReleasePage(*fixture.console.session, fixture.console.theme);
        page->resize(1352, 800);
        page->show();
        page->showRelease(QString::fromLatin1(ReleaseFixture::Ref), 0, tab);
        fixture.console.start();
        return page;
    }

    static QString stage(const ui::ReleasePage &page, int index)
    {
        return page.strip()->buttons().at(index)->accessibleName();
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        tests::GitRepository::isolate(QDir::tempPath());
    }
    void init() { QSettings().clear(); }

    void theStripSaysWhereTheReleaseStands()
    {
        ReleaseFixture fixture;
        fixture.validate(ReleaseFixture::sound());
        const std::unique_ptr<ui::ReleasePage> page(open(fixture));
        QTRY_VERIFY_WITH_TIMEOUT(stage(*page, 0).startsWith("VALIDATE, succeeded"_L1), Limit);
        QVERIFY2(stage(*page, 0).contains(u"0 errors · 3 warnings"_s), qPrintable(stage(*page, 0)));
        QVERIFY2(stage(*page, 1).contains(u"12 passed · 0 failed · 87.4 %"_s), qPrintable(stage(*page, 1)));
        QVERIFY2(stage(*page, 2).contains("Waiting for you"_L1), qPrintable(stage(*page, 2)));
        QVERIFY2(stage(*page, 3).contains("Genesis, Prometheus, 1 worker"_L1), qPrintable(stage(*page, 3)));
        QCOMPARE(page->currentTab(), u"artefacts"_s);
        QVERIFY(page->strip()->buttons().at(2)->info().current);
        // The counts in the tabs stay when the page is read again.
        const auto counts = [&page] {
            QStringList all;
            for (int i = 0; i < page->tabs()->count(); ++i) {
                const QWidget *count = page->tabs()->tabButton(i, QTabBar::RightSide);
                all << (count && count->isVisible() ? count->accessibleName() : QString());
            }
            return all;
        };
        const QStringList expected{u"5"_s, u"3"_s, u"12"_s, {}, {}};
        QCOMPARE(counts(), expected);
        fixture.approveAs(u"paulo.siqueira"_s);
        QTRY_VERIFY_WITH_TIMEOUT(stage(*page, 2).contains("paulo.siqueira"_L1), Limit);
        QCOMPARE(counts(), expected);
    }

    void aStageOpensTheTabThatExplainsIt()
    {
        ReleaseFixture fixture;
        fixture.validate(ReleaseFixture::sound());
        const std::unique_ptr<ui::ReleasePage> page(open(fixture));
        QTRY_VERIFY_WITH_TIMEOUT(stage(*page, 0).startsWith("VALIDATE, succeeded"_L1), Limit);
        const QStringList tabs{u"findings"_s, u"tests"_s, u"artefacts"_s, u"log"_s, u"log"_s};
        for (int i = 0; i < tabs.size(); ++i) {
            QTest::mouseClick(page->strip()->buttons().at(i), Qt::LeftButton);
            QCOMPARE(page->currentTab(), tabs.at(i));
        }
    }

    void ctrlPageDownGoesThroughTheTabs()
    {
        ReleaseFixture fixture;
        fixture.validate(ReleaseFixture::sound());
        const std::unique_ptr<ui::ReleasePage> page(open(fixture, u"artefacts"_s));
        QTRY_VERIFY_WITH_TIMEOUT(stage(*page, 0).startsWith("VALIDATE, succeeded"_L1), Limit);
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QStringList seen;
        for (int i = 0; i < 5; ++i) {
            seen << page->currentTab();
            QTest::keyClick(page.get(), Qt::Key_PageDown, Qt::ControlModifier);
        }
        QCOMPARE(seen, QStringList({u"artefacts"_s, u"findings"_s, u"tests"_s, u"log"_s, u"audit"_s}));
        QCOMPARE(page->currentTab(), u"artefacts"_s);
        QTest::keyClick(page.get(), Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(page->currentTab(), u"audit"_s);
    }

    void theSourceOfTheSelectedArtefactIsShownWithItsFindings()
    {
        ReleaseFixture fixture;
        fixture.validate(ReleaseFixture::sound());
        const std::unique_ptr<ui::ReleasePage> page(open(fixture));
        ui::SourcePane *source = page->artefacts()->source();
        QTRY_COMPARE_WITH_TIMEOUT(source->shownPath(), u"Genesis/bpmn/analise-credito.bpmn"_s, Limit);
        QVERIFY(source->view()->toPlainText().contains("<bpmn:definitions"_L1));
        QCOMPARE(source->view()->annotations().size(), 2);
        page->artefacts()->tree()->select(u"worker/consulta-bureau"_s);
        QTRY_COMPARE_WITH_TIMEOUT(source->shownPath(), u"worker/consulta-bureau/index.js"_s, Limit);
        fixture.console.files.remove(u"Genesis/dmn/faixa-risco.dmn"_s);
        page->artefacts()->tree()->select(u"Genesis/dmn/faixa-risco.dmn"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!source->view()->isVisible(), Limit);
    }

    void findingsAreWalkedByKeyAndExplained()
    {
        ReleaseFixture fixture;
        auto validation = ReleaseFixture::sound();
        validation.errors << Finding{
            .rule = u"idref"_s,
            .message = u"`targetRef` of `sequenceFlow` refers to `Task_Baixa`, which is not in the "
                       "file. Refer to the id of an element of this file."_s,
            .path = u"Prometheus/bpmn/cobranca-amigavel.bpmn"_s,
            .element = u"Flow_3"_s,
            .line = 27,
            .column = 6};
        fixture.validate(validation);
        const std::unique_ptr<ui::ReleasePage> page(open(fixture));
        QTRY_COMPARE_WITH_TIMEOUT(page->currentTab(), u"findings"_s, Limit);
        ui::FindingsTab *findings = page->findings();
        QTRY_COMPARE_WITH_TIMEOUT(findings->source()->shownPath(), u"Prometheus/bpmn/cobranca-amigavel.bpmn"_s, Limit);
        QCOMPARE(findings->source()->view()->textCursor().blockNumber(), 26);
        QVERIFY(findings->help()->text().contains(ui::ruleText(u"idref"_s).title));
        QVERIFY(!ui::ruleText(u"idref"_s).fix.isEmpty());
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTest::keyClick(page.get(), Qt::Key_F8);
        QTRY_COMPARE_WITH_TIMEOUT(findings->source()->shownPath(), u"Genesis/bpmn/analise-credito.bpmn"_s, Limit);
        QTest::keyClick(page.get(), Qt::Key_F8, Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(findings->source()->shownPath(), u"Prometheus/bpmn/cobranca-amigavel.bpmn"_s, Limit);
        QVERIFY(findings->textForProducer().contains("cobranca-amigavel.bpmn:27"_L1));
        // An entry is the first sentence, and whole.
        const QModelIndex entry = findings->list()->currentIndex();
        QCOMPARE(entry.data().toString(),
                 u"“targetRef” of “sequenceFlow” refers to “Task_Baixa”, which is not in the file"_s);
        QVERIFY(findings->list()->visualRect(entry).height() > 3 * findings->list()->fontMetrics().height());
        QCOMPARE(findings->list()->model()->rowCount(), 3);
        findings->chips().at(1)->click();
        QCOMPARE(findings->list()->model()->rowCount(), 1);
        QVERIFY2(stage(*page, 2).contains("Not started"_L1), qPrintable(stage(*page, 2)));
    }

    void aFailedTestShowsWhatWasExpected()
    {
        ReleaseFixture fixture;
        fixture.validate(ReleaseFixture::withFailedTest());
        const std::unique_ptr<ui::ReleasePage> page(open(fixture));
        QTRY_COMPARE_WITH_TIMEOUT(page->currentTab(), u"tests"_s, Limit);
        ui::TestsTab *all = page->tests();
        QVERIFY(all->details()->text().contains("gives up after five tries"_L1));
        QVERIFY2(all->figures().contains(u"1 failed · 10 passed · 1 skipped"_s), qPrintable(all->figures()));
        const ui::Expectation expectation = ui::expectationOf(
            u"expect(a).toBe(b)\n\nExpected: 5\nReceived: 3\n  at x"_s);
        QCOMPARE(expectation.expected, u"5"_s);
        QCOMPARE(expectation.received, u"3"_s);
        QVERIFY(all->textForProducer().contains(":16 gives up after five tries\nexpect(received)"_L1));
        QCOMPARE(all->coverageList()->model()->rowCount(), 2);
        QVERIFY(all->coverageList()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains("below"_L1));
        // The passed tests of a suite with a failure fold.
        const QModelIndex suite = all->tree()->index(0, 0, all->tree()->index(0, 0));
        const int folded = all->tree()->rowCount(suite);
        const QModelIndex more = all->tree()->index(folded - 1, 0, suite);
        QVERIFY2(more.data().toString().endsWith("more passed"_L1), qPrintable(more.data().toString()));
        QVERIFY(all->tree()->unfold(more));
        QVERIFY(all->tree()->rowCount(suite) > folded);
    }

    void theAuditTabListsTheReleasesEntries()
    {
        ReleaseFixture fixture;
        fixture.validate(ReleaseFixture::sound());
        const std::unique_ptr<ui::ReleasePage> page(open(fixture, u"audit"_s));
        const auto *model = page->audit()->table()->model();
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 3, Limit);
        QCOMPARE(model->index(2, 1).data().toString(), u"rafael.nunes"_s);
        QVERIFY(model->index(2, 2).data().toString().startsWith("Inserted "_L1));
        fixture.approveAs(u"paulo.siqueira"_s);
        QTRY_VERIFY_WITH_TIMEOUT(model->rowCount() > 3, Limit);
        QVERIFY(model->index(0, 1).data().toString() == "paulo.siqueira"_L1
                || model->index(1, 1).data().toString() == "paulo.siqueira"_L1);
    }

    void anUnknownReleaseSaysSo()
    {
        ReleaseFixture fixture;
        ui::ReleasePage page(*fixture.console.session, fixture.console.theme);
        page.resize(1352, 800);
        page.show();
        page.showRelease(u"R-1999.1"_s, 0, {});
        fixture.console.start();
        QTRY_VERIFY_WITH_TIMEOUT(!page.strip()->isVisible(), Limit);
    }
};

QTEST_MAIN(TestReleasePage)
#include "tst_releasepage.moc"
