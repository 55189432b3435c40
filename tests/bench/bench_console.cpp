// SPDX-License-Identifier: Apache-2.0
#include "console/console.h"
#include "console/consoleservices.h"
#include "sampleitems.h"
#include "store/database.h"
#include "ui/common/background.h"
#include "ui/queue/queuemodel.h"
#include "ui/queue/queuepage.h"
#include "ui/queue/queuetable.h"
#include "ui/session/preferences.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace pipeline;

namespace {

constexpr int Limit = 60'000;

/// Milliseconds of the clock that all processes of the machine share.
double now()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
}

/// Resident memory of this process in MB, \a key as in /proc/self/status.
double memory(const QByteArray &key)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(key + ':'))
            return line.mid(key.size() + 1).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[size_t(std::ceil(part * double(values.size()))) - 1];
}

/// Watches how long the window's thread is busy with each event, and with drawing.
class Application : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        const QEvent::Type type = event->type();
        const double begun = now();
        const bool result = QApplication::notify(receiver, event);
        const double taken = now() - begun;
        --m_depth;
        if (taken > longest) {
            longest = taken;
            longestType = type;
        }
        if (type == QEvent::UpdateRequest)
            frames.push_back(taken);
        return result;
    }

    double longest = 0;
    QEvent::Type longestType = QEvent::None;
    std::vector<double> frames;

private:
    int m_depth = 0;
};

/// Notes when the table has first drawn rows.
class FirstPaint : public QObject {
public:
    explicit FirstPaint(ui::QueuePage &page) : m_page(page) { page.table()->viewport()->installEventFilter(this); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && at == 0 && m_page.model()->rowAt(0))
            at = now();
        return false;
    }

    double at = 0;

private:
    ui::QueuePage &m_page;
};

void line(const char *name, double value, const char *unit, double wanted)
{
    std::printf("%-56s %9.1f %-3s %8.0f %s\n", name, value, unit, wanted, value <= wanted ? "" : "EXCEEDED");
    std::fflush(stdout);
}

class Bench {
public:
    Bench(Application &application, app::Console &console, double started)
        : m_application(application), m_console(console), m_started(started)
    {}

    int run(const QString &fileName)
    {
        m_page = m_console.pages().queue();
        FirstPaint first(*m_page);
        m_console.window().resize(1440, 872);
        if (!QTest::qWaitFor([&] { return first.at > 0; }, Limit))
            return failed("the queue was not drawn");
        line("first paint of the queue, from process start", first.at - m_started, "ms", 300);
        QTest::qWait(2000);
        line("resident memory", memory("VmRSS"), "MB", 150);
        if (!scroll() || !filter() || !text() || !live(fileName))
            return failed("an answer did not come");
        return 0;
    }

private:
    static int failed(const char *what)
    {
        std::printf("failed: %s\n", what);
        return 1;
    }

    /// Whether all rows in sight are there and drawn.
    bool inSight() const
    {
        const QTableView *table = m_page->table();
        const int top = table->rowAt(0);
        const int bottom = table->rowAt(table->viewport()->height() - 1);
        for (int row = qMax(0, top); row <= (bottom < 0 ? m_page->model()->rowCount() - 1 : bottom); ++row) {
            if (!m_page->model()->rowAt(row))
                return false;
        }
        return true;
    }

    /// Waits without the rest between two looks that qWaitFor takes.
    template<class Done>
    static bool await(Done done)
    {
        QElapsedTimer timer;
        timer.start();
        while (!done()) {
            if (timer.elapsed() > Limit)
                return false;
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        }
        return true;
    }

    bool scroll()
    {
        std::vector<double> taken;
        QScrollBar *thumb = m_page->table()->verticalScrollBar();
        for (int i = 0; i < 60; ++i) {
            thumb->setValue(m_random.bounded(thumb->maximum()));
            const double begun = now();
            if (!await([this] { return inSight(); }))
                return false;
            taken.push_back(now() - begun);
        }
        thumb->setValue(0);
        line("scroll anywhere by the thumb, rows there, p99", percentile(taken, 0.99), "ms", 100);
        return await([this] { return inSight(); });
    }

    bool query(const backlog::QueueFilter &filter, std::vector<double> &taken)
    {
        bool loaded = false;
        const auto connection = QObject::connect(m_page->model(), &ui::QueueModel::loaded, m_page,
                                                 [&] { loaded = true; });
        const double begun = now();
        m_page->model()->setQuery(filter, {});
        const bool came = await([&] { return loaded && inSight(); });
        taken.push_back(now() - begun);
        QObject::disconnect(connection);
        return came;
    }

