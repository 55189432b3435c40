// SPDX-License-Identifier: Apache-2.0
#include "sources/committree.h"
#include "sources/filesearch.h"

#include "support/gitrepository.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pipeline;
using namespace pipeline::sources;
using namespace Qt::StringLiterals;

/// Finding and reading files of a commit that is not checked out any more.
class TestCommitTree : public QObject {
    Q_OBJECT

    const QTemporaryDir m_home;
    const QString m_before = QDir::currentPath();
    std::unique_ptr<tests::GitRepository> m_repository;
    QString m_commit;

    static QStringList found(const QString &commit, const QStringList &paths)
    {
        const auto tree = CommitTree::open(commit, {});
        return tree ? findFiles(*tree, paths).value_or(QStringList{u"!"_s}) : QStringList{tree.error().text()};
    }

private slots:
    void initTestCase()
    {
        tests::GitRepository::isolate(m_home.path());
        m_repository = std::make_unique<tests::GitRepository>(m_home.filePath(u"repository"_s));
        for (const QString &path :
             {u"Genesis/bpmn/a.bpmn"_s, u"Genesis/bpmn/b.bpmn"_s, u"Genesis/.cache/c.bpmn"_s, u"Genesis/README.md"_s,
              u"Genesis/node_modules/m.bpmn"_s, u"Prometheus/dmn/d.dmn"_s, u"ação.dmn"_s})
            m_repository->write(path, "old " + path.toUtf8());
        QVERIFY(QFile::link(u"a.bpmn"_s, m_repository->work() + u"/Genesis/bpmn/link.bpmn"_s));
        m_commit = m_repository->commit();
        m_repository->git({u"tag"_s, u"v1"_s});
        m_repository->git({u"rm"_s, u"-rq"_s, u"Genesis"_s});
        m_repository->commit();
    }

    void init() { QVERIFY(QDir::setCurrent(m_repository->work())); }
    void cleanup() { QVERIFY(QDir::setCurrent(m_before)); }

    void findsFilesOfACommit()
    {
        const QStringList ofGenesis{u"Genesis/bpmn/a.bpmn"_s, u"Genesis/bpmn/b.bpmn"_s};
        for (const QString &name : {m_commit, m_commit.left(12), u"v1"_s, u"HEAD~1"_s, u"main^"_s}) {
            QCOMPARE(found(name, {u"Genesis"_s}), ofGenesis);
            QCOMPARE(found(name, {u"**/*.bpmn"_s}), ofGenesis);
        }
        QCOMPARE(found(u"v1"_s, {u"."_s}), ofGenesis + QStringList({u"Prometheus/dmn/d.dmn"_s, u"ação.dmn"_s}));
        QCOMPARE(found(u"v1"_s, {m_repository->work() + u"/Genesis/bpmn/a.bpmn"_s}),
                 QStringList{m_repository->work() + u"/Genesis/bpmn/a.bpmn"_s});
        QCOMPARE(found(u"HEAD"_s, {u"."_s}), (QStringList{u"Prometheus/dmn/d.dmn"_s, u"ação.dmn"_s}));
        QCOMPARE(found(u"HEAD"_s, {u"Genesis"_s}), QStringList{u"!"_s});
        QCOMPARE(found(u"v1"_s, {u"Genesis/bpmn/link.bpmn"_s}), QStringList{u"!"_s});
    }

    void pathsCountFromTheCurrentFolder()
    {
        QVERIFY(QDir::setCurrent(m_repository->work() + u"/Prometheus"_s));
        QCOMPARE(found(u"v1"_s, {u"dmn"_s}), QStringList{u"dmn/d.dmn"_s});
        QCOMPARE(found(u"v1"_s, {u"../Genesis/bpmn/a.bpmn"_s}), QStringList{u"../Genesis/bpmn/a.bpmn"_s});
        QCOMPARE(found(u"v1"_s, {u"../*/bpmn"_s}).size(), 2);
    }

    void readsBytesAsCommitted()
    {
        const auto tree = CommitTree::open(u"v1"_s, {});
        QVERIFY(tree.has_value());
        QStringList read;
        const auto take = [&](const QString &path, const Result<QByteArray> &bytes) {
            read << path + u": "_s + QString::fromUtf8(bytes.value_or("?"));
        };
        QVERIFY(tree->read({u"ação.dmn"_s, u"Genesis/bpmn/a.bpmn"_s}, take, {}));
        QCOMPARE(read, (QStringList{u"ação.dmn: old ação.dmn"_s, u"Genesis/bpmn/a.bpmn: old Genesis/bpmn/a.bpmn"_s}));
    }

    void saysWhatIsWrong()
    {
        for (const QString &name : {u"v2"_s, QString(40, u'a'), u"--all"_s, u""_s}) {
            const auto tree = CommitTree::open(name, {});
            QVERIFY(!tree);
            QCOMPARE(tree.error().code, ErrorCode::InvalidInput);
            QCOMPARE(tree.error().message, u"The repository has no commit "_s + name);
        }
        QVERIFY(QDir::setCurrent(m_home.path()));
        const auto tree = CommitTree::open(u"v1"_s, {});
        QVERIFY(!tree);
        QCOMPARE(tree.error().code, ErrorCode::InvalidInput);
        QVERIFY2(tree.error().message.startsWith("There is no git repository around "_L1),
                 qPrintable(tree.error().message));
    }
};

QTEST_GUILESS_MAIN(TestCommitTree)
#include "tst_committree.moc"
