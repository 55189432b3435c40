// SPDX-License-Identifier: Apache-2.0
#include "repository/mirror.h"
#include "support/gitrepository.h"
#include "support/resultchecks.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::repository;
using tests::GitRepository;

class tst_Mirror : public QObject {
    Q_OBJECT

private slots:
    void init();
    void fetchesBranchesAndTagsOnly();
    void fetchPrunesAndFollowsForcedMoves();
    void fetchSurvivesAKilledOne();
    void fetchOfAnEmptyRemote();
    void fetchOfAMissingRemote();
    void fetchIntoAnOccupiedFolder();
    void resolvesFullAndShortShas();
    void resolveFetchesWhenNeeded();
    void resolveWorksOffline();
    void resolveRefusesPullRequests();
    void resolveRefusesWhatNoBranchHoldsAnyMore();
    void resolveRefusesAmbiguity();
    void resolveRefusesOtherObjects();
    void resolveRefusesWhatIsNoSha_data();
    void resolveRefusesWhatIsNoSha();
    void listsFilesBelowAPath();
    void listsAbsentPathsAsNothing();
    void listStopsAtSymlinksAndSubmodules();
    void listRefusesPathsThatLeadOut_data();
    void listRefusesPathsThatLeadOut();
    void listTakesPathsLiterally();
    void listRefusesOddNames();
    void listOfAnUnknownCommit();
    void readsExactBytes();
    void readsManyFiles();
    void readsLinkTargets();
    void readRefusesSubmodules();
    void largeFilesAreKnownBeforeTheyAreRead();
    void noticesDamage();
    void knowsAuthors();
    void saysWhenGitIsMissing();

private:
    Mirror mirror() const { return Mirror({u"artefatos"_s, m_repository->remote(), u"main"_s, {}}, mirrorFolder()); }
    QString mirrorFolder() const { return m_folder->filePath(u"cache/mirror.git"_s); }
    QStringList mirrorReferences() const;
    QStringList pathsOf(const Result<QList<TreeEntry>> &entries) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<GitRepository> m_repository;
    std::stop_token m_never;
};

void tst_Mirror::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    GitRepository::isolate(m_folder->path());
    m_repository = std::make_unique<GitRepository>(m_folder->path());
}

QStringList tst_Mirror::mirrorReferences() const
{
    return GitRepository::text(
               m_repository->git({"--git-dir="_L1 + mirrorFolder(), u"for-each-ref"_s, u"--format=%(refname)"_s}))
        .split(u'\n', Qt::SkipEmptyParts);
}

QStringList tst_Mirror::pathsOf(const Result<QList<TreeEntry>> &entries) const
{
    if (!entries)
        return {entries.error().text()};
    QStringList paths;
    for (const TreeEntry &entry : *entries)
        paths << entry.path;
    return paths;
}

void tst_Mirror::fetchesBranchesAndTagsOnly()
{
    m_repository->commit();
    m_repository->push();
    m_repository->push(u"HEAD:refs/heads/feature/x"_s);
    m_repository->push(u"HEAD:refs/tags/v1"_s);
    m_repository->push(u"HEAD:refs/pull/1/head"_s);
    VERIFY_RESULT(mirror().fetch(m_never));
    QCOMPARE(mirrorReferences(), QStringList({u"refs/heads/feature/x"_s, u"refs/heads/main"_s, u"refs/tags/v1"_s}));
}

