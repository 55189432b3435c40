// SPDX-License-Identifier: Apache-2.0
#include "backlog/queuereader.h"
#include "store/database.h"

#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pipeline;
using backlog::QueueFilter;
using backlog::QueueOrder;
using backlog::QueueReader;
using backlog::QueueRow;
using backlog::QueueSort;
using backlog::QueueState;
using store::Database;
using tests::OutsideSql;

namespace {

QList<qint64> idsOf(const Result<QList<QueueRow>> &rows)
{
    QList<qint64> ids;
    for (const QueueRow &row : rows.value_or(QList<QueueRow>{QueueRow()}))
        ids << row.id;
    return ids;
}

bool passes(const QueueFilter &filter, const QueueRow &row)
{
    const auto holds = [](const auto &list, const auto &value) { return list.isEmpty() || list.contains(value); };
    return holds(filter.states, row.state) && holds(filter.types, row.type) && holds(filter.modes, row.mode)
        && holds(filter.environments, row.environment) && holds(filter.sprints, row.sprint)
        && row.releaseRef.startsWith(filter.text);
}

/// Whether \a a stands before \a b, by the words of QueueOrder.
bool isBefore(QueueOrder order, const QueueRow &a, const QueueRow &b)
{
    const auto oldestFirst = [](QueueState state) {
        return state == QueueState::Running || state == QueueState::Queued;
    };
    switch (order) {
    case QueueOrder::Urgency:
        if (a.state != b.state)
            return a.state < b.state;
        if (a.state == QueueState::Queued && a.priority != b.priority)
            return a.priority > b.priority;
        return oldestFirst(a.state) ? a.id < b.id : a.id > b.id;
    case QueueOrder::Release:
        return a.releaseRef != b.releaseRef ? a.releaseRef < b.releaseRef : a.id > b.id;
    case QueueOrder::Created:
        return a.id < b.id;
    case QueueOrder::Type:
        return std::tie(a.type, a.state, a.mode, b.sprint, a.environment, b.id)
            < std::tie(b.type, b.state, b.mode, a.sprint, b.environment, a.id);
    case QueueOrder::Mode:
        return std::tie(a.mode, a.state, a.type, b.sprint, a.environment, b.id)
            < std::tie(b.mode, b.state, b.type, a.sprint, b.environment, a.id);
    case QueueOrder::Sprint:
        return std::tie(a.sprint, a.state, a.type, a.mode, a.environment, b.id)
            < std::tie(b.sprint, b.state, b.type, b.mode, b.environment, a.id);
    }
    return false;
}

} // namespace

