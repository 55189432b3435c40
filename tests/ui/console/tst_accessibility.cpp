// SPDX-License-Identifier: Apache-2.0
#include "consolewindow.h"

#include "ui/common/searchfield.h"
#include "ui/queue/queuedetails.h"
#include "ui/queue/queuemodel.h"
#include "ui/queue/queuetable.h"
#include "ui/release/releasepage.h"
#include "ui/welcome/welcomepage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace pipeline;

/// Every widget of every page can be told by whoever does not see it.
class TestAccessibility : public QObject {
    Q_OBJECT

    static QString describe(const ui::Page *page, const QWidget *widget)
    {
        QStringList chain;
        for (const QWidget *each = widget; each && each != page; each = each->parentWidget())
            chain.prepend(QLatin1StringView(each->metaObject()->className()));
        return page->title() + u": "_s + chain.join(u" › "_s);
    }

    static bool isInternal(const QWidget *widget)
    {
        // Parts of Qt's own widgets speak through the widget that they belong to.
        return widget->objectName().startsWith("qt_"_L1) || widget->inherits("QScrollBar")
            || (widget->parentWidget() && widget->parentWidget()->inherits("QAbstractSpinBox"))
            || widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QLineEditIconButton")
            || widget->inherits("QTabBar");
    }

    static QRect placeOf(const QWidget *widget) { return {widget->mapToGlobal(QPoint()), widget->size()}; }

    /// Whether who reads rows from the left, and panes one after the other, has come past \a next before \a place.
    static bool goesBack(const QRect &place, const QRect &next)
    {
        const bool sameRow = next.center().y() >= place.top() && next.center().y() <= place.bottom();
        return sameRow ? next.left() < place.left() : next.bottom() < place.top() && next.left() < place.right();
    }

