// SPDX-License-Identifier: Apache-2.0
#include "releasesample.h"
#include "support/faultserver.h"
#include "support/outsidesql.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Answer;
using tests::CliUser;

namespace {

/// Takes out what differs from machine to machine.
QString ofAnyMachine(QString text)
{
    static const QList<QPair<QRegularExpression, QString>> replacements{
        {QRegularExpression(u"(ok +git +)\\S+"_s), u"\\1<version>"_s},
        {QRegularExpression(u"(ok +node +).*"_s), u"\\1<version and path>"_s},
        {QRegularExpression(u"(ok +npm +).*"_s), u"\\1<path>"_s},
        {QRegularExpression(u"\\| \\S+ +sandbox +.*(\\n\\| +next: Install bubblewrap.*)?"_s), u"| <sandbox>"_s},
        {QRegularExpression(u"(unknown +keychain +The system keychain could not be used\\. ).*"_s), u"\\1<why>"_s},
        {QRegularExpression(u"schema \\d+"_s), u"schema <number>"_s},
        {QRegularExpression(u"\\d[\\d.]* \\S+ free in"_s), u"<size> free in"_s},
    };
    for (const auto &[pattern, placeholder] : replacements)
        text.replace(pattern, placeholder);
    return text;
}

} // namespace

/// On a server: no message bus, so no keychain.
class tst_DoctorCommand : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void findsAllWell();
    void tellsOfAFreshMachine();
    void tellsWhatIsMissing();
    void tellsOfTheConfiguration();
    void tellsOfTheDatabase_data();
    void tellsOfTheDatabase();
    void tellsWhatIsOutOfReach();
    void credentialsComeFromElsewhere();

private:
    QTemporaryDir m_home;
    tests::FaultServer m_engine;
};

void tst_DoctorCommand::initTestCase()
{
    tests::GitRepository::isolate(m_home.path());
    for (const char *name : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"})
        qunsetenv(name);
    qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
    m_engine.setHandler([](const tests::ReceivedRequest &request) {
        return request.path().endsWith("/engine") ? Answer::json(R"([{"name":"default"}])")
                                                  : Answer::json(R"({"version":"7.24.0"})");
    });
}

void tst_DoctorCommand::findsAllWell()
{
    CliUser user;
    const tests::ReleaseSample release(user, tests::process("a"), m_engine.url().toEncoded());
    release.insert(R"({"tipo":"gerar_boleto","contexto":{}})");
    user.takeTranscript();
    QCOMPARE(user.run({u"doctor"_s}).code, 0);
    VERIFY_GOLDEN(u"doctor"_s, ofAnyMachine(user.takeTranscript()));
    const auto json = user.run({u"doctor"_s, u"--format"_s, u"json"_s});
    QCOMPARE(json.code, 0);
    QCOMPARE(json.err, QString());
    QStringList names;
    const QJsonArray checks = QJsonDocument::fromJson(json.out.toUtf8())["checks"_L1].toArray();
    for (const QJsonValue check : checks) {
        names << check["nome"_L1].toString();
        QVERIFY2(check["status"_L1] != "failed"_L1, qPrintable(check["detalhe"_L1].toString()));
    }
    QCOMPARE(names.join(u','),
             u"configuration,git,node,npm,sandbox,keychain,disk, cache,database,disk, database,"
             "repository artefatos,environment producao,runner"_s);
}

void tst_DoctorCommand::tellsOfAFreshMachine()
{
    CliUser user;
    QCOMPARE(user.run({u"doctor"_s}).code, 0);
    VERIFY_GOLDEN(u"doctor-fresh"_s, ofAnyMachine(user.takeTranscript()));
    QVERIFY(!QFile::exists(user.backlogFile())); // a look changes nothing
}

void tst_DoctorCommand::tellsWhatIsMissing()
{
    CliUser user;
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", user.folder().toUtf8());
    user.environment.insert(u"PATH"_s, user.folder());
    const auto ran = user.run({u"doctor"_s});
    qputenv("PATH", path);
    QCOMPARE(ran.code, 3);
    VERIFY_GOLDEN(u"doctor-missing"_s, ofAnyMachine(user.takeTranscript()));
}

void tst_DoctorCommand::tellsOfTheConfiguration()
{
    CliUser user;
    user.configure("[environments.producao]\nengine = 8080\n");
    const auto ran = user.run({u"doctor"_s});
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.out.contains("pipeline.toml:2: environments.producao.engine must be a text"_L1), qPrintable(ran.out));
    QVERIFY(!ran.out.contains("  database "_L1)); // which one is meant is not known
    QVERIFY(!QFile::exists(user.backlogFile()));
    QCOMPARE(user.run({u"doctor"_s, u"--config"_s, user.file(u"absent.toml"_s)}).code, 2);
}

