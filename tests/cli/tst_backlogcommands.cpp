// SPDX-License-Identifier: Apache-2.0
#include "clitest.h"
#include "support/outsidesql.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::CliUser;

namespace {

/// An approval that another program asks for, as VALIDATE would.
const QByteArray approval = R"({
  "tipo": "aprovar_release", "contexto": {"release_ref": "R-2026.11.3", "testes_passaram": null, "cobertura": null,
    "sprint_origem": "S028", "ambiente": "producao", "artefatos": [
      {"tipo": "bpmn", "arquivo": "a.bpmn", "path": "Genesis/bpmn/a.bpmn", "sha": "0123456789abcdef0123456789abcdef01234567"}],
    "manifesto": "8f0c2a5d8f0c2a5d8f0c2a5d8f0c2a5d8f0c2a5d8f0c2a5d8f0c2a5d8f0c2a5d"}})";

const QByteArray validation = R"({
  "tipo": "executar_pipeline", "modo": "validar", "prioridade": 5, "chave_idempotencia": "R-1/1",
  "contexto": {"release_ref": "R-2026.11.3", "sprint_origem": "S028", "ambiente": "producao", "artefatos": [
    {"tipo": "bpmn", "arquivo": "a.bpmn", "path": "Genesis/bpmn/a.bpmn", "sha": "0123456789abcdef0123456789abcdef01234567"}]}})";

const QByteArray environments = "default_environment = \"producao\"\n"
                                "[environments.producao]\nengine = \"http://localhost:8080\"\n"
                                "[environments.homologacao]\nengine = \"http://localhost:8081\"\n";

} // namespace

class tst_BacklogAdd : public QObject {
    Q_OBJECT

private slots:
    void insertsAnItem()
    {
        CliUser user;
        user.write(u"item.json"_s, validation);
        QCOMPARE(user.run({u"backlog"_s, u"add"_s, user.file(u"item.json"_s)}).out, u"item 1: pendente\n"_s);
        QCOMPARE(user.run({u"backlog"_s, u"add"_s, u"-"_s}, R"({"tipo":"gerar_boleto","contexto":{"n":1}})").code, 0);
        QCOMPARE(user.run({u"backlog"_s, u"add"_s, u"--format"_s, u"json"_s}, validation).code, 0);
        QCOMPARE(user.run({u"backlog"_s, u"add"_s}, approval).code, 0);
        VERIFY_GOLDEN(u"backlog-add"_s, user.takeTranscript());
        QCOMPARE(tests::OutsideSql(user.backlogFile()).value(u"select count(*) from backlog"_s).toInt(), 3);
        QCOMPARE(QFile::permissions(user.backlogFile()) & 0x00ff, QFile::Permissions());
    }

    void refusesWhatIsNoItem()
    {
        CliUser user;
        const QByteArrayList items{"",
                                   "{\"tipo\": ",
                                   "[]",
                                   "{}",
                                   R"({"tipo":"gerar_boleto","contexto":"texto"})",
                                   R"({"tipo":"gerar_boleto","contexto":{},"modo":1,"prioridade":1.5,"estado":"x"})",
                                   R"({"tipo":"executar_pipeline","contexto":{"modo":"validar"}})",
                                   QByteArray(validation).replace("\"modo\": \"validar\"", "\"modo\": \"testar\""),
                                   QByteArray(validation).replace("Genesis/bpmn/a.bpmn", "Genesis/../a.bpmn"),
                                   QByteArray(validation).replace("\"tipo\": \"bpmn\"", "\"tipo\": \"exe\""),
                                   R"({"tipo":"aprovar_release","contexto":{"release_ref":"R-2026.11.3"}})",
                                   QByteArray(approval).replace("\"testes_passaram\": null", "\"testes_passaram\": 1"),
                                   QByteArray(approval).replace("Genesis/bpmn/a.bpmn", "/Genesis/a.bpmn")};
        for (const QByteArray &item : items) {
            const auto ran = user.run({u"backlog"_s, u"add"_s}, item);
            QVERIFY2(ran.code == 2, qPrintable(ran.err));
            QCOMPARE(ran.out, QString());
        }
        QCOMPARE(user.run({u"backlog"_s, u"add"_s, user.file(u"absent.json"_s)}).code, 2);
        VERIFY_GOLDEN(u"backlog-add-wrong"_s, user.takeTranscript());
    }

    void theNamedEnvironmentIsForItemsThatNameNone()
    {
        CliUser user;
        user.configure(environments);
        const QByteArray nowhere =
            QByteArray(validation).replace("\"ambiente\": \"producao\", ", "").replace("R-1/1", "a");
        const QStringList add{u"backlog"_s, u"add"_s, u"--environment"_s, u"homologacao"_s};
        QCOMPARE(user.run(add, nowhere).code, 0);
        QCOMPARE(user.run(add, validation).code, 0);
        QCOMPARE(user.run(add, R"({"tipo":"gerar_boleto","contexto":{}})").code, 0);
        QCOMPARE(user.run({u"backlog"_s, u"add"_s}, QByteArray(nowhere).replace("\"a\"", "\"b\"")).code, 0);
        tests::OutsideSql sql(user.backlogFile());
        const auto place = [&](int id) {
            return sql.value(u"select contexto ->> '$.ambiente' from backlog where id = %1"_s.arg(id)).toString();
        };
        QCOMPARE(place(1), u"homologacao"_s);
        QCOMPARE(place(2), u"producao"_s);
        QCOMPARE(place(3), QString());
        QCOMPARE(place(4), QString());

        // Whoever lists sees those that name none with the default environment.
        user.takeTranscript();
        user.run({u"backlog"_s, u"list"_s, u"--environment"_s, u"homologacao"_s});
        user.run({u"backlog"_s, u"list"_s, u"--environment"_s, u"producao"_s});
        VERIFY_GOLDEN(u"backlog-list-environment"_s, user.takeTranscript());
    }