    static QString nameOf(QWidget *widget)
    {
        QAccessibleInterface *const accessible = QAccessible::queryAccessibleInterface(widget);
        return accessible ? accessible->text(QAccessible::Name) : QString();
    }

private slots:
    void everyFocusableWidgetHasAName()
    {
        tests::ConsoleWindow console;
        console.console.start();
        QStringList nameless;
        int seen = 0;
        for (ui::Page *page : console.window->pages()) {
            console.window->open(page);
            QTest::qWait(300);
            for (QWidget *widget : page->findChildren<QWidget *>()) {
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(page) || isInternal(widget))
                    continue;
                ++seen;
                if (nameOf(widget).trimmed().isEmpty())
                    nameless << describe(page, widget);
            }
        }
        QVERIFY(seen > 40);
        QCOMPARE(nameless.join(u'\n'), QString());
    }

    void tabGoesAsTheEyeReads()
    {
        tests::ConsoleWindow console;
        console.console.start();
        QStringList jumps;
        int steps = 0;
        const auto walk = [&] {
            QTest::qWait(300);
            const auto *page = console.window->current();
            QSet<const QWidget *> seen;
            const QWidget *before = nullptr;
            while (true) {
                QTest::keyClick(console.window->focusWidget(), Qt::Key_Tab);
                const QWidget *each = console.window->focusWidget();
                if (seen.contains(each))
                    break;
                seen << each;
                if (before && page->isAncestorOf(before) && goesBack(placeOf(before), placeOf(each)))
                    jumps << describe(page, before) + u" → "_s + describe(page, each);
                before = each;
                ++steps;
            }
        };
        for (ui::Page *page : console.window->pages() + QList<ui::Page *>{console.pages->welcome()}) {
            console.window->open(page);
            walk();
        }
        for (const QString &tab : {u"artefacts"_s, u"findings"_s, u"tests"_s, u"log"_s, u"audit"_s}) {
            console.pages->openRelease(u"R-2026.11.3"_s, 0, tab);
            walk();
        }
        QVERIFY(steps > 150);
        QVERIFY2(jumps.isEmpty(), qPrintable(jumps.join(u'\n')));
        QVERIFY(goesBack(QRect(0, 40, 100, 20), QRect(50, 0, 100, 20))); // up, in the same pane
        QVERIFY(goesBack(QRect(60, 0, 50, 20), QRect(0, 0, 50, 20))); // to the left, in the same row
        QVERIFY(!goesBack(QRect(0, 400, 100, 20), QRect(110, 0, 100, 20))); // to the pane on the right
    }

    void everyIconButtonHasATooltip()
    {
        tests::ConsoleWindow console;
        console.console.start();
        QStringList bare;
        for (ui::Page *page : console.window->pages()) {
            console.window->open(page);
            QTest::qWait(300);
            for (auto *button : page->findChildren<QAbstractButton *>()) {
                if (button->isVisibleTo(page) && button->text().isEmpty() && !button->icon().isNull()
                    && !isInternal(button) && button->toolTip().isEmpty())
                    bare << describe(page, button);
            }
        }
        QCOMPARE(bare.join(u'\n'), QString());
    }

    void everyShortcutIsGivenOnceAndListed()
    {
        tests::ConsoleWindow console;
        console.console.start();
        const auto keysOfMenus = [&] {
            QStringList keys;
            for (const QAction *action : console.window->commands()) {
                if (!action->shortcut().isEmpty())
                    keys << action->shortcut().toString(QKeySequence::PortableText);
            }
            return keys;
        };
        const QStringList always{u"Ctrl+1"_s,   u"Ctrl+2"_s,   u"Ctrl+3"_s,       u"Ctrl+4"_s, u"Ctrl+5"_s,
                                 u"Ctrl+K"_s,   u"Ctrl+F"_s,   u"Ctrl+Shift+F"_s, u"F5"_s,     u"F6"_s,
                                 u"Shift+F6"_s, u"Alt+Left"_s, u"F1"_s,           u"Ctrl+/"_s, u"Ctrl+Q"_s};
        const QStringList ofRelease{u"Ctrl+PgDown"_s, u"Ctrl+PgUp"_s, u"F8"_s,           u"Shift+F8"_s,
                                    u"Ctrl+R"_s,      u"Ctrl+."_s,    u"Ctrl+Shift+A"_s, u"Ctrl+Shift+C"_s,
                                    u"Ctrl+End"_s,    u"Ctrl+B"_s,    u"Ctrl+W"_s};
        for (ui::Page *page : console.window->pages() + QList<ui::Page *>{console.pages->release()}) {
            console.window->open(page);
            QStringList expected = always;
            if (page == console.pages->release())
                expected << ofRelease;
            if (page == console.pages->queue() || page == console.window->pages().at(1))
                expected << u"Ctrl+B"_s << u"Ctrl+Return"_s;
            const QStringList keys = keysOfMenus();
            for (const QString &key : std::as_const(expected))
                QVERIFY2(keys.contains(key), qPrintable(page->title() + u": "_s + key));
            QCOMPARE(QSet(keys.begin(), keys.end()).size(), keys.size());
        }

        for (QAction *action : console.window->commands()) {
            if (action->shortcut() == QKeySequence(u"Ctrl+/"_s))
                action->trigger();
        }
        const auto *list = console.window->findChild<QTreeWidget *>();
        QVERIFY(list);
        for (const QString &key : always + ofRelease)
            QCOMPARE(list->findItems(QKeySequence(key).toString(QKeySequence::NativeText),
                                     Qt::MatchExactly | Qt::MatchRecursive, 1)
                         .isEmpty(),
                     false);
    }

    void theKeysOfThePagesAct()
    {
        tests::ConsoleWindow console({1200, 800});
        console.console.start();
        QVERIFY(QTest::qWaitForWindowActive(console.window.get()));
        ui::QueuePage *queue = console.pages->queue();
        QTRY_VERIFY_WITH_TIMEOUT(queue->model()->rowCount() > 20, 30000);
        queue->table()->setFocus();

        // In this window the details are a drawer.
        auto *details = queue->findChild<ui::QueueDetails *>();
        QVERIFY(details->isHidden());
        QTest::keyClick(queue->table(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(details->isVisible());
        QVERIFY(details->hasFocus());
        QTest::keyClick(details, Qt::Key_Escape);
        QVERIFY(details->isHidden());

        queue->table()->setFocus();
        QTest::keyClick(queue->table(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(console.window->current(), static_cast<ui::Page *>(console.pages->release()));
        QTest::keyClick(console.window->focusWidget(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(console.window->current(), static_cast<ui::Page *>(queue));

        QTest::keyClick(console.window->focusWidget(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(console.window->current()->title(), u"Releases"_s);
        QVERIFY(qobject_cast<ui::SearchField *>(console.window->focusWidget()));
    }

    void thePagesFitTheSmallestWindow()
    {
        tests::ConsoleWindow console({1100, 680});
        console.console.start();
        for (ui::Page *page : console.window->pages()) {
            console.window->open(page);
            QTest::qWait(200);
            QVERIFY2(
                console.window->size() == QSize(1100, 680),
                qPrintable(
                    u"%1 needs %2x%3"_s.arg(page->title()).arg(console.window->width()).arg(console.window->height())));
        }
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
