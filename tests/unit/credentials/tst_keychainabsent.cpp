// SPDX-License-Identifier: Apache-2.0
#include "credentials/chainedstore.h"
#include "credentials/environmentstore.h"
#include "credentials/keychainstore.h"
#include "support/resultchecks.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::credentials;

/// A server without a message bus.
class tst_KeychainAbsent : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void saysThatThereIsNone();
    void environmentIsEnough();
    void restOfTheChainNeedsIt();

private:
    QTemporaryDir m_folder;
};

void tst_KeychainAbsent::initTestCase()
{
    for (const char *name : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"})
        qunsetenv(name);
    qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8());
    qputenv("HOME", m_folder.path().toUtf8());
}

void tst_KeychainAbsent::saysThatThereIsNone()
{
    KeychainStore store;
    const auto read = store.read(u"camunda.producao"_s, {});
    COMPARE_ERROR(read, ErrorCode::KeychainUnavailable);
    QVERIFY2(read.error().hint.contains("PIPELINE_SECRET_CAMUNDA_PRODUCAO"_L1), qPrintable(read.error().text()));
    QVERIFY(!read.error().detail.isEmpty());
    COMPARE_ERROR(store.source(u"camunda.producao"_s, {}), ErrorCode::KeychainUnavailable);
    const auto written = store.write(u"camunda.producao"_s, Secret("hunter2"), {});
    COMPARE_ERROR(written, ErrorCode::KeychainUnavailable);
    QVERIFY(!written.error().text().contains("hunter2"_L1));
    COMPARE_ERROR(store.remove(u"camunda.producao"_s, {}), ErrorCode::KeychainUnavailable);
}

void tst_KeychainAbsent::environmentIsEnough()
{
    QProcessEnvironment environment;
    environment.insert(u"PIPELINE_SECRET_GITHUB"_s, u"from here"_s);
    ChainedStore chain(std::make_unique<EnvironmentStore>(environment, QString()), std::make_unique<KeychainStore>());
    const auto read = chain.read(u"github"_s, {});
    VERIFY_RESULT(read);
    QCOMPARE(read->value().reveal(), "from here");
    QCOMPARE(chain.source(u"github"_s, {}).value_or(QString()), u"PIPELINE_SECRET_GITHUB"_s);
    COMPARE_ERROR(chain.remove(u"github"_s, {}), ErrorCode::Refused);
}

void tst_KeychainAbsent::restOfTheChainNeedsIt()
{
    ChainedStore chain(std::make_unique<EnvironmentStore>(QProcessEnvironment(), QString()),
                       std::make_unique<KeychainStore>());
    COMPARE_ERROR(chain.read(u"github"_s, {}), ErrorCode::KeychainUnavailable);
    COMPARE_ERROR(chain.write(u"github"_s, Secret("x"), {}), ErrorCode::KeychainUnavailable);
    COMPARE_ERROR(chain.remove(u"github"_s, {}), ErrorCode::KeychainUnavailable);
}

QTEST_GUILESS_MAIN(tst_KeychainAbsent)
#include "tst_keychainabsent.moc"
