// SPDX-License-Identifier: Apache-2.0
#include "consolewindow.h"
#include "longwords.h"
#include "textfaults.h"

#include "ui/release/releasepage.h"
#include "ui/settings/settingspage.h"
#include "ui/welcome/welcomepage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Elision;

/// No word of the window is cut, in whatever language it speaks. ctest runs it at twice the scale as well.
class TestClipping : public QObject {
    Q_OBJECT

private slots:
    void nothingIsCut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::newRow("English") << u"en"_s << QSize(1440, 872);
        QTest::newRow("Portuguese") << u"pt_BR"_s << QSize(1440, 872);
        QTest::newRow("30 % longer") << QString() << QSize(1440, 872);
        QTest::newRow("30 % longer, the smallest window") << QString() << QSize(1100, 680);
    }

    void nothingIsCut()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        tests::LongWords longWords;
        QTranslator translator;
        QLocale::setDefault(QLocale(language.isEmpty() ? u"en"_s : language));
        QVERIFY(language.isEmpty() || translator.load(u":/translations/"_s + language));
        QApplication::installTranslator(language.isEmpty() ? &longWords : &translator);
        const Elision allowed = language.isEmpty() ? Elision::WithTooltip : Elision::ByDesign;
        tests::ConsoleWindow console(size);
        console.console.start();
        QTest::qWait(500);
        QStringList faults = tests::textFaults(u"frame"_s, console.window.get(), allowed);
        const auto look = [&](const QString &name) {
            QTest::qWait(500);
            faults << tests::textFaults(name, console.window->current(), allowed);
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
        for (const QString &each : std::as_const(faults))
            qWarning("%s", qPrintable(each));
        QVERIFY(faults.isEmpty());
    }
};

QTEST_MAIN(TestClipping)
#include "tst_clipping.moc"
