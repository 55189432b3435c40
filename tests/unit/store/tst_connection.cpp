// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include "models/timestamp.h"
#include "support/resultchecks.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace pipeline;
using store::Connection;
using store::Rows;

class TestConnection : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = store::Database::open(u"sqlite:"_s + m_folder->filePath(u"a.sqlite"_s));
        VERIFY_RESULT(opened);
        m_database = std::move(*opened);
        VERIFY_RESULT(execute(u"create table t (id integer primary key, a text not null unique, b)"_s));
    }

    void cleanup()
    {
        m_database.reset();
        m_folder.reset();
    }

    void aWrongStatementSaysWhy()
    {
        const auto wrong = query(u"select 1 from nowhere"_s);
        COMPARE_ERROR(wrong, ErrorCode::Internal);
        QVERIFY2(wrong.error().text().contains(u"nowhere"_s), qPrintable(wrong.error().text()));
        COMPARE_ERROR(query(u"select ?, ?"_s, {1}), ErrorCode::Internal);
    }

    void aConstraintIsAConflict()
    {
        VERIFY_RESULT(execute(u"insert into t (a) values ('x')"_s));
        const auto twice = execute(u"insert into t (a) values ('x')"_s);
        COMPARE_ERROR(twice, ErrorCode::Conflict);
        QVERIFY2(twice.error().text().contains(u"t.a"_s), qPrintable(twice.error().text()));
        COMPARE_ERROR(execute(u"insert into backlog (tipo, contexto) values ('x', '[]')"_s), ErrorCode::Conflict);
        COMPARE_ERROR(execute(u"insert into backlog (tipo, contexto, origem_id) values ('x', '{}', 99)"_s),
                      ErrorCode::Conflict);
    }

    void anErrorAmongTheRowsIsAnError()
    {
        // The first row is fine, the second is not.
        COMPARE_ERROR(query(u"select json('{}') union all select json(a) from (select '{' as a)"_s),
                      ErrorCode::Internal);
    }

    void anEmptyTextIsNoNull()
    {
        VERIFY_RESULT(execute(u"insert into t (a, b) values (?, ?)"_s, {QString(), store::nullIfEmpty({})}));
        const auto row = query(u"select a, typeof(a), typeof(b), a = '' from t"_s)->first();
        QCOMPARE(row[0].toString(), QString());
        QCOMPARE(row[1].toString(), u"text"_s);
        QCOMPARE(row[2].toString(), u"null"_s);
        QVERIFY(row[3].toBool());
        QCOMPARE(store::nullIfEmpty(u"x"_s).toString(), u"x"_s);
    }

    void valuesSurvive()
    {
        const QString text = u"São João's \"1\" \U0001F680\n\t"_s;
        const qint64 largest = std::numeric_limits<qint64>::max();
        VERIFY_RESULT(execute(u"insert into t (a, b) values (?, ?)"_s, {text, largest}));
        const auto row = query(u"select a, b from t where a = ?"_s, {text})->first();
        QCOMPARE(row[0].toString(), text);
        QCOMPARE(row[1].toLongLong(), largest);
    }

    void countsAndIds()
    {
        const auto insert = [this](const QString &text) {
            return m_database->write(
                [text](Connection &connection) { return connection.insert(u"insert into t (a) values (?)"_s, {text}); },
                {});
        };
        QCOMPARE(*insert(u"x"_s), 1);
        QCOMPARE(*insert(u"y"_s), 2);
        QCOMPARE(*execute(u"update t set b = 1"_s), 2);
        QCOMPARE(*execute(u"update t set b = 1 where a = 'z'"_s), 0);
        // What a trigger changes on top does not count.
        VERIFY_RESULT(execute(u"insert into backlog (tipo, contexto) values ('x', '{}')"_s));
        QCOMPARE(*execute(u"update backlog set prioridade = 1"_s), 1);
    }

    void timesAreTheContracts()
    {
        const auto times = m_database->read(
            [](Connection &connection) -> Result<QStringList> {
                return QStringList{*connection.now(), *connection.nowPlus(0), *connection.nowPlus(90'500),
                                   *connection.nowPlus(-90'500)};
            },
            {});
        VERIFY_RESULT(times);
        static const QRegularExpression form(u"\\A\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\\z"_s);
        for (const QString &time : *times)
            QVERIFY2(form.match(time).hasMatch(), qPrintable(time));
        const QDateTime now = fromTimestamp(times->at(1));
        QVERIFY(now.msecsTo(fromTimestamp(times->at(2))) >= 90'500);
        QVERIFY(now.msecsTo(fromTimestamp(times->at(3))) >= -90'500);
        QVERIFY(now.msecsTo(fromTimestamp(times->at(3))) < 0);
    }

private:
    Result<Rows> query(const QString &sql, const QVariantList &parameters = {})
    {
        return m_database->read([&](Connection &connection) { return connection.query(sql, parameters); }, {});
    }

    Result<int> execute(const QString &sql, const QVariantList &parameters = {})
    {
        return m_database->write([&](Connection &connection) { return connection.execute(sql, parameters); }, {});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Database> m_database;
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
