// SPDX-License-Identifier: Apache-2.0
#include "audit/journal.h"

#include "models/timestamp.h"
#include "store/database.h"
#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using audit::Act;
using audit::Entry;
using audit::Filter;
using audit::Journal;
using audit::Kind;
using store::Connection;
using store::Database;

namespace {

const Actor Ana{u"ana"_s, u"ana.souza"_s, u"desk-7"_s, u"console"_s};
const Actor Runner{u"runner-02"_s, u"pipeline"_s, u"worker-server"_s, u"runner"_s};

const QList<std::pair<Actor, Act>> Acts{
    {Ana, {.what = u"item.inserted"_s, .item = 48207, .releaseRef = u"R-2026.11.3"_s, .environment = u"producao"_s}},
    {Runner, {.what = u"item.claimed"_s, .item = 48207, .releaseRef = u"R-2026.11.3"_s, .environment = u"producao"_s}},
    {Runner,
     {.what = u"item.completed"_s,
      .item = 48207,
      .releaseRef = u"R-2026.11.3"_s,
      .environment = u"producao"_s,
      .details = {{u"modo"_s, u"validar"_s}}}},
    {Ana,
     {.what = u"release.approved"_s,
      .item = 48208,
      .releaseRef = u"R-2026.11.3"_s,
      .environment = u"producao"_s,
      .manifest = u"9f3c41d8"_s,
      .details = {{u"motivo"_s, u"Plan read; 100 % covered"_s}}}},
    {Runner, {.what = u"deployment.created"_s, .item = 48209, .environment = u"producao"_s}},
    {Runner, {.what = u"workers.pushed"_s, .item = 48209, .environment = u"homologacao"_s}},
    {Runner,
     {.what = u"item.completed"_s,
      .item = 48209,
      .environment = u"producao"_s,
      .details = {{u"modo"_s, u"implantar"_s}}}},
    {Ana, {.what = u"item.cancelled"_s, .item = 48210}},
    {Ana, {.what = u"credential.set"_s, .environment = u"producao"_s}},
    {Runner, {.what = u"item.postponed"_s, .item = 48211, .details = {{u"modo"_s, u"implantar"_s}}}},
};

} // namespace

