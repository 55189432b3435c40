// SPDX-License-Identifier: Apache-2.0
#include "configuration/configuration.h"
#include "support/resultchecks.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::configuration;

class tst_RunnerWriter : public QObject {
    Q_OBJECT

    static constexpr const char *Environments =
        "[environments.homologacao]\nengine = \"http://a.example/engine-rest\"\n\n"
        "[environments.producao]\nengine = \"http://b.example/engine-rest\"\n";

private slots:
    void keepsTheRest_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const QByteArray environments = Environments;
        QTest::newRow("a new section") << environments
                                       << environments + "\n[runner]\nenvironments = [\"homologacao\"]\n";
        QTest::newRow("a new key")
            << "[runner] # mine\n  name = \"desk\" # short\n\n" + environments
            << "[runner] # mine\n  name = \"desk\" # short\n  environments = [\"homologacao\"]\n\n" + environments;
        QTest::newRow("another value")
            << "[runner]\nenvironments = [ \"producao\", # all\n  \"homologacao\" ] # of them\n" + environments
            << "[runner]\nenvironments = [\"homologacao\"] # of them\n" + environments;
        QTest::newRow("an inline table") << "runner = { name = \"desk\", environments = [] }\n"
                + environments << "runner = { name = \"desk\", environments = [\"homologacao\"] }\n" + environments;
    }

    void keepsTheRest()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"pipeline.toml"_s);
        put(file, before);
        VERIFY_RESULT(writeRunnerEnvironments(file, {u"homologacao"_s}));
        QCOMPARE(content(file), after);
        VERIFY_RESULT(writeRunnerEnvironments(file, {}));
        const auto read = load(file, QProcessEnvironment());
        VERIFY_RESULT(read);
        QVERIFY(read->runner.environments && read->runner.environments->isEmpty()); // which is not "all"
    }

    void refusesWhatWouldNotLoad()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"pipeline.toml"_s);
        COMPARE_ERROR(writeRunnerEnvironments(file, {}), ErrorCode::NotFound);
        put(file, Environments);
        COMPARE_ERROR(writeRunnerEnvironments(file, {u"nowhere"_s}), ErrorCode::InvalidInput);
        QCOMPARE(content(file), QByteArray(Environments));
        const QByteArray inlineTable = "runner = { name = \"desk\" }\n"; // there is no line to put the key on
        put(file, inlineTable + Environments);
        COMPARE_ERROR(writeRunnerEnvironments(file, {u"producao"_s}), ErrorCode::InvalidInput);
        QCOMPARE(content(file), inlineTable + Environments);
    }

private:
    static void put(const QString &name, const QByteArray &text)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    static QByteArray content(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_APPLESS_MAIN(tst_RunnerWriter)
#include "tst_runnerwriter.moc"
