// SPDX-License-Identifier: Apache-2.0
#include "credentials/environmentstore.h"
#include "support/resultchecks.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::credentials;

class tst_EnvironmentStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void readsVariables();
    void namesBecomeVariables_data();
    void namesBecomeVariables();
    void readsCredentialFiles();
    void takesOneLineEndAway_data();
    void takesOneLineEndAway();
    void filesComeFirst();
    void existingVariablesComeLast();
    void existingVariablesAreForTheDefaultEnvironmentOnly();
    void emptyValuesDoNotCount();
    void saysWhenAFileCannotBeRead();
    void refusesNamesThatLeadElsewhere_data();
    void refusesNamesThatLeadElsewhere();
    void isReadOnly();

private:
    void put(const QString &name, const QByteArray &bytes);
    QByteArray read(const QString &name);
    QString source(const QString &name);
    EnvironmentStore store() const { return EnvironmentStore(m_environment, u"producao"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
};

void tst_EnvironmentStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_environment.clear();
}

void tst_EnvironmentStore::put(const QString &name, const QByteArray &bytes)
{
    m_environment.insert(u"CREDENTIALS_DIRECTORY"_s, m_folder->path());
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray tst_EnvironmentStore::read(const QString &name)
{
    const auto secret = store().read(name, {});
    if (!secret)
        return "error: " + secret.error().text().toUtf8();
    return *secret ? (*secret)->reveal() : QByteArray("nothing");
}

QString tst_EnvironmentStore::source(const QString &name)
{
    return store().source(name, {}).value_or(u"error"_s);
}

void tst_EnvironmentStore::readsVariables()
{
    m_environment.insert(u"PIPELINE_SECRET_CAMUNDA_PRODUCAO"_s, u"sênha "_s);
    QCOMPARE(read(u"camunda.producao"_s), "sênha ");
    QCOMPARE(source(u"camunda.producao"_s), u"PIPELINE_SECRET_CAMUNDA_PRODUCAO"_s);
    QCOMPARE(read(u"camunda.outro"_s), "nothing");
    QCOMPARE(source(u"camunda.outro"_s), QString());
}

void tst_EnvironmentStore::namesBecomeVariables_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("variable");
    QTest::newRow("webhook") << u"webhook.backlog"_s << u"PIPELINE_SECRET_WEBHOOK_BACKLOG"_s;
    QTest::newRow("one part") << u"github"_s << u"PIPELINE_SECRET_GITHUB"_s;
    QTest::newRow("dash") << u"camunda.pre-prod"_s << u"PIPELINE_SECRET_CAMUNDA_PRE_PROD"_s;
}

void tst_EnvironmentStore::namesBecomeVariables()
{
    QFETCH(QString, name);
    QFETCH(QString, variable);
    QCOMPARE(secretVariable(name), variable);
}

void tst_EnvironmentStore::readsCredentialFiles()
{
    put(u"git.workers"_s, QByteArray("a\0b\xff", 4));
    QCOMPARE(read(u"git.workers"_s), QByteArray("a\0b\xff", 4));
    QCOMPARE(source(u"git.workers"_s), m_folder->filePath(u"git.workers"_s));
    QCOMPARE(read(u"git.artefatos"_s), "nothing");
}

void tst_EnvironmentStore::takesOneLineEndAway_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("none") << QByteArray("x") << QByteArray("x");
    QTest::newRow("one") << QByteArray("x\n") << QByteArray("x");
    QTest::newRow("two") << QByteArray("x\n\n") << QByteArray("x\n");
    QTest::newRow("of Windows") << QByteArray("x\r\n") << QByteArray("x");
    QTest::newRow("spaces stay") << QByteArray(" x \n") << QByteArray(" x ");
}

void tst_EnvironmentStore::takesOneLineEndAway()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, secret);
    put(u"github"_s, content);
    QCOMPARE(read(u"github"_s), secret);
}

void tst_EnvironmentStore::filesComeFirst()
{
    m_environment.insert(u"PIPELINE_SECRET_GITHUB"_s, u"variable"_s);
    put(u"github"_s, "file\n");
    QCOMPARE(read(u"github"_s), "file");
}

