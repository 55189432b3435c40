// SPDX-License-Identifier: Apache-2.0
#include "support/resultchecks.h"
#include "ui/releases/historylines.h"
#include "ui/support/consolefixture.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace pipeline;
using backlog::Capabilities;
using backlog::Completion;
using contract::BacklogItem;
using ui::HistoryLine;

namespace {

const Actor Runner{u"runner-02"_s, u"pipeline"_s, u"worker-server"_s, u"runner"_s};
const Capabilities All{true, {u"homologacao"_s, u"producao"_s}, u"producao"_s};
const QString Bytes = u"9f3c41d8"_s.repeated(8);
const QString OtherBytes = u"8b1e0c7a"_s.repeated(8);

QJsonObject validated(const QString &manifest, const QJsonArray &errors, int passed)
{
    const QString status = errors.isEmpty() ? u"success"_s : u"failed"_s;
    return {{u"status"_s, errors.isEmpty() ? u"sucesso"_s : u"falha"_s},
            {u"modo"_s, u"validar"_s},
            {u"manifesto"_s, manifest},
            {u"etapas"_s,
             QJsonObject{
                 {u"validate"_s, QJsonObject{{u"status"_s, status}, {u"erros"_s, errors}, {u"avisos"_s, QJsonArray()}}},
                 {u"test"_s,
                  QJsonObject{{u"status"_s, passed ? u"success"_s : u"skipped"_s},
                              {u"passou"_s, passed},
                              {u"falhou"_s, 0},
                              {u"cobertura"_s, passed ? QJsonValue(84.6) : QJsonValue()}}}}}};
}

} // namespace

/// What a release's history says, from items that went through the real backlog.
class TestReleaseHistoryLines : public QObject {
    Q_OBJECT

    std::unique_ptr<tests::ConsoleFixture> m_console;

    contract::NewItem newItem() const
    {
        return {.type = contract::type::ExecutePipeline,
                .mode = u"validar"_s,
                .context = {{u"modo"_s, u"validar"_s},
                            {u"release_ref"_s, u"R-1"_s},
                            {u"sprint_origem"_s, u"S026"_s},
                            {u"ambiente"_s, u"producao"_s},
                            {u"artefatos"_s, QJsonArray()}}};
    }

    BacklogItem claim()
    {
        const auto item = m_console->backlog->claim(All, Runner, std::chrono::minutes(1), {});
        if (!item || !*item)
            qFatal("nothing to claim");
        return **item;
    }

    static Claim claimOf(const BacklogItem &item) { return {item.id, item.fence, item.attempt, Runner}; }

    backlog::ReleaseDetails details()
    {
        const auto read =
            backlog::ReleaseHistory(*m_console->database, u"producao"_s).details(u"R-1"_s, {u"producao"_s}, {});
        if (!read)
            qFatal("%s", qPrintable(read.error().text()));
        return *read;
    }

private slots:
    void init() { m_console = std::make_unique<tests::ConsoleFixture>(); }

    void attemptsOfAnItem()
    {
        const Actor carla{u"carla.mendes"_s, u"carla"_s, u"desk-01"_s, u"console"_s};
        VERIFY_RESULT(m_console->backlog->insert(newItem(), carla, {}));
        const BacklogItem first = claim();
        VERIFY_RESULT(m_console->backlog->postpone(claimOf(first), std::chrono::milliseconds(0),
                                                   u"The engine answered 502 three times"_s, {}));
        const BacklogItem second = claim();
        VERIFY_RESULT(
            m_console->backlog->complete(claimOf(second),
                                         {.state = contract::ItemState::Failed,
                                          .result = validated(OtherBytes,
                                                              {QJsonObject{{u"arquivo"_s, u"carta-cobranca.bpmn"_s}},
                                                               QJsonObject{{u"arquivo"_s, u"carta-cobranca.bpmn"_s}}},
                                                              0)},
                                         {}));
        VERIFY_RESULT(m_console->backlog->insert(newItem(), carla, {}));
        const BacklogItem third = claim();
        VERIFY_RESULT(m_console->backlog->complete(
            claimOf(third), {.state = contract::ItemState::Done, .result = validated(Bytes, {}, 196)}, {}));

        const QList<HistoryLine> lines = ui::historyByItem(details());
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(0).text, u"validar"_s);
        QCOMPARE(lines.at(0).item, third.id);
        QCOMPARE(lines.at(0).icon, u"ok"_s);
        QCOMPARE(lines.at(0).below.size(), 1);
        QCOMPARE(lines.at(0).below.first().text,
                 u"0 errors · 196 passed · %1 %"_s.arg(QLocale().toString(84.6, 'f', 1)));

