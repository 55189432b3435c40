// SPDX-License-Identifier: Apache-2.0
#include "sources/filesearch.h"
#include "sources/workingtree.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace pipeline;
using namespace pipeline::sources;
using namespace Qt::StringLiterals;

/// Finding files of a folder, which is the current one.
class TestFileSearch : public QObject {
    Q_OBJECT

    const WorkingTree m_tree;
    const QString m_before = QDir::currentPath();
    std::unique_ptr<QTemporaryDir> m_folder;

    static void write(const QString &path, const QByteArray &bytes = "x")
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QStringList found(const QStringList &paths) const { return findFiles(m_tree, paths).value_or(QStringList{u"!"_s}); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir::setCurrent(m_folder->path()));
        for (const QString &path :
             {u"Genesis/bpmn/b.bpmn"_s, u"Genesis/bpmn/a.bpmn"_s, u"Genesis/forms/f.form"_s, u"Genesis/README.md"_s,
              u"Genesis/.cache/c.bpmn"_s, u"Genesis/node_modules/m/m.bpmn"_s, u"Genesis/deep/node_modules/m.dmn"_s,
              u"Prometheus/dmn/d.dmn"_s, u"odd[1].bpmn"_s})
            write(path);
    }

    void cleanup() { QVERIFY(QDir::setCurrent(m_before)); }

    void takesFilesAndFolders()
    {
        QCOMPARE(found({u"Prometheus/dmn/d.dmn"_s}), QStringList{u"Prometheus/dmn/d.dmn"_s});
        QCOMPARE(found({u"./Genesis/"_s}),
                 (QStringList{u"Genesis/bpmn/a.bpmn"_s, u"Genesis/bpmn/b.bpmn"_s, u"Genesis/forms/f.form"_s}));
        QCOMPARE(found({u"."_s}).first(), u"Genesis/bpmn/a.bpmn"_s);
        QCOMPARE(found({u"."_s}).size(), 5);
        QCOMPARE(found({m_folder->path() + u"/Prometheus"_s}),
                 QStringList{m_folder->path() + u"/Prometheus/dmn/d.dmn"_s});
        QVERIFY(QDir().mkpath(u"empty"_s));
        QCOMPARE(found({u"empty"_s}), QStringList());
    }

    void takesPatterns()
    {
        QCOMPARE(found({u"**/*.dmn"_s}), QStringList{u"Prometheus/dmn/d.dmn"_s});
        QCOMPARE(found({u"Genesis/*/*.{form,bpmn}"_s}).size(), 3);
        QCOMPARE(found({u"*/forms"_s}), QStringList{u"Genesis/forms/f.form"_s});
        QCOMPARE(found({m_folder->path() + u"/**/d.*"_s}), QStringList{m_folder->path() + u"/Prometheus/dmn/d.dmn"_s});
        QVERIFY(QDir::setCurrent(m_folder->path() + u"/Genesis"_s));
        QCOMPARE(found({u"../Prom*/**/*.dmn"_s}), QStringList{u"../Prometheus/dmn/d.dmn"_s});
    }

    void aNameMayLookLikeAPattern() { QCOMPARE(found({u"odd[1].bpmn"_s}), QStringList{u"odd[1].bpmn"_s}); }

    void takesEachFileOnce()
    {
        QCOMPARE(found({u"Prometheus"_s, u"Prometheus/dmn/d.dmn"_s, m_folder->path() + u"/Prometheus/dmn/d.dmn"_s,
                        u"**/d.dmn"_s}),
                 QStringList{u"Prometheus/dmn/d.dmn"_s});
    }

    void saysWhatIsNotThere_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("message");
        QTest::newRow("nothing") << u"absent"_s << u"There is no file or folder absent"_s;
        QTest::newRow("no match") << u"**/*.html"_s << u"No file to validate matches **/*.html"_s;
        QTest::newRow("no folder") << u"absent/*.dmn"_s << u"No file to validate matches absent/*.dmn"_s;
        QTest::newRow("wrong set") << u"[z-a].dmn"_s << u"No file to validate matches [z-a].dmn"_s;
        QTest::newRow("other kind") << u"Genesis/README.md"_s
                                    << u"Genesis/README.md is not of a kind that is validated"_s;
    }

    void saysWhatIsNotThere()
    {
        QFETCH(QString, path);
        const auto files = findFiles(m_tree, {path});
        QVERIFY(!files);
        QCOMPARE(files.error().code, ErrorCode::InvalidInput);
        QTEST(files.error().message, "message");
    }

    void readsWhatCanBeRead()
    {
        write(u"a.bpmn"_s, "bytes");
        QVERIFY(QFile::link(u"nowhere"_s, u"b.bpmn"_s));
        QStringList read;
        const auto take = [&](const QString &path, const Result<QByteArray> &bytes) {
            read << path + u": "_s + (bytes ? QString::fromUtf8(*bytes) : bytes.error().message);
        };
        QVERIFY(m_tree.read({u"b.bpmn"_s, u"a.bpmn"_s}, take, {}));
        QCOMPARE(read, (QStringList{u"b.bpmn: The file b.bpmn cannot be read"_s, u"a.bpmn: bytes"_s}));
    }

    void stopsWhenAsked()
    {
        std::stop_source stop;
        int count = 0;
        const auto take = [&](const QString &, const Result<QByteArray> &) {
            ++count;
            stop.request_stop();
        };
        const auto read = m_tree.read(found({u"."_s}), take, stop.get_token());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Cancelled);
        QCOMPARE(count, 1);
    }

    void knowsWhatIsDeployedTogether()
    {
        const QString here = QDir::currentPath();
        QCOMPARE(deploymentOf(u"Genesis/bpmn/a.bpmn"_s), here + u"/Genesis"_s);
        QCOMPARE(deploymentOf(u"Genesis/forms/f.form"_s), here + u"/Genesis"_s);
        QCOMPARE(deploymentOf(u"a.bpmn"_s), here);
        QCOMPARE(deploymentOf(u"/p/q/a.bpmn"_s), u"/p/q"_s);
    }
};

QTEST_GUILESS_MAIN(TestFileSearch)
#include "tst_filesearch.moc"
