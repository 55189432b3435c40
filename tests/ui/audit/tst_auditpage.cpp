// SPDX-License-Identifier: Apache-2.0
#include "support/outsidesql.h"
#include "support/resultchecks.h"
#include "ui/audit/auditmodel.h"
#include "ui/audit/auditpage.h"
#include "ui/audit/breakcard.h"
#include "ui/audit/chainstrip.h"
#include "ui/audit/daterangebutton.h"
#include "ui/audit/entryline.h"
#include "ui/audit/explanationdialog.h"
#include "ui/cells/celldelegates.h"
#include "ui/common/chip.h"
#include "ui/common/statepage.h"
#include "ui/support/consolefixture.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using audit::Journal;
using pipeline::ui::AuditModel;

namespace {

const Actor Runner{u"runner-02"_s, u"pipeline"_s, u"worker-server"_s, u"runner"_s};
const Actor Paulo{u"paulo.siqueira"_s, u"paulo"_s, u"desk-07"_s, u"console"_s};
const QString Manifest = u"a417"_s.repeated(16);

} // namespace

class TestAuditPage : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    std::unique_ptr<tests::ConsoleFixture> m_console;
    std::unique_ptr<ui::AuditPage> m_page;
    bool m_alarm = false;

    AuditModel &model() const { return *m_page->model(); }

    QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < model().rowCount(); ++row)
            texts << model().index(row, column).data().toString();
        return texts;
    }

    template<class Widget>
    Widget *named(const QString &text) const
    {
        for (auto *each : m_page->findChildren<Widget *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    bool says(const QWidget *widget, const QString &text) const
    {
        for (const auto *label : widget->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    void record(const Actor &actor, const audit::Act &act) const
    {
        if (const auto entry = Journal(*m_console->database).record(actor, act, {}); !entry)
            qFatal("%s", qPrintable(entry.error().text()));
    }

    void fill() const
    {
        record(Runner,
               {.what = u"item.claimed"_s, .item = 7, .releaseRef = u"R-1"_s, .details = {{u"tentativa"_s, 2}}});
        record(Paulo,
               {.what = u"release.approved"_s,
                .item = 8,
                .releaseRef = u"R-1"_s,
                .environment = u"producao"_s,
                .manifest = Manifest,
                .details = {{u"motivo"_s, u"Plan read."_s}}});
        record(Runner,
               {.what = u"deployment.created"_s,
                .item = 9,
                .releaseRef = u"R-1"_s,
                .environment = u"producao"_s,
                .manifest = Manifest,
                .details = {{u"produto"_s, u"Genesis"_s}}});
        record(Paulo, {.what = u"environment.changed"_s, .environment = u"homologacao"_s});
    }

    void open()
    {
        m_page = std::make_unique<ui::AuditPage>(*m_console->session, m_console->theme);
        m_alarm = false;
        connect(m_page.get(), &ui::AuditPage::alarmChanged, this, [this](bool on) { m_alarm = on; });
        m_page->resize(1352, 800);
        m_page->show();
        m_console->start();
        QTRY_VERIFY_WITH_TIMEOUT(model().isLoaded(), Limit);
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        QSettings().clear();
        m_console = std::make_unique<tests::ConsoleFixture>();
    }
    void cleanup()
    {
        m_page.reset();
        m_console.reset();
    }

    void whoDidWhatNewestFirst()
    {
        fill();
        open();
        QCOMPARE(column(AuditModel::What),
                 QStringList({u"Environment homologacao changed"_s, u"Genesis deployed: 0 definitions"_s,
                              u"Approved. “Plan read.”"_s}));
        QCOMPARE(column(AuditModel::Who), QStringList({u"paulo.siqueira"_s, u"runner-02"_s, u"paulo.siqueira"_s}));
        QCOMPARE(column(AuditModel::Release), QStringList({u"—"_s, u"R-1"_s, u"R-1"_s}));
        QCOMPARE(column(AuditModel::Digest).last(), u"a417 a417 … a417"_s);
        QCOMPARE(column(AuditModel::From).last(), u"desk-07 · console"_s);
        QVERIFY(model().index(1, AuditModel::Environment).data(ui::cell::IsProduction).toBool());
        QVERIFY(!model().index(0, AuditModel::Environment).data(ui::cell::IsProduction).toBool());
        QVERIFY(model().index(2, AuditModel::When).data(Qt::AccessibleTextRole).toString().contains("declared"_L1));
        QTRY_VERIFY_WITH_TIMEOUT(says(m_page.get(), u"3 of 4"_s), Limit);
    }

    void chipsCountAndNarrow()
    {
        fill();
        open();
        auto *items = named<ui::Chip>(u"Items"_s);
        QTRY_COMPARE_WITH_TIMEOUT(items->accessibleName(), u"Items, 1"_s, Limit);
        QVERIFY(!items->isChecked());
        QTest::mouseClick(items, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 4, Limit);
        QCOMPARE(column(AuditModel::What).last(), u"Taken, attempt 2"_s);
        QTest::mouseClick(named<ui::Chip>(u"Decisions"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 3, Limit);

        m_page->focusSearch();
        QTest::keyClicks(m_page->findChild<QLineEdit *>(), u"nothing-like-this"_s);
        auto *empty = m_page->findChild<ui::StatePage *>();
        QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible() && empty->accessibleName().contains("nothing-like-this"_L1), Limit);
        QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 3, Limit);
        QVERIFY(named<ui::Chip>(u"Decisions"_s)->isChecked());
    }

    void aRangeOfDays()
    {
        fill();
        tests::OutsideSql other(m_console->databaseFile());
        VERIFY_RESULT(other.run(u"drop trigger journal_keep_update"_s));
        VERIFY_RESULT(other.run(u"update journal set at = '2020-03-01T12:00:00.000Z' where id <= 2"_s));
        open();
        QCOMPARE(model().rowCount(), 2);
        auto *range = m_page->findChild<ui::DateRangeButton *>();
        QTest::mouseClick(range, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(named<QPushButton>(u"All time"_s)->isVisible(), Limit);
        QTest::mouseClick(named<QPushButton>(u"All time"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 3, Limit);
        range->setDates(QDate(2020, 3, 1), QDate(2020, 3, 1));
        emit range->chosen();
        QTRY_COMPARE_WITH_TIMEOUT(column(AuditModel::What), QStringList{u"Approved. “Plan read.”"_s}, Limit);
    }

    void theLineBelowTellsOfTheSelected()
    {
        fill();
        open();
        auto *line = m_page->findChild<ui::EntryLine *>();
        QTRY_VERIFY_WITH_TIMEOUT(line->isVisible() && says(line, u"Entry 4"_s), Limit);
        m_page->table()->setFocus();
        m_page->table()->setCurrentIndex(model().index(2, 0));
        QVERIFY(says(line, u"Entry 2"_s));
        QVERIFY(says(line, u"item 8"_s));
        QVERIFY(says(line, model().entryAt(2)->digest.left(4)));
        QSignalSpy opened(m_page.get(), &ui::Page::releaseRequested);
        QTest::mouseClick(named<QPushButton>(u"Open release"_s), Qt::LeftButton);
        QTest::keyClick(m_page->table(), Qt::Key_Return);
        QCOMPARE(opened.count(), 2);
        QCOMPARE(opened.last().at(0).toString(), u"R-1"_s);
        QCOMPARE(opened.last().at(2).toString(), u"audit"_s);
    }

    void newEntriesComeInFront()
    {
        fill();
        open();
        m_page->table()->setCurrentIndex(model().index(1, 0));
        const qint64 chosen = model().entryAt(1)->id;
        record(Paulo, {.what = u"credential.set"_s, .details = {{u"credencial"_s, u"camunda.producao"_s}}});
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 4, Limit);
        QCOMPARE(column(AuditModel::What).first(), u"Secret camunda.producao saved in the keychain"_s);
        QCOMPARE(model().entryAt(m_page->table()->currentIndex().row())->id, chosen);
    }

    void olderPagesAreReadAtTheEnd()
    {
        const auto added = m_console->database->write(
            [](store::Connection &connection) -> Result<int> {
                for (int i = 0; i < 500; ++i) {
                    if (const auto entry = audit::append(connection, Paulo, {.what = u"release.approved"_s, .item = i});
                        !entry)
                        return fail(entry.error());
                }
                return 500;
            },
            {});
        VERIFY_RESULT(added);
        open();
        QVERIFY(model().rowCount() < 500);
        for (int i = 0; i < 3; ++i) {
            const int before = model().rowCount();
            m_page->table()->scrollToBottom();
            QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() > before || model().rowCount() == 500, Limit);
        }
        QCOMPARE(model().rowCount(), 500);
        QCOMPARE(model().entryAt(499)->id, 1);
    }

    void anIntactChain()
    {
        fill();
        open();
        QTRY_VERIFY_WITH_TIMEOUT(says(m_page->strip(), u"Chain intact"_s), Limit);
        QVERIFY(says(m_page->strip(), u"<b>4</b> entries"_s));
        QVERIFY(!m_alarm);
        record(Paulo, {.what = u"environment.changed"_s, .environment = u"homologacao"_s});
        QTRY_VERIFY_WITH_TIMEOUT(says(m_page->strip(), u"1 newer not checked"_s), Limit);
        QTest::mouseClick(named<QPushButton>(u"Verify now"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(says(m_page->strip(), u"<b>5</b> entries"_s), Limit);
    }

    void aStoppedCheckIsUnknown()
    {
        fill();
        open();
        QTRY_VERIFY_WITH_TIMEOUT(says(m_page->strip(), u"Chain intact"_s), Limit);
        m_page->strip()->verify();
        QVERIFY(m_page->strip()->isChecking());
        QVERIFY(says(m_page->strip(), u"Checking the chain"_s));
        QTest::mouseClick(named<QPushButton>(u"Stop"_s), Qt::LeftButton);
        QVERIFY(says(m_page->strip(), u"Unknown since"_s));
        QVERIFY(!m_page->strip()->isChecking());
    }

    void aBrokenChainIsToldUntilItIsExplained()
    {
        fill();
        tests::OutsideSql other(m_console->databaseFile());
        VERIFY_RESULT(other.run(u"drop trigger journal_keep_update"_s));
        VERIFY_RESULT(other.run(u"update journal set actor = 'somebody' where id = 2"_s));
        open();
        auto *card = m_page->findChild<ui::BreakCard *>();
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible(), Limit);
        QVERIFY(says(card, u"Chain broken at entry 2"_s));
        QVERIFY(says(card, u"claims to be by somebody"_s));
        QTRY_VERIFY_WITH_TIMEOUT(says(card, u"Entries 1 to 1. The 3 from there on"_s), Limit);
        QTRY_VERIFY_WITH_TIMEOUT(m_alarm, Limit);
        QVERIFY(!model().index(0, AuditModel::Who).data(ui::cell::IsProven).toBool());

        QTest::mouseClick(named<QPushButton>(u"Show entry 2"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_page->findChild<QLineEdit *>()->text(), u"2"_s, Limit);
        QTRY_VERIFY_WITH_TIMEOUT(model().entryAt(m_page->table()->currentIndex().row())
                                     && model().entryAt(m_page->table()->currentIndex().row())->id == 2,
                                 Limit);

        QTest::mouseClick(named<QPushButton>(u"Explain…"_s), Qt::LeftButton);
        auto *dialog = m_page->findChild<ui::ExplanationDialog *>();
        QVERIFY(dialog);
        auto *accept = dialog->findChildren<QPushButton *>().last();
        QCOMPARE(accept->text(), u"Record explanation"_s);
        QVERIFY(!accept->isEnabled());
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"The administrator tried an update."_s);
        QVERIFY(accept->isEnabled());
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!m_alarm, Limit);
        const auto entries = Journal(*m_console->database).list({.limit = 1}, {});
        VERIFY_RESULT(entries);
        QCOMPARE(entries->first().act.what, u"journal.explained"_s);
        QCOMPARE(entries->first().act.details["entrada"_L1].toInt(), 2);
        QVERIFY(card->isVisible());
    }

    void theExportIsWrittenAndRecorded()
    {
        fill();
        open();
        QSignalSpy notices(m_page.get(), &ui::Page::noticeRaised);
        const QString fileName = m_console->folder() + u"/journal.csv"_s;
        m_page->exportTo(fileName);
        QTRY_COMPARE_WITH_TIMEOUT(notices.count(), 1, Limit);
        QCOMPARE(notices.first().first().toString(), u"okay"_s);
        QVERIFY(QFile::exists(fileName));
        QTRY_COMPARE_WITH_TIMEOUT(column(AuditModel::What).first(), u"3 entries exported as CSV"_s, Limit);
    }

    void anEmptyJournalSaysWhatWillAppear()
    {
        open();
        auto *empty = m_page->findChild<ui::StatePage *>();
        QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible() && empty->accessibleName().contains("journal is empty"_L1), Limit);
    }
};

QTEST_MAIN(TestAuditPage)
#include "tst_auditpage.moc"
