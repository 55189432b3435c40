// SPDX-License-Identifier: Apache-2.0
#include "workers/package.h"

#include "support/resultchecks.h"
#include "workerrepository.h"

using namespace Qt::StringLiterals;
using namespace pipeline;
using workers::findPackages;
using workers::Package;

class TestPackage : public QObject {
    Q_OBJECT

private slots:
    void nearestPackageGroupsItsArtefacts()
    {
        WorkerRepository repository;
        repository.write(u"package.json"_s, R"({"name": "root"})");
        repository.write(u"worker/a/package.json"_s, R"({"name": "a"})");
        repository.write(u"worker/a/src/index.js"_s, "");
        repository.write(u"worker/b/index.js"_s, "");
        const auto packages = findPackages(
            repository.checkout({u"worker/a/src/index.js"_s, u"worker/b/index.js"_s, u"worker/a"_s, u"worker/b/"_s}));
        VERIFY_RESULT(packages);
        QCOMPARE(packages->size(), 2);
        QCOMPARE(packages->at(0).name, u"worker/a"_s);
        QCOMPARE(packages->at(0).artefacts, (QStringList{u"src/index.js"_s, u"."_s}));
        QCOMPARE(packages->at(1).name, u"."_s);
        QCOMPARE(packages->at(1).folder, packages->at(1).checkout);
        QCOMPARE(packages->at(1).artefacts, (QStringList{u"worker/b/index.js"_s, u"worker/b"_s}));
    }

    void noPackage()
    {
        WorkerRepository repository;
        repository.write(u"worker/index.js"_s, "");
        const auto packages = findPackages(repository.checkout({u"worker/index.js"_s}));
        COMPARE_ERROR(packages, ErrorCode::Refused);
        QVERIFY(packages.error().message.startsWith(u"worker/index.js"_s));
    }

    void missingArtefact()
    {
        WorkerRepository repository;
        COMPARE_ERROR(findPackages(repository.checkout({u"worker/index.js"_s})), ErrorCode::NotFound);
        COMPARE_ERROR(findPackages({u"/no/such/checkout"_s, {u"a"_s}}), ErrorCode::NotFound);
    }

    void pathsThatLeadOut()
    {
        WorkerRepository repository;
        QTemporaryDir outside;
        QFile file(outside.filePath(u"package.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        QVERIFY(QFile::link(outside.path(), repository.path(u"linked"_s)));
        for (const QString &artefact :
             {u"../"_s + QFileInfo(outside.path()).fileName(), u"linked"_s, u"linked/package.json"_s})
            COMPARE_ERROR(findPackages(repository.checkout({artefact})), ErrorCode::InvalidInput);
    }

    void manifestThatIsALink()
    {
        WorkerRepository repository;
        repository.write(u"w/index.js"_s, "");
        QVERIFY(QFile::link(u"/etc/passwd"_s, repository.path(u"w/package.json"_s)));
        const auto packages = findPackages(repository.checkout({u"w"_s}));
        COMPARE_ERROR(packages, ErrorCode::Refused);
        QVERIFY(!packages.error().text().contains(u"root"_s));
    }

    void manifestThatIsNoJson()
    {
        WorkerRepository repository;
        repository.write(u"w/package.json"_s, "{\n  \"name\": \"w\",\n}\n");
        const auto packages = findPackages(repository.checkout({u"w"_s}));
        COMPARE_ERROR(packages, ErrorCode::Refused);
        QVERIFY2(packages.error().message.startsWith(u"w/package.json line 3"_s), qPrintable(packages.error().text()));
    }

    void installedByLockAlone_data()
    {
        QTest::addColumn<QByteArray>("manifest");
        QTest::addColumn<QByteArray>("lock");
        QTest::addColumn<bool>("expected");
        QTest::newRow("plain") << "{}"_ba
                               << R"({"packages": {"node_modules/a": {"version": "1.0.0"}}})"_ba << true;
        QTest::newRow("harmless script") << R"({"scripts": {"test": "jest"}})"_ba
                                         << "{}"_ba << true;
        QTest::newRow("script") << R"({"scripts": {"postinstall": "patch-package"}})"_ba
                                << "{}"_ba << false;
        QTest::newRow("workspaces") << R"({"workspaces": ["a"]})"_ba
                                    << "{}"_ba << false;
        QTest::newRow("link") << "{}"_ba
                              << R"({"packages": {"node_modules/a": {"link": true}}})"_ba << false;
        QTest::newRow("file") << "{}"_ba
                              << R"({"packages": {"node_modules/a": {"resolved": "file:a.tgz"}}})"_ba << false;
    }

    void installedByLockAlone()
    {
        QFETCH(QByteArray, manifest);
        QFETCH(QByteArray, lock);
        WorkerRepository repository;
        repository.write(u"package.json"_s, manifest);
        const auto packages = findPackages(repository.checkout({u"."_s}));
        VERIFY_RESULT(packages);
        QTEST(packages->first().isInstalledByLockAlone(lock), "expected");
        repository.write(u"binding.gyp"_s, "{}");
        QVERIFY(!packages->first().isInstalledByLockAlone(lock));
    }

    void dependencies()
    {
        Package package;
        QVERIFY(!package.hasDependencies());
        package.manifest = {{u"devDependencies"_s, QJsonObject()}};
        QVERIFY(!package.hasDependencies());
        package.manifest = {{u"optionalDependencies"_s, QJsonObject{{u"a"_s, u"1"_s}}}};
        QVERIFY(package.hasDependencies());
    }
};

QTEST_GUILESS_MAIN(TestPackage)
#include "tst_package.moc"
