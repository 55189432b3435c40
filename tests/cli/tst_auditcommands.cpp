// SPDX-License-Identifier: Apache-2.0
#include "clitest.h"
#include "support/outsidesql.h"

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::CliUser;

namespace {

void fill(CliUser &user)
{
    const QByteArray item = R"({"tipo": "executar_pipeline", "modo": "validar", "contexto": {
        "release_ref": "R-2026.11.3", "sprint_origem": "S028", "ambiente": "producao", "artefatos": [{"tipo": "bpmn",
        "arquivo": "a.bpmn", "path": "Genesis/bpmn/a.bpmn", "sha": "0123456789abcdef0123456789abcdef01234567"}]}})";
    user.run({u"backlog"_s, u"add"_s}, item);
    user.run({u"backlog"_s, u"cancel"_s, u"1"_s, u"--by"_s, u"marina.duarte"_s});
    user.run({u"backlog"_s, u"retry"_s, u"1"_s});
    user.run({u"environment"_s, u"add"_s, u"local"_s, u"--engine"_s, u"http://localhost:8080"_s});
    user.takeTranscript();
}

} // namespace

class tst_AuditLog : public QObject {
    Q_OBJECT

private slots:
    void listsTheNewestFirst()
    {
        CliUser user;
        fill(user);
        user.run({u"audit"_s, u"log"_s});
        user.run({u"audit"_s, u"log"_s, u"--item"_s, u"1"_s, u"--limit"_s, u"1"_s});
        user.run({u"audit"_s, u"log"_s, u"--release"_s, u"R-0"_s});
        user.run({u"audit"_s, u"log"_s, u"--limit"_s, u"1"_s, u"--format"_s, u"json"_s});
        QCOMPARE(user.run({u"audit"_s, u"log"_s, u"--item"_s, u"one"_s}).code, 2);
        VERIFY_GOLDEN(u"audit-log"_s, user.takeTranscript());
    }
};

class tst_AuditVerify : public QObject {
    Q_OBJECT

private slots:
    void provesTheChain()
    {
        CliUser user;
        fill(user);
        QCOMPARE(user.run({u"audit"_s, u"verify"_s}).code, 0);
        QCOMPARE(user.run({u"audit"_s, u"verify"_s, u"--format"_s, u"json"_s}).code, 0);
        tests::OutsideSql intruder(user.backlogFile());
        QVERIFY(intruder.run(u"drop trigger journal_keep_update"_s));
        QVERIFY(intruder.run(u"update journal set actor = 'outra.pessoa' where id = 2"_s));
        QCOMPARE(user.run({u"audit"_s, u"verify"_s}).code, 1);
        QCOMPARE(user.run({u"audit"_s, u"verify"_s, u"--format"_s, u"json"_s}).code, 1);
        VERIFY_GOLDEN(u"audit-verify"_s, user.takeTranscript());
    }
};

int main(int argc, char **argv)
{
    return tests::runTests<tst_AuditLog, tst_AuditVerify>(argc, argv);
}
#include "tst_auditcommands.moc"
