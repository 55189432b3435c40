// SPDX-License-Identifier: Apache-2.0
#include "support/backlogsamples.h"
#include "support/resultchecks.h"
#include "ui/support/consolefixture.h"
#include "ui/welcome/welcomepage.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;

class TestWelcomePage : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    static QPushButton *button(const QWidget &page, const QString &text)
    {
        for (auto *each : page.findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    /// A session on the same backlog, without any environment.
    static std::unique_ptr<ui::Session> bareSession(tests::ConsoleFixture &console)
    {
        configuration::Configuration bare = console.configuration;
        bare.environments.clear();
        bare.defaultEnvironment.clear();
        return std::make_unique<ui::Session>(bare, console.session->actor(),
                                             [&](std::stop_token) { return console.services(); });
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void isFoundWhenThereIsNothing()
    {
        tests::ConsoleFixture console;
        const auto session = bareSession(console);
        ui::WelcomePage page(*session, console.theme);
        QSignalSpy found(&page, &ui::WelcomePage::firstRunFound);
        session->start();
        QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, Limit);
        QVERIFY(page.backlogWords().contains(console.databaseFile()));
        QTRY_VERIFY_WITH_TIMEOUT(button(page, u"Go to queue"_s)->isEnabled(), Limit);
    }

    void staysAwayOnceThereIsAnItem()
    {
        tests::ConsoleFixture console;
        VERIFY_RESULT(
            console.backlog->insert(tests::sampleItem(contract::Mode::Validate), tests::person(u"ana.lima"_s), {}));
        const auto session = bareSession(console);
        ui::WelcomePage page(*session, console.theme);
        QSignalSpy found(&page, &ui::WelcomePage::firstRunFound);
        QSignalSpy answered(session.get(), &ui::Session::databaseChanged);
        session->start();
        QTRY_VERIFY_WITH_TIMEOUT(session->database().state == ui::Liveness::State::Connected, Limit);
        ui::waitForPool();
        QCoreApplication::processEvents();
        QCOMPARE(found.count(), 0);
    }

    void leadsToTheNextStep()
    {
        tests::ConsoleFixture console;
        const auto session = bareSession(console);
        ui::WelcomePage page(*session, console.theme);
        QSignalSpy environment(&page, &ui::WelcomePage::environmentRequested);
        QSignalSpy queue(&page, &ui::WelcomePage::queueRequested);
        page.resize(1352, 800);
        page.show();
        QVERIFY(!button(page, u"Add…"_s)->isEnabled());
        session->start();
        QTRY_VERIFY_WITH_TIMEOUT(button(page, u"Add…"_s)->isEnabled(), Limit);
        QTest::mouseClick(button(page, u"Add…"_s), Qt::LeftButton);
        QCOMPARE(environment.count(), 1);
        QTest::mouseClick(button(page, u"Go to queue"_s), Qt::LeftButton);
        QCOMPARE(queue.count(), 1);
    }
};

QTEST_MAIN(TestWelcomePage)
#include "tst_welcomepage.moc"
