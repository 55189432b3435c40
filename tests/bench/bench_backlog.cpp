// SPDX-License-Identifier: Apache-2.0
#include "backlog/releasehistory.h"
#include "backlog/sqlitebacklog.h"
#include "sampleitems.h"
#include "store/database.h"
#include "support/backlogsamples.h"
#include "support/outsidesql.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;
using namespace pipeline;
using backlog::QueueFilter;
using backlog::QueueOrder;
using backlog::QueueState;
using store::Database;

namespace {

/// Runs \a call (→ Result<…>) so many times, each after \a prepare, and prints a line of the table; gives false when it
/// failed. The processor's time is that of the whole process: it tells more than the clock on a machine that is busy.
template<class F>
bool measure(const char *name, int times, int wantedMs, F &&call, const std::function<void()> &prepare = [] {})
{
    std::vector<double> wall;
    std::vector<double> processor;
    for (int i = 0; i < times; ++i) {
        prepare();
        QElapsedTimer timer;
        timer.start();
        const std::clock_t begun = std::clock();
        const auto result = call();
        processor.push_back(double(std::clock() - begun) * 1000 / CLOCKS_PER_SEC);
        wall.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (!result) {
            std::printf("%-52s failed: %s\n", name, qPrintable(result.error().text()));
            return false;
        }
    }
    const auto at = [](std::vector<double> &values, double part) {
        std::ranges::sort(values);
        return values[size_t(std::ceil(part * double(values.size()))) - 1];
    };
    std::printf("%-52s %8.1f %8.1f %8.1f %8.1f", name, at(wall, 0.5), at(wall, 0.99), at(processor, 0.5),
                at(processor, 0.99));
    if (wantedMs > 0)
        std::printf("  %5d %s", wantedMs, at(wall, 0.99) <= wantedMs ? "" : "EXCEEDED");
    std::printf("\n");
    std::fflush(stdout);
    return true;
}

class Bench {
public:
    Bench(Database &database, qint64 items)
        : m_database(database), m_items(items), m_queue(database, u"producao"_s), m_releases(database, u"producao"_s)
    {}

    bool run()
    {
        std::printf("\n%-52s %17s %17s\n%-52s %8s %8s %8s %8s  wanted at most\n", "", "clock", "processor",
                    "milliseconds", "median", "p99", "median", "p99");
        return queuePages() && texts() && counts() && releases()
            && claims("claim and complete, a runner's transactions");
    }

    bool claims(const char *name)
    {
        constexpr int times = 300;
        backlog::SqliteBacklog backlog(m_database);
        const Actor runner = tests::runner(u"runner-01"_s);
        const auto prepared =
            tests::OutsideSql(m_database.fileName())
                .run(
                    u"insert into backlog (tipo, modo, contexto, prioridade) "
                    "with recursive n(i) as (select 1 union all select i + 1 from n where i < %1) "
                    "select 'executar_pipeline', 'validar', (select contexto from backlog where id = n.i * 4), 9 from n"_s
                        .arg(times));
        if (!prepared) {
            std::printf("%s\n", qPrintable(prepared.error().text()));
            return false;
        }
        return measure(name, times, 0, [&]() -> Result<void> {
            const auto item = backlog.claim({true, {}, u"producao"_s}, runner, std::chrono::seconds(30), {});
            if (!item)
                return fail(item.error());
            if (!*item)
                return fail(ErrorCode::NotFound, u"nothing is left to claim"_s);
            const auto done = backlog.complete(tests::claimOf(**item, runner), {contract::ItemState::Done, {}, {}, {}},
                                               {});
            return done ? Result<void>() : fail(done.error());
        });
    }

private:
    bool queuePages()
    {
        const QueueFilter open{
            .states = {QueueState::Running, QueueState::WaitingApproval, QueueState::Failed, QueueState::Queued}};
        const auto first = [this](const QueueFilter &filter, backlog::QueueSort sort = {}) {
            return [this, filter, sort] { return m_queue.rows(filter, sort, {}, {}); };
        };
        const auto jump = [this](QueueOrder order, const QueueFilter &filter = {}) {
            const qint64 rows = m_queue.count(filter, {}).value_or(1);
            return [this, order, filter, rows] {
                return m_queue.rows(filter, {order, m_random.bounded(2) == 1}, {.offset = m_random.bounded(int(rows))},
                                    {});
            };
        };
        const auto anyItem = [this] { return qint64(m_random.bounded(int(m_items)) + 1); };
        return measure("first page", 50, 20, first({})) && measure("first page, what is open", 50, 20, first(open))
            && measure("first page, one sprint", 50, 100, first({.sprints = {bench::sprint(int(m_items / 8))}}))
            && measure("first page, one sprint, by creation", 50, 100,
                       first({.sprints = {bench::sprint(int(m_items / 8))}}, {QueueOrder::Created}))
            && measure(
                   "first page, one environment and type, by release", 50, 100,
                   first({.types = {u"aprovar_release"_s}, .environments = {u"homologacao"_s}}, {QueueOrder::Release}))
            && measure("jump anywhere, by urgency", 50, 100, jump(QueueOrder::Urgency))
            && measure("jump anywhere, by type", 50, 100, jump(QueueOrder::Type))
            && measure("jump anywhere, by release", 50, 100, jump(QueueOrder::Release))
            && measure("jump anywhere, by sprint", 50, 100, jump(QueueOrder::Sprint))
            && measure("jump anywhere, by creation", 50, 100, jump(QueueOrder::Created))
            && measure("jump anywhere in one environment, by urgency", 50, 100,
                       jump(QueueOrder::Urgency, {.environments = {u"homologacao"_s}}))
            && measure("jump anywhere in one environment, by release", 50, 100,
                       jump(QueueOrder::Release, {.environments = {u"homologacao"_s}}))
            && measure("the page after any item, by urgency", 50, 20,
                       [&] { return m_queue.rows({}, {}, {.after = anyItem()}, {}); })
            && measure("the position of any item, by urgency", 50, 100,
                       [&] { return m_queue.position(anyItem(), {}, {}, {}); })
            && measure("a hundred rows by their ids", 50, 20,
                       [&] {
                           QList<qint64> ids;
                           for (int i = 0; i < 100; ++i)
                               ids << anyItem();
                           return m_queue.rows(ids, {});
                       })
            && measure("what needs you", 20, 300, [&] { return m_queue.needsYou(3, {}); });
    }

