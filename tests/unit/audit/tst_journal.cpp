// SPDX-License-Identifier: Apache-2.0
#include "audit/journal.h"

#include "models/timestamp.h"
#include "store/database.h"
#include "support/childprocesses.h"
#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace pipeline;
using audit::Act;
using audit::Journal;
using store::Connection;
using store::Database;
using tests::OutsideSql;

namespace {

const Actor Ana{u"ana"_s, u"ana.souza"_s, u"desk-7"_s, u"command line"_s};

/// What one of several processes does.
int appendMany(const QString &url, int times)
{
    const auto opened = Database::open(url, {.busyMilliseconds = 60'000});
    tests::waitForTheOthers();
    if (!opened) {
        qWarning("%s", qPrintable(opened.error().text()));
        return 1;
    }
    Journal journal(**opened);
    for (int i = 0; i < times; ++i) {
        const auto entry = journal.record(Ana, {.what = u"item.inserted"_s, .item = i, .details = {{u"n"_s, i}}}, {});
        if (!entry) {
            qWarning("%s", qPrintable(entry.error().text()));
            return 1;
        }
    }
    return 0;
}

} // namespace

class TestJournal : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(u"sqlite:"_s + m_folder->filePath(u"a.sqlite"_s));
        VERIFY_RESULT(opened);
        m_database = std::move(*opened);
    }

    void cleanup()
    {
        m_database.reset();
        m_folder.reset();
    }

    void tampering_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<int>("brokenAt");
        const auto row = [](const QString &name, const QStringList &statements, int brokenAt) {
            QTest::newRow(qPrintable(name)) << statements << brokenAt;
        };
        for (const auto &column :
             {u"actor"_s, u"account"_s, u"guarantee"_s, u"host"_s, u"program"_s, u"act"_s, u"release_ref"_s,
              u"environment"_s, u"manifest"_s, u"previous"_s, u"digest"_s, u"at"_s}) {
            row(u"another "_s + column, {u"update journal set %1 = 'x' where id = 3"_s.arg(column)}, 3);
            row(u"no "_s + column, {u"update journal set %1 = '' where id = 3"_s.arg(column)}, 3);
        }
        row(u"another item"_s, {u"update journal set item_id = 44 where id = 3"_s}, 3);
        row(u"no item"_s, {u"update journal set item_id = null where id = 3"_s}, 3);
        row(u"an item that is no number"_s, {u"update journal set item_id = '3x' where id = 3"_s}, 3);
        row(u"a millisecond later"_s,
            {u"update journal set at = strftime('%Y-%m-%dT%H:%M:%fZ', at, '+0.001 seconds') where id = 3"_s}, 3);
        row(u"another detail"_s, {uR"(update journal set details = '{"n": 4}' where id = 3)"_s}, 3);
        row(u"a detail more"_s, {uR"(update journal set details = '{"n": 3, "m": 1}' where id = 3)"_s}, 3);
        row(u"details of another kind"_s, {u"update journal set details = '[]' where id = 3"_s}, 3);
        row(u"the first"_s, {u"update journal set actor = 'x' where id = 1"_s}, 1);
        row(u"the last"_s, {u"update journal set actor = 'x' where id = 6"_s}, 6);
        row(u"two of them"_s, {u"update journal set actor = 'x' where id in (2, 5)"_s}, 2);

        row(u"one removed"_s, {u"delete from journal where id = 3"_s}, 4);
        row(u"the first removed"_s, {u"delete from journal where id = 1"_s}, 2);
        row(u"one removed, the others renumbered"_s,
            {u"delete from journal where id = 3"_s, u"update journal set id = id - 1 where id > 3"_s}, 3);
        row(u"renumbered from the middle"_s,
            {u"update journal set id = id + 100 where id > 3"_s, u"update journal set id = id - 99 where id > 3"_s}, 5);
        row(u"all renumbered"_s, {u"update journal set id = id - 10"_s, u"update journal set id = id + 11"_s}, 2);
        row(u"the first numbered 0"_s, {u"update journal set id = 0 where id = 1"_s}, 0);
        row(u"two swapped"_s,
            {u"update journal set id = 99 where id = 3"_s, u"update journal set id = 3 where id = 4"_s,
             u"update journal set id = 4 where id = 99"_s},
            3);
        row(u"two exchanged but for their number"_s,
            {u"create table saved as select * from journal where id in (3, 4)"_s,
             u"delete from journal where id in (3, 4)"_s, u"update saved set id = 7 - id"_s,
             u"insert into journal select * from saved"_s},
            3);

