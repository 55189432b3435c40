// SPDX-License-Identifier: Apache-2.0
#include "support/outsidesql.h"
#include "ui/common/chip.h"
#include "ui/common/segmentedswitch.h"
#include "ui/common/statepage.h"
#include "ui/releases/historydelegate.h"
#include "ui/releases/historyview.h"
#include "ui/releases/releasedetailspane.h"
#include "ui/releases/releasesmodel.h"
#include "ui/releases/releasespage.h"
#include "ui/releases/releasesview.h"
#include "ui/support/consolefixture.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace pipeline;
using pipeline::ui::ReleasesModel;

class TestReleasesPage : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    std::unique_ptr<tests::ConsoleFixture> m_console;
    std::unique_ptr<ui::ReleasesPage> m_page;

    ReleasesModel &model() const { return *m_page->model(); }
    ui::ReleasesView &view() const { return *m_page->view(); }

    ui::Chip *chip(const QString &text) const
    {
        for (auto *each : m_page->findChildren<ui::Chip *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    QStringList releases() const
    {
        QStringList names;
        for (int group = 0; group < model().rowCount(); ++group) {
            const QModelIndex head = model().index(group, 0);
            if (!model().isGroup(head))
                names << head.data().toString();
            for (int row = 0; row < model().rowCount(head); ++row)
                names << model().index(row, 0, head).data().toString();
        }
        return names;
    }

    void choose(const QString &release) const { view().setCurrentIndex(model().indexOf(release)); }

    /// A page on \a console that has read its rows.
    void open(bool filled = true, int width = 1352)
    {
        m_console = std::make_unique<tests::ConsoleFixture>();
        if (filled)
            m_console->fill();
        m_page = std::make_unique<ui::ReleasesPage>(*m_console->session, m_console->theme);
        m_page->resize(width, 800);
        m_page->show();
        m_console->start();
        QTRY_VERIFY_WITH_TIMEOUT(model().isLoaded(), Limit);
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QSettings().clear(); }
    void cleanup()
    {
        m_page.reset();
        m_console.reset();
    }

    void sprintsNewestFirstWithTheirFigures()
    {
        open();
        QVERIFY(model().rowCount() >= 4);
        QStringList sprints;
        for (int row = 0; row < model().rowCount(); ++row)
            sprints << model().index(row, 0).data().toString();
        QStringList sorted = sprints;
        std::ranges::sort(sorted, std::ranges::greater());
        QCOMPARE(sprints, sorted);
        const QModelIndex first = model().index(0, 0);
        QVERIFY(
            first.data(ReleasesModel::Figures).toString().startsWith(u"4 releases · 1 running, 1 failed, 2 queued"_s));
        QVERIFY(view().isExpanded(first));

        const QModelIndex failed = model().indexOf(u"R-2026.10.9"_s);
        QVERIFY(failed.isValid());
        QCOMPARE(failed.siblingAtColumn(ReleasesModel::State).data().toString(), u"Failed"_s);
        QCOMPARE(failed.siblingAtColumn(ReleasesModel::Stage).data().toString(), u"VERIFY 1 failed"_s);
        const QModelIndex running = model().indexOf(u"R-2026.11.1"_s);
        QCOMPARE(running.siblingAtColumn(ReleasesModel::FirstEnvironment + 1).data().toString(), u"Runs now"_s);
        QVERIFY(running.data(Qt::AccessibleTextRole).toString().contains("producao Runs now"_L1));
        QVERIFY(model().headerData(ReleasesModel::FirstEnvironment + 1, Qt::Horizontal, Qt::DecorationRole).isValid());
        QVERIFY(!model().headerData(ReleasesModel::FirstEnvironment, Qt::Horizontal, Qt::DecorationRole).isValid());
    }

    void spaceFoldsAGroup()
    {
        open();
        view().setFocus();
        view().setCurrentIndex(model().index(0, 0));
        QTest::keyClick(&view(), Qt::Key_Space);
        QVERIFY(!view().isExpanded(model().index(0, 0)));
        m_page->refresh();
        QSignalSpy loaded(&model(), &ReleasesModel::loaded);
        QTRY_VERIFY_WITH_TIMEOUT(loaded.count() > 0, Limit);
        QVERIFY(!view().isExpanded(model().index(0, 0)));
        QVERIFY(view().isExpanded(model().index(1, 0)));
        QTest::keyClick(&view(), Qt::Key_Return);
        QVERIFY(view().isExpanded(model().index(0, 0)));
    }

    void theSwitchRegroups()
    {
        open();
        QTRY_VERIFY_WITH_TIMEOUT(!releases().contains(QString()), Limit);
        const QStringList all = releases();
        auto *grouping = m_page->findChild<ui::SegmentedSwitch *>();
        const auto segments = grouping->findChildren<QToolButton *>();
        QTest::mouseClick(segments.at(1), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() > 0 && model().index(0, 0).data().toString() == "Running"_L1,
                                 Limit);
        segments.at(1)->setFocus();
        QTest::keyClick(segments.at(1), Qt::Key_Right);
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), int(all.size()), Limit);
        QVERIFY(!model().isGroup(model().index(0, 0)));
        QTRY_VERIFY_WITH_TIMEOUT(!releases().contains(QString()), Limit);
        QStringList flat = releases();
        QStringList grouped = all;
        flat.sort();
        grouped.sort();
        QCOMPARE(flat, grouped);
    }

    void chipsNarrowAndClearFilterWidens()
    {
        open();
        const qint64 all = model().total();
        QTest::mouseClick(chip(u"Waiting"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(model().total() > 0 && model().total() < all, Limit);
        QTRY_VERIFY_WITH_TIMEOUT(chip(u"Waiting"_s)->accessibleName().endsWith(QLocale().toString(model().total())),
                                 Limit);
        for (const QString &release : releases())
            QCOMPARE(model().indexOf(release).siblingAtColumn(ReleasesModel::State).data().toString(),
                     u"Waiting approval"_s);
        QTest::mouseClick(chip(u"Waiting"_s), Qt::LeftButton);
        QTest::mouseClick(chip(u"In an environment"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(releases(), QStringList({u"R-2026.11.3"_s, u"R-2026.11.1"_s}), Limit);

        m_page->focusSearch();
        QTest::keyClicks(m_page->findChild<QLineEdit *>(), u"nothing-like-this"_s);
        QTRY_COMPARE_WITH_TIMEOUT(model().total(), 0, Limit);
        auto *empty = m_page->findChild<ui::StatePage *>();
        QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible() && empty->accessibleName().contains("nothing-like-this"_L1), Limit);
        QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(model().total(), all, Limit);
    }

    void anEmptyBacklogSaysWhatWillAppear()
    {
        open(false);
        auto *empty = m_page->findChild<ui::StatePage *>();
        QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible() && empty->accessibleName().contains("no releases yet"_L1), Limit);
    }

    void anotherProgramsReleaseAppearsAndTheSelectionStays()
    {
        open();
        const qint64 all = model().total();
        choose(u"R-2026.11.3"_s);
        QCOMPARE(view().currentIndex().data().toString(), u"R-2026.11.3"_s);
        tests::OutsideSql other(m_console->databaseFile());
        QVERIFY(other.run(u"insert into backlog(tipo, modo, contexto) values ('executar_pipeline', 'validar', "
                          "'{\"release_ref\":\"R-NEW\",\"sprint_origem\":\"S028\",\"artefatos\":[]}')"_s));
        QTRY_COMPARE_WITH_TIMEOUT(model().total(), all + 1, Limit);
        QTRY_VERIFY_WITH_TIMEOUT(model().indexOf(u"R-NEW"_s).isValid(), Limit);
        QCOMPARE(model().indexOf(u"R-NEW"_s).parent().data().toString(), u"S028"_s);
        QCOMPARE(view().currentIndex().data().toString(), u"R-2026.11.3"_s);
        QVERIFY(other.run(u"insert into backlog(tipo, modo, contexto) values ('executar_pipeline', 'validar', "
                          "'{\"release_ref\":\"R-NEXT\",\"sprint_origem\":\"S030\",\"artefatos\":[]}')"_s));
        QTRY_COMPARE_WITH_TIMEOUT(model().index(0, 0).data().toString(), u"S030"_s, Limit);
        QCOMPARE(view().currentIndex().data().toString(), u"R-2026.11.3"_s);
        QCOMPARE(view().currentIndex().parent().data().toString(), u"S028"_s);
    }

    void theDetailsFollowTheSelection()
    {
        open();
        choose(u"R-2026.10.9"_s);
        auto *history = m_page->details()->history();
        QTRY_VERIFY_WITH_TIMEOUT(history->model()->rowCount() > 0, Limit);
        QVERIFY(history->model()->index(0, 0).data().toString().startsWith("implantar"_L1));
        QVERIFY(history->model()->rowCount(history->model()->index(0, 0)) > 0);
        QSignalSpy opened(m_page.get(), &ui::Page::releaseRequested);
        history->setFocus();
        history->setCurrentIndex(history->model()->index(0, 0, history->model()->index(0, 0)));
        QTest::keyClick(history, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().at(0).toString(), u"R-2026.10.9"_s);
        QCOMPARE(opened.first().at(1).toLongLong(),
                 history->model()->index(0, 0).data(ui::HistoryDelegate::Item).toLongLong());
        QCOMPARE(opened.first().at(2).toString(), u"log"_s);
    }

    void enterAndDoubleClickOpenTheRelease()
    {
        open();
        QSignalSpy opened(m_page.get(), &ui::Page::releaseRequested);
        view().setFocus();
        choose(u"R-2026.11.3"_s);
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toString(), u"R-2026.11.3"_s);
        const QPoint at = view().visualRect(model().indexOf(u"R-2026.11.4"_s)).center();
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(opened.count(), 2);
        QCOMPARE(opened.last().first().toString(), u"R-2026.11.4"_s);
        QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith("R-2026.11.4\tFailed\t"_L1));
    }

    void rowsOfALongListAreReadWhenTheyComeIntoSight()
    {
        open(false);
        tests::OutsideSql other(m_console->databaseFile());
        QVERIFY(other.run(
            u"with recursive n(i) as (select 1 union all select i + 1 from n where i < 900) "
            "insert into backlog(tipo, modo, contexto) select 'executar_pipeline', 'validar', "
            "json_object('release_ref', printf('R-%04d', i), 'sprint_origem', 'S001', 'artefatos', json('[]')) from n"_s));
        QTRY_COMPARE_WITH_TIMEOUT(model().total(), 900, Limit);
        QTRY_VERIFY_WITH_TIMEOUT(model().indexOf(u"R-0900"_s).isValid(), Limit);
        QVERIFY(view().isExpanded(model().index(0, 0)));
        QVERIFY(!model().indexOf(u"R-0001"_s).isValid());
        view().scrollToBottom();
        QTRY_VERIFY_WITH_TIMEOUT(model().indexOf(u"R-0001"_s).isValid(), Limit);
        QCOMPARE(model().indexOf(u"R-0001"_s).row(), 899);
        const int scrolled = view().verticalScrollBar()->value();
        QVERIFY(other.run(u"insert into backlog(tipo, modo, contexto) values ('executar_pipeline', 'validar', "
                          "'{\"release_ref\":\"R-9999\",\"sprint_origem\":\"S001\",\"artefatos\":[]}')"_s));
        QTRY_COMPARE_WITH_TIMEOUT(model().total(), 901, Limit);
        QVERIFY(view().verticalScrollBar()->value() >= scrolled);
    }

    void inANarrowWindowTheDetailsAreADrawer()
    {
        open(true, 1120);
        QVERIFY(m_page->details()->isHidden());
        QVERIFY(view().isColumnHidden(model().updatedColumn()));
        QVERIFY(view().isColumnHidden(model().preparedByColumn()));
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(m_page->details()->isVisible());
        QVERIFY(m_page->details()->geometry().right() <= m_page->width());
        QTest::keyClick(m_page->details(), Qt::Key_Escape);
        QVERIFY(m_page->details()->isHidden());
        m_page->resize(1300, 800);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->details()->isVisible(), Limit);
        QVERIFY(!view().isColumnHidden(model().updatedColumn()));
    }

    void everyControlHasANameAndEveryIconButtonATooltip()
    {
        open();
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden())
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const auto *label = qobject_cast<const QLabel *>(widget); // is named by its own text
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) || label;
            QVERIFY2(named || !widget->isVisible(), widget->metaObject()->className());
            if (button && button->text().isEmpty())
                QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->accessibleName()));
        }
    }
};

QTEST_MAIN(TestReleasesPage)
#include "tst_releasespage.moc"
