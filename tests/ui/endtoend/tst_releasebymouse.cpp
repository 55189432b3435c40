// SPDX-License-Identifier: Apache-2.0
#include "waitwatch.h"

#include "console/console.h"
#include "console/consoleservices.h"
#include "credentials/keychainstore.h"
#include "support/enginefixture.h"
#include "support/enginerest.h"
#include "support/installation.h"
#include "support/resultchecks.h"
#include "ui/session/preferences.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QSettings>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace pipeline;

namespace {

constexpr int Limit = 120'000;

QString nameOf(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
}

/// What a person sees below \a root under that name; null while it is not there.
template<class T>
T *visible(const QWidget *root, const QString &name)
{
    for (T *each : root->findChildren<T *>()) {
        if (each->isVisible() && nameOf(each) == name)
            return each;
    }
    return nullptr;
}

/// The accessible texts of a view's first column, with the rows below each.
QStringList texts(const QAbstractItemModel *model, const QModelIndex &parent = {})
{
    QStringList found;
    for (int row = 0; row < model->rowCount(parent); ++row) {
        const QModelIndex index = model->index(row, 0, parent);
        found << index.data(Qt::AccessibleTextRole).toString() << texts(model, index);
    }
    return found;
}

} // namespace

#define CLICK(root, name)                                                                                              \
    do {                                                                                                               \
        QTRY_VERIFY2_WITH_TIMEOUT(visible<QAbstractButton>(root, name)                                                 \
                                      && visible<QAbstractButton>(root, name)->isEnabled(),                            \
                                  qPrintable(name), Limit);                                                            \
        QAbstractButton *const button = visible<QAbstractButton>(root, name);                                          \
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(10, button->height() / 2));                               \
    } while (false)

/// A release from the producer's insert to the engine, by somebody with nothing but a mouse in the console's window.
class TestReleaseByMouse : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void goesOut();
    void runsOnTheEngine();
    void standsInTheJournal();
    void isNotForItsAuthorToApprove();

private:
    /// The console as its main function puts it together.
    std::unique_ptr<app::Console> console(const QString &user)
    {
        const app::LoadConfiguration load = [this]() -> Result<configuration::Configuration> {
            return configuration::load(m_installation->configurationFile(), m_variables);
        };
        return std::make_unique<app::Console>(
            *load(), Actor{user, user, u"desk-07"_s, u"console"_s},
            [this, load](std::stop_token) { return app::openServices(load, m_variables); });
    }
    void openApproval(app::Console &console);

    tests::EngineFixture m_fixture;
    tests::EngineRest m_engine{m_fixture};
    QTemporaryDir m_home;
    std::unique_ptr<tests::Installation> m_installation;
    QProcessEnvironment m_variables;
    tests::SampleRelease m_release;
};

void TestReleaseByMouse::initTestCase()
{
    if (!m_fixture.problem().isEmpty())
        QSKIP(qPrintable(m_fixture.problem()));
    if (qEnvironmentVariable("PIPELINE_KEYRING") != "ready"_L1)
        QSKIP(qPrintable(qEnvironmentVariable("PIPELINE_KEYRING", u"not run by keyring-session.sh"_s)));
    tests::GitRepository::isolate(m_home.path());
    QSettings().clear();
    ui::preferences::setLanguage(u"en"_s);
    m_installation = std::make_unique<tests::Installation>();
    m_installation->configure("engine = \"" + m_fixture.url().toEncoded()
                              + "\"\nuser = \"demo\"\npolicy = \"approved\"\nproduction = true\nsettle_s = 0\n"
                                "[people]\nmaria = [\"maria@example.org\"]\n");
    // The engine's password is in the keyring and nowhere else.
    m_variables = m_installation->variables();
    m_variables.remove(u"PIPELINE_SECRET_CAMUNDA_TESTE"_s);
    credentials::KeychainStore keyring;
    const tests::WaitWatch watch;
    VERIFY_RESULT(keyring.write(u"camunda.teste"_s, m_fixture.password(), {}));
    QVERIFY(watch.waits() > 0); // it sees what it is to see
}

