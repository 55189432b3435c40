// SPDX-License-Identifier: Apache-2.0
#include "credentials/keychainstore.h"
#include "keyring.h"
#include "support/resultchecks.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::credentials;
using tests::Keyring;

/// A real keyring; the functions build on one another, for it is locked only once.
class tst_KeychainStore : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void readsWhatIsNotThere();
    void keepsAnyBytes_data();
    void keepsAnyBytes();
    void replaces();
    void removes();
    void refusesEmptySecretsAndOddNames();
    void servesManyThreads();
    void lockedKeyringIsNotWaitedForLong();
    void waitingCanBeCancelled();
    void nothingIsEchoed();
    void dismissedPromptIsNotAnAbsentSecret();
    void whatWasGivenUpIsNotDoneLater();

private:
    KeychainStore m_store;
    KeychainStore m_impatient{std::chrono::milliseconds(300)};
};

void tst_KeychainStore::initTestCase()
{
    if (!Keyring::problem().isEmpty())
        QSKIP(qPrintable(Keyring::problem()));
}

void tst_KeychainStore::readsWhatIsNotThere()
{
    const auto read = m_store.read(u"camunda.absent"_s, {});
    VERIFY_RESULT(read);
    QVERIFY(!read->has_value());
    QCOMPARE(m_store.source(u"camunda.absent"_s, {}).value_or(u"?"_s), QString());
}

void tst_KeychainStore::keepsAnyBytes_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("text") << QByteArray("hunter2");
    QTest::newRow("spaces and quotes") << QByteArray(" a'b\"c ");
    QTest::newRow("UTF-8") << QByteArray("sênha ✓");
    QTest::newRow("bytes") << QByteArray("a\0\xff\n", 4);
    QTest::newRow("long") << QByteArray(10'000, 'x');
}

void tst_KeychainStore::keepsAnyBytes()
{
    QFETCH(QByteArray, secret);
    VERIFY_RESULT(m_store.write(u"camunda.producao"_s, Secret(secret), {}));
    const auto read = m_store.read(u"camunda.producao"_s, {});
    VERIFY_RESULT(read);
    QVERIFY(read->has_value());
    QCOMPARE((*read)->reveal(), secret);
    QCOMPARE(m_store.source(u"camunda.producao"_s, {}).value_or(QString()), u"system keychain"_s);
}

void tst_KeychainStore::replaces()
{
    VERIFY_RESULT(m_store.write(u"git.workers"_s, Secret("first"), {}));
    VERIFY_RESULT(m_store.write(u"git.workers"_s, Secret("second"), {}));
    QCOMPARE(m_store.read(u"git.workers"_s, {})->value().reveal(), "second");
}

void tst_KeychainStore::removes()
{
    VERIFY_RESULT(m_store.write(u"github"_s, Secret("x"), {}));
    VERIFY_RESULT(m_store.remove(u"github"_s, {}));
    QVERIFY(!m_store.read(u"github"_s, {})->has_value());
    COMPARE_ERROR(m_store.remove(u"github"_s, {}), ErrorCode::NotFound);
}

void tst_KeychainStore::refusesEmptySecretsAndOddNames()
{
    COMPARE_ERROR(m_store.write(u"github"_s, Secret(), {}), ErrorCode::InvalidInput);
    COMPARE_ERROR(m_store.write(u"a/b"_s, Secret("x"), {}), ErrorCode::InvalidInput);
    COMPARE_ERROR(m_store.read(QString(), {}), ErrorCode::InvalidInput);
}

void tst_KeychainStore::servesManyThreads()
{
    std::array<QByteArray, 8> read;
    {
        std::vector<std::jthread> threads;
        for (size_t i = 0; i < read.size(); ++i)
            threads.emplace_back([&, i] {
                KeychainStore own;
                const QString name = u"thread.%1"_s.arg(i);
                if (own.write(name, Secret(name.toUtf8()), {}))
                    if (const auto secret = own.read(name, {}); secret && *secret)
                        read[i] = (*secret)->reveal();
            });
    }
    for (size_t i = 0; i < read.size(); ++i)
        QCOMPARE(read[i], "thread." + QByteArray::number(i));
}

void tst_KeychainStore::lockedKeyringIsNotWaitedForLong()
{
    VERIFY_RESULT(m_store.write(u"camunda.producao"_s, Secret("before"), {}));
    QVERIFY(Keyring::lock());
    const auto read = m_impatient.read(u"camunda.producao"_s, {});
    COMPARE_ERROR(read, ErrorCode::KeychainUnavailable);
    QVERIFY2(read.error().text().contains("did not answer within 0.3 s; it may be locked"_L1),
             qPrintable(read.error().text()));
}

void tst_KeychainStore::waitingCanBeCancelled()
{
    std::stop_source stop;
    KeychainStore patient(std::chrono::hours(1));
    Result<std::optional<Secret>> read;
    {
        const std::jthread waiting([&] { read = patient.read(u"camunda.producao"_s, stop.get_token()); });
        stop.request_stop();
    }
    COMPARE_ERROR(read, ErrorCode::Cancelled);
}

void tst_KeychainStore::nothingIsEchoed()
{
    const auto written = m_impatient.write(u"camunda.producao"_s, Secret("marker-late"), {});
    COMPARE_ERROR(written, ErrorCode::KeychainUnavailable);
    QVERIFY(!written.error().text().contains("marker-late"_L1));
}

void tst_KeychainStore::dismissedPromptIsNotAnAbsentSecret()
{
    QVERIFY(Keyring::dismissPrompts()); // the read that was given up above now ends
    const auto read = m_store.read(u"camunda.producao"_s, {});
    COMPARE_ERROR(read, ErrorCode::KeychainUnavailable);
    QVERIFY2(read.error().text().contains("it is locked"_L1), qPrintable(read.error().text()));
    COMPARE_ERROR(m_store.write(u"camunda.producao"_s, Secret("x"), {}), ErrorCode::KeychainUnavailable);
    COMPARE_ERROR(m_store.remove(u"camunda.producao"_s, {}), ErrorCode::KeychainUnavailable);
    const auto absent = m_store.read(u"camunda.absent"_s, {});
    VERIFY_RESULT(absent);
    QVERIFY(!absent->has_value());
}

void tst_KeychainStore::whatWasGivenUpIsNotDoneLater()
{
    QVERIFY(Keyring::unlock());
    const auto read = m_store.read(u"camunda.producao"_s, {});
    VERIFY_RESULT(read);
    QVERIFY(read->has_value());
    QCOMPARE((*read)->reveal(), "before");
}

QTEST_GUILESS_MAIN(tst_KeychainStore)
#include "tst_keychainstore.moc"
