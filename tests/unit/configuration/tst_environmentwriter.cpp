// SPDX-License-Identifier: Apache-2.0
#include "configuration/configuration.h"
#include "support/resultchecks.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::configuration;

class tst_EnvironmentWriter : public QObject {
    Q_OBJECT

private slots:
    void init();
    void makesAPrivateFile();
    void appendsASection();
    void changesOnlyWhatDiffers();
    void addsKeysToTheirSection();
    void keepsLineEnds();
    void keepsEveryValue();
    void worksWithoutFinalLineEnd();
    void keepsPermissionsAndLink();
    void refusesWhatWouldNotLoad();
    void refusesABrokenFile();
    void refusesAnInlineTable();
    void removesASection();
    void removeRefusesTheDefault();
    void removeOfAnUnknownIsNotFound();

private:
    void put(const QByteArray &text);
    QByteArray content() const;
    Environment read(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void tst_EnvironmentWriter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"pipeline.toml"_s);
}

void tst_EnvironmentWriter::put(const QByteArray &text)
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray tst_EnvironmentWriter::content() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Environment tst_EnvironmentWriter::read(const QString &name) const
{
    const auto configuration = load(m_file, QProcessEnvironment());
    if (!configuration)
        qWarning().noquote() << configuration.error().text();
    return configuration ? configuration->environment(name).value_or(Environment()) : Environment();
}

static Environment local(const QString &name = u"local"_s)
{
    Environment environment;
    environment.name = name;
    environment.engine = QUrl(u"http://localhost:8080"_s);
    return environment;
}

void tst_EnvironmentWriter::makesAPrivateFile()
{
    m_file = m_folder->filePath(u"new/folder/pipeline.toml"_s);
    VERIFY_RESULT(writeEnvironment(m_file, local()));
    QCOMPARE(content(), "[environments.local]\nengine = \"http://localhost:8080\"\n");
    QVERIFY(!(QFileInfo(m_file).permissions() & 0x00ff)); // nothing for group and others
}

void tst_EnvironmentWriter::appendsASection()
{
    const QByteArray before =
        "# top\n[environments.a] # a\nengine = \"http://a.example\" # ç\n\n[people]\nx = [\"x@example.org\"]\n# end\n";
    put(before);
    VERIFY_RESULT(writeEnvironment(m_file, local()));
    QCOMPARE(content(), before + "\n[environments.local]\nengine = \"http://localhost:8080\"\n");
    QCOMPARE(read(u"local"_s), local());
}

void tst_EnvironmentWriter::changesOnlyWhatDiffers()
{
    put("# servers\n"
        "[ environments.local ]   # ours\n"
        "  engine = 'http://localhost:8080'  # não mexer\n"
        "  user   =\t\"demo\"\n"
        "\n"
        "  # people asked for it\n"
        "  minimum_coverage = 80 # percent, é bom\n"
        "  tenant = \"ação\" # tenant\n"
        "  worker_health = [\n"
        "    \"https://a.example/health\", # first\n"
        "  ] # health\n"
        "\n"
        "# next\n"
        "[environments.other]\n"
        "engine = \"http://other.example\"\n");
    Environment environment = read(u"local"_s);
    environment.minimumCoverage = 75.5;
    environment.tenant = u"say \"hi\" \\ é"_s;
    environment.workerHealth = {QUrl(u"https://b.example/health"_s)};
    VERIFY_RESULT(writeEnvironment(m_file, environment));
    QCOMPARE(content(),
             "# servers\n"
             "[ environments.local ]   # ours\n"
             "  engine = 'http://localhost:8080'  # não mexer\n"
             "  user   =\t\"demo\"\n"
             "\n"
             "  # people asked for it\n"
             "  minimum_coverage = 75.5 # percent, é bom\n"
             "  tenant = \"say \\\"hi\\\" \\\\ é\" # tenant\n"
             "  worker_health = [\"https://b.example/health\"] # health\n"
             "\n"
             "# next\n"
             "[environments.other]\n"
             "engine = \"http://other.example\"\n");
    QCOMPARE(read(u"local"_s), environment);
}

void tst_EnvironmentWriter::addsKeysToTheirSection()
{
    put("[environments.local]\n  engine = \"http://localhost:8080\" # here\n\n# other\n[people]\n");
    Environment environment = local();
    environment.authentication = Authentication::Bearer;
    environment.production = true;
    VERIFY_RESULT(writeEnvironment(m_file, environment));
    QCOMPARE(content(),
             "[environments.local]\n  engine = \"http://localhost:8080\" # here\n  auth = \"bearer\"\n"
             "  production = true\n\n# other\n[people]\n");
    QCOMPARE(read(u"local"_s), environment);
}

void tst_EnvironmentWriter::keepsLineEnds()
{
    put("[environments.local]\r\nengine = \"http://localhost:8080\"\r\n");
    Environment environment = local();
    environment.user = u"demo"_s;
    environment.authentication = Authentication::Basic;
    VERIFY_RESULT(writeEnvironment(m_file, environment));
    VERIFY_RESULT(writeEnvironment(m_file, local(u"second"_s)));
    QCOMPARE(content(),
             "[environments.local]\r\nengine = \"http://localhost:8080\"\r\nuser = \"demo\"\r\n\r\n"
             "[environments.second]\r\nengine = \"http://localhost:8080\"\r\n");
}

