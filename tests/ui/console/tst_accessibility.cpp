// SPDX-License-Identifier: Apache-2.0
#include "consolewindow.h"

#include "ui/welcome/welcomepage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QTest>

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

    void everyShortcutIsGivenOnce()
    {
        tests::ConsoleWindow console;
        QMap<QString, QStringList> actions;
        for (const QAction *action : console.window->commands()) {
            if (!action->shortcut().isEmpty())
                actions[action->shortcut().toString()] << action->text();
        }
        QVERIFY(actions.size() > 8);
        for (auto it = actions.begin(); it != actions.end(); ++it)
            QVERIFY2(it->size() == 1, qPrintable(it.key() + u": "_s + it->join(u", "_s)));
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
