// SPDX-License-Identifier: Apache-2.0
#include "workers/nodeinstallation.h"

#include "support/resultchecks.h"
#include "workerrepository.h"

using namespace Qt::StringLiterals;
using namespace pipeline;
using workers::findNode;

class TestNodeInstallation : public QObject {
    Q_OBJECT

    const QByteArray m_path = qgetenv("PATH");

    /// Makes \a folder of \a repository the one that is looked at first, with a program `node` of that \a script.
    void putNode(WorkerRepository &repository, const QString &folder, const QByteArray &script) const
    {
        repository.write(folder + u"/node"_s, "#!/bin/sh\n" + script);
        QFile::setPermissions(repository.path(folder + u"/node"_s), QFile::ReadOwner | QFile::ExeOwner);
        qputenv("PATH", repository.path(folder).toLocal8Bit() + ":/usr/bin:/bin");
    }

private slots:
    void cleanup() { qputenv("PATH", m_path); }

    void missing()
    {
        QTemporaryDir empty;
        qputenv("PATH", empty.path().toLocal8Bit());
        const auto node = findNode({});
        COMPARE_ERROR(node, ErrorCode::ToolMissing);
        QVERIFY(node.error().hint.contains(u"apt install nodejs npm"_s));
    }

    void broken()
    {
        WorkerRepository repository;
        putNode(repository, u"bin"_s, "echo libc is too old >&2\nexit 1\n");
        const auto node = findNode({});
        COMPARE_ERROR(node, ErrorCode::ToolMissing);
        QVERIFY(node.error().detail.contains(u"libc is too old"_s));
    }

    void standInOfAVersionManager()
    {
        WorkerRepository repository;
        const QString prefix = QFileInfo(repository.path()).canonicalFilePath() + u"/versions/20"_s;
        repository.write(u"versions/20/lib/node_modules/npm/bin/npm-cli.js"_s, "");
        repository.write(u"versions/20/etc/npmrc"_s, "_auth=planted-token");
        putNode(repository, u"versions/20/bin"_s, "");
        QVERIFY(QFile::link(u"../lib/node_modules/npm/bin/npm-cli.js"_s, repository.path(u"versions/20/bin/npm"_s)));
        putNode(repository, u"shims"_s, "printf '%s\\n' " + prefix.toUtf8() + "/bin/node v20.1.2 linux x64\n");
        const auto node = findNode({});
        VERIFY_RESULT(node);
        QCOMPARE(node->node, prefix + u"/bin/node"_s);
        QCOMPARE(node->npm, prefix + u"/lib/node_modules/npm/bin/npm-cli.js"_s);
        QCOMPARE(node->platform, u"v20.1.2 linux x64"_s);
        QCOMPARE(
            node->files,
            (QStringList{prefix + u"/bin"_s, prefix + u"/lib/node_modules"_s, prefix + u"/lib/node_modules/npm"_s}));
    }

    void oneProgramInAHome()
    {
        WorkerRepository repository;
        const QString program = QFileInfo(repository.path()).canonicalFilePath() + u"/bin/node"_s;
        putNode(repository, u"bin"_s, "printf '%s\\n' \"$0\" v20.1.2 linux x64\n");
        const auto node = findNode({});
        VERIFY_RESULT(node);
        QCOMPARE(node->files.first(), program); // and not its folder
    }

    void cancelled()
    {
        std::stop_source source;
        source.request_stop();
        COMPARE_ERROR(findNode(source.get_token()), ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestNodeInstallation)
#include "tst_nodeinstallation.moc"
