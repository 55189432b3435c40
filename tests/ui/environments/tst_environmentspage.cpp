// SPDX-License-Identifier: Apache-2.0
#include "support/faultserver.h"
#include "support/outsidesql.h"
#include "ui/common/badge.h"
#include "ui/environments/environmentlist.h"
#include "ui/environments/environmentspage.h"
#include "ui/support/consolefixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;

/// The page, driven by hand, on a real pipeline.toml and a real journal.
class TestEnvironmentsPage : public QObject {
    Q_OBJECT

    static constexpr int Limit = 30000;

    struct Window {
        Window()
        {
            console.writeConfiguration();
            page.resize(1352, 860);
            page.show();
            console.start();
            QTRY_VERIFY_WITH_TIMEOUT(console.session->canWrite(), Limit);
        }
        ~Window() { page.hide(); }

        template<class T>
        T *named(const QString &name) const
        {
            for (T *each : QApplication::activeModalWidget() ? QApplication::activeModalWidget()->findChildren<T *>()
                                                             : page.findChildren<T *>()) {
                if (each->accessibleName() == name && each->isVisible())
                    return each;
            }
            return nullptr;
        }
        QPushButton *button(const QString &text) const
        {
            QWidget *top = QApplication::activeModalWidget();
            for (auto *each : (top ? top : static_cast<const QWidget *>(&page))->findChildren<QPushButton *>()) {
                if (each->text() == text && each->isVisible())
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
        QCheckBox *production() const
        {
            for (auto *box : page.findChildren<QCheckBox *>()) {
                if (box->text() == "This is production"_L1)
                    return box;
            }
            return nullptr;
        }
        QStringList badges() const
        {
            QStringList words;
            for (const auto *badge : page.findChildren<ui::Badge *>()) {
                if (badge->isVisible())
                    words << badge->accessibleName();
            }
            return words;
        }
        void type(const QString &field, const QString &text) const
        {
            auto *line = named<QLineEdit>(field);
            QVERIFY2(line, qPrintable(field));
            line->setFocus();
            line->selectAll();
            QTest::keyClicks(line, text);
            QTest::keyClick(line, Qt::Key_Tab);
        }
        void click(const QString &text) const
        {
            QTRY_VERIFY2_WITH_TIMEOUT(button(text) && button(text)->isEnabled(), qPrintable(text), Limit);
            QTest::mouseClick(button(text), Qt::LeftButton);
        }
        QByteArray file() const
        {
            QFile toml(console.configurationFile());
            return toml.open(QIODevice::ReadOnly) ? toml.readAll() : QByteArray();
        }
        QString lastAct() const
        {
            return tests::OutsideSql(console.databaseFile())
                .value(u"select act || ' ' || details from journal order by id desc limit 1"_s)
                .toString();
        }

        tests::ConsoleFixture console;
        ui::EnvironmentsPage page{*console.session, console.theme};
    };

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void showsTheEnvironmentsOfTheFile()
    {
        const Window window;
        const auto *list = window.page.findChild<ui::EnvironmentList *>();
        QCOMPARE(list->model()->rowCount(), 2);
        QCOMPARE(list->current(), u"producao"_s);
        QCOMPARE(window.named<QLineEdit>(u"Name"_s)->text(), u"producao"_s);
        QVERIFY(!window.named<QLineEdit>(u"Name"_s)->isEnabled());
        QCOMPARE(window.named<QLineEdit>(u"Engine address"_s)->text(), u"http://127.0.0.1:9"_s);
        QCOMPARE(window.named<QLineEdit>(u"Coverage, at least"_s)->text(), u"80"_s);
        QCOMPARE(window.named<QComboBox>(u"A release needs"_s)->currentData().toString(), u"approved"_s);
        QVERIFY(!window.button(u"Save"_s)->isEnabled());
    }

    void anInvalidValueIsToldBelowItsFieldOnceThatIsLeft()
    {
        const Window window;
        auto *engine = window.named<QLineEdit>(u"Engine address"_s);
        engine->setFocus();
        engine->selectAll();
        QTest::keyClicks(engine, u"https//camunda"_s);
        QVERIFY(!window.says(u"This needs an http or https address"_s));
        QTest::keyClick(engine, Qt::Key_Tab);
        QVERIFY(window.says(u"This needs an http or https address"_s));
        QVERIFY(engine->property("invalid").toBool());
        QVERIFY(!window.button(u"Save"_s)->isEnabled());
        window.type(u"Engine address"_s, u"https://camunda.example"_s);
        QVERIFY(!window.says(u"This needs an http or https address"_s));
        QVERIFY(window.button(u"Save"_s)->isEnabled());
        window.type(u"Coverage, at least"_s, u"101"_s);
        QVERIFY(window.says(u"This needs a number from 0 to 100."_s));
        QVERIFY(!window.button(u"Save"_s)->isEnabled());
    }

    void saveWritesTheFileAndTheJournal()
    {
        const Window window;
        QSignalSpy notices(&window.page, &ui::Page::noticeRaised);
        window.type(u"Coverage, at least"_s, u"85"_s);
        window.click(u"Save"_s);
        QTRY_COMPARE_WITH_TIMEOUT(notices.count(), 1, Limit);
        QVERIFY(window.file().contains("minimum_coverage = 85"));
        QCOMPARE(window.console.session->configuration().environment(u"producao"_s)->minimumCoverage, 85.0);
        const QString act = window.lastAct();
        QVERIFY2(act.startsWith("environment.changed"_L1) && act.contains("\"minimum_coverage\":85"_L1),
                 qPrintable(act));
        QVERIFY(!window.button(u"Save"_s)->isEnabled());
    }

    void aTokenIsEntered()
    {
        const Window window;
        auto *signIn = window.named<QComboBox>(u"Sign-in"_s);
        QVERIFY(signIn);
        signIn->setFocus();
        signIn->setCurrentIndex(signIn->findData(u"bearer"_s));
        emit signIn->activated(signIn->currentIndex());
        window.click(u"Save"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.file().contains("auth = \"bearer\""), Limit);
        QTRY_VERIFY_WITH_TIMEOUT(window.button(u"Enter secret…"_s), Limit);
        window.click(u"Enter secret…"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), Limit);
        QTest::keyClicks(QApplication::activeModalWidget()->findChild<QLineEdit *>(), u"abc"_s);
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), Limit);
    }

    void aNewOneIsAddedAndRemoved()
    {
        const Window window;
        window.click(u"Add environment"_s);
        window.type(u"Name"_s, u"producao"_s);
        QVERIFY(window.says(u"There is an environment producao already."_s));
        window.type(u"Name"_s, u"teste"_s);
        window.type(u"Engine address"_s, u"http://localhost:8080"_s);
        window.click(u"Save"_s);
        const auto *list = window.page.findChild<ui::EnvironmentList *>();
        QTRY_COMPARE_WITH_TIMEOUT(list->current(), u"teste"_s, Limit);
        QVERIFY(window.file().contains("[environments.teste]"));
        QVERIFY(window.lastAct().startsWith("environment.added"_L1));

        window.click(u"Remove…"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), Limit);
        window.click(u"Remove teste"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!window.file().contains("[environments.teste]"), Limit);
        QTRY_VERIFY_WITH_TIMEOUT(window.lastAct().startsWith("environment.removed"_L1), Limit);
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, Limit);
    }

    void aDuplicateIsNeverProduction()
    {
        const Window window;
        window.click(u"Duplicate"_s);
        QCOMPARE(window.named<QLineEdit>(u"Name"_s)->text(), u"producao-2"_s);
        QVERIFY(!window.production()->isChecked());
        QCOMPARE(window.named<QLineEdit>(u"Coverage, at least"_s)->text(), u"80"_s);
    }

    void changesAreNotLostByAnotherChoice()
    {
        const Window window;
        window.type(u"Coverage, at least"_s, u"70"_s);
        auto *list = window.page.findChild<ui::EnvironmentList *>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), Limit);
        window.click(u"Keep editing"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), Limit);
        QCOMPARE(list->current(), u"producao"_s);
        QCOMPARE(window.named<QLineEdit>(u"Coverage, at least"_s)->text(), u"70"_s);
        window.click(u"Discard changes"_s);
        QCOMPARE(window.named<QLineEdit>(u"Coverage, at least"_s)->text(), u"80"_s);
    }

    void aSecretGoesToTheKeychainAndIsNeverShown()
    {
        Window window;
        auto *signIn = window.named<QComboBox>(u"Sign-in"_s);
        signIn->setCurrentIndex(signIn->findData(u"basic"_s));
        window.type(u"User"_s, u"svc-pipeline"_s);
        QSignalSpy saved(&window.page, &ui::Page::noticeRaised);
        window.click(u"Save"_s);
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, Limit);
        QTRY_VERIFY_WITH_TIMEOUT(window.badges().contains(u"Not in the keychain"_s), Limit);
        window.click(u"Enter secret…"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), Limit);
        auto *field = window.named<QLineEdit>(u"Password of producao"_s);
        QVERIFY(field);
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QTest::keyClicks(field, u"s3cr3t-marker"_s);
        window.click(u"Store in the keychain"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.badges().contains(u"In the system keychain"_s), Limit);
        QTRY_VERIFY_WITH_TIMEOUT(window.says(u"by marina.duarte"_s), Limit);
        QCOMPARE(window.console.credentials.secrets.value(u"camunda.producao"_s), QByteArray("s3cr3t-marker"));
        const QString act = window.lastAct();
        QVERIFY2(act.startsWith("credential.set"_L1) && act.contains("camunda.producao"_L1), qPrintable(act));
        QVERIFY(!act.contains("s3cr3t"_L1));
        QVERIFY(!window.file().contains("s3cr3t"));
        for (const auto *line : window.page.findChildren<QLineEdit *>())
            QVERIFY(!line->text().contains("s3cr3t"_L1));

        window.click(u"Remove"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), Limit);
        window.click(u"Remove from the keychain"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.badges().contains(u"Not in the keychain"_s), Limit);
        QVERIFY(window.console.credentials.secrets.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(window.lastAct().startsWith("credential.removed"_L1), Limit);

        window.console.credentials.locked = true;
        window.page.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(window.badges().contains(u"Keychain locked"_s), Limit);
        QVERIFY(window.button(u"Try again"_s));
    }

    void theTestTellsEachCheck()
    {
        tests::FaultServer engine;
        engine.setHandler([](const tests::ReceivedRequest &request) {
            return request.path().endsWith("/version") ? tests::Answer::json("{\"version\":\"7.24.0\"}")
                                                       : tests::Answer::json("[{\"name\":\"default\"}]");
        });
        const Window window;
        window.click(u"Test"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.button(u"Test again"_s), Limit);
        QTRY_VERIFY_WITH_TIMEOUT(window.says(u"Address answers"_s), Limit);
        QTRY_VERIFY_WITH_TIMEOUT(window.badges().contains(u"0 passed, 1 to fix"_s), Limit);

        window.type(u"Engine address"_s, engine.url().toString());
        window.click(u"Test again"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.says(u"7.24.0"_s), Limit);
        QTRY_VERIFY_WITH_TIMEOUT(window.badges().contains(u"3 passed"_s), Limit);
        const auto *list = window.page.findChild<ui::EnvironmentList *>();
        QTRY_VERIFY_WITH_TIMEOUT(
            list->currentIndex().data(ui::EnvironmentList::Facts).toString().startsWith("Connected"_L1), Limit);
    }

    void productionStaysMarkedWhileSomethingIsDeployedThere()
    {
        Window window;
        QVERIFY(window.production()->isEnabled());
        tests::OutsideSql sql(window.console.databaseFile());
        const auto inserted = sql.run(u"insert into backlog (tipo, modo, estado, contexto) values "
                                      u"('executar_pipeline', 'implantar', 'executando', "
                                      "'{\"release_ref\":\"R-1\",\"ambiente\":\"producao\",\"artefatos\":[]}')"_s);
        QVERIFY2(inserted, qPrintable(inserted ? QString() : inserted.error().text()));
        window.page.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!window.production()->isEnabled(), Limit);
        QVERIFY(window.says(u"the mark stays until it has ended"_s));
    }
};

QTEST_MAIN(TestEnvironmentsPage)
#include "tst_environmentspage.moc"
