// SPDX-License-Identifier: Apache-2.0
#include "consolewindow.h"

#include "ui/queue/queuemodel.h"
#include "ui/queue/queuepage.h"
#include "ui/queue/queuetable.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTcpServer>
#include <QTest>

#include <condition_variable>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace pipeline;

namespace {

constexpr int Limit = 30000;

/// Keeps all connections of a database busy until it is let go.
class HungDatabase {
public:
    explicit HungDatabase(store::Database &database)
    {
        const auto hang = [this](store::Connection &) -> Result<void> {
            ++m_hanging;
            std::unique_lock lock(m_mutex);
            m_letGo.wait(lock, [this] { return m_released; });
            return {};
        };
        m_threads.emplace_back([&database, hang] { (void)database.write(hang, {}); });
        // Two could meet behind one reader while the other one serves a page.
        for (int i = 0; i < 4; ++i)
            m_threads.emplace_back([&database, hang] { (void)database.read(hang, {}); });
    }
    ~HungDatabase()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_released = true;
        }
        m_letGo.notify_all();
    }

    int hanging() const { return m_hanging; }

private:
    std::mutex m_mutex;
    std::condition_variable m_letGo;
    bool m_released = false;
    std::atomic<int> m_hanging = 0;
    std::vector<std::jthread> m_threads;
};

} // namespace

/// The window answers while what it asks does not.
class TestHangs : public QObject {
    Q_OBJECT

private slots:
    void everyPageAnswersKeysWhileTheDatabaseHangs()
    {
        tests::ConsoleWindow console;
        console.console.start();
        auto *queue = console.pages->queue();
        QVERIFY(queue);
        QTRY_VERIFY_WITH_TIMEOUT(queue->model()->rowCount() > 20, Limit);

        HungDatabase hung(*console.console.database);
        QTRY_COMPARE_WITH_TIMEOUT(hung.hanging(), 3, Limit);
        for (ui::Page *page : console.window->pages()) {
            console.window->open(page);
            page->refresh();
            page->focusSearch();
            // The key's effect is seen while all connections still hang.
            QWidget *const focus = page->focusWidget();
            if (auto *field = qobject_cast<QLineEdit *>(focus)) {
                QTest::keyClicks(field, u"abc"_s);
                QVERIFY2(field->text().endsWith("abc"_L1), qPrintable(page->title()));
                field->clear();
            }
            QTest::keyClick(console.window.get(), Qt::Key_F5);
            QCOMPARE(hung.hanging(), 3);
            QCOMPARE(console.window->current(), page);
        }
        console.window->open(console.pages->queue());
        queue->table()->setFocus();
        queue->table()->setCurrentIndex(queue->model()->index(0, 0));
        QTest::keyClick(queue->table(), Qt::Key_Down);
        QCOMPARE(queue->table()->currentIndex().row(), 1);
        console.pages->openRelease(u"R-2026.11.3"_s, 0, {});
        QTest::keyClick(console.window.get(), Qt::Key_F5);
        QCOMPARE(hung.hanging(), 3);
    }

    void aSlowLoadCanBeCancelled()
    {
        tests::ConsoleWindow console;
        auto hung = std::make_unique<HungDatabase>(*console.console.database);
        QTRY_COMPARE_WITH_TIMEOUT(hung->hanging(), 3, Limit);
        console.console.start();
        auto *queue = console.pages->queue();
        const auto shown = [&](const QString &text) -> QPushButton * {
            for (auto *button : queue->findChildren<QPushButton *>()) {
                if (button->isVisible() && button->text() == text)
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(shown(u"Cancel"_s), Limit);
        QTest::mouseClick(shown(u"Cancel"_s), Qt::LeftButton);
        QVERIFY(shown(u"Load again"_s));
        QTest::mouseClick(shown(u"Load again"_s), Qt::LeftButton);
        QVERIFY(!shown(u"Load again"_s));
        QCOMPARE(queue->model()->rowCount(), 0);
        hung.reset();
        QTRY_VERIFY_WITH_TIMEOUT(queue->model()->rowCount() > 20, Limit);
    }

    void theWindowAnswersWhileTheEngineHangs()
    {
        // It takes connections and never says a word.
        QTcpServer engine;
        QVERIFY(engine.listen(QHostAddress::LocalHost));
        tests::ConsoleWindow console;
        configuration::Configuration configuration = console.console.configuration;
        for (Environment &environment : configuration.environments)
            environment.engine = QUrl(u"http://127.0.0.1:%1"_s.arg(engine.serverPort()));
        console.console.configuration = configuration;
        console.console.start();
        console.console.session->adopt(configuration);
        QTRY_VERIFY_WITH_TIMEOUT(engine.hasPendingConnections(), Limit);
        auto *queue = console.pages->queue();
        QTRY_VERIFY_WITH_TIMEOUT(queue->model()->rowCount() > 20, Limit);
        queue->table()->setFocus();
        queue->table()->setCurrentIndex(queue->model()->index(0, 0));
        QTest::keyClick(queue->table(), Qt::Key_Down);
        QCOMPARE(queue->table()->currentIndex().row(), 1);
        const ui::Liveness &liveness = console.console.session->engine();
        QVERIFY2(liveness.state == ui::Liveness::State::Asking,
                 qPrintable(liveness.error ? liveness.error->text() : liveness.detail));
    }
};

QTEST_MAIN(TestHangs)
#include "tst_hangs.moc"