void tst_Mirror::fetchPrunesAndFollowsForcedMoves()
{
    const QString first = m_repository->commit(u"first"_s);
    const QString second = m_repository->commit(u"second"_s);
    m_repository->push();
    m_repository->push(u"HEAD:refs/heads/old"_s);
    m_repository->push(u"HEAD:refs/tags/v1"_s);
    VERIFY_RESULT(mirror().fetch(m_never));
    m_repository->push(first + ":refs/heads/main"_L1);
    m_repository->push(first + ":refs/tags/v1"_L1);
    m_repository->push(u":refs/heads/old"_s);
    m_repository->push(first + ":refs/heads/old/nested"_L1);
    VERIFY_RESULT(mirror().fetch(m_never));
    QCOMPARE(mirrorReferences(), QStringList({u"refs/heads/main"_s, u"refs/heads/old/nested"_s, u"refs/tags/v1"_s}));
    const QStringList command{"--git-dir="_L1 + mirrorFolder(), u"rev-parse"_s, u"main"_s, u"v1"_s};
    QCOMPARE(GitRepository::text(m_repository->git(command)), first + u'\n' + first);
    COMPARE_ERROR(mirror().resolve(second, m_never), ErrorCode::NotFound);
}

void tst_Mirror::fetchSurvivesAKilledOne()
{
    m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().fetch(m_never));
    for (const QString &name : {u"/packed-refs.lock"_s, u"/refs/heads/main.lock"_s, u"/HEAD.lock"_s}) {
        QFile left(mirrorFolder() + name);
        QVERIFY(left.open(QIODevice::WriteOnly));
    }
    QVERIFY(QDir().mkpath(mirrorFolder() + ".new/refs"_L1));
    const QString commit = m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().fetch(m_never));
    VERIFY_RESULT(mirror().resolve(commit, m_never));
}

void tst_Mirror::fetchOfAnEmptyRemote()
{
    VERIFY_RESULT(mirror().fetch(m_never));
    QVERIFY(mirrorReferences().isEmpty());
    COMPARE_ERROR(mirror().head(m_never), ErrorCode::NotFound);
}

void tst_Mirror::fetchOfAMissingRemote()
{
    Mirror missing({u"artefatos"_s, m_folder->filePath(u"absent.git"_s), u"main"_s, {}}, mirrorFolder());
    const auto fetched = missing.fetch(m_never);
    COMPARE_ERROR(fetched, ErrorCode::NotFound);
    QVERIFY2(fetched.error().message.startsWith("artefatos could not be fetched from "_L1),
             qPrintable(fetched.error().text()));
    COMPARE_ERROR(missing.head(m_never), ErrorCode::NotFound);
}

void tst_Mirror::fetchIntoAnOccupiedFolder()
{
    QVERIFY(QDir().mkpath(mirrorFolder() + "/somebody's"_L1));
    COMPARE_ERROR(mirror().fetch(m_never), ErrorCode::Storage);
    QVERIFY(QDir(mirrorFolder() + "/somebody's"_L1).exists());
}

void tst_Mirror::resolvesFullAndShortShas()
{
    const QString commit = m_repository->commit();
    m_repository->push();
    for (const QString &sha : {commit, commit.left(7), commit.left(12).toUpper()}) {
        const auto resolved = mirror().resolve(sha, m_never);
        VERIFY_RESULT(resolved);
        QCOMPARE(*resolved, commit);
    }
}

void tst_Mirror::resolveFetchesWhenNeeded()
{
    m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().fetch(m_never));
    const QString commit = m_repository->commit();
    COMPARE_ERROR(mirror().resolve(commit, m_never), ErrorCode::NotFound);
    m_repository->push(u"HEAD:refs/tags/only-here"_s);
    VERIFY_RESULT(mirror().resolve(commit, m_never));
}

void tst_Mirror::resolveWorksOffline()
{
    const QString commit = m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().fetch(m_never));
    QVERIFY(QDir().rename(m_repository->remote(), m_folder->filePath(u"away"_s)));
    VERIFY_RESULT(mirror().resolve(commit, m_never));
}

void tst_Mirror::resolveRefusesPullRequests()
{
    m_repository->commit();
    m_repository->push();
    const QString strange = m_repository->commit(u"a stranger's"_s);
    m_repository->push(u"HEAD:refs/pull/1/head"_s);
    const auto resolved = mirror().resolve(strange, m_never);
    COMPARE_ERROR(resolved, ErrorCode::NotFound);
    QVERIFY2(resolved.error().text().contains("pull requests"_L1), qPrintable(resolved.error().text()));
}