class TestJournalFilters : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto opened = Database::open(u"sqlite:"_s + m_folder.filePath(u"a.sqlite"_s));
        VERIFY_RESULT(opened);
        m_database = std::move(*opened);
        Journal journal(*m_database);
        for (const auto &[actor, act] : Acts) {
            VERIFY_RESULT(journal.record(actor, act, {}));
            QTest::qWait(3); // so that each has a time of its own
        }
        m_entries = journal.list({}, {}).value();
        QCOMPARE(m_entries.size(), Acts.size());
    }

    void theKindOfAnAct()
    {
        const QList<Kind> kinds{Kind::Item,       Kind::Item,       Kind::Item,     Kind::Decision, Kind::Deployment,
                                Kind::Deployment, Kind::Deployment, Kind::Decision, Kind::Settings, Kind::Item};
        for (qsizetype i = 0; i < Acts.size(); ++i) {
            QVERIFY2(audit::kindOf(Acts[i].second) == kinds[i], qPrintable(Acts[i].second.what));
            const auto ids = idsOf({.kinds = {kinds[i]}});
            QVERIFY2(ids.contains(i + 1), qPrintable(Acts[i].second.what));
            QCOMPARE(ids.size(), kinds.count(kinds[i]));
        }
    }

    void filters_data()
    {
        QTest::addColumn<Filter>("filter");
        QTest::addColumn<QList<qint64>>("ids");
        const auto row = [](const char *name, const Filter &filter, const QList<qint64> &ids) {
            QTest::newRow(name) << filter << ids;
        };
        row("nothing", {}, {10, 9, 8, 7, 6, 5, 4, 3, 2, 1});
        row("two kinds", {.kinds = {Kind::Settings, Kind::Decision}}, {9, 8, 4});
        row("kinds, the first page", {.limit = 2, .kinds = {Kind::Settings, Kind::Decision}}, {9, 8});
        row("kinds, the second page", {.beforeId = 8, .limit = 2, .kinds = {Kind::Settings, Kind::Decision}}, {4});
        row("all kinds", {.limit = 3, .kinds = {Kind::Item, Kind::Settings, Kind::Decision, Kind::Deployment}},
            {10, 9, 8});
        row("a person", {.actors = {u"ana"_s}}, {9, 8, 4, 1});
        row("two environments", {.environments = {u"homologacao"_s, u"x"_s}}, {6});
        row("a person's decisions", {.kinds = {Kind::Decision}, .actors = {u"runner-02"_s}}, {});
        row("an item and its kind", {.item = 48207, .kinds = {Kind::Item}}, {3, 2, 1});
        row("a release and its kind", {.releaseRef = u"R-2026.11.3"_s, .kinds = {Kind::Decision}}, {4});
        row("the number of an item", {.text = u" 48209 "_s}, {7, 6, 5});
        row("a reason", {.text = u"plan READ"_s}, {4});
        row("a per cent sign", {.text = u"100 %"_s}, {4});
        row("no pattern", {.text = u"p%read"_s}, {});
        row("an underscore", {.text = u"item_c"_s}, {});
        row("a release", {.text = u"R-2026.11"_s}, {4, 3, 2, 1});
        row("a manifest", {.text = u"9f3c41"_s}, {4});
        row("not inside a manifest", {.text = u"f3c41d8"_s}, {});
        row("a quote", {.text = u"x' or '1'='1"_s}, {});
        row("a text and a kind", {.text = u"desk-7"_s, .kinds = {Kind::Settings}}, {9});
    }

    void filters()
    {
        QFETCH(Filter, filter);
        QFETCH(QList<qint64>, ids);
        QCOMPARE(idsOf(filter), ids);
        if (filter.beforeId == 0 && filter.limit == 100) {
            const auto counts = Journal(*m_database).counts(filter, {});
            VERIFY_RESULT(counts);
            qint64 sum = 0;
            for (const Kind kind : {Kind::Decision, Kind::Deployment, Kind::Settings, Kind::Item}) {
                if (filter.kinds.isEmpty() || filter.kinds.contains(kind))
                    sum += counts->of(kind);
            }
            QCOMPARE(sum, ids.size());
        }
    }

    void aDigest()
    {
        const Entry &third = m_entries[7];
        QCOMPARE(idsOf({.text = third.digest.left(12)}), QList<qint64>{3});
        QCOMPARE(idsOf({.text = third.digest.toUpper()}), QList<qint64>{3});
    }

    void aRange()
    {
        const auto at = [this](qint64 id) { return m_entries[Acts.size() - id].at; };
        QCOMPARE(idsOf({.from = at(4)}), (QList<qint64>{10, 9, 8, 7, 6, 5, 4}));
        QCOMPARE(idsOf({.until = at(4)}), (QList<qint64>{3, 2, 1}));
        QCOMPARE(idsOf({.from = at(3).toLocalTime(), .until = at(5)}), (QList<qint64>{4, 3}));
        QCOMPARE(idsOf({.from = at(3), .until = at(5), .kinds = {Kind::Decision}}), QList<qint64>{4});
        QCOMPARE(idsOf({.from = at(10).addSecs(1)}), QList<qint64>());
        QCOMPARE(idsOf({.until = at(1)}), QList<qint64>());
        const auto counts = Journal(*m_database).counts({.from = at(4), .until = at(8)}, {});
        VERIFY_RESULT(counts);
        QCOMPARE(counts->of(Kind::Decision), 1);
        QCOMPARE(counts->of(Kind::Deployment), 3);
        QCOMPARE(counts->of(Kind::Item), 0);
    }

    void whatFiltersCanChooseFrom()
    {
        const auto choices = Journal(*m_database).choices({});
        VERIFY_RESULT(choices);
        QCOMPARE(choices->actors, (QStringList{u"ana"_s, u"runner-02"_s}));
        QCOMPARE(choices->environments, (QStringList{u"homologacao"_s, u"producao"_s}));
        QCOMPARE(*Journal(*m_database).size({}), Acts.size());
    }

    void verifyingTellsItsProgress()
    {
        VERIFY_RESULT(m_database->write(
            [](Connection &connection) -> Result<void> {
                for (int i = 0; i < 2500; ++i) {
                    if (const auto entry = audit::append(connection, Runner, {.what = u"item.claimed"_s}); !entry)
                        return fail(entry.error());
                }
                return {};
            },
            {}));
        QList<qint64> told;
        const auto verdict = Journal(*m_database).verify({}, [&](qint64 checked, qint64 total) {
            QCOMPARE(total, 2510);
            told << checked;
        });
        VERIFY_RESULT(verdict);
        QVERIFY(verdict->isIntact());
        QCOMPARE(verdict->entries, 2510);
        QVERIFY(told.size() >= 3);
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QCOMPARE(told.last(), 2510);
    }

    void verifyingCanBeStopped()
    {
        std::stop_source source;
        int pages = 0;
        const auto stopped = Journal(*m_database).verify(source.get_token(), [&](qint64, qint64) {
            ++pages;
            source.request_stop();
        });
        COMPARE_ERROR(stopped, ErrorCode::Cancelled);
        QCOMPARE(pages, 1);
    }

private:
    QList<qint64> idsOf(const Filter &filter)
    {
        QList<qint64> ids;
        for (const Entry &entry : Journal(*m_database).list(filter, {}).value_or(QList<Entry>{Entry()}))
            ids << entry.id;
        return ids;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    QList<Entry> m_entries; ///< newest first
};

QTEST_GUILESS_MAIN(TestJournalFilters)
#include "tst_journalfilters.moc"