void tst_EnvironmentStore::existingVariablesComeLast()
{
    m_environment.insert(u"CAMUNDA_PASS"_s, u"old"_s);
    m_environment.insert(u"DEPLOY_SECRET"_s, u"deploy"_s);
    QCOMPARE(read(u"camunda.producao"_s), "old");
    QCOMPARE(source(u"camunda.producao"_s), u"CAMUNDA_PASS"_s);
    QCOMPARE(read(u"webhook.producao"_s), "deploy");
    QCOMPARE(source(u"webhook.producao"_s), u"DEPLOY_SECRET"_s);
    m_environment.insert(u"PIPELINE_SECRET_CAMUNDA_PRODUCAO"_s, u"new"_s);
    QCOMPARE(read(u"camunda.producao"_s), "new");
}

void tst_EnvironmentStore::existingVariablesAreForTheDefaultEnvironmentOnly()
{
    m_environment.insert(u"CAMUNDA_PASS"_s, u"old"_s);
    m_environment.insert(u"DEPLOY_SECRET"_s, u"deploy"_s);
    for (const QString &name :
         {u"camunda.homologacao"_s, u"webhook.homologacao"_s, u"webhook.backlog"_s, u"git.producao"_s})
        QCOMPARE(read(name), "nothing");
    EnvironmentStore withoutDefault(m_environment, {});
    QVERIFY(!withoutDefault.read(u"camunda.producao"_s, {})->has_value());
}

void tst_EnvironmentStore::emptyValuesDoNotCount()
{
    put(u"camunda.producao"_s, "\n");
    m_environment.insert(u"PIPELINE_SECRET_GITHUB"_s, QString());
    QCOMPARE(read(u"camunda.producao"_s), "nothing");
    QCOMPARE(read(u"github"_s), "nothing");
    QCOMPARE(source(u"camunda.producao"_s), QString());
}

void tst_EnvironmentStore::saysWhenAFileCannotBeRead()
{
    put(u"other"_s, "x");
    QVERIFY(QDir(m_folder->path()).mkdir(u"github"_s));
    const auto folder = store().read(u"github"_s, {});
    COMPARE_ERROR(folder, ErrorCode::Storage);
    QVERIFY(folder.error().message.contains(m_folder->filePath(u"github"_s)));
    put(u"large"_s, QByteArray(65 * 1024, 'x'));
    COMPARE_ERROR(store().read(u"large"_s, {}), ErrorCode::Storage);
}

void tst_EnvironmentStore::refusesNamesThatLeadElsewhere_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u""_s, u"."_s, u"../x"_s, u"a/b"_s, u".hidden"_s, u"a b"_s, u"senha.é"_s, u"a\n"_s})
        QTest::addRow("%s", name.toUtf8().toPercentEncoding().constData()) << name;
}

void tst_EnvironmentStore::refusesNamesThatLeadElsewhere()
{
    QFETCH(QString, name);
    m_environment.insert(u"CREDENTIALS_DIRECTORY"_s, m_folder->path());
    COMPARE_ERROR(store().read(name, {}), ErrorCode::InvalidInput);
    COMPARE_ERROR(store().source(name, {}), ErrorCode::InvalidInput);
}

void tst_EnvironmentStore::isReadOnly()
{
    m_environment.insert(u"CAMUNDA_PASS"_s, u"hunter2"_s);
    const auto written = store().write(u"github"_s, Secret("hunter2"), {});
    COMPARE_ERROR(written, ErrorCode::Refused);
    const auto removed = store().remove(u"camunda.producao"_s, {});
    COMPARE_ERROR(removed, ErrorCode::Refused);
    QVERIFY2(removed.error().text().contains("it comes from CAMUNDA_PASS"_L1), qPrintable(removed.error().text()));
    QVERIFY(!(written.error().text() + removed.error().text()).contains("hunter2"_L1));
    COMPARE_ERROR(store().remove(u"github"_s, {}), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(tst_EnvironmentStore)
#include "tst_environmentstore.moc"