void tst_DoctorCommand::tellsOfTheDatabase_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("words");
    QTest::newRow("newer") << u"pragma user_version = 99"_s << u"made by a newer version"_s;
    QTest::newRow("reference") << u"insert into backlog (tipo, contexto, origem_id) values ('x', '{}', 77)"_s
                               << u"refers to a row"_s;
    QTest::newRow("no database") << QString() << u"is damaged or is not a database"_s;
}

void tst_DoctorCommand::tellsOfTheDatabase()
{
    QFETCH(QString, damage);
    QFETCH(QString, words);
    CliUser user;
    QCOMPARE(user.run({u"backlog"_s, u"list"_s}).code, 0);
    if (damage.isEmpty())
        user.write(user.backlogFile(), "something else, and longer than the header of a database would be, by far\n");
    else
        QVERIFY(tests::OutsideSql(user.backlogFile()).run(damage));
    const auto ran = user.run({u"doctor"_s});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.out.contains(u"failed   database"_s) && ran.out.contains(words), qPrintable(ran.out));
}

void tst_DoctorCommand::tellsWhatIsOutOfReach()
{
    CliUser user;
    user.configure("default_environment = \"longe\"\n"
                   "[repositories.artefatos]\nurl = \"@FOLDER@/absent.git\"\n"
                   "[repositories.workers]\nurl = \"https://127.0.0.1:1/workers.git\"\n"
                   "[environments.longe]\nengine = \"http://127.0.0.1:1\"\n"
                   "[environments.senha]\nengine = \""
                   + m_engine.url().toEncoded() + "\"\nuser = \"demo\"\n");
    user.environment.insert(u"CREDENTIALS_DIRECTORY"_s, user.folder());
    user.environment.insert(u"PIPELINE_SECRET_GIT_WORKERS"_s, u"marker-token"_s);
    const auto ran = user.run({u"doctor"_s});
    QCOMPARE(ran.code, 3);
    static const QRegularExpression failed(
        u"failed +(repository artefatos|repository workers|environment longe|environment senha) "_s);
    qsizetype count = 0;
    for (auto found = failed.globalMatch(ran.out); found.hasNext(); found.next())
        ++count;
    QVERIFY2(count == 4, qPrintable(ran.out));
    QVERIFY(!ran.out.contains("marker-token"_L1));
}

void tst_DoctorCommand::credentialsComeFromElsewhere()
{
    CliUser user;
    user.configure("default_environment = \"producao\"\n"
                   "[environments.producao]\nengine = \"http://localhost:8080\"\nuser = \"demo\"\n");
    user.environment.insert(u"CAMUNDA_PASS"_s, u"marker-old"_s);
    QCOMPARE(user.run({u"credential"_s, u"set"_s, u"github"_s}, "marker-new").code, 3);
    const auto listed = user.run({u"credential"_s, u"list"_s});
    QCOMPARE(listed.code, 3); // webhook.producao would have to come from the keychain
    QVERIFY2(listed.out.startsWith("camunda.producao        CAMUNDA_PASS\n"_L1), qPrintable(listed.out));
    QVERIFY(!user.takeTranscript().contains("marker"_L1));
}

QTEST_GUILESS_MAIN(tst_DoctorCommand)
#include "tst_doctorcommand.moc"
