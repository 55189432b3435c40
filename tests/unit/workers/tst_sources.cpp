// SPDX-License-Identifier: Apache-2.0
#include "workers/sources.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pipeline;
using namespace Qt::StringLiterals;

class TestSources : public QObject {
    Q_OBJECT

private slots:
    void findsWhatAWorkerIsWrittenIn()
    {
        const QTemporaryDir checkout;
        const auto write = [&checkout](const QString &path, const QByteArray &text) {
            const QString name = checkout.filePath(path);
            QDir().mkpath(QFileInfo(name).path());
            QFile file(name);
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        for (const QString &path :
             {u"index.js"_s, u"worker/a/index.mjs"_s, u"worker/b/b.ts"_s, u"worker/a/package.json"_s,
              u"node_modules/x/index.js"_s, u"worker/a/node_modules/x/index.js"_s})
            QVERIFY(write(path, path.toUtf8()));
        QVERIFY(write(u"large.js"_s, QByteArray(3 * 1024 * 1024, ' ')));
        QVERIFY(QFile::link(checkout.filePath(u"index.js"_s), checkout.filePath(u"link.js"_s)));
        const auto sources = workers::sourcesIn(checkout.path());
        QCOMPARE(sources.keys(), (QStringList{u"index.js"_s, u"worker/a/index.mjs"_s, u"worker/b/b.ts"_s}));
        QCOMPARE(sources.value(u"index.js"_s), "index.js");
    }
};

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
