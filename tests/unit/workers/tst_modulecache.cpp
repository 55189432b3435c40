// SPDX-License-Identifier: Apache-2.0
#include "workers/modulecache.h"

#include "support/resultchecks.h"
#include "workerrepository.h"

#include <QDateTime>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace pipeline;
using workers::ModuleCache;

class TestModuleCache : public QObject {
    Q_OBJECT

    static Result<QString> addEntry(const ModuleCache &cache, const QString &key, const QByteArray &content)
    {
        auto staging = cache.makeStagingFolder();
        if (!staging)
            return fail(staging.error());
        QDir(staging->path()).mkdir(u"node_modules"_s);
        QFile file(staging->filePath(u"node_modules/file"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0)
            return fail(ErrorCode::Storage, u"no file"_s);
        file.close();
        return cache.add(key, std::move(*staging));
    }

private slots:
    void theKeyIsWhatDecidesTheModules()
    {
        WorkerRepository repository;
        repository.write(u"package.json"_s, "{}");
        repository.write(u".npmrc"_s, "a=b\n");
        const auto key = [&] { return ModuleCache::key(repository.path(), "lock", u"v20 linux x64"_s); };
        const QString first = key();
        QCOMPARE(first.size(), 64);
        QCOMPARE(key(), first);
        repository.write(u".npmrc"_s, "a=b\n//registry.example/:_authToken=x\n");
        QCOMPARE(key(), ModuleCache::key(repository.path(), "lock", u"v20 linux x64"_s));
        const QString withToken = key();
        repository.write(u".npmrc"_s, "a=b\n//registry.example/:_authToken=y\n");
        QCOMPARE(key(), withToken);

        QSet<QString> keys{first};
        repository.write(u".npmrc"_s, "a=c\n");
        keys << key();
        repository.write(u"package.json"_s, "{ }");
        keys << key();
        keys << ModuleCache::key(repository.path(), "lock2", u"v20 linux x64"_s);
        keys << ModuleCache::key(repository.path(), "lock", u"v18 linux x64"_s);
        QCOMPARE(keys.size(), 5);
    }

    void findsWhatWasAdded()
    {
        QTemporaryDir folder;
        const ModuleCache cache(folder.filePath(u"node_modules"_s));
        QVERIFY(!cache.find(u"key"_s));
        const auto added = addEntry(cache, u"key"_s, "content");
        VERIFY_RESULT(added);
        QCOMPARE(cache.find(u"key"_s).value_or(QString()), *added);
        QVERIFY(QFile::exists(*added + u"/file"_s));
        // No staging folder is left.
        QCOMPARE(
            QDir(folder.filePath(u"node_modules"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList{u"key"_s});
    }

    void theFirstOfTwoStays()
    {
        QTemporaryDir folder;
        const ModuleCache cache(folder.path());
        VERIFY_RESULT(addEntry(cache, u"key"_s, "first"));
        const auto second = addEntry(cache, u"key"_s, "second");
        VERIFY_RESULT(second);
        QFile file(*second + u"/file"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "first");
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{u"key"_s});
    }

    void removesWhatNobodyUses()
    {
        QTemporaryDir folder;
        const ModuleCache cache(folder.path());
        for (const QString &key : {u"old"_s, u"used"_s})
            VERIFY_RESULT(addEntry(cache, key, "x"));
        const timespec longAgo[2] = {{1000, 0}, {1000, 0}};
        for (const auto &key : {"/old", "/used"})
            QCOMPARE(utimensat(AT_FDCWD, (folder.path().toLocal8Bit() + key).constData(), longAgo, 0), 0);
        QVERIFY(cache.find(u"used"_s));
        VERIFY_RESULT(addEntry(cache, u"new"_s, "x"));
        QVERIFY(!cache.find(u"old"_s));
        QVERIFY(cache.find(u"used"_s));
        QVERIFY(cache.find(u"new"_s));
    }

    void folderThatCannotBeMade()
    {
        COMPARE_ERROR(ModuleCache(u"/proc/no/such"_s).makeStagingFolder(), ErrorCode::Storage);
    }
};

QTEST_GUILESS_MAIN(TestModuleCache)
#include "tst_modulecache.moc"
