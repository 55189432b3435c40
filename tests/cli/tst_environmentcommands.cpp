// SPDX-License-Identifier: Apache-2.0
#include "cli/environmentoptions.h"
#include "clitest.h"
#include "configuration/configuration.h"
#include "support/faultserver.h"
#include "support/outsidesql.h"
#include "support/testcertificates.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Answer;
using tests::CliUser;
using tests::FaultServer;

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// An engine that knows one password.
FaultServer::Handler engine()
{
    return [](const tests::ReceivedRequest &request) {
        if (request.path() == "/engine-rest/engine")
            return Answer::json(R"([{"name":"default"}])");
        if (request.path() != "/engine-rest/version")
            return Answer::html(404);
        const bool known = request.header("Authorization") == "Basic " + QByteArray("demo:right").toBase64();
        return known ? Answer::json(R"({"version":"7.24.0"})") : Answer{.status = 401};
    };
}

void configure(const CliUser &user, const QUrl &address, const QByteArray &more = {})
{
    user.configure("[environments.producao]\nengine = \"" + address.toEncoded() + "\"\nuser = \"demo\"\n" + more);
}

} // namespace

class tst_EnvironmentAdd : public QObject {
    Q_OBJECT

private slots:
    void hasAnOptionForEachKey()
    {
        QStringList keys;
        for (const cli::Option &option : cli::environmentOptions())
            keys << cli::keyOf(option);
        QCOMPARE(keys, configuration::environmentKeys());
    }

    void writesTheFile()
    {
        CliUser user;
        user.run({u"environment"_s, u"add"_s, u"local"_s, u"--engine"_s, u"http://localhost:8080"_s});
        user.run({u"environment"_s, u"add"_s, u"producao"_s, u"--engine"_s, u"https://camunda.example"_s, u"--user"_s,
                  u"demo"_s, u"--policy"_s, u"approved"_s, u"--production"_s, u"true"_s, u"--minimum-coverage"_s,
                  u"80"_s, u"--worker-health"_s, u"https://a.example/h"_s, u"--worker-health"_s,
                  u"https://b.example/h"_s});
        user.run({u"environment"_s, u"add"_s, u"producao"_s, u"--change"_s, u"--user"_s, QString(), u"--auth"_s,
                  u"bearer"_s, u"--settle-s"_s, u"3"_s, u"--format"_s, u"json"_s});
        user.run({u"audit"_s, u"log"_s});
        VERIFY_GOLDEN(u"environment-add"_s,
                      user.takeTranscript()
                          + tests::normalised(QString::fromUtf8(content(user.configurationFile())), user.folder()));
    }

    void refusesWhatWouldNotLoad()
    {
        CliUser user;
        user.configure("# ours\n[environments.local]\nengine = \"http://localhost:8080\"\n");
        const QByteArray before = content(user.configurationFile());
        const QStringList add{u"environment"_s, u"add"_s};
        const QList<QPair<QStringList, int>> calls{
            {{u"local"_s, u"--engine"_s, u"http://localhost:8081"_s}, 1},
            {{u"novo"_s}, 2},
            {{u"novo"_s, u"--change"_s, u"--user"_s, u"demo"_s}, 2},
            {{u"produção"_s, u"--engine"_s, u"http://localhost:8081"_s}, 2},
            {{u"novo"_s, u"--engine"_s, u"localhost:8081"_s}, 2},
            {{u"novo"_s, u"--engine"_s, u"http://demo:secret@localhost:8081"_s}, 2},
            {{u"local"_s, u"--change"_s, u"--policy"_s, u"strict"_s}, 2},
            {{u"local"_s, u"--change"_s, u"--settle-s"_s, u"soon"_s}, 2},
            {{u"local"_s, u"--change"_s, u"--minimum-coverage"_s, u"101"_s, u"--time-zone"_s, u"Marte"_s}, 2},
            {{u"local"_s, u"--change"_s, u"--auth"_s, u"basic"_s}, 2},
            {{u"local"_s, u"--change"_s, u"--client-key"_s, u"/k.pem"_s}, 2},
        };
        for (const auto &[words, code] : calls) {
            const auto ran = user.run(add + words);
            QVERIFY2(ran.code == code, qPrintable(words.join(u' ') + u'\n' + ran.err));
            QCOMPARE(ran.out, QString());
        }
        QCOMPARE(content(user.configurationFile()), before);
        const QString transcript = user.takeTranscript();
        QVERIFY(!transcript.section(u"exit"_s, -1).contains("secret"_L1));
        VERIFY_GOLDEN(u"environment-add-wrong"_s, transcript);
    }

