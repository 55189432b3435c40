// SPDX-License-Identifier: Apache-2.0
#include "console/console.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/queue/queuemodel.h"
#include "ui/queue/queuepage.h"
#include "ui/release/approvalpane.h"
#include "ui/release/artefactstab.h"
#include "ui/release/failurecard.h"
#include "ui/release/logtab.h"
#include "ui/release/releasepage.h"
#include "ui/release/runprogress.h"
#include "ui/shell/mainwindow.h"
#include "ui/support/consolefixture.h"
#include "ui/welcome/welcomepage.h"

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;

/// Looking around: everything can be read, nothing can be done, and nothing is left behind.
class TestSampleWindow : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    struct Program {
        Program()
            : console(fixture.configuration, fixture.session->actor(),
                      [this](std::stop_token) { return fixture.services(); })
        {
            console.start();
        }

        tests::ConsoleFixture fixture;
        app::Console console;
    };

    static QPushButton *button(const QWidget &page, const QString &text)
    {
        for (auto *each : page.findChildren<QPushButton *>()) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        return nullptr;
    }

    static bool tells(const QWidget &page, const QString &text)
    {
        for (const auto *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    static const ui::QueueModel *queue(const app::Console &console)
    {
        return console.sample()->pages().queue()->model();
    }

    static ui::ReleasePage *release(const app::Console &console, const QString &ref, const QString &tab)
    {
        console.sample()->pages().openRelease(ref, 0, tab);
        return console.sample()->pages().release();
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QSettings().clear(); }

    void theEmptyQueueOffersItAndItsFileGoesWithIt()
    {
        Program program;
        ui::Page *own = program.console.pages().queue();
        QTRY_VERIFY_WITH_TIMEOUT(button(*own, u"Open the sample release"_s), Limit);
        QTest::mouseClick(button(*own, u"Open the sample release"_s), Qt::LeftButton);
        QVERIFY(program.console.sample());
        QTRY_VERIFY_WITH_TIMEOUT(queue(program.console)->rowCount() > 20, Limit);
        const QString file = program.console.sample()->session().services()->database.fileName();
        QVERIFY(QFileInfo::exists(file));
        QVERIFY(file != program.fixture.databaseFile());
        QCOMPARE(program.fixture.backlog->list({.limit = 1}, {})->size(), 0);
        program.console.sample()->window().close();
        QTRY_VERIFY_WITH_TIMEOUT(!program.console.sample(), Limit);
        ui::waitForPool();
        QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(QFileInfo(file).path()), Limit);
        QVERIFY(program.console.window().isVisible());
    }

    void theFirstPageOffersItOnce()
    {
        Program program;
        emit program.console.pages().welcome()->sampleRequested();
        app::SampleWindow *first = program.console.sample();
        QVERIFY(first);
        emit program.console.pages().welcome()->sampleRequested();
        QCOMPARE(program.console.sample(), first);
        program.console.window().close();
        QVERIFY(!program.console.sample());
    }

    void saysWhatItIsAndAsksNobody()
    {
        Program program;
        program.console.openSample();
        const ui::MainWindow &window = program.console.sample()->window();
        QTRY_VERIFY_WITH_TIMEOUT(queue(program.console)->rowCount() > 20, Limit);
        QVERIFY(window.windowTitle().contains("(sample)"_L1));
        const auto badges = window.menuWidget()->findChildren<ui::Badge *>();
        QCOMPARE(badges.size(), 1);
        QVERIFY(badges.first()->isVisible());
        QCOMPARE(badges.first()->accessibleName(), u"SAMPLE"_s);
        const ui::Session &session = program.console.sample()->session();
        QVERIFY(session.isConnected());
        QVERIFY(!session.canWrite());
        QVERIFY(!session.engine().lastAnswer.isValid());
        QVERIFY(!session.engine().error);
        QVERIFY(!session.services()->runner({}, {}, {}));
        QVERIFY(!session.services()->approvals({}));
    }

    void nothingCanBeDecidedAndTheReasonStandsThere()
    {
        Program program;
        program.console.openSample();
        QTRY_VERIFY_WITH_TIMEOUT(queue(program.console)->rowCount() > 20, Limit);
        const QString reason = program.console.sample()->session().writeObstacle();
        QVERIFY(reason.contains("sample"_L1));

        ui::ReleasePage *page = release(program.console, u"R-2026.11.3"_s, u"artefacts"_s);
        QTRY_VERIFY_WITH_TIMEOUT(button(*page, u"Approve for producao"_s), Limit);
        QVERIFY(!button(*page, u"Approve for producao"_s)->isEnabled());
        QVERIFY(!button(*page, u"Reject…"_s)->isEnabled());
        QVERIFY(tells(*page, reason));

        page = release(program.console, u"R-2026.11.2"_s, u"log"_s);
        QTRY_VERIFY_WITH_TIMEOUT(page->log()->progress()->cancelButton()->isVisible(), Limit);
        QVERIFY(!page->log()->progress()->mayCancel());
        QTRY_VERIFY_WITH_TIMEOUT(tells(*page->log()->progress(), reason), Limit);

        page = release(program.console, u"R-2026.10.10"_s, u"log"_s);
        ui::FailureCard *card = page->log()->failure();
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible() && card->text().contains("cobranca-judicial.bpmn"_L1), Limit);
        QVERIFY(!card->retryButton()->isEnabled());
        QVERIFY(card->text().contains(reason));

        for (ui::Page *each : program.console.sample()->window().pages()) {
            if (each->title() != "Audit"_L1)
                continue;
            program.console.sample()->window().open(each);
            QVERIFY(!button(*each, u"Export…"_s)->isEnabled());
            QVERIFY(tells(*each, reason));
            QTRY_VERIFY_WITH_TIMEOUT(tells(*each, u"Chain intact"_s), Limit);
        }
    }
};

QTEST_MAIN(TestSampleWindow)
#include "tst_samplewindow.moc"
