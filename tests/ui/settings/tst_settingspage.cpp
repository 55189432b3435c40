// SPDX-License-Identifier: Apache-2.0
#include "ui/common/searchfield.h"
#include "ui/common/segmentedswitch.h"
#include "ui/session/localrunner.h"
#include "ui/session/preferences.h"
#include "ui/settings/logcard.h"
#include "ui/settings/settingscard.h"
#include "ui/settings/settingspage.h"
#include "ui/support/consolefixture.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGraphicsEffect>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace pipeline;
using ui::preferences::Event;
using ui::preferences::Place;

class TestSettingsPage : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    struct Window {
        Window()
        {
            page.resize(1352, 860);
            page.show();
            console.start();
        }

        template<class T>
        T *withText(const QString &text) const
        {
            for (T *each : page.findChildren<T *>()) {
                if (each->text().trimmed() == text)
                    return each;
            }
            return nullptr;
        }
        bool says(const QString &text) const
        {
            for (const auto *label : page.findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(text))
                    return true;
            }
            return false;
        }

        tests::ConsoleFixture console;
        ui::LocalRunner runner{*console.session};
        logs::LogFolder log{console.folder() + u"/logs"_s, {}};
        ui::SettingsPage page{*console.session, console.theme, runner, log};

        void askForPasswords()
        {
            for (Environment &environment : console.configuration.environments) {
                environment.authentication = Authentication::Basic;
                environment.user = u"deployer"_s;
            }
            console.session->adopt(console.configuration);
        }
    };

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QSettings().clear(); }

    void theThemeHoldsAtOnceAndIsKept()
    {
        const Window window;
        QVERIFY(!window.console.theme.isDark());
        QTest::mouseClick(window.withText<QAbstractButton>(u"Dark"_s), Qt::LeftButton);
        QVERIFY(window.console.theme.isDark());
        QVERIFY(ui::preferences::theme() == ui::ThemeChoice::Dark);
    }

    void densityAndLanguageAskForAnotherLayout()
    {
        const Window window;
        QSignalSpy changed(&window.page, &ui::SettingsPage::layoutChanged);
        const int normal = window.console.theme.size(u"size.rowTable"_s);
        QTest::mouseClick(window.withText<QAbstractButton>(u"Compact"_s), Qt::LeftButton);
        QCOMPARE(changed.count(), 1);
        QVERIFY(ui::preferences::compact());
        QVERIFY(window.console.theme.size(u"size.rowTable"_s) < normal);
        const auto lists = window.page.findChildren<QComboBox *>();
        const auto named = [&](const QString &name) {
            return *std::ranges::find(lists, name, [](const QComboBox *list) { return list->accessibleName(); });
        };
        QComboBox *scale = named(u"Scale"_s);
        scale->setFocus();
        QTest::keyClick(scale, Qt::Key_End);
        QCOMPARE(ui::preferences::scale(), 200);
        QComboBox *language = named(u"Language"_s);
        language->setFocus();
        QTest::keyClick(language, Qt::Key_End);
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 2, Limit);
        QCOMPARE(ui::preferences::language(), u"pt_BR"_s);
    }

    void noticesAreKeptForEachPlace()
    {
        const Window window;
        QVERIFY(ui::preferences::tells(Event::ApprovalAsked, Place::Desktop));
        QVERIFY(!ui::preferences::tells(Event::DeploymentDone, Place::Desktop));
        for (auto *box : window.page.findChildren<QCheckBox *>()) {
            if (box->accessibleName() == "A deployment that I approved ends well: On the desktop"_L1)
                QTest::mouseClick(box, Qt::LeftButton);
        }
        QVERIFY(ui::preferences::tells(Event::DeploymentDone, Place::Desktop));
        QVERIFY(ui::preferences::tells(Event::ApprovalAsked, Place::Desktop));
    }

    void findASettingDimsTheOthers()
    {
        Window window;
        auto *find = window.page.findChild<ui::SearchField *>();
        window.page.focusSearch();
        QTest::keyClicks(find, u"keychain"_s);
        const auto dimmed = [&] {
            QStringList titles;
            for (const auto *card : window.page.findChildren<ui::SettingsCard *>()) {
                if (card->graphicsEffect()->isEnabled())
                    titles << card->accessibleName();
            }
            return titles;
        };
        QTRY_COMPARE_WITH_TIMEOUT(dimmed().size(), 6, Limit);
        find->clear();
        QTest::keyClicks(find, u"density"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            dimmed(),
            QStringList({u"Notices"_s, u"Log files"_s, u"Runner on this computer"_s, u"Backlog"_s, u"About"_s}), Limit);
        find->clear();
        QTRY_VERIFY_WITH_TIMEOUT(dimmed().isEmpty(), Limit);
    }

    void theLogsLimitsAreKept()
    {
        Window window;
        window.log.write(Severity::Info, u"console"_s, u"begins"_s);
        QTRY_VERIFY_WITH_TIMEOUT(logs::LogFolder::size(window.log.folder()) > 0, Limit);
        window.page.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!window.says(u"0 bytes now"_s) && window.says(u" bytes now"_s), Limit);
        const auto lists = window.page.findChildren<QComboBox *>();
        QComboBox *detail = *std::ranges::find(lists, u"Detail"_s, &QComboBox::accessibleName);
        detail->setFocus();
        QTest::keyClick(detail, Qt::Key_Home);
        for (auto *number : window.page.findChildren<QSpinBox *>()) {
            number->setFocus();
            QTest::keyClick(number, Qt::Key_Up);
        }
        const logs::Limits limits = ui::preferences::logLimits();
        QVERIFY(limits.detail == Severity::Error);
        QCOMPARE(limits.days, 15);
        QCOMPARE(limits.bytes, 210'000'000);
        QCOMPARE(ui::preferences::runnerJobs(), 2);
    }

    void aRunnerThatCannotRunSaysWhy()
    {
        const Window window;
        QTRY_VERIFY_WITH_TIMEOUT(window.says(u"git, Node.js and npm are found"_s), Limit);
        auto *onOff = window.withText<QCheckBox>(u"Off"_s);
        QVERIFY(onOff);
        QTest::mouseClick(onOff, Qt::LeftButton, {}, QPoint(10, onOff->height() / 2));
        QTRY_VERIFY_WITH_TIMEOUT(window.says(u"No runner here"_s), Limit); // what the fixture's factory gives
        QTRY_COMPARE_WITH_TIMEOUT(onOff->text(), u"Off"_s, Limit);
    }

    void theRunnersEnvironmentsAreWrittenBack()
    {
        Window window;
        window.console.credentials.secrets = {{u"camunda.homologacao"_s, "a"}, {u"camunda.producao"_s, "b"}};
        window.askForPasswords();
        window.console.writeConfiguration();
        const auto box = [&](const QString &name) {
            for (auto *each : window.page.findChildren<QCheckBox *>()) {
                if (each->accessibleName() == u"Deploys to %1"_s.arg(name))
                    return each;
            }
            return static_cast<QCheckBox *>(nullptr);
        };
        const auto named = [&] { return window.console.session->configuration().runner.environments; };
        QTRY_VERIFY_WITH_TIMEOUT(box(u"producao"_s) && box(u"producao"_s)->isChecked(), Limit);
        box(u"producao"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(named(), QStringList{u"homologacao"_s}, Limit);
        QTRY_VERIFY_WITH_TIMEOUT(window.says(u"left out in pipeline.toml"_s), Limit);
        QVERIFY(box(u"producao"_s)->isEnabled() && !box(u"producao"_s)->isChecked());
        box(u"producao"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(named(), QStringList({u"homologacao"_s, u"producao"_s}), Limit);
        const auto entries = audit::Journal(*window.console.database).list({}, {});
        QVERIFY(entries);
        QCOMPARE(std::ranges::count(*entries, u"runner.changed"_s, [](const auto &entry) { return entry.act.what; }),
                 2);
    }

    void withoutAFileTheRunnersEnvironmentsStay()
    {
        Window window;
        QCheckBox *box = nullptr;
        const auto find = [&] {
            for (auto *each : window.page.findChildren<QCheckBox *>()) {
                if (each->accessibleName() == "Deploys to producao"_L1)
                    box = each;
            }
            return box;
        };
        QTRY_VERIFY_WITH_TIMEOUT(find(), Limit);
        QFile::remove(window.console.configurationFile());
        box->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.says(window.console.configurationFile()), Limit);
        QTRY_VERIFY_WITH_TIMEOUT(find()->isChecked(), Limit);
        QVERIFY(!window.console.session->configuration().runner.environments);
    }

    void aMissingSecretIsNamed()
    {
        Window window;
        window.console.credentials.secrets = {{u"camunda.homologacao"_s, "a"}};
        window.askForPasswords();
        QTRY_VERIFY_WITH_TIMEOUT(window.says(u"camunda.producao is missing"_s), Limit);
        QVERIFY(window.says(u"its secret is there"_s));
        QSignalSpy asked(&window.page, &ui::SettingsPage::environmentRequested);
        QTest::mouseClick(window.withText<QPushButton>(u"Enter secret…"_s), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
    }

    void theReportHasVersionsAndTheLog()
    {
        Window window;
        window.log.write(Severity::Info, u"console"_s, u"something happened"_s);
        QTRY_VERIFY_WITH_TIMEOUT(logs::LogFolder::size(window.log.folder()) > 0, Limit);
        auto *card = window.page.findChild<ui::LogCard *>();
        const QString name = window.console.folder() + u"/report.txt"_s;
        card->saveReportTo(name);
        QTRY_VERIFY_WITH_TIMEOUT(window.says(u"Saved as "_s), Limit);
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.startsWith("Prometheus Pipeline "), text);
        QVERIFY2(text.contains("something happened"), text);
        card->saveReportTo(window.console.folder() + u"/no/such/folder/report.txt"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.says(u"cannot be written"_s), Limit);
    }

    void theBacklogTellsItsState()
    {
        const Window window;
        QTRY_VERIFY_WITH_TIMEOUT(window.says(u"Connected, "_s), Limit);
        QTest::mouseClick(window.withText<QPushButton>(u"Copy versions"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith("Prometheus Pipeline "_L1));
    }
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
