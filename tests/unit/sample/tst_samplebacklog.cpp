// SPDX-License-Identifier: Apache-2.0
#include "audit/journal.h"
#include "backlog/sqlitebacklog.h"
#include "events/teststore.h"
#include "models/contract/approval.h"
#include "models/contract/pipelinecontext.h"
#include "sample/samplefiles.h"
#include "sample/samplestore.h"
#include "store/database.h"
#include "support/resultchecks.h"
#include "validation/validator.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pipeline;
using contract::BacklogItem;

/// What the console shows to whoever looks around is what the program itself could have written.
class TestSampleBacklog : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
    QList<BacklogItem> m_items;

    static QList<contract::Artefact> artefacts(const BacklogItem &item)
    {
        return contract::artefactsFromJson(item.context["artefatos"_L1].toArray())
            .value_or(QList<contract::Artefact>());
    }

    static QJsonObject stage(const BacklogItem &item, const QString &name)
    {
        return item.result.value_or(QJsonObject())["etapas"_L1][name].toObject();
    }

    static QString lineOf(const Finding &finding)
    {
        return u"%1 %2:%3 %4 %5 %6"_s.arg(finding.path)
            .arg(finding.line)
            .arg(finding.column)
            .arg(finding.rule, finding.element, (finding.message + u' ' + finding.hint).trimmed());
    }

    static QStringList sorted(const QList<Finding> &findings)
    {
        QStringList lines;
        for (const Finding &each : findings)
            lines << lineOf(each);
        lines.sort();
        return lines;
    }

