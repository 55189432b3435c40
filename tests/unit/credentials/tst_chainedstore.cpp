// SPDX-License-Identifier: Apache-2.0
#include "credentials/chainedstore.h"
#include "credentials/environmentstore.h"
#include "credentials/keychainstore.h"
#include "keyring.h"
#include "support/resultchecks.h"

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::credentials;
using tests::Keyring;

/// Environment before a real keyring.
class tst_ChainedStore : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void storesInTheKeychain();
    void environmentComesFirst();
    void removesFromTheKeychainOnly();
    void keychainIsNotTouchedWithoutNeed();

private:
    static ChainedStore chain(const QProcessEnvironment &environment = {})
    {
        return ChainedStore(std::make_unique<EnvironmentStore>(environment, u"producao"_s),
                            std::make_unique<KeychainStore>(std::chrono::milliseconds(500)));
    }

    QProcessEnvironment m_variable;
};

void tst_ChainedStore::initTestCase()
{
    if (!Keyring::problem().isEmpty())
        QSKIP(qPrintable(Keyring::problem()));
    m_variable.insert(u"PIPELINE_SECRET_GITHUB"_s, u"from the variable"_s);
}

void tst_ChainedStore::storesInTheKeychain()
{
    VERIFY_RESULT(chain().write(u"github"_s, Secret("from the keychain"), {}));
    QCOMPARE(chain().read(u"github"_s, {})->value().reveal(), "from the keychain");
    QCOMPARE(chain().source(u"github"_s, {}).value_or(QString()), u"system keychain"_s);
    QCOMPARE(chain().source(u"git.workers"_s, {}).value_or(u"?"_s), QString());
}

void tst_ChainedStore::environmentComesFirst()
{
    QCOMPARE(chain(m_variable).read(u"github"_s, {})->value().reveal(), "from the variable");
    QCOMPARE(chain(m_variable).source(u"github"_s, {}).value_or(QString()), u"PIPELINE_SECRET_GITHUB"_s);
}

void tst_ChainedStore::removesFromTheKeychainOnly()
{
    VERIFY_RESULT(chain(m_variable).remove(u"github"_s, {}));
    QVERIFY(!chain().read(u"github"_s, {})->has_value());
    const auto removed = chain(m_variable).remove(u"github"_s, {});
    COMPARE_ERROR(removed, ErrorCode::Refused);
    QVERIFY(removed.error().text().contains("PIPELINE_SECRET_GITHUB"_L1));
    COMPARE_ERROR(chain().remove(u"github"_s, {}), ErrorCode::NotFound);
}

void tst_ChainedStore::keychainIsNotTouchedWithoutNeed()
{
    VERIFY_RESULT(chain().write(u"github"_s, Secret("from the keychain"), {}));
    QVERIFY(Keyring::lock());
    QCOMPARE(chain(m_variable).read(u"github"_s, {})->value().reveal(), "from the variable");
    COMPARE_ERROR(chain().read(u"github"_s, {}), ErrorCode::KeychainUnavailable);
}

QTEST_GUILESS_MAIN(tst_ChainedStore)
#include "tst_chainedstore.moc"
