// SPDX-License-Identifier: Apache-2.0
#include "consolewindow.h"
#include "longwords.h"
#include "textfaults.h"

#include "support/outsidesql.h"
#include "ui/environments/environmentspage.h"
#include "ui/environments/secretdialog.h"
#include "ui/support/samplerepository.h"

#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;

/// No word of a dialog is cut when the language needs more room.
class TestDialogClipping : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    /// The button that says \a text in the long language, up to what is filled in; null until it can be clicked.
    QPushButton *button(const char *text) const
    {
        const QString words = m_words.translate(nullptr, text, nullptr, -1).section(u'%', 0, 0);
        for (auto *each : m_console->window->current()->findChildren<QPushButton *>()) {
            if (each->isVisible() && each->isEnabled()
                && (strchr(text, '%') ? each->text().startsWith(words) : each->text() == words))
                return each;
        }
        return nullptr;
    }

    void click(const char *text) const
    {
        QTRY_VERIFY_WITH_TIMEOUT(button(text), Limit);
        button(text)->click();
    }

    /// Closes the dialog that is open; gives what cannot be read on it.
    static QString faults()
    {
        QPointer<QWidget> dialog = QApplication::activeModalWidget();
        if (!dialog)
            return u"no dialog"_s;
        QTest::qWait(50); // what it was given a moment ago is laid out
        if (!dialog)
            return u"it closed by itself"_s;
        const QStringList found = tests::textFaults(u"dialog"_s, dialog, tests::Elision::WithTooltip);
        dialog->close();
        return found.join(u'\n');
    }

private slots:
    void initTestCase() { tests::GitRepository::isolate(QDir::tempPath()); }

    void init()
    {
        QLocale::setDefault(QLocale(u"en"_s));
        QApplication::installTranslator(&m_words);
        m_console = std::make_unique<tests::ConsoleWindow>();
        m_console->console.start();
    }

    void cleanup()
    {
        m_console.reset();
        QApplication::removeTranslator(&m_words);
    }

    void decision()
    {
        tests::ConsoleFixture &fixture = m_console->console;
        tests::SampleRepository repository(fixture.folder(), fixture); // four eyes look at its commits
        fixture.approvals = [&](std::stop_token) { return repository.approvals(fixture); };
        m_console->pages->openRelease(u"R-2026.11.3"_s, 0, u"artefacts"_s);
        click("Approve for %1");
        QCOMPARE(faults(), QString());
        click("Reject…");
        QCOMPARE(faults(), QString());
        m_console.reset();
    }

    void confirmation()
    {
        m_console->pages->openRelease(u"R-2026.11.2"_s, 0, u"log"_s);
        click("Cancel run…");
        QCOMPARE(faults(), QString());
        m_console->pages->openRelease(u"R-2026.10.10"_s, 0, u"log"_s);
        click("Retry from %1…");
        QCOMPARE(faults(), QString());
    }

    void secret()
    {
        const auto dialog = new ui::SecretDialog(m_console->console.theme,
                                                 m_words.translate(nullptr, "Password", nullptr, -1),
                                                 u"camunda.producao"_s, m_console->window.get());
        dialog->open();
        QCOMPARE(faults(), QString());
    }

    void question()
    {
        m_console->window->open(m_console->pages->environments());
        click("Remove…");
        QCOMPARE(faults(), QString());
    }

    void explanation()
    {
        tests::OutsideSql intruder(m_console->console.databaseFile());
        for (const QString &statement :
             {u"drop trigger journal_keep_update"_s, u"update journal set actor = 'somebody.else' where id = 40"_s})
            QVERIFY(intruder.run(statement).has_value());
        m_console->window->open(m_console->window->pages().at(3));
        click("Explain…");
        QCOMPARE(faults(), QString());
    }

    void palette()
    {
        m_console->pages->openPalette();
        QCOMPARE(faults(), QString());
    }

private:
    tests::LongWords m_words;
    std::unique_ptr<tests::ConsoleWindow> m_console;
};

QTEST_MAIN(TestDialogClipping)
#include "tst_dialogclipping.moc"