void tst_Mirror::resolveRefusesWhatNoBranchHoldsAnyMore()
{
    const QString first = m_repository->commit(u"first"_s);
    const QString second = m_repository->commit(u"second"_s);
    m_repository->push();
    VERIFY_RESULT(mirror().resolve(second, m_never));
    m_repository->push(first + ":refs/heads/main"_L1);
    VERIFY_RESULT(mirror().fetch(m_never));
    const auto resolved = mirror().resolve(second, m_never);
    COMPARE_ERROR(resolved, ErrorCode::NotFound);
    QVERIFY2(resolved.error().message.contains("on no branch or tag of artefatos any more"_L1),
             qPrintable(resolved.error().text()));
}

void tst_Mirror::resolveRefusesAmbiguity()
{
    const QByteArray tree = m_repository->git({u"mktree"_s}).trimmed();
    QHash<QByteArray, QByteArray> contents;
    QByteArrayList twins;
    for (int i = 0; twins.isEmpty(); ++i) { // by the birthday paradox some twenty thousand are enough for 7 digits
        const QByteArray content = "tree " + tree + "\nauthor M <m@example.org> "
            + QByteArray::number(1'700'000'000 + i) + " +0000\ncommitter M <m@example.org> 1700000000 +0000\n\nx\n";
        const QByteArray object = "commit " + QByteArray::number(content.size()) + '\0' + content;
        const QByteArray prefix = QCryptographicHash::hash(object, QCryptographicHash::Sha1).toHex().left(7);
        if (contents.contains(prefix))
            twins = {contents.value(prefix), content};
        contents.insert(prefix, content);
    }
    QStringList commits;
    for (const QByteArray &twin : std::as_const(twins)) {
        commits << GitRepository::text(
            m_repository->git({u"hash-object"_s, u"-t"_s, u"commit"_s, u"-w"_s, u"--stdin"_s}, twin));
        m_repository->push(commits.last() + ":refs/heads/"_L1 + commits.last());
    }
    QCOMPARE(commits[0].left(7), commits[1].left(7));
    const auto resolved = mirror().resolve(commits[0].left(7), m_never);
    COMPARE_ERROR(resolved, ErrorCode::NotFound);
    QVERIFY2(resolved.error().text().contains("ambiguous"_L1), qPrintable(resolved.error().text()));
    VERIFY_RESULT(mirror().resolve(commits[0], m_never));

    // What no branch reaches any more does not make it ambiguous.
    m_repository->push(":refs/heads/"_L1 + commits[1]);
    VERIFY_RESULT(mirror().fetch(m_never));
    const auto only = mirror().resolve(commits[0].left(7), m_never);
    VERIFY_RESULT(only);
    QCOMPARE(*only, commits[0]);
}

void tst_Mirror::resolveRefusesOtherObjects()
{
    m_repository->write(u"a"_s, "a");
    m_repository->commit();
    m_repository->push();
    const QString tree = GitRepository::text(m_repository->git({u"rev-parse"_s, u"HEAD^{tree}"_s}));
    COMPARE_ERROR(mirror().resolve(tree, m_never), ErrorCode::NotFound);
}

void tst_Mirror::resolveRefusesWhatIsNoSha_data()
{
    QTest::addColumn<QString>("sha");
    QTest::newRow("branch") << u"main"_s;
    QTest::newRow("short") << u"abcdef"_s;
    QTest::newRow("option") << u"--help"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("long") << QString(41, u'a');
    QTest::newRow("revision") << u"abcdef1^"_s;
}

void tst_Mirror::resolveRefusesWhatIsNoSha()
{
    QFETCH(QString, sha);
    COMPARE_ERROR(mirror().resolve(sha, m_never), ErrorCode::InvalidInput);
    COMPARE_ERROR(mirror().list(sha, {}, m_never), ErrorCode::InvalidInput);
    COMPARE_ERROR(mirror().authorOf(sha, m_never), ErrorCode::InvalidInput);
    COMPARE_ERROR(mirror().push(sha, m_never), ErrorCode::InvalidInput);
}

void tst_Mirror::listsFilesBelowAPath()
{
    const QStringList paths{u"Genesis/bpmn/análise de crédito.bpmn"_s, u"Genesis/bpmn/b.bpmn"_s,
                            u"Genesis/dmn/-x 'q' \"r\".dmn"_s, u"worker/mail/index.js"_s};
    for (const QString &path : paths)
        m_repository->write(path, path.toUtf8());
    const QString commit = m_repository->commit();
    m_repository->push();
    QCOMPARE(mirror().resolve(commit, m_never).value_or(QString()), commit);

    QCOMPARE(pathsOf(mirror().list(commit, {}, m_never)), QStringList({paths[0], paths[1], paths[2], paths[3]}));
    QCOMPARE(pathsOf(mirror().list(commit, u"Genesis"_s, m_never)), paths.mid(0, 3));
    QCOMPARE(pathsOf(mirror().list(commit, u"Genesis/bpmn/"_s, m_never)), paths.mid(0, 2));
    for (const QString &path : paths) {
        const auto entries = mirror().list(commit, path, m_never);
        QCOMPARE(pathsOf(entries), QStringList{path});
        QCOMPARE(entries->first().kind, EntryKind::File);
        QCOMPARE(entries->first().size, path.toUtf8().size());
        QCOMPARE(entries->first().object.size(), 40);
    }
}

void tst_Mirror::listsAbsentPathsAsNothing()
{
    m_repository->write(u"a/b.txt"_s, "b");
    const QString commit = m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    for (const QString &path : {u"absent"_s, u"a/absent"_s, u"a/b.txt/c"_s, u"a/b"_s, u"A"_s, u"absent/deep/er"_s})
        QCOMPARE(pathsOf(mirror().list(commit, path, m_never)), QStringList());
}

void tst_Mirror::listStopsAtSymlinksAndSubmodules()
{
    m_repository->write(u"real/file.txt"_s, "x");
    QVERIFY(QFile::link(u"../real"_s, m_repository->work() + "/link"_L1));
    m_repository->git({u"add"_s, u"--all"_s});
    const QString some = m_repository->commit();
    m_repository->git({u"update-index"_s, u"--add"_s, u"--cacheinfo"_s, "160000,"_L1 + some + ",sub/module"_L1});
    m_repository->git({u"commit"_s, u"--quiet"_s, u"--message"_s, u"submodule"_s});
    const QString commit = m_repository->head();
    m_repository->push();
    VERIFY_RESULT(mirror().resolve(commit, m_never));

    for (const QString &path : {u"link"_s, u"link/file.txt"_s, u"link/a/b/c"_s}) {
        const auto entries = mirror().list(commit, path, m_never);
        QCOMPARE(pathsOf(entries), QStringList{u"link"_s});
        QCOMPARE(entries->first().kind, EntryKind::Symlink);
    }
    for (const QString &path : {u"sub/module"_s, u"sub/module/file.txt"_s, u"sub"_s}) {
        const auto entries = mirror().list(commit, path, m_never);
        QCOMPARE(pathsOf(entries), QStringList{u"sub/module"_s});
        QCOMPARE(entries->first().kind, EntryKind::Submodule);
        QCOMPARE(entries->first().object, some);
    }
}

void tst_Mirror::listRefusesPathsThatLeadOut_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path : {u".."_s, u"../x"_s, u"a/../../x"_s, u"a/.."_s, u"/etc/passwd"_s, u"a//b"_s, u"./a"_s,
                                u"a/."_s, u"a\nb"_s, u"a//"_s, u"/"_s})
        QTest::newRow(qPrintable(QString(path).replace(u'\n', u' '))) << path;
}

