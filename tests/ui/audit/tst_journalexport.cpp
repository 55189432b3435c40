// SPDX-License-Identifier: Apache-2.0
#include "support/outsidesql.h"
#include "support/resultchecks.h"
#include "ui/audit/journalexport.h"
#include "ui/support/consolefixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace pipeline;
using audit::Journal;

namespace {

const Actor Ana{u"ana"_s, u"ana.souza"_s, u"desk-7"_s, u"console"_s};

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestJournalExport : public QObject {
    Q_OBJECT

    std::unique_ptr<tests::ConsoleFixture> m_console;

    QString file(const QString &name) const { return m_console->folder() + u'/' + name; }

    audit::Entry newest() const
    {
        const auto entries = Journal(*m_console->database).list({.limit = 1}, {});
        if (!entries || entries->isEmpty())
            qFatal("the journal is empty");
        return entries->first();
    }

private slots:
    void init()
    {
        m_console = std::make_unique<tests::ConsoleFixture>();
        Journal journal(*m_console->database);
        for (int i = 1; i <= 3; ++i)
            VERIFY_RESULT(journal.record(Ana, {.what = u"item.claimed"_s, .item = i}, {}));
        VERIFY_RESULT(journal.record(
            Ana, {.what = u"release.rejected"_s, .item = 4, .details = {{u"motivo"_s, u"says \"no\", twice"_s}}}, {}));
    }

    void jsonIsExactAndTheExportIsAnEntry()
    {
        const auto number = ui::exportJournal(*m_console->database, {}, file(u"j.json"_s), Ana, {});
        VERIFY_RESULT(number);
        QCOMPARE(*number, 4);
        const QJsonArray array = QJsonDocument::fromJson(contentOf(file(u"j.json"_s))).array();
        QCOMPARE(array.size(), 4);
        const auto entries = Journal(*m_console->database).list({}, {});
        VERIFY_RESULT(entries);
        QCOMPARE(entries->size(), 5);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(array.at(i).toObject(), entries->at(i + 1).toJson());
        QCOMPARE(newest().act.what, u"journal.exported"_s);
        QCOMPARE(newest().act.details["entradas"_L1].toInt(), 4);
        QCOMPARE(newest().act.details["arquivo"_L1].toString(), u"j.json"_s);
    }

    void csvQuotesAndKeepsTheFilter()
    {
        const auto number = ui::exportJournal(*m_console->database, {.kinds = {audit::Kind::Decision}},
                                              file(u"j.csv"_s), Ana, {});
        VERIFY_RESULT(number);
        QCOMPARE(*number, 1);
        const QByteArrayList lines = contentOf(file(u"j.csv"_s)).trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.at(0).startsWith("\"id\",\"at\",\"actor\""));
        QVERIFY(
            lines.at(1).contains("\"ana\",\"ana.souza\",\"declarada\",\"desk-7\",\"console\",\"release.rejected\""));
        QVERIFY(lines.at(1).contains("says \\\"\"no\\\"\", twice"));
    }

    void aSpreadsheetTakesNothingForAFormula()
    {
        VERIFY_RESULT(Journal(*m_console->database)
                          .record(Ana, {.what = u"item.inserted"_s, .releaseRef = u"=HYPERLINK(1)"_s}, {}));
        VERIFY_RESULT(ui::exportJournal(*m_console->database, {.limit = 1}, file(u"j.csv"_s), Ana, {}));
        QVERIFY(contentOf(file(u"j.csv"_s)).contains(",\"'=HYPERLINK(1)\","));
    }

    void manyPages()
    {
        const auto added = m_console->database->write(
            [](store::Connection &connection) -> Result<int> {
                for (int i = 0; i < 2500; ++i) {
                    if (const auto entry = audit::append(connection, Ana, {.what = u"item.claimed"_s, .item = i});
                        !entry)
                        return fail(entry.error());
                }
                return 2500;
            },
            {});
        VERIFY_RESULT(added);
        const auto number = ui::exportJournal(*m_console->database, {}, file(u"j.json"_s), Ana, {});
        VERIFY_RESULT(number);
        QCOMPARE(*number, 2504);
        QCOMPARE(QJsonDocument::fromJson(contentOf(file(u"j.json"_s))).array().size(), 2504);
    }

    void nothingIsLeftWhereItCannotBeWritten()
    {
        const auto before = newest().id;
        COMPARE_ERROR(ui::exportJournal(*m_console->database, {}, file(u"no/such/folder/j.csv"_s), Ana, {}),
                      ErrorCode::Storage);
        QCOMPARE(newest().id, before);
    }

    void whatIsNotRecordedIsNotWritten()
    {
        tests::OutsideSql other(m_console->databaseFile());
        QVERIFY(other.run(u"create trigger no_more before insert on journal begin select raise(abort, 'no'); end"_s));
        QVERIFY(!ui::exportJournal(*m_console->database, {}, file(u"j.csv"_s), Ana, {}));
        QVERIFY(!QFile::exists(file(u"j.csv"_s)));
    }

    void theProofHasBothSidesOfTheBreak()
    {
        tests::OutsideSql other(m_console->databaseFile());
        VERIFY_RESULT(other.run(u"drop trigger journal_keep_update"_s));
        VERIFY_RESULT(other.run(u"update journal set actor = 'x' where id = 3"_s));
        const auto verdict = Journal(*m_console->database).verify({});
        VERIFY_RESULT(verdict);
        VERIFY_RESULT(ui::exportProof(*m_console->database, *verdict, file(u"p.json"_s), Ana, {}));
        const QJsonObject proof = QJsonDocument::fromJson(contentOf(file(u"p.json"_s))).object();
        QCOMPARE(proof["broken_at"_L1].toInt(), 3);
        const QJsonArray entries = proof["entries"_L1].toArray();
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries.at(0)["id"_L1].toInt(), 4);
        QCOMPARE(entries.at(2)["id"_L1].toInt(), 2);
        QVERIFY(entries.at(1)["computed_digest"_L1].toString() != entries.at(1)["digest"_L1].toString());
        QCOMPARE(entries.at(2)["computed_digest"_L1].toString(), entries.at(2)["digest"_L1].toString());
    }
};

QTEST_MAIN(TestJournalExport)
#include "tst_journalexport.moc"