    void changesNothingThatCannotBeRecorded()
    {
        CliUser user;
        user.write(u"file"_s, "x");
        QCOMPARE(user.run({u"environment"_s, u"add"_s, u"local"_s, u"--engine"_s, u"http://localhost:8080"_s,
                           u"--backlog"_s, u"sqlite:"_s + user.file(u"file/backlog.sqlite"_s)})
                     .code,
                 3);
        QVERIFY(!QFile::exists(user.configurationFile()));
    }

    void makesAFileThatIsNamed()
    {
        CliUser user;
        const QString file = user.file(u"other/pipeline.toml"_s);
        QCOMPARE(user.run({u"--config"_s, file, u"environment"_s, u"add"_s, u"local"_s, u"--engine"_s,
                           u"http://localhost:8080"_s})
                     .code,
                 0);
        QCOMPARE(content(file), "[environments.local]\nengine = \"http://localhost:8080\"\n");
        QVERIFY(!QFile::exists(user.configurationFile()));
    }

    void leavesVariablesOutOfTheFile()
    {
        CliUser user;
        user.configure("[environments.local]\nengine = \"http://localhost:8080\"\n");
        user.environment.insert(u"CAMUNDA_USER"_s, u"demo"_s);
        user.environment.insert(u"DEPLOY_URL"_s, u"https://worker.example/deploy"_s);
        QCOMPARE(user.run({u"environment"_s, u"add"_s, u"local"_s, u"--change"_s, u"--tenant"_s, u"t1"_s}).code, 0);
        QCOMPARE(content(user.configurationFile()),
                 "[environments.local]\nengine = \"http://localhost:8080\"\ntenant = \"t1\"\n");
    }
};

class tst_EnvironmentList : public QObject {
    Q_OBJECT

private slots:
    void listsWhatIsConfigured()
    {
        CliUser user;
        QCOMPARE(user.run({u"environment"_s, u"list"_s}).code, 0);
        user.configure("default_environment = \"homologacao\"\n"
                       "[environments.producao]\nengine = \"https://camunda.example\"\nauth = \"bearer\"\n"
                       "policy = \"approved\"\nproduction = true\n"
                       "[environments.homologacao]\nengine = \"http://localhost:8080\"\nuser = \"demo\"\n");
        user.run({u"environment"_s, u"list"_s});
        user.run({u"environment"_s, u"list"_s, u"--format"_s, u"json"_s});
        VERIFY_GOLDEN(u"environment-list"_s, user.takeTranscript());
    }
};

class tst_EnvironmentTest : public QObject {
    Q_OBJECT

private slots:
    void passesCheckByCheck()
    {
        FaultServer server;
        server.setHandler(engine());
        CliUser user;
        configure(user, server.url(), "worker_webhook = \"https://worker.example/deploy\"\n");
        user.environment.insert(u"PIPELINE_SECRET_CAMUNDA_PRODUCAO"_s, u"right"_s);
        user.environment.insert(u"DEPLOY_SECRET"_s, u"signs"_s);
        QCOMPARE(user.run({u"environment"_s, u"test"_s}).code, 0);
        const auto json = user.run({u"environment"_s, u"test"_s, u"producao"_s, u"--format"_s, u"json"_s});
        QCOMPARE(json.code, 0);
        QCOMPARE(QJsonDocument::fromJson(json.out.toUtf8())["checks"_L1].toArray().size(), 7);
        const QString transcript = user.takeTranscript();
        QVERIFY(!transcript.contains("right"_L1) && !transcript.contains("signs"_L1));
        VERIFY_GOLDEN(u"environment-test"_s, transcript);
    }