    void saysWhenTheDatabaseIsOutOfReach()
    {
        CliUser user;
        user.write(u"file"_s, "x");
        QCOMPARE(
            user.run({u"backlog"_s, u"add"_s, u"--backlog"_s, u"sqlite:"_s + user.file(u"file/x.sqlite"_s)}, validation)
                .code,
            3);
        user.write(user.backlogFile(), "this is no database, and it is longer than a header of one would be, by far\n");
        QCOMPARE(user.run({u"backlog"_s, u"list"_s}).code, 3);
        QCOMPARE(user.run({u"backlog"_s, u"list"_s, u"--backlog"_s, u"mysql://x"_s}).code, 2);
        VERIFY_GOLDEN(u"backlog-out-of-reach"_s, user.takeTranscript());
    }
};

class tst_BacklogList : public QObject {
    Q_OBJECT

private slots:
    void listsAndFilters()
    {
        CliUser user;
        user.run({u"backlog"_s, u"add"_s}, validation);
        user.run({u"backlog"_s, u"add"_s}, R"({"tipo":"gerar_boleto","contexto":{"n":1}})");
        user.run({u"backlog"_s, u"cancel"_s, u"1"_s});
        user.run({u"backlog"_s, u"add"_s},
                 QByteArray(validation).replace("R-1/1", "R-1/2").replace("R-2026.11.3", "R-2026.11.4"));
        user.takeTranscript();
        user.run({u"backlog"_s, u"list"_s});
        user.run({u"backlog"_s, u"list"_s, u"--tipo"_s, u"gerar_boleto"_s});
        user.run({u"backlog"_s, u"list"_s, u"--estado"_s, u"cancelado"_s});
        user.run({u"backlog"_s, u"list"_s, u"--release"_s, u"R-2026.11.4"_s});
        user.run({u"backlog"_s, u"list"_s, u"--limit"_s, u"1"_s});
        user.run({u"backlog"_s, u"list"_s, u"--release"_s, u"R-0"_s});
        user.run({u"backlog"_s, u"list"_s, u"--estado"_s, u"cancelado"_s, u"--format"_s, u"json"_s});
        VERIFY_GOLDEN(u"backlog-list"_s, user.takeTranscript());
    }
};

class tst_BacklogShow : public QObject {
    Q_OBJECT

private slots:
    void showsOneItemWhole()
    {
        CliUser user;
        user.run({u"backlog"_s, u"add"_s}, validation);
        user.takeTranscript();
        const auto ran = user.run({u"backlog"_s, u"show"_s, u"1"_s});
        QCOMPARE(ran.code, 0);
        const QJsonObject row = QJsonDocument::fromJson(ran.out.toUtf8()).object();
        QCOMPARE(row["contexto"_L1]["artefatos"_L1][0]["path"_L1].toString(), u"Genesis/bpmn/a.bpmn"_s);
        QCOMPARE(user.run({u"backlog"_s, u"show"_s, u"7"_s}).code, 2);
        QCOMPARE(user.run({u"backlog"_s, u"show"_s, u"-7"_s}).code, 2);
        VERIFY_GOLDEN(u"backlog-show"_s, user.takeTranscript());
    }
};

class tst_BacklogRetryAndCancel : public QObject {
    Q_OBJECT

private slots:
    void cancelsAndRetries()
    {
        CliUser user;
        user.run({u"backlog"_s, u"add"_s}, validation);
        user.run({u"backlog"_s, u"add"_s}, R"({"tipo":"gerar_boleto","contexto":{"n":1}})");
        user.takeTranscript();
        const QList<QPair<QString, int>> steps{{u"retry 1"_s, 1},  {u"cancel 1"_s, 0}, {u"cancel 1"_s, 1},
                                               {u"retry 1"_s, 0},  {u"cancel 2"_s, 1}, {u"retry 2"_s, 1},
                                               {u"cancel 3"_s, 2}, {u"retry 0"_s, 2}};
        for (const auto &[words, code] : steps)
            QCOMPARE(user.run(QStringList{u"backlog"_s} + words.split(u' ')).code, code);
        QCOMPARE(user.run({u"backlog"_s, u"cancel"_s, u"1"_s, u"--format"_s, u"json"_s}).code, 0);
        VERIFY_GOLDEN(u"backlog-cancel-retry"_s, user.takeTranscript());
    }

    void asksARunningOneToStop()
    {
        CliUser user;
        user.run({u"backlog"_s, u"add"_s}, validation);
        tests::OutsideSql sql(user.backlogFile());
        QVERIFY(sql.run(u"update backlog set estado = 'executando'"_s));
        QCOMPARE(user.run({u"backlog"_s, u"cancel"_s, u"1"_s}).out, u"item 1: executando, asked to stop\n"_s);
        QCOMPARE(sql.value(u"select cancelamento_por from backlog"_s).toString(), u"ana.lima"_s);
    }
};

int main(int argc, char **argv)
{
    return tests::runTests<tst_BacklogAdd, tst_BacklogList, tst_BacklogShow, tst_BacklogRetryAndCancel>(argc, argv);
}
#include "tst_backlogcommands.moc"
