// SPDX-License-Identifier: Apache-2.0
#include "repository/mirror.h"
#include "support/gitrepository.h"
#include "support/resultchecks.h"

#include <QDirIterator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::repository;
using tests::GitRepository;

class tst_MirrorCheckout : public QObject {
    Q_OBJECT

private slots:
    void init();
    void writesTheTree();
    void attributesAndFiltersDoNotCount();
    void largeFilesPassThrough();
    void refusesAFolderThatIsNotEmpty();
    void refusesTreesMadeByHand_data();
    void refusesTreesMadeByHand();
    void neverWritesThroughALink();
    void canBeCancelled();
    void ofAnUnknownCommit();

private:
    Mirror mirror() const
    {
        return Mirror({u"workers"_s, m_repository->remote(), u"main"_s, {}}, m_folder->filePath(u"mirror.git"_s));
    }
    QString target() const { return m_folder->filePath(u"checkout/here"_s); }
    QByteArray bytes(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<GitRepository> m_repository;
    std::stop_token m_never;
};

void tst_MirrorCheckout::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    GitRepository::isolate(m_folder->path());
    m_repository = std::make_unique<GitRepository>(m_folder->path());
}

QByteArray tst_MirrorCheckout::bytes(const QString &path) const
{
    QFile file(target() + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void tst_MirrorCheckout::writesTheTree()
{
    m_repository->write(u"worker/mail/index.js"_s, "code\n");
    m_repository->write(u"worker/mail/empty"_s, {});
    m_repository->write(u"bin/run me.sh"_s, "#!/bin/sh\n");
    QFile script(m_repository->work() + "/bin/run me.sh"_L1);
    QVERIFY(script.setPermissions(script.permissions() | QFile::ExeOwner));
    QVERIFY(QFile::link(u"../worker/mail/index.js"_s, m_repository->work() + "/bin/link"_L1));
    QVERIFY(QFile::link(u"worker"_s, m_repository->work() + "/folder link"_L1));
    const QString some = m_repository->commit();
    m_repository->git({u"update-index"_s, u"--add"_s, u"--cacheinfo"_s, "160000,"_L1 + some + ",module"_L1});
    m_repository->git({u"commit"_s, u"--quiet"_s, u"--message"_s, u"submodule"_s});
    m_repository->push();
    const QString commit = m_repository->head();
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    VERIFY_RESULT(mirror().checkout(commit, target(), m_never));

    QStringList found;
    QDirIterator files(target(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        found << files.next().mid(target().size() + 1);
    found.sort();
    QCOMPARE(found,
             QStringList({u"bin"_s, u"bin/link"_s, u"bin/run me.sh"_s, u"folder link"_s, u"module"_s, u"worker"_s,
                          u"worker/mail"_s, u"worker/mail/empty"_s, u"worker/mail/index.js"_s}));
    QCOMPARE(bytes(u"worker/mail/index.js"_s), "code\n");
    QCOMPARE(bytes(u"worker/mail/empty"_s), "");
    QVERIFY(QFileInfo(target() + "/bin/run me.sh"_L1).isExecutable());
    QVERIFY(!(QFile::permissions(target() + "/worker/mail/index.js"_L1) & QFile::ExeOwner));
    const QFileInfo link(target() + "/bin/link"_L1);
    QVERIFY(link.isSymbolicLink());
    QCOMPARE(link.symLinkTarget(), target() + "/worker/mail/index.js"_L1);
    QCOMPARE(bytes(u"folder link/mail/index.js"_s), "code\n");
    QVERIFY(QFileInfo(target() + "/module"_L1).isDir());
}

void tst_MirrorCheckout::attributesAndFiltersDoNotCount()
{
    const QString ran = m_folder->filePath(u"filter-ran"_s);
    QFile global(m_folder->filePath(u"gitconfig"_s));
    QVERIFY(global.open(QIODevice::WriteOnly));
    global.write("[core]\n\tautocrlf = true\n\thooksPath = " + QFile::encodeName(m_folder->path())
                 + "/hooks\n[filter \"lfs\"]\n\tsmudge = touch " + QFile::encodeName(ran) + "; cat\n\tclean = cat\n");
    global.close();
    QVERIFY(QDir().mkpath(m_folder->filePath(u"hooks"_s)));
    for (const QString &hook : {u"post-checkout"_s, u"reference-transaction"_s, u"pre-push"_s}) {
        QFile script(m_folder->filePath("hooks/"_L1 + hook));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\ntouch " + QFile::encodeName(ran) + "\n");
        script.setPermissions(script.permissions() | QFile::ExeOwner);
    }

    const QByteArray attributes = "*.txt text eol=crlf\n*.bin filter=lfs\n*.id ident\nsecret.* export-ignore\n";
    const QByteArrayList records{"100644 blob " + m_repository->blob(attributes) + "\t.gitattributes",
                                 "100644 blob " + m_repository->blob("line\nline\n") + "\ta.txt",
                                 "100644 blob " + m_repository->blob("version https://git-lfs\n") + "\tb.bin",
                                 "100644 blob " + m_repository->blob("$Id$\n") + "\tc.id",
                                 "100644 blob " + m_repository->blob("kept") + "\tsecret.x"};
    const QString commit = m_repository->commitTree(records.join('\0') + '\0');
    m_repository->push(commit + ":refs/heads/main"_L1);
    QFile::remove(ran); // the test's own push has run the hook

    VERIFY_RESULT(mirror().resolve(commit, m_never));
    VERIFY_RESULT(mirror().checkout(commit, target(), m_never));
    QCOMPARE(bytes(u".gitattributes"_s), attributes);
    QCOMPARE(bytes(u"a.txt"_s), "line\nline\n");
    QCOMPARE(bytes(u"b.bin"_s), "version https://git-lfs\n");
    QCOMPARE(bytes(u"c.id"_s), "$Id$\n");
    QCOMPARE(bytes(u"secret.x"_s), "kept");
    VERIFY_RESULT(mirror().push(commit, m_never));
    QVERIFY(!QFile::exists(ran));
}

void tst_MirrorCheckout::largeFilesPassThrough()
{
    m_repository->write(u"before"_s, "b");
    m_repository->write(u"large"_s, {});
    QVERIFY(QFile::resize(m_repository->work() + "/large"_L1, 100 * 1024 * 1024));
    m_repository->write(u"later"_s, "l");
    const QString commit = m_repository->commit();
    Mirror mirror({u"workers"_s, m_repository->work(), u"main"_s, {}},
                  m_folder->filePath(u"mirror.git"_s)); // saves a copy
    VERIFY_RESULT(mirror.resolve(commit, m_never));
    VERIFY_RESULT(mirror.checkout(commit, target(), m_never));
    QCOMPARE(QFileInfo(target() + "/large"_L1).size(), 100 * 1024 * 1024);
    QCOMPARE(bytes(u"before"_s), "b");
    QCOMPARE(bytes(u"later"_s), "l");
}

void tst_MirrorCheckout::refusesAFolderThatIsNotEmpty()
{
    const QString commit = m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    QVERIFY(QDir().mkpath(target() + "/.hidden"_L1));
    COMPARE_ERROR(mirror().checkout(commit, target(), m_never), ErrorCode::Storage);
}

void tst_MirrorCheckout::refusesTreesMadeByHand_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("parent") << QByteArray("..");
    QTest::newRow("git's folder") << QByteArray(".git");
    QTest::newRow("git's folder in capitals") << QByteArray(".GIT");
    QTest::newRow("control characters") << QByteArray("a\nb");
}

void tst_MirrorCheckout::refusesTreesMadeByHand()
{
    QFETCH(QByteArray, name);
    const QByteArray file = "100644 blob " + m_repository->blob("x") + "\tescaped" + '\0';
    const QByteArray inner = m_repository->git({u"mktree"_s, u"-z"_s}, file).trimmed();
    const QString commit = m_repository->commitTree("040000 tree " + inner + '\t' + name + '\0');
    m_repository->push(commit + ":refs/heads/main"_L1);
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    COMPARE_ERROR(mirror().checkout(commit, target(), m_never), ErrorCode::Refused);
    QVERIFY(!QFile::exists(m_folder->filePath(u"checkout/escaped"_s)));
    QVERIFY(QDir(target()).isEmpty());
}

void tst_MirrorCheckout::neverWritesThroughALink()
{
    const QString outside = m_folder->filePath(u"outside"_s);
    QVERIFY(QDir().mkpath(outside));
    const QByteArray file = "100644 blob " + m_repository->blob("x") + "\tescaped" + '\0';
    const QByteArray inner = m_repository->git({u"mktree"_s, u"-z"_s}, file).trimmed();
    // The same name twice: git makes such a tree only by hand.
    const QString commit = m_repository->commitTree("120000 blob " + m_repository->blob(QFile::encodeName(outside))
                                                    + "\tname" + '\0' + "040000 tree " + inner + "\tname" + '\0');
    m_repository->push(commit + ":refs/heads/main"_L1);
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    COMPARE_ERROR(mirror().checkout(commit, target(), m_never), ErrorCode::Storage);
    QVERIFY(!QFile::exists(outside + "/escaped"_L1));
}

void tst_MirrorCheckout::canBeCancelled()
{
    m_repository->write(u"a"_s, "a");
    const QString commit = m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    std::stop_source stop;
    stop.request_stop();
    COMPARE_ERROR(mirror().checkout(commit, target(), stop.get_token()), ErrorCode::Cancelled);
}

void tst_MirrorCheckout::ofAnUnknownCommit()
{
    m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().fetch(m_never));
    COMPARE_ERROR(mirror().checkout(QString(40, u'a'), target(), m_never), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(tst_MirrorCheckout)
#include "tst_mirrorcheckout.moc"