void tst_Mirror::listRefusesPathsThatLeadOut()
{
    QFETCH(QString, path);
    COMPARE_ERROR(mirror().list(QString(40, u'a'), path, m_never), ErrorCode::InvalidInput);
}

void tst_Mirror::listTakesPathsLiterally()
{
    m_repository->write(u"a*"_s, "star");
    m_repository->write(u"ab"_s, "ab");
    m_repository->write(u":(top)x"_s, "magic");
    m_repository->write(u"--help"_s, "option");
    const QString commit = m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    for (const QString &path : {u"a*"_s, u":(top)x"_s, u"--help"_s})
        QCOMPARE(pathsOf(mirror().list(commit, path, m_never)), QStringList{path});
    QCOMPARE(pathsOf(mirror().list(commit, u"*"_s, m_never)), QStringList());
}

void tst_Mirror::listRefusesOddNames()
{
    const QByteArray blob = m_repository->blob("x");
    const QString commit = m_repository->commitTree("100644 blob " + blob + "\t\xff\xfe.txt" + '\0');
    m_repository->push(commit + ":refs/heads/main"_L1);
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    COMPARE_ERROR(mirror().list(commit, {}, m_never), ErrorCode::Refused);
}

void tst_Mirror::listOfAnUnknownCommit()
{
    m_repository->commit();
    m_repository->push();
    COMPARE_ERROR(mirror().list(QString(40, u'a'), {}, m_never), ErrorCode::NotFound);
    VERIFY_RESULT(mirror().fetch(m_never));
    COMPARE_ERROR(mirror().list(QString(40, u'a'), {}, m_never), ErrorCode::NotFound);
}

