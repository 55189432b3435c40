// SPDX-License-Identifier: Apache-2.0
#include "consolewindow.h"

#include "ui/queue/queuedetails.h"
#include "ui/welcome/welcomepage.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace pipeline;

namespace {

double luminance(const QColor &color)
{
    const auto channel = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrast(const QColor &first, const QColor &second)
{
    const auto [dark, light] = std::minmax(luminance(first), luminance(second));
    return (light + 0.05) / (dark + 0.05);
}

/// As it is seen on \a ground.
QColor laidOn(const QColor &ground, const QColor &color)
{
    const auto mixed = [&](float below, float above) { return below + (above - below) * color.alphaF(); };
    return QColor::fromRgbF(mixed(ground.redF(), color.redF()), mixed(ground.greenF(), color.greenF()),
                            mixed(ground.blueF(), color.blueF()));
}

} // namespace

/// What Qt makes of the style sheet: colours and sizes as they arrive at the widgets.
class TestLook : public QObject {
    Q_OBJECT

    static constexpr int Small = 24;
    static constexpr int Normal = 28;
    static constexpr int Large = 32;
    static constexpr int Limit = 30000;

    static QString placeholderOf(const QWidget *field) { return field->property("placeholderText").toString(); }

private slots:
    void placeholdersCanBeRead_data()
    {
        QTest::addColumn<ui::ThemeChoice>("theme");
        QTest::newRow("light") << ui::ThemeChoice::Light;
        QTest::newRow("dark") << ui::ThemeChoice::Dark;
    }

    void placeholdersCanBeRead()
    {
        QFETCH(const ui::ThemeChoice, theme);
        tests::ConsoleWindow console;
        console.console.theme.apply(theme);
        console.pages->openRelease(u"R-2026.11.3"_s, 0, u"artefacts"_s);
        QList<QWidget *> fields;
        for (auto *field : console.window->findChildren<QLineEdit *>())
            fields << field;
        for (auto *field : console.window->findChildren<QPlainTextEdit *>())
            fields << field;
        int seen = 0;
        for (QWidget *field : std::as_const(fields)) {
            if (placeholderOf(field).isEmpty())
                continue;
            ++seen;
            field->ensurePolished();
            const QColor ground = console.console.theme.color(u"base"_s);
            const QColor words = laidOn(ground, field->palette().color(QPalette::PlaceholderText));
            QVERIFY2(contrast(words, ground) >= 4.5, qPrintable(placeholderOf(field) + u' ' + words.name()));
            QCOMPARE(words, console.console.theme.color(u"textTertiary"_s));
        }
        QVERIFY(seen > 4);
    }

    void controlsHaveTheirHeights()
    {
        tests::ConsoleWindow console;
        console.console.start();
        const auto heightOf = [&](const QString &text) {
            for (const auto *button : console.window->findChildren<QAbstractButton *>()) {
                if (button->isVisible() && button->text() == text)
                    return button->height();
            }
            return 0;
        };
        QTRY_COMPARE_WITH_TIMEOUT(heightOf(u"Review"_s), Small, Limit);
        QTRY_COMPARE_WITH_TIMEOUT(heightOf(u"Open release"_s), Normal, Limit);
        QCOMPARE(heightOf(u"Refresh"_s), Small);
        QCOMPARE(heightOf(u"Sprint"_s), Small); // a list of the filter bar
        QCOMPARE(heightOf(u"Search or run a command"_s), Normal);
        for (const auto *button : console.window->findChild<ui::QueueDetails *>()->findChildren<QPushButton *>()) {
            if (button->text().isEmpty())
                QCOMPARE(button->size(), QSize(Normal, Normal));
        }
        console.pages->openRelease(u"R-2026.11.3"_s, 0, u"artefacts"_s);
        QTRY_COMPARE_WITH_TIMEOUT(heightOf(u"Reject…"_s), Large, Limit);
        console.window->open(console.pages->welcome());
        QTRY_COMPARE_WITH_TIMEOUT(heightOf(u"Try a sample release"_s), Large, Limit);
    }

    void theCommandFieldStandsInTheMiddle()
    {
        tests::ConsoleWindow console;
        console.console.start();
        const auto middleOf = [](const ui::MainWindow &window) {
            for (const auto *button : window.findChildren<QToolButton *>()) {
                if (button->text() == "Search or run a command"_L1)
                    return button->geometry().center().x();
            }
            return 0;
        };
        for (const int width : {1440, 1100}) {
            console.window->resize(width, 872);
            for (ui::Page *page : console.window->pages() + QList<ui::Page *>{console.pages->welcome()}) {
                console.window->open(page);
                QTRY_COMPARE_WITH_TIMEOUT(middleOf(*console.window), (width - 1) / 2, Limit);
            }
        }
    }
};

QTEST_MAIN(TestLook)
#include "tst_look.moc"
