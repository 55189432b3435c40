// SPDX-License-Identifier: Apache-2.0
#include "teststore.h"

#include "eventstore.h"
#include "store/database.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::events {

using store::Connection;

Result<void> TestStore::record(const Claim &claim, const QList<TestCase> &cases, const QList<FileCoverage> &coverage,
                               std::stop_token stop)
{
    return m_database.write(
        [&](Connection &connection) -> Result<void> {
            if (const auto holds = requireClaim(connection, claim); !holds)
                return holds;
            for (const QString &table : {u"run_test"_s, u"run_coverage"_s}) {
                const auto cleared = connection.execute(
                    u"delete from %1 where item_id = ? and attempt = ?"_s.arg(table), {claim.item, claim.attempt});
                if (!cleared)
                    return fail(cleared.error());
            }
            int number = 0;
            for (const TestCase &test : cases) {
                const QByteArray groups =
                    QJsonDocument(QJsonArray::fromStringList(test.groups)).toJson(QJsonDocument::Compact);
                const auto inserted = connection.execute(u"insert into run_test (item_id, attempt, number, worker, "
                                                         u"suite, groups, name, state, milliseconds, "
                                                         "message, line) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                                                         {claim.item, claim.attempt, ++number, test.worker, test.suite,
                                                          QString::fromUtf8(groups), test.name, toString(test.state),
                                                          test.milliseconds, test.message, test.line});
                if (!inserted)
                    return fail(inserted.error());
            }
            for (const FileCoverage &file : coverage) {
                const auto inserted = connection.execute(
                    u"insert into run_coverage (item_id, attempt, path, lines, covered) values (?, ?, ?, ?, ?)"_s,
                    {claim.item, claim.attempt, file.path, file.lines, file.covered});
                if (!inserted)
                    return fail(inserted.error());
            }
            return {};
        },
        stop);
}

Result<QList<TestCase>> TestStore::cases(qint64 item, int attempt, std::stop_token stop) const
{
    return m_database.read(
        [=](Connection &connection) -> Result<QList<TestCase>> {
            const auto rows = connection.query(
                u"select worker, suite, groups, name, state, milliseconds, message, line "
                "from run_test where item_id = ? and attempt = ? order by number"_s,
                {item, attempt});
            if (!rows)
                return fail(rows.error());
            QList<TestCase> cases;
            for (const store::Row &row : *rows) {
                TestCase test;
                test.worker = row[0].toString();
                test.suite = row[1].toString();
                for (const QJsonValue &group : QJsonDocument::fromJson(row[2].toString().toUtf8()).array())
                    test.groups << group.toString();
                test.name = row[3].toString();
                test.state = testStateFrom(row[4].toString());
                test.milliseconds = row[5].toLongLong();
                test.message = row[6].toString();
                test.line = row[7].toInt();
                cases << test;
            }
            return cases;
        },
        stop);
}

Result<QList<FileCoverage>> TestStore::coverage(qint64 item, int attempt, std::stop_token stop) const
{
    return m_database.read(
        [=](Connection &connection) -> Result<QList<FileCoverage>> {
            const auto rows = connection.query(
                u"select path, lines, covered from run_coverage where item_id = ? and attempt = ? "
                "order by case when lines > 0 then cast(covered as real) / lines else 1 end, path"_s,
                {item, attempt});
            if (!rows)
                return fail(rows.error());
            QList<FileCoverage> files;
            for (const store::Row &row : *rows)
                files << FileCoverage{row[0].toString(), row[1].toInt(), row[2].toInt()};
            return files;
        },
        stop);
}

} // namespace pipeline::events