    bool texts()
    {
        // One release's; a prefix of many; a word in every seventh item; a word in each.
        const std::pair<const char *, QString> words[]{{"1 in 250000", bench::releaseRef(int(m_items / 8))},
                                                       {"1 in 100", u"R-2021.1"_s},
                                                       {"1 in 7", u"faixa-risco"_s},
                                                       {"all", u"genesis"_s}};
        for (const auto &[share, word] : words) {
            const QByteArray name = QByteArray("text, ") + share;
            const auto page = [&] { return m_queue.rows({.text = word}, {}, {}, {}); };
            // A commit, after which what was found before is not used again.
            const auto commit = [&] {
                (void)m_database.write(
                    [](store::Connection &connection) {
                        return connection.execute(u"update backlog set versao = versao + 1 where id = 1"_s);
                    },
                    {});
            };
            const bool ok = measure((name + ": first page").constData(), 10, 300, page, commit)
                && measure((name + ": the same again").constData(), 10, 300, page)
                && measure((name + ": counts").constData(), 10, 300, [&] { return m_queue.counts({.text = word}, {}); },
                           commit);
            if (!ok)
                return false;
        }
        return true;
    }

    bool counts()
    {
        return measure("counts per state", 50, 300, [&] { return m_queue.counts({}, {}); })
            && measure("counts per state, one environment", 50, 300,
                       [&] { return m_queue.counts({.environments = {u"homologacao"_s}}, {}); })
            && measure("what filters can choose from", 50, 100, [&] { return m_queue.choices({}); });
    }

    bool releases()
    {
        const QStringList environments{u"homologacao"_s, u"producao"_s};
        return measure("releases, first page", 50, 100, [&] { return m_releases.rows({}, {}, environments, {}); })
            && measure(
                   "releases, failed", 50, 100,
                   [&] { return m_releases.rows({.states = {backlog::ReleaseState::Failed}}, {}, environments, {}); })
            && measure("releases, groups by sprint", 10, 300,
                       [&] { return m_releases.groups({}, backlog::ReleaseGrouping::Sprint, {}); })
            && measure("a release in full", 50, 20,
                       [&] { return m_releases.details(bench::releaseRef(int(m_items / 8)), environments, {}); });
    }

    Database &m_database;
    const qint64 m_items;
    const backlog::QueueReader m_queue;
    const backlog::ReleaseHistory m_releases;
    QRandomGenerator m_random{1};
};

/// Without the triggers of the projection, for comparison.
Result<void> dropProjection(const QString &fileName)
{
    tests::OutsideSql database(fileName);
    const auto names = database.run(
        u"select name from sqlite_schema where type = 'trigger' and (name glob 'queue_*' or name glob 'release_*')"_s);
    if (!names)
        return fail(names.error());
    for (const QVariantList &name : *names) {
        if (const auto dropped = database.run(u"drop trigger "_s + name.first().toString()); !dropped)
            return fail(dropped.error());
    }
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int items = qEnvironmentVariableIntValue("PIPELINE_BENCH_ITEMS") > 0
        ? qEnvironmentVariableIntValue("PIPELINE_BENCH_ITEMS")
        : 1'000'000;
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(u"backlog.sqlite"_s);
    QElapsedTimer timer;
    timer.start();
    if (const auto filled = bench::fillBacklog(fileName, items / 4); !filled) {
        std::printf("%s\n", qPrintable(filled.error().text()));
        return 1;
    }
    std::printf("%d items filled in %.1f s, %lld MB\n", items, double(timer.restart()) / 1000,
                QFileInfo(fileName).size() / 1'000'000);
    std::fflush(stdout);
    const auto database = Database::open(u"sqlite:"_s + fileName);
    if (!database) {
        std::printf("%s\n", qPrintable(database.error().text()));
        return 1;
    }
    std::printf("projection made in %.1f s, %lld MB\n", double(timer.restart()) / 1000,
                QFileInfo(fileName).size() / 1'000'000);
    std::fflush(stdout);
    Bench bench(**database, items);
    if (!bench.run())
        return 1;
    if (const auto dropped = dropProjection(fileName); !dropped) {
        std::printf("%s\n", qPrintable(dropped.error().text()));
        return 1;
    }
    return bench.claims("claim and complete, were there no projection") ? 0 : 1;
}
