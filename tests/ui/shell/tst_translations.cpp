// SPDX-License-Identifier: Apache-2.0
#include "console/console.h"
#include "ui/queue/queuepage.h"
#include "ui/session/preferences.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/support/consolefixture.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace pipeline;

/// Whether every text of the window has its translation, and the window changes its language while it is open.
class TestTranslations : public QObject {
    Q_OBJECT

    const QString m_source = qEnvironmentVariable("PIPELINE_SOURCE_DIR");

    static QStringList placesOf(const QString &text)
    {
        static const QRegularExpression place(u"%(?:\\d|n)"_s);
        QStringList places;
        for (auto match = place.globalMatch(text); match.hasNext();)
            places << match.next().captured();
        places.sort();
        places.removeDuplicates();
        return places;
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QSettings().clear(); }

    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("pt_BR") << u"pt_BR.ts"_s << QStringList{};
        QTest::newRow("en") << u"en.ts"_s << QStringList{u"-pluralonly"_s};
    }

    void everyTextIsTranslated()
    {
        QFETCH(const QString, file);
        QFETCH(const QStringList, options);
        const QTemporaryDir folder;
        const QString copy = folder.filePath(file);
        QVERIFY(QFile::copy(m_source + u"/translations/"_s + file, copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(m_source);
        lupdate.start(
            QStringLiteral(LUPDATE),
            QStringList{u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"-source-language"_s, u"en"_s}
                + options + QStringList{u"ui"_s, u"app/console"_s, u"-ts"_s, copy});
        QVERIFY2(lupdate.waitForStarted(30000), qPrintable(lupdate.errorString()));
        QVERIFY(lupdate.waitForFinished(120000));
        QCOMPARE(lupdate.exitCode(), 0);

        QFile result(copy);
        QVERIFY(result.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&result);
        QStringList missing;
        QStringList wrong;
        QString source;
        int texts = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == "source"_L1) {
                source = xml.readElementText();
                ++texts;
            } else if (xml.isStartElement() && xml.name() == "translation"_L1) {
                const bool unfinished = xml.attributes().hasAttribute("type"_L1);
                const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                if (unfinished || text.trimmed().isEmpty())
                    missing << source;
                else if (placesOf(text) != placesOf(source))
                    wrong << source + u" → "_s + text.trimmed();
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(texts > 0);
        QVERIFY2(
            missing.isEmpty(),
            qPrintable(u"Run cmake --build … --target update_translations, and translate:\n"_s + missing.join(u'\n')));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void theLanguageChangesWithoutARestart()
    {
        tests::ConsoleFixture fixture;
        ui::preferences::setLanguage(u"en"_s);
        app::Console console(fixture.configuration, fixture.session->actor(),
                             [&](std::stop_token) { return fixture.services(); });
        console.start();
        QCOMPARE(console.pages().queue()->title(), u"Queue"_s);
        ui::preferences::setLanguage(u"pt_BR"_s);
        emit console.pages().settings()->layoutChanged();
        QTRY_COMPARE_WITH_TIMEOUT(console.pages().queue()->title(), u"Fila"_s, 30000);
        QCOMPARE(console.window().current()->title(), u"Configurações"_s);
        QCOMPARE(QLocale().language(), QLocale::Portuguese);
        ui::preferences::setLanguage(u"en"_s);
        emit console.pages().settings()->layoutChanged();
        QTRY_COMPARE_WITH_TIMEOUT(console.pages().queue()->title(), u"Queue"_s, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(console.session().services(), 30000);
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