private slots:
    void initTestCase()
    {
        auto opened = store::Database::open(u"sqlite:"_s + m_folder.filePath(u"sample.sqlite"_s));
        VERIFY_RESULT(opened);
        m_database = std::move(*opened);
        VERIFY_RESULT(sample::fillBacklog(*m_database, {}));
        const auto items = backlog::SqliteBacklog(*m_database).list({.limit = 1000}, {});
        VERIFY_RESULT(items);
        m_items = *items;
        QVERIFY(m_items.size() > 40);
    }

    void everyItemIsOneThatTheProgramReads()
    {
        for (const BacklogItem &item : std::as_const(m_items)) {
            if (item.type == contract::type::ExecutePipeline)
                VERIFY_RESULT(contract::PipelineContext::fromJson(item.context, item.mode));
            if (item.type == contract::type::ApproveRelease) {
                VERIFY_RESULT(contract::ApprovalRequest::fromJson(item.context));
                if (item.isFinished())
                    VERIFY_RESULT(contract::Decision::fromJson(*item.result));
            }
        }
    }

    void everyArtefactHasItsFiles()
    {
        for (const BacklogItem &item : std::as_const(m_items)) {
            for (const contract::Artefact &artefact : artefacts(item)) {
                const auto files = sample::artefactFiles(artefact);
                VERIFY_RESULT(files);
                QVERIFY2(std::ranges::all_of(*files, [](const QByteArray &bytes) { return !bytes.isEmpty(); }),
                         qPrintable(artefact.path));
            }
        }
        QVERIFY(!sample::artefactFiles({contract::ArtefactType::Bpmn, {}, u"Genesis/bpmn/none.bpmn"_s, u"0"_s}));
    }

    /// Each validation says of its models what the validator says of those bytes; the sample may leave out notes.
    void theFindingsStandInTheFiles()
    {
        const validation::Validator validator;
        int seen = 0;
        for (const BacklogItem &item : std::as_const(m_items)) {
            // The first try of R-2026.10.9 had other bytes than those that the sample keeps.
            if (item.mode != "validar"_L1 || !item.result || item.state == contract::ItemState::Cancelled
                || item.id == 48118)
                continue;
            QList<validation::InputFile> files;
            for (const contract::Artefact &artefact : artefacts(item)) {
                if (!artefact.isWorker())
                    files << validation::InputFile{artefact.path, validation::fileKindOf(artefact),
                                                   sample::artefactFiles(artefact)->value(artefact.path),
                                                   artefact.product()};
            }
            QList<Finding> told;
            for (const QString &list : {u"erros"_s, u"avisos"_s}) {
                for (const QJsonValue &value : stage(item, u"validate"_s)[list].toArray()) {
                    const Finding finding = Finding::fromResultado(value.toObject());
                    if (!finding.path.startsWith("worker/"_L1))
                        told << finding;
                }
            }
            // An engine that does not demand the time to live: R-2026.10.10 passed here and failed there.
            QList<Finding> found = validation::allFindings(
                validator.validateAll(files, {.historyTimeToLive = HistoryTimeToLive::Optional}));
            const QStringList lines = sorted(told);
            found.removeIf([&](const Finding &finding) {
                return finding.severity == Severity::Info && !lines.contains(lineOf(finding));
            });
            QCOMPARE(lines.join(u'\n'), sorted(found).join(u'\n'));
            seen += int(found.size());
        }
        QVERIFY(seen >= 8);
    }

    void theTestsAreThoseOfTheResult()
    {
        const events::TestStore store(*m_database);
        int seen = 0;
        for (const BacklogItem &item : std::as_const(m_items)) {
            const auto cases = store.cases(item.id, item.attempt, {});
            VERIFY_RESULT(cases);
            if (cases->isEmpty())
                continue;
            ++seen;
            const QJsonObject result = stage(item, u"test"_s);
            const auto count = [&](TestState state) {
                return int(std::ranges::count(*cases, state, &TestCase::state));
            };
            QCOMPARE(count(TestState::Passed), result["passou"_L1].toInt());
            QCOMPARE(count(TestState::Failed), result["falhou"_L1].toInt());
            const auto coverage = store.coverage(item.id, item.attempt, {});
            VERIFY_RESULT(coverage);
            int lines = 0;
            int covered = 0;
            for (const FileCoverage &file : *coverage) {
                lines += file.lines;
                covered += file.covered;
            }
            QCOMPARE(QString::number(100.0 * covered / lines, 'f', 1),
                     QString::number(result["cobertura"_L1].toDouble(), 'f', 1));
            // A failure points at the line that its message names.
            for (const TestCase &test : *cases) {
                if (test.state == TestState::Failed)
                    QVERIFY2(test.message.contains(u"%1:%2:"_s.arg(test.suite).arg(test.line)), qPrintable(test.name));
            }
        }
        QCOMPARE(seen, 2);
    }

    void theJournalIsChained()
    {
        const audit::Journal journal(*m_database);
        const auto verdict = journal.verify({});
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isIntact(), qPrintable(verdict->problem));
        QVERIFY(verdict->entries > 100);
        const auto counts = journal.counts({}, {});
        VERIFY_RESULT(counts);
        for (const audit::Kind kind :
             {audit::Kind::Decision, audit::Kind::Deployment, audit::Kind::Settings, audit::Kind::Item})
            QVERIFY(counts->of(kind) > 0);
        const auto entries = journal.list({.limit = 1000}, {});
        VERIFY_RESULT(entries);
        QVERIFY(std::ranges::is_sorted(*entries, std::ranges::greater(), &audit::Entry::at));
        QVERIFY(entries->first().at <= QDateTime::currentDateTimeUtc());
    }

    void leavesNothingBehindAndFillsOnce()
    {
        const auto tables = m_database->write(
            [](store::Connection &connection) { return connection.query(u"select name from sqlite_temp_master"_s); },
            {});
        VERIFY_RESULT(tables);
        QVERIFY(tables->isEmpty());
        QVERIFY(!sample::fillBacklog(*m_database, {})); // its items are there already
        const auto items = backlog::SqliteBacklog(*m_database).list({.limit = 1000}, {});
        VERIFY_RESULT(items);
        QCOMPARE(items->size(), m_items.size());
    }
};

QTEST_GUILESS_MAIN(TestSampleBacklog)
#include "tst_samplebacklog.moc"
