// SPDX-License-Identifier: Apache-2.0
#include "ui/common/scrim.h"
#include "ui/palette/palette.h"
#include "ui/support/consolefixture.h"

#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;

class TestPalette : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    struct Window {
        Window()
        {
            console.fill();
            console.start();
            for (const QString &text : {u"&Refresh"_s, u"&Search in this page"_s, u"&Quit"_s}) {
                commands << new QAction(text, &parent);
                QObject::connect(commands.last(), &QAction::triggered, &parent, [this, text] { triggered << text; });
            }
            commands.first()->setShortcut(QKeySequence(u"F5"_s));
            parent.resize(1440, 872);
            parent.show();
            palette = new ui::Palette(*console.session, console.theme, commands, &parent);
            palette->open();
        }
        ~Window() { delete palette; }

        QStringList rows() const
        {
            QStringList texts;
            for (int row = 0; row < palette->model()->rowCount(); ++row)
                texts << palette->model()->index(row).data().toString();
            return texts;
        }
        QString chosen() const { return palette->findChild<QListView *>()->currentIndex().data().toString(); }
        void type(const QString &text) const
        {
            palette->field()->clear();
            QTest::keyClicks(palette->field(), text);
        }

        tests::ConsoleFixture console;
        QWidget parent;
        QList<QAction *> commands;
        QStringList triggered;
        QPointer<ui::Palette> palette;
    };

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void findsReleasesAndOpensThem()
    {
        const Window window;
        QSignalSpy opened(window.palette, &ui::Palette::releaseRequested);
        window.type(u"R-2026.11.3"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.rows().contains(u"R-2026.11.3"_s), Limit);
        QCOMPARE(window.rows().first(), u"Releases"_s);
        QCOMPARE(window.chosen(), u"R-2026.11.3"_s);
        QVERIFY(window.rows().contains(u"Actions on R-2026.11.3"_s));
        QTest::keyClick(window.palette->field(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toString(), u"R-2026.11.3"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!window.palette, Limit);
    }

    void aReleaseIsFoundByTheEndOfItsName()
    {
        const Window window;
        window.type(u"re 11.3"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.chosen(), u"R-2026.11.3"_s, Limit);
        QCOMPARE(window.rows().first(), u"Releases"_s);
        QCOMPARE(window.palette->model()->entryAt(1)->hits, QList<int>({7, 8, 9, 10}));
    }

    void tabGoesFromGroupToGroup()
    {
        const Window window;
        window.type(u"R-2026.11.3"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.chosen(), u"R-2026.11.3"_s, Limit);
        QTest::keyClick(window.palette->field(), Qt::Key_Tab);
        QCOMPARE(window.chosen(), u"Review release"_s);
        QTest::keyClick(window.palette->field(), Qt::Key_Tab);
        QCOMPARE(window.chosen(), u"R-2026.11.3"_s); // no command has such a name
    }

    void theWindowBelowIsDimmed()
    {
        const Window window;
        auto *scrim = window.parent.findChild<ui::Scrim *>();
        QVERIFY(scrim && scrim->isVisible());
        QCOMPARE(scrim->geometry(), window.parent.rect());
        QTest::keyClick(window.palette->field(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!window.parent.findChild<ui::Scrim *>(), Limit);
    }

    void runsCommands()
    {
        const Window window;
        window.type(u">refr"_s);
        QCOMPARE(window.rows(), QStringList({u"Commands"_s, u"Refresh"_s}));
        const auto *entry = window.palette->model()->entryAt(1);
        QCOMPARE(entry->hits, QList<int>({0, 1, 2, 3}));
        QCOMPARE(entry->key, u"F5"_s);
        QTest::keyClick(window.palette->field(), Qt::Key_Return);
        QCOMPARE(window.triggered, QStringList{u"&Refresh"_s});
    }

    void keysPassTheCaptionsBy()
    {
        const Window window;
        window.type(u">"_s);
        QCOMPARE(window.rows().first(), u"Commands"_s);
        const QString first = window.chosen();
        QTest::keyClick(window.palette->field(), Qt::Key_Up);
        QCOMPARE(window.chosen(), first);
        QTest::keyClick(window.palette->field(), Qt::Key_Down);
        QVERIFY(window.chosen() != first);
        QTest::keyClick(window.palette->field(), Qt::Key_PageDown);
        QCOMPARE(window.chosen(), window.rows().last());
    }

    void findsItemsByTheirNumber()
    {
        const Window window;
        QSignalSpy opened(window.palette, &ui::Palette::releaseRequested);
        window.type(u"#48207"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows(), QStringList({u"Items"_s, u"48207"_s}), Limit);
        QTest::keyClick(window.palette->field(), Qt::Key_Return);
        QCOMPARE(opened.first().at(0).toString(), u"R-2026.11.3"_s);
        QCOMPARE(opened.first().at(1).toLongLong(), 48207);
    }

    void findsFilesByTheirName()
    {
        const Window window;
        QSignalSpy opened(window.palette, &ui::Palette::releaseRequested);
        window.type(u"@faixa"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.chosen(), u"faixa-risco.dmn"_s, Limit);
        QCOMPARE(window.rows().first(), u"Files"_s);
        QVERIFY(window.palette->model()->entryCount() <= 12);
        const ui::PaletteEntry *entry = window.palette->model()->entryAt(1);
        QCOMPARE(entry->icon, u"dmn"_s);
        QCOMPARE(entry->hits, QList<int>({0, 1, 2, 3, 4}));
        const QString release = entry->remark.section(u" · "_s, 0, 0);
        QVERIFY2(release.startsWith("R-"_L1) && entry->remark.count(u" · "_s) == 2, qPrintable(entry->remark));
        QTest::keyClick(window.palette->field(), Qt::Key_Return);
        QCOMPARE(opened.first().at(0).toString(), release);
        QCOMPARE(opened.first().at(2).toString(), u"artefacts"_s);
    }

    void aKeyThatIsShownRunsItsEntry()
    {
        const Window window;
        QSignalSpy opened(window.palette, &ui::Palette::releaseRequested);
        window.type(u"R-2026.11.3"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.rows().contains(u"Review release"_s), Limit);
        QTest::keyClick(window.palette->field(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().at(2).toString(), u"artefacts"_s);
    }

    /// As in the table, where the approval has waited since its item was inserted.
    void theAgeIsThatOfTheItem()
    {
        const Window window;
        window.type(u"R-2026.11.3"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.chosen(), u"R-2026.11.3"_s, Limit);
        const QString remark = window.palette->model()->entryAt(1)->remark;
        QVERIFY2(remark.startsWith("waiting approval 42 min"_L1), qPrintable(remark));
    }

    void approveIsNoCommandAndProductionIsMarked()
    {
        const Window window;
        window.type(u"approve"_s);
        for (const QString &row : window.rows())
            QVERIFY2(!row.contains("approve"_L1, Qt::CaseInsensitive), qPrintable(row));
        window.type(u">producao"_s);
        QCOMPARE(window.rows(), QStringList({u"Commands"_s, u"Choose environment producao"_s}));
        QCOMPARE(window.palette->model()->entryAt(1)->icon, u"shield"_s);
    }

    void copiesTheLink()
    {
        const Window window;
        window.type(u"R-2026.11.3"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.rows().contains(u"Copy link to release"_s), Limit);
        while (window.chosen() != "Copy link to release"_L1)
            QTest::keyClick(window.palette->field(), Qt::Key_Down);
        QTest::keyClick(window.palette->field(), Qt::Key_Return);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"prometheus-pipeline://release/R-2026.11.3"_s);
    }

    void escapeCloses()
    {
        const Window window;
        QTest::keyClick(window.palette->field(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!window.palette, Limit);
        QVERIFY(window.triggered.isEmpty());
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
