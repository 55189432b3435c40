// SPDX-License-Identifier: Apache-2.0
#include "clitest.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::CliUser;

namespace {

const QByteArray configuration =
    "default_environment = \"producao\"\n[repositories.workers]\nurl = \"https://git.example/workers.git\"\n"
    "[environments.producao]\nengine = \"http://localhost:8080\"\nuser = \"demo\"\n";

/// Whether \a marker stands in any file of the user, or in what was printed.
bool isLeaked(const CliUser &user, const QString &transcript, const QByteArray &marker)
{
    if (transcript.contains(QString::fromUtf8(marker)))
        return true;
    for (const QString &name : {user.backlogFile(), user.backlogFile() + u"-wal"_s, user.configurationFile()}) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(marker))
            return true;
    }
    return false;
}

} // namespace

/// The three commands on a real keyring, of tests/support/keyring-session.sh.
class tst_CredentialCommands : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (qEnvironmentVariable("PIPELINE_KEYRING") != "ready"_L1)
            QSKIP(qPrintable(qEnvironmentVariable("PIPELINE_KEYRING", u"not run by keyring-session.sh"_s)));
    }

    void storesListsAndRemoves()
    {
        CliUser user;
        user.configure(configuration);
        user.environment.insert(u"PIPELINE_SECRET_GITHUB"_s, u"marker-variable"_s);
        user.run({u"credential"_s, u"list"_s});
        QCOMPARE(user.run({u"credential"_s, u"set"_s, u"camunda.producao"_s}, "marker-keychain\n").code, 0);
        QCOMPARE(user.run({u"credential"_s, u"set"_s, u"github"_s}, "marker-hidden").code, 0);
        user.run({u"credential"_s, u"list"_s, u"--format"_s, u"json"_s});
        QCOMPARE(user.run({u"credential"_s, u"remove"_s, u"camunda.producao"_s}).code, 0);
        QCOMPARE(user.run({u"credential"_s, u"remove"_s, u"camunda.producao"_s}).code, 2);
        QCOMPARE(user.run({u"credential"_s, u"remove"_s, u"github"_s}).code, 0);
        QCOMPARE(user.run({u"credential"_s, u"remove"_s, u"github"_s}).code, 1); // the variable is still there
        user.run({u"credential"_s, u"set"_s, u"git.workers"_s, u"--format"_s, u"json"_s}, "marker-json");
        user.run({u"credential"_s, u"remove"_s, u"git.workers"_s, u"--format"_s, u"json"_s});
        user.run({u"audit"_s, u"log"_s});
        const QString transcript = user.takeTranscript();
        for (const char *marker : {"marker-variable", "marker-keychain", "marker-hidden", "marker-json"})
            QVERIFY2(!isLeaked(user, transcript, marker), marker);
        VERIFY_GOLDEN(u"credential"_s, transcript);
    }

    void refusesWhatIsNoSecret()
    {
        CliUser user;
        user.configure(configuration);
        QCOMPARE(user.run({u"credential"_s, u"set"_s, u"camunda.producao"_s}).code, 2);
        QCOMPARE(user.run({u"credential"_s, u"set"_s, u"camunda.producao"_s}, "\n").code, 2);
        QCOMPARE(user.run({u"credential"_s, u"set"_s, u"../x"_s}, "secret").code, 2);
        QCOMPARE(user.run({u"credential"_s, u"set"_s, u"camunda.producao"_s, u"hunter2"_s}, "secret")
                     .err.contains("hunter2"_L1),
                 false);
        QCOMPARE(user.run({u"credential"_s, u"set"_s}, "secret").code, 2);
        VERIFY_GOLDEN(u"credential-wrong"_s, user.takeTranscript());
    }
};

QTEST_GUILESS_MAIN(tst_CredentialCommands)
#include "tst_credentialcommands.moc"