void TestReleaseByMouse::openApproval(app::Console &console)
{
    QWidget &window = console.window();
    const auto rowOfApproval = [&window] {
        auto *table = visible<QTableView>(&window, u"Items of the queue"_s);
        for (int row = 0; table && row < table->model()->rowCount(); ++row) {
            const QModelIndex index = table->model()->index(row, 0);
            if (index.data(Qt::AccessibleTextRole).toString().startsWith("Waiting approval"_L1))
                return index;
        }
        return QModelIndex();
    };
    QTRY_VERIFY_WITH_TIMEOUT(rowOfApproval().isValid(), Limit);
    auto *table = visible<QTableView>(&window, u"Items of the queue"_s);
    const QPoint at = table->visualRect(rowOfApproval()).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
}

void TestReleaseByMouse::goesOut()
{
    m_release = m_installation->makeRelease();
    const auto program = console(u"marina.duarte"_s);
    const tests::WaitWatch watch;
    program->start();
    QWidget &window = program->window();
    CLICK(&window, u"Settings"_s);
    CLICK(&window, u"Runner on this computer"_s);
    CLICK(&window, u"Queue"_s);
    m_installation->insert(u"validar"_s, m_release);

    openApproval(*program);
    CLICK(&window, u"Approve for teste"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), Limit);
    CLICK(QApplication::activeModalWidget(), u"Approve for teste"_s);

    auto *tabs = window.findChild<QTabBar *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->tabText(tab).startsWith("Log"_L1))
            QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    }
    const auto steps = [&window] {
        const auto *tree = visible<QTreeView>(&window, u"Steps of the run"_s);
        return tree ? texts(tree->model()) : QStringList();
    };
    QTRY_VERIFY_WITH_TIMEOUT(steps().contains(u"VERIFY, done"_s), Limit);
    for (const QString &step : {u"Genesis, done"_s, u"Prometheus, done"_s, u"Worker code, done"_s})
        QVERIFY2(steps().contains(step), qPrintable(steps().join(u'\n')));
    QTRY_VERIFY_WITH_TIMEOUT(program->runner().items() == 0, Limit);
    QCOMPARE(watch.waits(), 0); // whatever waits for a service, the window's thread does not
}

void TestReleaseByMouse::runsOnTheEngine()
{
    const qint64 deployment = tests::OutsideSql(m_installation->backlogFile())
                                  .value(u"select id from backlog where modo = 'implantar' and estado = 'concluido'"_s)
                                  .toLongLong();
    for (const QString &product : {u"Genesis"_s, u"Prometheus"_s})
        QCOMPARE(m_engine.deployments(deployment, product).size(), 1);
    for (const QString &process : m_release.processes())
        QCOMPARE(m_engine.list(u"process-definition?key="_s + process).size(), 1);
    QCOMPARE(tests::GitRepository::text(m_installation->workers().inRemote({u"rev-parse"_s, u"main"_s})),
             m_release.workersCommit);
}

void TestReleaseByMouse::standsInTheJournal()
{
    const auto acts = tests::OutsideSql(m_installation->backlogFile())
                          .run(u"select act, actor, program from journal where release_ref = '%1' order by id"_s.arg(
                              m_release.ref()));
    VERIFY_RESULT(acts);
    const QString runner = m_installation->configuration().runner.name;
    tests::OutsideRows expected;
    for (const QString &act :
         {u"item.claimed"_s, u"item.completed"_s, u"release.approved"_s, u"item.claimed"_s, u"deployment.created"_s,
          u"deployment.created"_s, u"workers.pushed"_s, u"item.completed"_s}) {
        const bool decision = act == "release.approved"_L1;
        expected << QVariantList{act, decision ? u"marina.duarte"_s : runner, decision ? u"console"_s : u"runner"_s};
    }
    QCOMPARE(*acts, expected);
}

/// The window of whoever wrote the commits refuses the approval and says why.
void TestReleaseByMouse::isNotForItsAuthorToApprove()
{
    m_installation->insert(u"validar"_s, m_installation->makeRelease({.worker = false}));
    const auto program = console(u"maria"_s);
    program->start(); // the runner is still on
    openApproval(*program);
    QWidget &window = program->window();
    const auto obstacle = [&window] {
        auto *approve = visible<QAbstractButton>(&window, u"Approve for teste"_s);
        return approve && !approve->isEnabled() ? approve->accessibleDescription() : QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(obstacle().contains("author of the pinned commits"_L1), Limit);
}

QTEST_MAIN(TestReleaseByMouse)
#include "tst_releasebymouse.moc"