void tst_Mirror::readsExactBytes()
{
    const QByteArrayList contents{
        "plain\n", QByteArray(),      QByteArray("nul\0\r\n\xff", 7), QByteArray(300'000, 'x') + "end",
        "\n",      "crlf\r\nkept\r\n"};
    m_repository->git({u"config"_s, u"core.autocrlf"_s, u"false"_s});
    for (int i = 0; i < contents.size(); ++i)
        m_repository->write(u"f%1"_s.arg(i), contents[i]);
    const QString commit = m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    const auto entries = mirror().list(commit, {}, m_never);
    VERIFY_RESULT(entries);
    QCOMPARE(entries->size(), contents.size());
    const auto read = mirror().read(*entries, 1'000'000, m_never);
    VERIFY_RESULT(read);
    QCOMPARE(*read, QList<QByteArray>(contents));
    const auto digests = mirror().digests(*entries, m_never);
    VERIFY_RESULT(digests);
    for (int i = 0; i < contents.size(); ++i)
        QCOMPARE(digests->at(i), QCryptographicHash::hash(contents[i], QCryptographicHash::Sha256).toHex());

    const auto twice = mirror().read({entries->at(1), entries->at(0), entries->at(1)}, 100, m_never);
    VERIFY_RESULT(twice);
    QCOMPARE(*twice, QList<QByteArray>({QByteArray(), "plain\n", QByteArray()}));
    QVERIFY(mirror().read({}, 100, m_never)->isEmpty());
}

void tst_Mirror::readsManyFiles()
{
    for (int i = 0; i < 800; ++i)
        m_repository->write(u"%1/%2"_s.arg(i % 10).arg(i), QByteArray::number(i).repeated(50));
    const QString commit = m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    const auto entries = mirror().list(commit, {}, m_never);
    VERIFY_RESULT(entries);
    const auto read = mirror().read(*entries, 1000, m_never);
    VERIFY_RESULT(read);
    QCOMPARE(read->size(), 800);
    for (qsizetype i = 0; i < read->size(); ++i)
        QCOMPARE(read->at(i), entries->at(i).path.section(u'/', 1).toUtf8().repeated(50));
}

void tst_Mirror::readsLinkTargets()
{
    QVERIFY(QFile::link(u"/etc/passwd"_s, m_repository->work() + "/link"_L1));
    const QString commit = m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    const auto entries = mirror().list(commit, u"link"_s, m_never);
    VERIFY_RESULT(entries);
    QCOMPARE(mirror().read(*entries, 100, m_never).value_or(QList<QByteArray>()), QList<QByteArray>{"/etc/passwd"});
}

void tst_Mirror::readRefusesSubmodules()
{
    const TreeEntry submodule{u"sub"_s, EntryKind::Submodule, QString(40, u'a'), 0};
    COMPARE_ERROR(mirror().read({submodule}, 100, m_never), ErrorCode::Refused);
    COMPARE_ERROR(mirror().digests({submodule}, m_never), ErrorCode::Refused);
}

void tst_Mirror::largeFilesAreKnownBeforeTheyAreRead()
{
    constexpr qint64 size = 100 * 1024 * 1024;
    m_repository->write(u"large.bpmn"_s, {});
    QVERIFY(QFile::resize(m_repository->work() + "/large.bpmn"_L1, size));
    const QString commit = m_repository->commit();
    Mirror mirror({u"artefatos"_s, m_repository->work(), u"main"_s, {}}, mirrorFolder()); // saves a copy
    VERIFY_RESULT(mirror.resolve(commit, m_never));
    const auto entries = mirror.list(commit, u"large.bpmn"_s, m_never);
    VERIFY_RESULT(entries);
    QCOMPARE(entries->first().size, size);

    const auto read = mirror.read(*entries, 10'000'000, m_never);
    COMPARE_ERROR(read, ErrorCode::Refused);
    QVERIFY2(read.error().text().contains("large.bpmn"_L1) && read.error().text().contains("104857600"_L1),
             qPrintable(read.error().text()));

    QCryptographicHash expected(QCryptographicHash::Sha256);
    for (int i = 0; i < 100; ++i)
        expected.addData(QByteArray(1024 * 1024, '\0'));
    QCOMPARE(mirror.digests(*entries, m_never).value_or(QList<QByteArray>()),
             QList<QByteArray>{expected.result().toHex()});
}

void tst_Mirror::noticesDamage()
{
    m_repository->write(u"a"_s, "original");
    const QString commit = m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    const auto entries = mirror().list(commit, u"a"_s, m_never);
    VERIFY_RESULT(entries);

    TreeEntry absent = entries->first();
    absent.object = QString(40, u'a');
    COMPARE_ERROR(mirror().read({absent}, 100, m_never), ErrorCode::Corrupt);

    // A loose object of other bytes under the name of this one.
    const QString other = QString::fromLatin1(m_repository->blob("tampered"));
    const QString object = entries->first().object;
    const QString target = mirrorFolder() + "/objects/"_L1 + object.left(2);
    QDir(mirrorFolder() + "/objects/pack"_L1).removeRecursively();
    QVERIFY(QDir().mkpath(target));
    QFile::remove(target + u'/' + object.mid(2));
    QVERIFY(QFile::copy(m_repository->work() + "/.git/objects/"_L1 + other.left(2) + u'/' + other.mid(2),
                        target + u'/' + object.mid(2)));
    COMPARE_ERROR(mirror().read(*entries, 100, m_never), ErrorCode::Corrupt);
    COMPARE_ERROR(mirror().digests(*entries, m_never), ErrorCode::Corrupt);
}

void tst_Mirror::knowsAuthors()
{
    const QString commit = m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().fetch(m_never));
    QCOMPARE(mirror().authorOf(commit, m_never).value_or(QString()), u"maria@example.org"_s);
    COMPARE_ERROR(mirror().authorOf(QString(40, u'b'), m_never), ErrorCode::NotFound);
}

void tst_Mirror::saysWhenGitIsMissing()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(m_folder->path()));
    const auto fetched = mirror().fetch(m_never);
    qputenv("PATH", path);
    COMPARE_ERROR(fetched, ErrorCode::ToolMissing);
}

QTEST_GUILESS_MAIN(tst_Mirror)
#include "tst_mirror.moc"
