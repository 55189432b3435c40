// SPDX-License-Identifier: Apache-2.0
#include "support/outsidesql.h"
#include "ui/cells/celldelegates.h"
#include "ui/common/chip.h"
#include "ui/common/statepage.h"
#include "ui/queue/queuemodel.h"
#include "ui/queue/queuepage.h"
#include "ui/queue/queuetable.h"
#include "ui/support/consolefixture.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using pipeline::ui::QueueModel;

class TestQueuePage : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    static QStringList column(const QueueModel &model, int column)
    {
        QStringList values;
        for (int row = 0; row < model.rowCount(); ++row)
            values << model.index(row, column).data().toString();
        return values;
    }

    static ui::Chip *chip(const QWidget &page, const QString &text)
    {
        for (auto *each : page.findChildren<ui::Chip *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QSettings().clear(); }

    void showsTheMostUrgentFirst()
    {
        tests::ConsoleFixture console;
        console.fill();
        ui::QueuePage page(*console.session, console.theme);
        page.resize(1352, 800);
        page.show();
        console.start();
        QTRY_VERIFY_WITH_TIMEOUT(page.model()->rowCount() > 20, Limit);
        const QStringList states = column(*page.model(), QueueModel::State).mid(0, 10);
        QCOMPARE(states.mid(0, 2), QStringList({u"Running"_s, u"Running"_s}));
        QCOMPARE(states.mid(2, 2), QStringList({u"Waiting approval"_s, u"Waiting approval"_s}));
        QCOMPARE(states.mid(4, 5), QStringList(5, u"Failed"_s));
        QCOMPARE(states.at(9), u"Queued"_s);
        const auto *first = page.model()->rowAt(0);
        QVERIFY(first);
        QCOMPARE(first->releaseRef, u"R-2026.11.2"_s);
        QCOMPARE(page.model()->index(0, QueueModel::Stage).data().toString(), u"DEPLOY 7 of 13"_s);
        QVERIFY(page.model()
                    ->index(0, QueueModel::State)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains("R-2026.11.2"_L1));
    }

    void aChipNarrowsAndClearFilterWidens()
    {
        tests::ConsoleFixture console;
        console.fill();
        ui::QueuePage page(*console.session, console.theme);
        page.resize(1352, 800);
        page.show();
        console.start();
        QTRY_VERIFY_WITH_TIMEOUT(page.model()->rowCount() > 20, Limit);
        const int all = page.model()->rowCount();
        QTest::mouseClick(chip(page, u"Open"_s), Qt::LeftButton);
        QTest::mouseClick(chip(page, u"Done"_s), Qt::LeftButton);
        QTest::mouseClick(chip(page, u"Failed"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(page.model()->rowCount(), 5, Limit);
        QCOMPARE(column(*page.model(), QueueModel::State), QStringList(5, u"Failed"_s));

        page.focusSearch();
        QTest::keyClicks(page.focusWidget(), u"nothing-like-this"_s);
        QTRY_COMPARE_WITH_TIMEOUT(page.model()->rowCount(), 0, Limit);
        auto *empty = page.findChild<ui::StatePage *>();
        QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible() && empty->accessibleName().contains("nothing-like-this"_L1), Limit);

        auto *clear = empty->findChild<QPushButton *>();
        QCOMPARE(clear->text(), u"Clear filter"_s);
        QTest::mouseClick(clear, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(page.model()->rowCount(), all, Limit);
    }

    void anotherProgramsChangeAppears()
    {
        tests::ConsoleFixture console;
        console.fill();
        ui::QueuePage page(*console.session, console.theme);
        page.resize(1352, 800);
        page.show();
        console.start();
        QTRY_VERIFY_WITH_TIMEOUT(page.model()->rowCount() > 20, Limit);
        const int all = page.model()->rowCount();
        page.table()->setCurrentIndex(page.model()->index(5, 0));
        const qint64 chosen = page.model()->rowAt(5)->id;

        tests::OutsideSql other(console.databaseFile());
        QVERIFY(
            other.run(u"insert into backlog(tipo, modo, contexto, prioridade) values ('executar_pipeline', 'validar', "
                      "'{\"release_ref\":\"R-NEW\",\"artefatos\":[]}', 9)"_s));
        QTRY_COMPARE_WITH_TIMEOUT(page.model()->rowCount(), all + 1, Limit);
        QTRY_VERIFY_WITH_TIMEOUT(column(*page.model(), QueueModel::Release).contains("R-NEW"_L1), Limit);
        const auto *row = page.model()->rowAt(page.table()->currentIndex().row());
        QVERIFY(row);
        QCOMPARE(row->id, chosen);
    }

    void enterOpensTheReleaseAndCtrlCCopiesTheRow()
    {
        tests::ConsoleFixture console;
        console.fill();
        ui::QueuePage page(*console.session, console.theme);
        page.resize(1352, 800);
        page.show();
        console.start();
        QTRY_VERIFY_WITH_TIMEOUT(page.model()->rowCount() > 20, Limit);
        QSignalSpy opened(&page, &ui::Page::releaseRequested);
        page.table()->setFocus();
        page.table()->setCurrentIndex(page.model()->index(2, 0));
        QTest::keyClick(page.table(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().at(0).toString(), page.model()->rowAt(2)->releaseRef);
        QTest::keyClick(page.table(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(page.model()->rowAt(2)->releaseRef + u'\t'));
    }

    void needsYouNamesWhatDecides()
    {
        tests::ConsoleFixture console;
        console.fill();
        ui::QueuePage page(*console.session, console.theme);
        page.resize(1352, 800);
        QSignalSpy needs(&page, &ui::QueuePage::needsYouChanged);
        page.show();
        console.start();
        QTRY_COMPARE_WITH_TIMEOUT(needs.isEmpty() ? -1 : needs.last().first().toInt(), 3, Limit);
        QSignalSpy opened(&page, &ui::Page::releaseRequested);
        for (auto *button : page.findChildren<QPushButton *>()) {
            if (button->accessibleName() == "Review R-2026.11.3"_L1)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(opened.count(), 1);
    }

    void withoutTheBacklogMomentsAreToldAndNothingCounts()
    {
        tests::ConsoleFixture console;
        console.fill();
        ui::QueuePage page(*console.session, console.theme);
        page.resize(1352, 800);
        page.show();
        console.start();
        QTRY_VERIFY_WITH_TIMEOUT(page.model()->rowCount() > 20 && console.session->isConnected(), Limit);
        const auto says = [&](const QString &words) {
            for (const auto *label : page.findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(words))
                    return true;
            }
            return false;
        };
        const auto age = [&] {
            return page.model()->headerData(QueueModel::Age, Qt::Horizontal, Qt::DisplayRole).toString();
        };
        const auto stage = [&] { return page.model()->index(0, QueueModel::Stage).data().toString(); };
        QTRY_VERIFY_WITH_TIMEOUT(says(u"waiting 42 min"_s), Limit);
        QCOMPARE(age(), u"Age"_s);
        QCOMPARE(stage(), u"DEPLOY 7 of 13"_s);

        const QString last = console.session->database().lastAnswer.toString(u"HH:mm"_s);
        console.session->noteDatabaseError({ErrorCode::Unreachable, u"gone"_s, {}, {}});
        QCOMPARE(age(), u"Since"_s);
        QCOMPARE(stage(), u"DEPLOY at "_s + last);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"waiting since "_s), Limit);
        QVERIFY(!says(u"waiting 42 min"_s));
        QVERIFY(says(u"Offline since"_s));
        QVERIFY(says(u"state of "_s + last));

        console.session->testDatabaseNow();
        QTRY_COMPARE_WITH_TIMEOUT(age(), u"Age"_s, Limit);
        QTRY_VERIFY_WITH_TIMEOUT(says(u" items · "_s) && !says(u"state of "_s), Limit);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"waiting 42 min"_s), Limit);
    }

    void keepsUpWhileItIsNotShown()
    {
        tests::ConsoleFixture console;
        console.fill();
        ui::QueuePage page(*console.session, console.theme);
        page.resize(1352, 800);
        QSignalSpy needs(&page, &ui::QueuePage::needsYouChanged);
        page.show();
        console.start();
        QTRY_COMPARE_WITH_TIMEOUT(needs.isEmpty() ? -1 : needs.last().first().toInt(), 3, Limit);
        QTRY_VERIFY_WITH_TIMEOUT(page.model()->rowCount() > 20, Limit);
        const int rows = page.model()->rowCount();

        // The rail's number follows at once, the table when it is looked at again.
        page.hide();
        tests::OutsideSql other(console.databaseFile());
        QVERIFY(other.run(u"insert into backlog (tipo, contexto) select tipo, contexto from backlog "
                          "where tipo = 'aprovar_release' and estado = 'pendente' limit 1"_s));
        QTRY_COMPARE_WITH_TIMEOUT(needs.last().first().toInt(), 4, Limit);
        QCOMPARE(page.model()->rowCount(), rows);
        page.show();
        QTRY_COMPARE_WITH_TIMEOUT(page.model()->rowCount(), rows + 1, Limit);
    }
};

QTEST_MAIN(TestQueuePage)
#include "tst_queuepage.moc"