    bool filter()
    {
        std::vector<double> taken;
        for (int i = 0; i < 10; ++i) {
            if (!query({.environments = {i % 2 ? u"homologacao"_s : u"producao"_s}}, taken)
                || !query({.sprints = {bench::sprint(m_random.bounded(200'000))}}, taken)
                || !query({.types = {u"aprovar_release"_s}}, taken) || !query({}, taken))
                return false;
        }
        line("filter by column, rows there, p99", percentile(taken, 0.99), "ms", 100);
        return true;
    }

    bool text()
    {
        std::vector<double> taken;
        for (int i = 0; i < 10; ++i) {
            if (!query({.text = bench::releaseRef(m_random.bounded(200'000))}, taken)
                || !query({.text = u"faixa-risco"_s}, taken) || !query({.text = u"R-2021.1"_s}, taken))
                return false;
        }
        line("full-text search, rows there, p99", percentile(taken, 0.99), "ms", 300);
        std::vector<double> back;
        return query({}, back);
    }

    bool live(const QString &fileName)
    {
        QProcess writer;
        writer.setProcessChannelMode(QProcess::ForwardedChannels);
        writer.start(QCoreApplication::applicationFilePath(), {u"--writer"_s, fileName});
        if (!writer.waitForStarted())
            return false;
        m_application.frames.clear();
        QElapsedTimer timer;
        timer.start();
        // Someone reads while it changes.
        while (writer.state() == QProcess::Running && timer.elapsed() < Limit) {
            QScrollBar *thumb = m_page->table()->verticalScrollBar();
            thumb->setValue((thumb->value() + 40) % 4000);
            QTest::qWait(16);
        }
        line("frame time while 500 items a second change, p99", percentile(m_application.frames, 0.99), "ms", 16);
        m_page->table()->verticalScrollBar()->setValue(0);
        QTest::qWait(3000);

        const int rows = m_page->model()->rowCount();
        QProcess inserter;
        inserter.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        inserter.start(QCoreApplication::applicationFilePath(), {u"--insert"_s, fileName});
        if (!await([&] { return m_page->model()->rowCount() > rows; }))
            return false;
        const double seen = now();
        inserter.waitForFinished();
        line("another process's item, from its commit to the table",
             seen - inserter.readAllStandardOutput().trimmed().toDouble(), "ms", 500);

        QTest::qWait(3000);
        const std::clock_t begun = std::clock();
        constexpr int idle = 10'000;
        QTest::qWait(idle);
        line("processor while nothing happens", double(std::clock() - begun) * 100'000 / CLOCKS_PER_SEC / idle, "%", 1);
        line("the longest event of the window's thread", m_application.longest, "ms", 50);
        std::printf("  (an event of type %d)\n", int(m_application.longestType));
        line("resident memory at its highest", memory("VmHWM"), "MB", 150);
        return true;
    }

    Application &m_application;
    app::Console &m_console;
    const double m_started;
    ui::QueuePage *m_page = nullptr;
    QRandomGenerator m_random{1};
};

/// Another process: changes 500 items a second for ten seconds.
int write(const QString &fileName)
{
    const auto database = store::Database::open(u"sqlite:"_s + fileName);
    if (!database)
        return 1;
    QRandomGenerator random(2);
    for (int tenth = 0; tenth < 100; ++tenth) {
        const double begun = now();
        const auto done = (*database)->write(
            [&](store::Connection &connection) -> Result<void> {
                for (int i = 0; i < 50; ++i) {
                    const int id = i < 25 ? 999'000 + random.bounded(1'000) : 1 + random.bounded(999'000);
                    if (auto changed = connection.execute(
                            u"update backlog set prioridade = 1 - prioridade, versao = versao + 1 where id = %1"_s.arg(
                                id));
                        !changed)
                        return fail(changed.error());
                }
                return {};
            },
            {});
        if (!done) {
            std::fprintf(stderr, "%s\n", qPrintable(done.error().text()));
            return 1;
        }
        if (const double rest = 100 - (now() - begun); rest > 0)
            QTest::qSleep(int(rest));
    }
    return 0;
}

/// Another process: inserts one item and prints when it was committed.
int insert(const QString &fileName)
{
    const auto database = store::Database::open(u"sqlite:"_s + fileName);
    if (!database)
        return 1;
    const auto done = (*database)->write(
        [](store::Connection &connection) {
            return connection.execute(u"insert into backlog (tipo, modo, contexto) select 'executar_pipeline', "
                                      "'validar', contexto from backlog where id = 4"_s);
        },
        {});
    std::printf("%.3f\n", now());
    return done ? 0 : 1;
}

int drive(Application &application, const QString &fileName, double started)
{
    QApplication::setOrganizationName(u"prometheus-pipeline"_s);
    QApplication::setApplicationName(u"bench"_s);
    QStandardPaths::setTestModeEnabled(true);
    configuration::Configuration configuration;
    configuration.backlogUrl = u"sqlite:"_s + fileName;
    Environment environment;
    environment.name = u"producao"_s;
    environment.engine = QUrl(u"http://127.0.0.1:9"_s);
    environment.authentication = Authentication::None;
    configuration.environments = {environment};
    configuration.defaultEnvironment = environment.name;
    int code = 1;
    {
        app::Console console(
            configuration, {u"marina.duarte"_s, u"marina"_s, u"desk"_s, u"console"_s}, [=](std::stop_token) {
                return app::openServices([=] { return Result<configuration::Configuration>(configuration); },
                                         QProcessEnvironment());
            });
        console.start();
        code = Bench(application, console, started).run(fileName);
    }
    ui::waitForPool();
    return code;
}

/// Makes the backlog and starts the window on it, as a process of its own.
int prepare()
{
    const int items = 1'000'000;
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(u"backlog.sqlite"_s);
    if (const auto filled = bench::fillBacklog(fileName, items / 4); !filled) {
        std::printf("%s\n", qPrintable(filled.error().text()));
        return 1;
    }
    if (const auto opened = store::Database::open(u"sqlite:"_s + fileName); !opened) {
        std::printf("%s\n", qPrintable(opened.error().text()));
        return 1;
    }
    std::printf("\n%-56s %9s %12s\n", "the console on a million items", "measured", "wanted");
    std::fflush(stdout);
    QProcess window;
    window.setProcessChannelMode(QProcess::ForwardedChannels);
    window.start(QCoreApplication::applicationFilePath(), {u"--window"_s, fileName, QString::number(now(), 'f', 3)});
    window.waitForFinished(-1);
    return window.exitStatus() == QProcess::NormalExit ? window.exitCode() : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc > 3 && qstrcmp(argv[1], "--window") == 0) {
        Application application(argc, argv);
        return drive(application, QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toDouble());
    }
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--writer"_L1)
        return write(arguments.value(2));
    if (arguments.value(1) == "--insert"_L1)
        return insert(arguments.value(2));
    return prepare();
}
