// SPDX-License-Identifier: Apache-2.0
#include "consolewindow.h"

#include "ui/release/releasepage.h"
#include "ui/settings/settingspage.h"
#include "ui/welcome/welcomepage.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QRegularExpression>
#include <QStyle>
#include <QTabBar>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace pipeline;

namespace {

/// English as a language that needs 30 % more room says it.
class LongWords : public QTranslator {
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        static const QRegularExpression word(u"[[:alpha:]]{2,}(?![^<]*>)"_s);
        const auto last = word.globalMatch(text);
        qsizetype end = -1;
        for (const auto &match : last)
            end = match.capturedEnd();
        return end < 0 ? text : QString(text).insert(end, QString((text.size() * 3 + 9) / 10, u'e'));
    }
    bool isEmpty() const override { return false; }
};

/// Where a widget stands: its page's title and the classes above it.
QString describe(const QString &page, const QWidget *root, const QWidget *widget, const QString &text)
{
    QStringList chain;
    for (const QWidget *each = widget; each && each != root; each = each->parentWidget())
        chain.prepend(QString::fromLatin1(each->metaObject()->className()).section(u':', -1));
    return u"%1: %2 “%3” has %4x%5, wants %6x%7"_s.arg(page, chain.join(u'/'), text)
        .arg(widget->width())
        .arg(widget->height())
        .arg(widget->sizeHint().width())
        .arg(widget->hasHeightForWidth() ? widget->heightForWidth(widget->width()) : widget->sizeHint().height());
}

bool isCut(const QLabel *label)
{
    // What is data of any length says the rest in its tooltip.
    if (label->text().isEmpty() || !label->toolTip().isEmpty())
        return false;
    if (label->wordWrap())
        return label->heightForWidth(label->width()) > label->height();
    return label->sizeHint().width() > label->width() || label->sizeHint().height() > label->height();
}

bool isCut(const QWidget *widget)
{
    return widget->sizeHint().width() > widget->width() || widget->sizeHint().height() > widget->height();
}

QStringList cutTexts(const QString &page, const QWidget *root)
{
    QStringList found;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            if (isCut(label))
                found << describe(page, root, label, label->text());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            if (!button->text().isEmpty() && isCut(widget))
                found << describe(page, root, button, button->text());
        } else if (const auto *list = qobject_cast<const QComboBox *>(widget)) {
            if (isCut(widget))
                found << describe(page, root, list, list->currentText());
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            if (isCut(widget))
                found << describe(page, root, tabs, tabs->tabText(0));
        } else if (const auto *header = qobject_cast<const QHeaderView *>(widget);
                   header && header->orientation() == Qt::Horizontal) {
            const int margin = header->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, header);
            for (int section = 0; section < header->count(); ++section) {
                const QString text = header->model()->headerData(section, Qt::Horizontal).toString();
                const int wanted = header->fontMetrics().horizontalAdvance(text) + 2 * margin;
                if (!header->isSectionHidden(section) && wanted > header->sectionSize(section))
                    found << u"%1: header “%2” has %3, wants %4"_s.arg(page, text)
                                 .arg(header->sectionSize(section))
                                 .arg(wanted);
            }
        }
    }
    return found;
}

} // namespace

/// No word of the window is cut, in whatever language it speaks. ctest runs it at twice the scale as well.
class TestClipping : public QObject {
    Q_OBJECT

private slots:
    void nothingIsCut_data()
    {
        QTest::addColumn<bool>("longWords");
        QTest::addColumn<QSize>("size");
        QTest::newRow("English") << false << QSize(1440, 872);
        QTest::newRow("30 % longer") << true << QSize(1440, 872);
        QTest::newRow("30 % longer, the smallest window") << true << QSize(1100, 680);
    }

    void nothingIsCut()
    {
        QFETCH(bool, longWords);
        QFETCH(QSize, size);
        LongWords translator;
        if (longWords)
            QApplication::installTranslator(&translator);
        tests::ConsoleWindow console(size);
        console.console.start();
        QTest::qWait(500);
        QStringList cut = cutTexts(u"frame"_s, console.window.get());
        const auto look = [&](const QString &name) {
            QTest::qWait(500);
            cut << cutTexts(name, console.window->current());
        };
        for (ui::Page *page : console.window->pages() + QList<ui::Page *>{console.pages->welcome()}) {
            console.window->open(page);
            look(QString::fromLatin1(page->metaObject()->className()).section(u':', -1));
        }
        for (const auto &[ref, tab] :
             {std::pair(u"R-2026.11.3"_s, u"artefacts"_s), std::pair(u"R-2026.11.4"_s, u"findings"_s),
              std::pair(u"R-2026.11.8"_s, u"tests"_s), std::pair(u"R-2026.11.2"_s, u"log"_s),
              std::pair(u"R-2026.10.10"_s, u"log"_s), std::pair(u"R-2026.11.3"_s, u"audit"_s)}) {
            console.pages->openRelease(ref, 0, tab);
            look(ref + u' ' + tab);
        }
        QCOMPARE(console.window->size(), size);
        for (const QString &each : std::as_const(cut))
            qWarning("%s", qPrintable(each));
        QVERIFY(cut.isEmpty());
    }
};

QTEST_MAIN(TestClipping)
#include "tst_clipping.moc"