void tst_EnvironmentWriter::keepsEveryValue()
{
    Environment environment = local();
    environment.user = u"demo"_s;
    environment.authentication = Authentication::Basic;
    environment.production = true;
    environment.policy = Policy::Approved;
    environment.approvalValidDays = 3;
    environment.historyTimeToLive = HistoryTimeToLive::Optional;
    environment.minimumCoverage = 66.7;
    environment.smoke = SmokeTests::None;
    environment.onFailure = OnFailure::Rollback;
    environment.settleSeconds = 0;
    environment.timeZone = "America/Sao_Paulo";
    environment.tenant = u"t"_s;
    environment.cockpit = QUrl(u"https://cockpit.example/a%20b"_s);
    environment.caFile = u"/etc/ca \"x\".pem"_s;
    environment.clientCertificate = u"/etc/c.pem"_s;
    environment.clientKey = u"/etc/k.pem"_s;
    environment.allowPlainHttp = true;
    environment.workerWebhook = QUrl(u"https://worker.example/deploy"_s);
    environment.workerTrigger = WorkerTrigger::Push;
    environment.workerHealth = {QUrl(u"https://worker.example/1"_s), QUrl(u"https://worker.example/2"_s)};
    VERIFY_RESULT(writeEnvironment(m_file, environment));
    QCOMPARE(read(u"local"_s), environment);

    VERIFY_RESULT(writeEnvironment(m_file, local()));
    QCOMPARE(read(u"local"_s), local());
}

void tst_EnvironmentWriter::worksWithoutFinalLineEnd()
{
    put("[environments.local]\nengine = \"http://localhost:8080\"");
    Environment environment = local();
    environment.production = true;
    VERIFY_RESULT(writeEnvironment(m_file, environment));
    QCOMPARE(content(), "[environments.local]\nengine = \"http://localhost:8080\"\nproduction = true\n");
    put("\xef\xbb\xbf[people]");
    VERIFY_RESULT(writeEnvironment(m_file, local()));
    QCOMPARE(content(), "\xef\xbb\xbf[people]\n\n[environments.local]\nengine = \"http://localhost:8080\"\n");
}

void tst_EnvironmentWriter::keepsPermissionsAndLink()
{
    put("[people]\n");
    QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    const QString link = m_folder->filePath(u"link.toml"_s);
    QVERIFY(QFile::link(m_file, link));
    VERIFY_RESULT(writeEnvironment(link, local()));
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(content().contains("[environments.local]"));
    QVERIFY(QFileInfo(m_file).permissions() & QFile::ReadGroup);
}

void tst_EnvironmentWriter::refusesWhatWouldNotLoad()
{
    put("[people]\n");
    Environment environment = local();
    environment.minimumCoverage = 140;
    const auto written = writeEnvironment(m_file, environment);
    COMPARE_ERROR(written, ErrorCode::InvalidInput);
    QVERIFY(written.error().text().contains("must be between 0 and 100, it is 140"_L1));
    QCOMPARE(content(), "[people]\n");
    COMPARE_ERROR(writeEnvironment(m_file, local(u"a.b"_s)), ErrorCode::InvalidInput);
    COMPARE_ERROR(writeEnvironment(m_file, local(u"x]\ny"_s)), ErrorCode::InvalidInput);
    QCOMPARE(content(), "[people]\n");
}

void tst_EnvironmentWriter::refusesABrokenFile()
{
    put("[people\n");
    COMPARE_ERROR(writeEnvironment(m_file, local()), ErrorCode::InvalidInput);
    COMPARE_ERROR(removeEnvironment(m_file, u"local"_s), ErrorCode::InvalidInput);
    QCOMPARE(content(), "[people\n");
}

void tst_EnvironmentWriter::refusesAnInlineTable()
{
    const QByteArray before = "environments.local = { engine = \"http://localhost:8080\" }\n";
    put(before);
    Environment environment = local();
    environment.production = true;
    COMPARE_ERROR(writeEnvironment(m_file, environment), ErrorCode::InvalidInput);
    COMPARE_ERROR(removeEnvironment(m_file, u"local"_s), ErrorCode::InvalidInput);
    QCOMPARE(content(), before);

    put("environments = {}\n");
    COMPARE_ERROR(writeEnvironment(m_file, local()), ErrorCode::InvalidInput);
    QCOMPARE(content(), "environments = {}\n");
}

void tst_EnvironmentWriter::removesASection()
{
    put("# top\n\n[environments.a]\nengine = \"http://a.example\"\n# inside\nworker_health = "
        "[\n\"http://a.example\"\n]\n\n"
        "# about b\n[environments.b]\nengine = \"http://b.example\"\n\n[people]\n");
    VERIFY_RESULT(removeEnvironment(m_file, u"a"_s));
    QCOMPARE(content(), "# top\n\n# about b\n[environments.b]\nengine = \"http://b.example\"\n\n[people]\n");
    VERIFY_RESULT(removeEnvironment(m_file, u"b"_s));
    QCOMPARE(content(), "# top\n\n# about b\n\n[people]\n");
}

void tst_EnvironmentWriter::removeRefusesTheDefault()
{
    const QByteArray before = "default_environment = \"a\"\n[environments.a]\nengine = \"http://a.example\"\n";
    put(before);
    const auto removed = removeEnvironment(m_file, u"a"_s);
    COMPARE_ERROR(removed, ErrorCode::InvalidInput);
    QVERIFY(removed.error().text().contains("default_environment names the environment \"a\""_L1));
    QCOMPARE(content(), before);
}

void tst_EnvironmentWriter::removeOfAnUnknownIsNotFound()
{
    put("[people]\n");
    COMPARE_ERROR(removeEnvironment(m_file, u"a"_s), ErrorCode::NotFound);
    COMPARE_ERROR(removeEnvironment(m_folder->filePath(u"absent"_s), u"a"_s), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(tst_EnvironmentWriter)
#include "tst_environmentwriter.moc"