        QCOMPARE(lines.at(1).icon, u"fail"_s);
        QCOMPARE(lines.at(1).below.size(), 2);
        QCOMPARE(lines.at(1).below.at(0).lead, u"Try 2"_s);
        QCOMPARE(lines.at(1).below.at(0).text, u"2 errors in carta-cobranca.bpmn"_s);
        QVERIFY2(lines.at(1).below.at(0).under.startsWith(u"runner-02 · "_s),
                 qPrintable(lines.at(1).below.at(0).under));
        QVERIFY2(lines.at(1).below.at(0).under.endsWith(u"other bytes: 8b1e 0c7a … 8b1e 0c7a"_s),
                 qPrintable(lines.at(1).below.at(0).under));
        QCOMPARE(lines.at(1).below.at(1).lead, u"Try 1"_s);
        QCOMPARE(lines.at(1).below.at(1).text, u"The engine answered 502 three times"_s);

        QCOMPARE(lines.at(2).text, u"Inserted by carla.mendes"_s);
        QVERIFY(ui::historyFigures(details()).startsWith("2 items, 3 attempts, all "_L1));
    }

    void decisionsAndTheirReasons()
    {
        VERIFY_RESULT(m_console->backlog->insert(newItem(), Runner, {}));
        const BacklogItem item = claim();
        contract::ApprovalRequest request;
        request.releaseRef = u"R-1"_s;
        request.sprint = u"S026"_s;
        request.environment = u"producao"_s;
        request.manifest = Bytes;
        request.origin = item.id;
        const auto follower = m_console->backlog->complete(
            claimOf(item),
            {.state = contract::ItemState::Done,
             .result = validated(Bytes, {}, 0),
             .follower = contract::NewItem{.type = contract::type::ApproveRelease, .context = request.toJson()}},
            {});
        VERIFY_RESULT(follower);
        QVERIFY(*follower);
        QCOMPARE(ui::historyByItem(details()).first().icon, u"wait"_s);
        QCOMPARE(ui::historyByItem(details()).first().below.first().text, u"Waits for an approval for producao"_s);
        QCOMPARE(ui::historyByItem(details()).at(1).below.first().text, u"0 errors · no tests"_s);

        const auto open = m_console->backlog->item(**follower, {});
        VERIFY_RESULT(open);
        const Actor paulo{u"paulo.siqueira"_s, u"paulo"_s, u"desk-07"_s, u"console"_s};
        VERIFY_RESULT(
            m_console->backlog->decide({open->id, open->version, true, u"Collection team has seen it."_s}, paulo, {}));
        const QList<HistoryLine> lines = ui::historyByItem(details());
        QCOMPARE(lines.at(0).text, u"implantar → producao"_s);
        QCOMPARE(lines.at(0).icon, u"queued"_s);
        QCOMPARE(lines.at(1).text, u"aprovar_release"_s);
        QCOMPARE(lines.at(1).below.first().text, u"Approved by paulo.siqueira for producao"_s);
        QCOMPARE(lines.at(1).below.first().under, u"“Collection team has seen it.”"_s);
        QVERIFY(lines.at(2).below.first().under.endsWith("the bytes that were approved"_L1));
    }

    void byTimeIsOneListNewestFirst()
    {
        decisionsAndTheirReasons();
        const QList<HistoryLine> lines = ui::historyByTime(details());
        for (qsizetype i = 1; i < lines.size(); ++i)
            QVERIFY(lines.at(i - 1).at >= lines.at(i).at);
        QStringList texts;
        for (const HistoryLine &line : lines) {
            texts << line.text;
            QVERIFY(line.below.isEmpty() || line.isItem);
        }
        QVERIFY(texts.contains(u"aprovar_release: Approved by paulo.siqueira for producao"_s));
        QVERIFY(texts.contains(u"validar: 0 errors · no tests"_s));
        QCOMPARE(texts.last(), u"Inserted by runner-02"_s);
    }
};

QTEST_MAIN(TestReleaseHistoryLines)
#include "tst_releasehistorylines.moc"