class TestQueueReader : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(u"sqlite:"_s + m_folder->filePath(u"a.sqlite"_s));
        VERIFY_RESULT(opened);
        m_database = std::move(*opened);
        m_outside = std::make_unique<OutsideSql>(m_database->fileName());
        m_reader = std::make_unique<QueueReader>(*m_database, u"unused"_s);
    }

    void cleanup()
    {
        m_reader.reset();
        m_outside.reset();
        m_database.reset();
        m_folder.reset();
    }

    void anEmptyBacklog()
    {
        QCOMPARE(idsOf(m_reader->rows({}, {}, {}, {})), QList<qint64>());
        QCOMPARE(*m_reader->count({}, {}), 0);
        QCOMPARE(m_reader->counts({.text = u"x"_s}, {})->total(), 0);
        QVERIFY(!m_reader->position(1, {}, {}, {})->has_value());
        QCOMPARE(m_reader->choices({})->sprints, QStringList());
        QCOMPARE(m_reader->needsYou(3, {})->total, 0);
        COMPARE_ERROR(m_reader->rows({}, {}, {.after = 1}, {}), ErrorCode::NotFound);
    }

    void everyWindowOfEveryOrder_data()
    {
        QTest::addColumn<QueueOrder>("order");
        QTest::newRow("urgency") << QueueOrder::Urgency;
        QTest::newRow("type") << QueueOrder::Type;
        QTest::newRow("mode") << QueueOrder::Mode;
        QTest::newRow("release") << QueueOrder::Release;
        QTest::newRow("sprint") << QueueOrder::Sprint;
        QTest::newRow("created") << QueueOrder::Created;
    }

    void everyWindowOfEveryOrder()
    {
        QFETCH(QueueOrder, order);
        insertMixture(200);
        const auto all = everything();
        const QList<QueueFilter> filters{
            {},
            {.states = {QueueState::Running}},
            {.states = {QueueState::Running, QueueState::Failed, QueueState::Queued, QueueState::WaitingApproval}},
            {.types = {u"executar_pipeline"_s}},
            {.modes = {u""_s}},
            {.environments = {u"producao"_s}},
            {.sprints = {u"S028"_s, u"S029"_s}},
            {.states = {QueueState::Failed},
             .types = {u"executar_pipeline"_s},
             .environments = {u"producao"_s},
             .sprints = {u"S027"_s}},
            {.text = u"R-2026.1"_s},
            {.text = u"R-2026.7"_s, .states = {QueueState::Done, QueueState::Queued}, .sprints = {u"S029"_s}},
            {.text = u"R-2031"_s},
            {.types = {u"nothing"_s}},
        };
        for (const QueueFilter &filter : filters) {
            for (const bool descending : {false, true}) {
                QList<QueueRow> expected;
                std::ranges::copy_if(all, std::back_inserter(expected),
                                     [&](const QueueRow &row) { return passes(filter, row); });
                std::ranges::sort(expected,
                                  [&](const QueueRow &a, const QueueRow &b) { return isBefore(order, a, b); });
                if (descending)
                    std::ranges::reverse(expected);
                checkWindows(filter, {order, descending}, expected, all);
            }
        }
    }

    void countsPerState()
    {
        insertMixture(200);
        const auto all = everything();
        for (const QueueFilter &filter : QList<QueueFilter>{{},
                                                            {.states = {QueueState::Done}, .sprints = {u"S028"_s}},
                                                            {.text = u"R-2026.1"_s, .modes = {u"validar"_s}}}) {
            const auto counts = m_reader->counts(filter, {});
            VERIFY_RESULT(counts);
            QueueFilter others = filter;
            others.states.clear();
            for (int state = 0; state < backlog::QueueStateCount; ++state)
                QCOMPARE(counts->of(QueueState(state)), std::ranges::count_if(all, [&](const QueueRow &row) {
                             return row.state == QueueState(state) && passes(others, row);
                         }));
            QCOMPARE(counts->open(), counts->total() - counts->of(QueueState::Done));
            QCOMPARE(*m_reader->count(filter, {}),
                     std::ranges::count_if(all, [&](const QueueRow &row) { return passes(filter, row); }));
        }
    }

    void aTextThatNearlyAllHave()
    {
        // More matches than are looked up one by one.
        VERIFY_RESULT(m_outside->run(uR"(
            insert into backlog (tipo, contexto, estado)
            with recursive n(i) as (select 1 union all select i + 1 from n where i < 24000)
            select 'executar_pipeline', json_object('release_ref', iif(i % 11 = 0, 'X-', 'R-') || i,
                'ambiente', iif(i % 2, 'producao', 'homologacao')), iif(i % 3, 'concluido', 'falhou') from n)"_s));
        const auto expected = [](const QueueFilter &filter, bool done, bool failed) {
            QList<qint64> ids;
            for (const bool wanted : {true, false}) {
                for (qint64 i = 24000; i > 0; --i) {
                    const bool isFailed = i % 3 == 0;
                    if (isFailed == wanted && (isFailed ? failed : done) && i % 11 != 0
                        && (filter.environments.isEmpty() || i % 2 == 1))
                        ids << i;
                }
            }
            return ids;
        };
        const QueueFilter all{.text = u"r-"_s};
        const QueueFilter some{.text = u"r-"_s, .states = {QueueState::Done}, .environments = {u"producao"_s}};
        for (const auto &[filter, ids] :
             {std::pair(all, expected(all, true, true)), std::pair(some, expected(some, true, false))}) {
            QCOMPARE(*m_reader->count(filter, {}), ids.size());
            for (const qint64 offset : {0LL, 3LL, ids.size() / 2, ids.size() - 7, ids.size()}) {
                QCOMPARE(idsOf(m_reader->rows(filter, {}, {.offset = offset, .limit = 20}, {})), ids.mid(offset, 20));
                if (offset < ids.size())
                    QCOMPARE(*m_reader->position(ids[offset], filter, {}, {}), offset);
            }
            QCOMPARE(idsOf(m_reader->rows(filter, {}, {.after = ids[500], .limit = 20}, {})), ids.mid(501, 20));
            QVERIFY(!m_reader->position(11, filter, {}, {})->has_value());
        }
    }

    void aSearchSeesWhatWasWrittenSince()
    {
        insert(u"executar_pipeline"_s, uR"({"release_ref": "R-1"})"_s);
        for (int i = 0; i < 3; ++i) { // on whichever connection
            QCOMPARE(idsOf(m_reader->rows({.text = u"R-"_s}, {}, {}, {})), QList<qint64>{1});
            QCOMPARE(*m_reader->count({.text = u"R-"_s}, {}), 1);
        }
        insert(u"executar_pipeline"_s, uR"({"release_ref": "R-2"})"_s);
        QCOMPARE(idsOf(m_reader->rows({.text = u"R-"_s}, {}, {}, {})), (QList<qint64>{1, 2}));
        QCOMPARE(*m_reader->count({.text = u"R-"_s}, {}), 2);
        QCOMPARE(idsOf(m_reader->rows({.text = u"R-2"_s}, {}, {}, {})), QList<qint64>{2});
        VERIFY_RESULT(m_outside->run(u"update backlog set estado = 'falhou' where id = 2"_s));
        QCOMPARE(m_reader->counts({.text = u"R-"_s}, {})->of(QueueState::Failed), 1);
        QCOMPARE(*m_reader->position(1, {.text = u"R-"_s}, {}, {}), 1);
    }

    void rowsById()
    {
        insertMixture(10);
        QCOMPARE(idsOf(m_reader->rows({7, 99, 3}, {})), (QList<qint64>{7, 3}));
        QCOMPARE(idsOf(m_reader->rows(QList<qint64>(), {})), QList<qint64>());
    }

    void whatFiltersCanChooseFrom()
    {
        const QueueReader reader(*m_database, u"producao"_s);
        insert(u"executar_pipeline"_s, uR"({"modo": "validar", "sprint_origem": "S028"})"_s);
        insert(u"aprovar_release"_s, uR"({"ambiente": "homologacao", "sprint_origem": "S029"})"_s);
        const auto choices = reader.choices({});
        VERIFY_RESULT(choices);
        QCOMPARE(choices->types, (QStringList{u"aprovar_release"_s, u"executar_pipeline"_s}));
        QCOMPARE(choices->modes, (QStringList{u""_s, u"validar"_s}));
        QCOMPARE(choices->environments, (QStringList{u"homologacao"_s, u"producao"_s}));
        QCOMPARE(choices->sprints, (QStringList{u"S029"_s, u"S028"_s}));
        QCOMPARE(idsOf(reader.rows({.environments = {u"producao"_s}}, {}, {}, {})), QList<qint64>{1});
        VERIFY_RESULT(m_outside->run(u"delete from backlog where id = 2"_s));
        QCOMPARE(reader.choices({})->sprints, QStringList{u"S028"_s});
    }

private:
    void insert(const QString &type, const QString &context, const QString &state = {}, const QString &result = {},
                qint64 origin = 0)
    {
        VERIFY_RESULT(m_outside->run(
            u"insert into backlog (tipo, contexto, estado, resultado, origem_id, criado_por) "
            "values ('%1', '%2', coalesce(nullif('%3', ''), 'pendente'), nullif('%4', ''), nullif(%5, 0), 'producer')"_s
                .arg(type, context, state, result, QString::number(origin))));
    }

    void insertMixture(int items)
    {
        QRandomGenerator random(7);
        VERIFY_RESULT(m_outside->run(u"begin"_s));
        const auto oneOf = [&](const QStringList &list) { return list[random.bounded(int(list.size()))]; };
        for (int i = 0; i < items; ++i) {
            VERIFY_RESULT(m_outside->run(
                u"insert into backlog (tipo, modo, contexto, estado, prioridade) values ('%1', nullif('%2', ''), "
                "'{\"release_ref\": \"R-2026.%3\", \"ambiente\": \"%4\", \"sprint_origem\": \"%5\"}', '%6', %7)"_s.arg(
                    oneOf({u"executar_pipeline"_s, u"executar_pipeline"_s, u"aprovar_release"_s, u"other"_s}),
                    oneOf({u"validar"_s, u"implantar"_s, u""_s}), QString::number(random.bounded(40)),
                    oneOf({u"producao"_s, u"homologacao"_s}), oneOf({u"S027"_s, u"S028"_s, u"S029"_s}),
                    oneOf(
                        {u"pendente"_s, u"executando"_s, u"concluido"_s, u"concluido"_s, u"falhou"_s, u"cancelado"_s}),
                    QString::number(random.bounded(-1, 2)))));
        }
        VERIFY_RESULT(m_outside->run(u"commit"_s));
    }

    QList<QueueRow> everything()
    {
        const auto ids = m_outside->run(u"select id from backlog"_s);
        QList<qint64> list;
        for (const QVariantList &row : ids.value_or(tests::OutsideRows()))
            list << row.first().toLongLong();
        return m_reader->rows(list, {}).value_or(QList<QueueRow>());
    }

    void checkWindows(const QueueFilter &filter, QueueSort sort, const QList<QueueRow> &expected,
                      const QList<QueueRow> &all)
    {
        QList<qint64> ids;
        for (const QueueRow &row : expected)
            ids << row.id;
        QCOMPARE(idsOf(m_reader->rows(filter, sort, {.limit = 1000}, {})), ids);
        for (qint64 offset = 0; offset <= ids.size() + 1; offset += 23)
            QCOMPARE(idsOf(m_reader->rows(filter, sort, {.offset = offset, .limit = 30}, {})), ids.mid(offset, 30));
        for (qsizetype i = 0; i < ids.size(); i += 31) {
            QCOMPARE(*m_reader->position(ids[i], filter, sort, {}), i);
            QCOMPARE(idsOf(m_reader->rows(filter, sort, {.after = ids[i], .limit = 30}, {})), ids.mid(i + 1, 30));
        }
        for (const QueueRow &row : all) {
            if (passes(filter, row))
                continue;
            QVERIFY(!m_reader->position(row.id, filter, sort, {})->has_value());
            break;
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<OutsideSql> m_outside;
    std::unique_ptr<QueueReader> m_reader;
};

QTEST_GUILESS_MAIN(TestQueueReader)
#include "tst_queuereader.moc"