    void tellsWhatFails()
    {
        FaultServer server;
        server.setHandler(engine());
        CliUser user;
        user.environment.insert(u"PIPELINE_SECRET_CAMUNDA_PRODUCAO"_s, u"wrong"_s);
        configure(user, server.url());
        QCOMPARE(user.run({u"environment"_s, u"test"_s}).code, 1);
        QCOMPARE(server.requests().size(), 2); // the password once
        configure(user, server.url(u"/elsewhere"_s));
        QCOMPARE(user.run({u"environment"_s, u"test"_s}).code, 2);
        configure(user, QUrl(u"http://127.0.0.1:1"_s));
        QCOMPARE(user.run({u"environment"_s, u"test"_s}).code, 3);
        configure(user, QUrl(u"http://camunda.example"_s));
        QCOMPARE(user.run({u"environment"_s, u"test"_s}).code, 1);
        QCOMPARE(user.run({u"environment"_s, u"test"_s, u"homologacao"_s}).code, 2);
        user.configure({});
        QCOMPARE(user.run({u"environment"_s, u"test"_s}).code, 2);
        VERIFY_GOLDEN(u"environment-test-failed"_s, user.takeTranscript());
    }

    void tellsOfTheCertificate()
    {
        tests::TestCertificates certificates;
        if (!certificates.isValid())
            QSKIP("openssl is not installed");
        FaultServer expired(certificates.expired());
        CliUser user;
        user.environment.insert(u"PIPELINE_SECRET_CAMUNDA_PRODUCAO"_s, u"right"_s);
        configure(user, expired.url(), "ca_file = \"" + certificates.authority().toUtf8() + "\"\n");
        const auto refused = user.run({u"environment"_s, u"test"_s});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.out.contains("failed   tls"_L1) && refused.out.contains("expired"_L1),
                 qPrintable(refused.out));
        QVERIFY(expired.requests().isEmpty());
        FaultServer good(certificates.good());
        good.setHandler(engine());
        configure(user, good.url(), "ca_file = \"" + certificates.authority().toUtf8() + "\"\n");
        const auto trusted = user.run({u"environment"_s, u"test"_s});
        QVERIFY2(trusted.code == 0, qPrintable(trusted.out));
        QVERIFY(trusted.out.contains("ok       tls"_L1));
    }

    void sendsNoPasswordWhenThereIsNone()
    {
        FaultServer server;
        server.setHandler(engine());
        CliUser user;
        configure(user, server.url());
        user.environment.insert(u"CREDENTIALS_DIRECTORY"_s, user.file(u"credentials"_s));
        const auto ran = user.run({u"environment"_s, u"test"_s});
        QVERIFY2(ran.out.contains("There is no secret to try"_L1), qPrintable(ran.out));
        for (const auto &request : server.requests())
            QCOMPARE(request.header("Authorization"), "");
        QVERIFY(ran.code == 1 || ran.code == 3); // not in the keychain, or no keychain here
    }
};

class tst_EnvironmentRemove : public QObject {
    Q_OBJECT

private slots:
    void removesAndRecords()
    {
        CliUser user;
        user.configure("default_environment = \"producao\" # ours\n\n"
                       "[environments.homologacao]\nengine = \"http://localhost:8080\"\n\n"
                       "[environments.producao]\nengine = \"https://camunda.example\"\n");
        QCOMPARE(user.run({u"environment"_s, u"remove"_s, u"homologacao"_s}).code, 0);
        QCOMPARE(user.run({u"environment"_s, u"remove"_s, u"homologacao"_s}).code, 2);
        QCOMPARE(user.run({u"environment"_s, u"remove"_s, u"producao"_s}).code, 2);
        user.run({u"audit"_s, u"log"_s});
        VERIFY_GOLDEN(u"environment-remove"_s, user.takeTranscript());
        QCOMPARE(content(user.configurationFile()),
                 "default_environment = \"producao\" # ours\n\n"
                 "[environments.producao]\nengine = \"https://camunda.example\"\n");
    }
};

int main(int argc, char **argv)
{
    return tests::runTests<tst_EnvironmentAdd, tst_EnvironmentList, tst_EnvironmentTest, tst_EnvironmentRemove>(argc,
                                                                                                                argv);
}
#include "tst_environmentcommands.moc"