        const QString forged =
            u"insert into journal select %1, at, 'x', account, guarantee, host, program, act, item_id, "
            "release_ref, environment, manifest, details, digest, 'forged' from journal where id = 6"_s;
        row(u"one added at the end"_s, {forged.arg(7)}, 7);
        row(u"one added at the end, with a gap"_s, {forged.arg(9)}, 9);
        row(u"one added before the first"_s, {forged.arg(0)}, 0);
        row(u"one added far before the first"_s, {forged.arg(-5)}, -5);
    }

    void tampering()
    {
        QFETCH(QStringList, statements);
        QFETCH(int, brokenAt);
        appendSix();
        OutsideSql intruder(m_database->fileName());
        VERIFY_RESULT(intruder.run(u"drop trigger journal_keep_update"_s));
        VERIFY_RESULT(intruder.run(u"drop trigger journal_keep_delete"_s));
        for (const QString &statement : statements)
            VERIFY_RESULT(intruder.run(statement));
        const auto verdict = Journal(*m_database).verify({});
        VERIFY_RESULT(verdict);
        QVERIFY(!verdict->isIntact());
        QCOMPARE(*verdict->brokenAt, brokenAt);
        QVERIFY(!verdict->problem.isEmpty());
    }

    void aForgerWhoKnowsTheDigestMustForgeAllThatFollow()
    {
        appendSix();
        auto entry = Journal(*m_database).list({.beforeId = 4, .limit = 1}, {})->first();
        entry.actor.name = u"somebody else"_s;
        OutsideSql intruder(m_database->fileName());
        VERIFY_RESULT(intruder.run(u"drop trigger journal_keep_update"_s));
        VERIFY_RESULT(intruder.run(
            u"update journal set actor = 'somebody else', digest = '%1' where id = 3"_s.arg(entry.computedDigest())));
        const auto verdict = Journal(*m_database).verify({});
        VERIFY_RESULT(verdict);
        QCOMPARE(verdict->brokenAt, 4);
    }

    void theTriggersRefuse_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("a change") << u"update journal set actor = 'x' where id = 3"_s;
        QTest::newRow("a change of nothing") << u"update journal set actor = actor"_s;
        QTest::newRow("a removal") << u"delete from journal where id = 6"_s;
        QTest::newRow("the removal of all") << u"delete from journal"_s;
        QTest::newRow("a replacement") << u"update or replace journal set id = 2 where id = 3"_s;
        QTest::newRow("an insert that replaces")
            << u"insert or replace into journal select id, at, 'x', account, guarantee, "
               "host, program, act, item_id, release_ref, environment, manifest, details, "
               "previous, 'new' from journal where id = 3"_s;
        QTest::newRow("an insert that replaces by digest")
            << u"insert or replace into journal select 7, at, 'x', account, guarantee, host, program, act, item_id, "
               u"release_ref, "
               "environment, manifest, details, previous, digest from journal where id = 6"_s;
    }

    void theTriggersRefuse()
    {
        QFETCH(QString, statement);
        appendSix();
        OutsideSql intruder(m_database->fileName());
        const auto refused = intruder.run(statement);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"append-only"_s), qPrintable(refused.error().message));
        const auto verdict = Journal(*m_database).verify({});
        VERIFY_RESULT(verdict);
        QVERIFY(verdict->isIntact());
        QCOMPARE(verdict->entries, 6);
    }

    void anEntryIsPartOfItsTransaction()
    {
        const auto failed = m_database->write(
            [](Connection &connection) -> Result<void> {
                if (const auto entry = audit::append(connection, Ana, {.what = u"item.inserted"_s}); !entry)
                    return fail(entry.error());
                return fail(ErrorCode::Refused, u"no"_s);
            },
            {});
        COMPARE_ERROR(failed, ErrorCode::Refused);
        QCOMPARE(Journal(*m_database).verify({})->entries, 0);
        const auto next = Journal(*m_database).record(Ana, {.what = u"item.inserted"_s}, {});
        VERIFY_RESULT(next);
        QCOMPARE(next->id, 1);
    }

    void theFirstEntry()
    {
        const auto empty = Journal(*m_database).verify({});
        VERIFY_RESULT(empty);
        QVERIFY(empty->isIntact());
        QCOMPARE(empty->entries, 0);
        const auto first = Journal(*m_database).record(Ana, {.what = u"credential.set"_s}, {});
        VERIFY_RESULT(first);
        QCOMPARE(first->id, 1);
        QCOMPARE(first->previous, QString(64, u'0'));
        QCOMPARE(first->guarantee, u"declarada"_s);
        QVERIFY(first->at.isValid());
        QCOMPARE(first->digest.size(), 64);
        const auto second = Journal(*m_database).record(Ana, {.what = u"credential.set"_s}, {});
        VERIFY_RESULT(second);
        QCOMPARE(second->previous, first->digest);
        QVERIFY(second->digest != first->digest);
    }

    void theDigestIsSha256OfTheFields()
    {
        // printf '%s' '{"account":…}' | sha256sum, so that others can check the chain without this program.
        audit::Entry entry;
        entry.id = 7;
        entry.at = fromTimestamp(u"2026-11-24T14:31:52.007Z"_s);
        entry.actor = {u"João"_s, u"joao"_s, u"desk-7"_s, u"console"_s};
        entry.guarantee = u"declarada"_s;
        entry.act = {.what = u"release.approved"_s,
                     .item = 12,
                     .releaseRef = u"2026.11.3"_s,
                     .environment = {},
                     .manifest = u"c0ffee"_s,
                     .details = {{u"motivo"_s, u"ok"_s}, {u"n"_s, 0.1}}};
        entry.previous = QString(64, u'0');
        const QString text =
            uR"({"account":"joao","act":"release.approved","actor":"João","at":"2026-11-24T14:31:52.007Z",)"
            uR"("details":{"motivo":"ok","n":0.1},"environment":null,"guarantee":"declarada","host":"desk-7","id":7,"item":12,)"
            uR"("manifest":"c0ffee","previous":"0000000000000000000000000000000000000000000000000000000000000000",)"
            uR"("program":"console","release_ref":"2026.11.3"})"_s;
        QCOMPARE(entry.computedDigest(),
                 QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex()));
        QCOMPARE(entry.computedDigest(), u"8cb4984ac18671ff87a1545841d132948e5211bc1ec8ff92b4d1054b5fca81d4"_s);
        entry.digest = u"x"_s;
        QCOMPARE(entry.toJson()["digest"_L1].toString(), u"x"_s);
    }

    void detailsSurvive_data()
    {
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const QJsonValue &value) { QTest::newRow(name) << value; };
        row("a tenth", 0.1);
        row("one third", 1.0 / 3);
        row("large", 1e21);
        row("just above 64 bits", 18446744073709551616.0);
        row("2^63 as a double", 9223372036854775808.0);
        row("the largest double", std::numeric_limits<double>::max());
        row("the smallest double", std::numeric_limits<double>::denorm_min());
        row("minus zero", -0.0);
        row("whole, as a double", 42.0);
        row("not a number", std::numeric_limits<double>::quiet_NaN());
        row("infinity", std::numeric_limits<double>::infinity());
        row("the largest integer", std::numeric_limits<qint64>::max());
        row("the smallest integer", std::numeric_limits<qint64>::min());
        row("2^53 + 1", qint64(9007199254740993));
        row("accents", u"aprovação às 14h – São João"_s);
        row("an emoji", u"\U0001F680"_s);
        row("control characters", u"a\tb\nc\r\b\f\x7f\x01"_s);
        row("a zero character", QString(u"a"_s + QChar(0) + u"b"_s));
        row("quotes", u"\"'\\/"_s);
        row("half of a pair", QString(u"a"_s + QChar(0xd83d)));
        row("the other half", QString(QChar(0xde80) + u"b"_s));
        row("no characters", QString(QChar(0xffff)));
        row("null", QJsonValue::Null);
        row("a list", QJsonArray{1, 0.5, u"x"_s, QJsonValue::Null, QJsonObject{{u"b"_s, 1}, {u"a"_s, 2}}});
        row("odd names", QJsonObject{{u""_s, 1}, {u"ç"_s, 2}, {u"\U0001F680"_s, 3}, {u"\uffee"_s, 4}});
    }

    void detailsSurvive()
    {
        QFETCH(QJsonValue, value);
        Journal journal(*m_database);
        VERIFY_RESULT(journal.record(Ana, {.what = u"item.inserted"_s, .details = {{u"value"_s, value}}}, {}));
        const auto verdict = journal.verify({});
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isIntact(), qPrintable(verdict->problem));
        QCOMPARE(verdict->entries, 1);
    }

    void textsSurvive_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("accents") << u"João D'Ávila \"Jô\""_s;
        QTest::newRow("an emoji") << u"\U0001F680"_s;
        QTest::newRow("a zero character") << QString(u"a"_s + QChar(0) + u"b"_s);
        QTest::newRow("a zero character first") << QString(QChar(0) + u"b"_s);
        QTest::newRow("half of a pair") << QString(u"a"_s + QChar(0xd83d));
        QTest::newRow("half of a pair, then text") << QString(u"a"_s + QChar(0xd83d) + u"bcd"_s);
        QTest::newRow("the other half") << QString(QChar(0xde80) + u"b"_s);
        QTest::newRow("a byte order mark") << QString(QChar(0xfeff) + u"b"_s);
    }

    void textsSurvive()
    {
        // Such a name can come from anybody's contexto: it must not look as if the journal had been changed.
        QFETCH(QString, text);
        Journal journal(*m_database);
        const auto written = journal.record(
            {text, text, text, text}, {.what = text, .releaseRef = text, .environment = text, .manifest = text}, {});
        VERIFY_RESULT(written);
        const auto verdict = journal.verify({});
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isIntact(), qPrintable(verdict->problem));
        const auto read = journal.list({}, {});
        VERIFY_RESULT(read);
        QCOMPARE(read->first().toJson(), written->toJson());
    }

    void listsNewestFirst()
    {
        appendSix();
        const Journal journal(*m_database);
        const auto ids = [&](const audit::Filter &filter) {
            QList<qint64> list;
            const auto entries = journal.list(filter, {});
            for (const auto &entry : entries.value_or(QList<audit::Entry>()))
                list << entry.id;
            return list;
        };
        QCOMPARE(ids({}), (QList<qint64>{6, 5, 4, 3, 2, 1}));
        QCOMPARE(ids({.item = 3}), QList<qint64>{3});
        QCOMPARE(ids({.releaseRef = u"even"_s}), (QList<qint64>{6, 4, 2}));
        QCOMPARE(ids({.beforeId = 4}), (QList<qint64>{3, 2, 1}));
        QCOMPARE(ids({.releaseRef = u"even"_s, .beforeId = 6, .limit = 1}), QList<qint64>{4});
        QCOMPARE(ids({.releaseRef = u"odd' or '1' = '1"_s}), QList<qint64>());
        const auto entry = journal.list({.item = 3}, {})->first();
        QCOMPARE(entry.actor, Ana);
        QCOMPARE(entry.act.what, u"item.inserted"_s);
        QCOMPARE(entry.act.environment, u"producao"_s);
        QCOMPARE(entry.act.manifest, u"c0ffee"_s);
        QCOMPARE(entry.act.details, (QJsonObject{{u"n"_s, 3}}));
        QCOMPARE(entry.digest, entry.computedDigest());
    }

    void aLongChain()
    {
        constexpr int entries = 2500; // more than verify() reads at once
        VERIFY_RESULT(m_database->write(
            [](Connection &connection) -> Result<void> {
                for (int i = 0; i < entries; ++i) {
                    if (const auto entry = audit::append(connection, Ana, {.what = u"item.inserted"_s, .item = i});
                        !entry)
                        return fail(entry.error());
                }
                return {};
            },
            {}));
        const auto verdict = Journal(*m_database).verify({});
        VERIFY_RESULT(verdict);
        QVERIFY(verdict->isIntact());
        QCOMPARE(verdict->entries, entries);
        OutsideSql intruder(m_database->fileName());
        VERIFY_RESULT(intruder.run(u"drop trigger journal_keep_update"_s));
        VERIFY_RESULT(intruder.run(u"update journal set host = 'x' where id = 2001"_s));
        QCOMPARE(Journal(*m_database).verify({})->brokenAt, 2001);
    }

    void severalProcessesAtOnce()
    {
        constexpr int processes = 4;
        constexpr int times = 40;
        const QStringList failures = tests::runTogether(processes, [this](int) {
            return QStringList{u"--append"_s, u"sqlite:"_s + m_database->fileName(), QString::number(times)};
        });
        QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
        const auto verdict = Journal(*m_database).verify({});
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isIntact(), qPrintable(verdict->problem));
        QCOMPARE(verdict->entries, processes * times);
    }

private:
    void appendSix()
    {
        for (int i = 1; i <= 6; ++i) {
            VERIFY_RESULT(Journal(*m_database)
                              .record(Ana,
                                      {.what = u"item.inserted"_s,
                                       .item = i,
                                       .releaseRef = i % 2 == 0 ? u"even"_s : u"odd"_s,
                                       .environment = u"producao"_s,
                                       .manifest = u"c0ffee"_s,
                                       .details = {{u"n"_s, i}}},
                                      {}));
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == "--append"_L1)
        return appendMany(arguments.value(2), arguments.value(3).toInt());
    TestJournal test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journal.moc"
