// SPDX-License-Identifier: Apache-2.0
#include "releasesample.h"

#include "cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::CliUser;
using tests::ReleaseSample;

/// The public contract's statements, run as they stand there by the sqlite3 program.
class tst_ContractPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void producerInsertsOnce();
    void approverReleasesTheDeployment();
    void lateDecisionsDoNothing();
    void approverRejects();
    void leastInsertIsComplete();
    void namesEveryCommand();
    void cleanupTestCase();

private:
    /// Runs the statement of that name with parameters, on the user's backlog; gives its rows.
    QStringList sql(const QString &name, const QMap<QString, QString> &parameters = {});
    QMap<QString, QString> releaseParameters() const;
    /// Runs the producer's statement and the runner; gives id, versao and manifest of what waits.
    QMap<QString, QString> untilApproval();

    QString m_page;
    QMap<QString, QString> m_statements;
    QSet<QString> m_used;
    QTemporaryDir m_home;
    std::unique_ptr<CliUser> m_user;
    std::unique_ptr<ReleaseSample> m_release;
};

void tst_ContractPage::initTestCase()
{
    if (QStandardPaths::findExecutable(u"sqlite3"_s).isEmpty())
        QSKIP("sqlite3 is not installed");
    tests::GitRepository::isolate(m_home.path());
    QFile file(qEnvironmentVariable("PIPELINE_SOURCE_DIR") + u"/resources/help/contract.md"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_page = QString::fromUtf8(file.readAll());
    static const QRegularExpression block(u"```sql (\\S+)\\n(.*?)```"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    for (auto found = block.globalMatch(m_page); found.hasNext();) {
        const auto match = found.next();
        m_statements.insert(match.captured(1), match.captured(2));
    }
    QCOMPARE(m_statements.size(), m_page.count(u"```sql"_s));
}

void tst_ContractPage::init()
{
    m_user = std::make_unique<CliUser>();
    m_release = std::make_unique<ReleaseSample>(*m_user, tests::process("analise_credito"), "http://127.0.0.1:1",
                                                "policy = \"approved\"\n");
    QCOMPARE(m_user->run({u"backlog"_s, u"list"_s}).code, 0);
}

QStringList tst_ContractPage::sql(const QString &name, const QMap<QString, QString> &parameters)
{
    m_used << name;
    QString input = u".timeout 5000\n.parameter init\n"_s;
    for (auto each = parameters.cbegin(); each != parameters.cend(); ++each)
        input += u".parameter set :%1 \"'%2'\"\n"_s.arg(each.key(), QString(each.value()).replace(u'"', "\\\""_L1));
    QProcess sqlite;
    sqlite.start(u"sqlite3"_s, {u"-batch"_s, u"-bail"_s, m_user->backlogFile()});
    sqlite.write((input + m_statements.value(name)).toUtf8());
    sqlite.closeWriteChannel();
    sqlite.waitForFinished();
    const QByteArray errors = sqlite.readAllStandardError();
    if (sqlite.exitCode() != 0 || !errors.isEmpty() || !m_statements.contains(name))
        QTest::qFail(qPrintable(name + u": "_s + QString::fromUtf8(errors)), __FILE__, __LINE__);
    return QString::fromUtf8(sqlite.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

QMap<QString, QString> tst_ContractPage::releaseParameters() const
{
    const QString artefacts = u"[{\"tipo\":\"bpmn\",\"arquivo\":\"analise-credito.bpmn\","
                              "\"path\":\"Genesis/bpmn/analise-credito.bpmn\",\"sha\":\"%1\"}]"_s.arg(
                                  m_release->commit());
    return {{u"release_ref"_s, u"R-2026.11.3"_s}, {u"sprint_origem"_s, u"S028"_s},  {u"ambiente"_s, u"producao"_s},
            {u"artefatos"_s, artefacts},          {u"chave"_s, u"R-2026.11.3/1"_s}, {u"produtor"_s, u"PROMETHEUS"_s}};
}

QMap<QString, QString> tst_ContractPage::untilApproval()
{
    sql(u"insert"_s, releaseParameters());
    m_user->run({u"run"_s, u"--once"_s});
    const QStringList rows = sql(u"waiting"_s);
    const QStringList row = rows.value(0).split(u'|');
    if (rows.size() != 1 || row.value(2) != "R-2026.11.3"_L1 || row.value(3) != "producao"_L1)
        QTest::qFail(qPrintable(m_user->takeTranscript()), __FILE__, __LINE__);
    return {{u"id"_s, row.value(0)},        {u"versao"_s, row.value(1)}, {u"manifesto"_s, row.value(4)},
            {u"por"_s, u"marina.duarte"_s}, {u"conta"_s, u"marina"_s},   {u"motivo"_s, u"Li os achados"_s}};
}

void tst_ContractPage::producerInsertsOnce()
{
    sql(u"insert"_s, releaseParameters());
    sql(u"insert"_s, releaseParameters());
    const auto listed = m_user->run({u"backlog"_s, u"list"_s});
    QCOMPARE(listed.out.count(u'\n'), 1);
    QCOMPARE(sql(u"result"_s, releaseParameters()), QStringList(u"1|pendente|0||"_s));
    QCOMPARE(m_user->run({u"run"_s, u"--once"_s}).code, 0);
    const QString result = sql(u"result"_s, releaseParameters()).value(0);
    QVERIFY2(result.startsWith("1|concluido|1|{"_L1), qPrintable(result));
    QVERIFY(result.contains("\"sucesso\""_L1));
}

void tst_ContractPage::approverReleasesTheDeployment()
{
    const auto parameters = untilApproval();
    sql(u"approve"_s, parameters);
    QCOMPARE(sql(u"decided"_s, parameters), QStringList(u"aprovado|marina.duarte"_s));
    const auto listed = m_user->run({u"release"_s, u"list"_s});
    QCOMPARE(listed.out.simplified(), u"R-2026.11.3 producao executar_pipeline implantar pendente"_s);
    // The policy takes the decision; it is the engine that is not there.
    const auto ran = m_user->run({u"run"_s, u"--once"_s});
    QVERIFY2(ran.code == 3 && ran.err.contains("refuses the connection"_L1), qPrintable(ran.err));
}

void tst_ContractPage::lateDecisionsDoNothing()
{
    const auto parameters = untilApproval();
    for (const auto &[key, value] : QList<QPair<QString, QString>>{
             {u"versao"_s, u"7"_s}, {u"manifesto"_s, QString(64, u'0')}, {u"id"_s, u"1"_s}}) {
        auto other = parameters;
        other[key] = value;
        sql(u"approve"_s, other);
        sql(u"reject"_s, other);
        QCOMPARE(sql(u"decided"_s, parameters), QStringList());
    }
    sql(u"reject"_s, parameters);
    sql(u"approve"_s, parameters);
    QCOMPARE(sql(u"decided"_s, parameters), QStringList(u"rejeitado|marina.duarte"_s));
    QCOMPARE(m_user->run({u"backlog"_s, u"list"_s}).out.count(u'\n'), 2); // no implantar
}

void tst_ContractPage::approverRejects()
{
    const auto parameters = untilApproval();
    sql(u"reject"_s, parameters);
    const auto listed = m_user->run({u"release"_s, u"list"_s});
    QVERIFY2(listed.out.contains(u"rejeitado by marina.duarte – Li os achados"_s), qPrintable(listed.out));
}

void tst_ContractPage::leastInsertIsComplete()
{
    sql(u"insert-least"_s);
    const auto listed = m_user->run({u"release"_s, u"list"_s});
    QCOMPARE(listed.out.simplified(), u"R-2026.11.9 producao executar_pipeline validar pendente"_s);
    const auto shown = m_user->run({u"backlog"_s, u"show"_s, u"1"_s});
    const QJsonObject row = QJsonDocument::fromJson(shown.out.toUtf8()).object();
    QVERIFY(!row["disponivel_em"_L1].toString().isEmpty());
    QCOMPARE(row["max_tentativas"_L1].toInt(), 3);
    QVERIFY(row["criado_por"_L1].isNull());
}

void tst_ContractPage::namesEveryCommand()
{
    const QString list = m_page.section(u"## The command line"_s, 1);
    for (const auto &command : cli::allCommands()) {
        const QString name = command->synopsis().name;
        static const QString line = u"(?m)^    %1\\b.*\\b%2\\b"_s;
        const QRegularExpression mention(name.contains(u' ') ? line.arg(name.section(u' ', 0, 0), name.section(u' ', 1))
                                                             : u"(?m)^    %1\\b"_s.arg(name));
        QVERIFY2(list.contains(mention), qPrintable(name));
    }
}

void tst_ContractPage::cleanupTestCase()
{
    const QStringList names = m_statements.keys();
    QCOMPARE(m_used, QSet<QString>(names.cbegin(), names.cend()));
}

QTEST_GUILESS_MAIN(tst_ContractPage)
#include "tst_contractpage.moc"
