// SPDX-License-Identifier: Apache-2.0
#include "repository/releasereader.h"
#include "support/gitrepository.h"
#include "support/resultchecks.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::repository;
using contract::Artefact;
using contract::ArtefactType;
using tests::GitRepository;

/// The pinned bytes of a release, read from two real repositories.
class TestReleaseReader : public QObject {
    Q_OBJECT

private slots:
    void init();
    void readsThePinnedBytes();
    void readsTheCommitAndNotTheBranch();
    void manifestIsTheContractsFormula();
    void manifestHasAWorkersFileOnce();
    void manifestTellsEveryDifference();
    void resolvesShortCommits();
    void namesEachAuthorOnce();
    void refusesUnknownCommits();
    void refusesTwoCommitsOfWorkers();
    void findsWhatCannotBeDeployed_data();
    void findsWhatCannotBeDeployed();
    void findsEveryProblemAtOnce();
    void measuresEachProduct();
    void findsWhatIsOfNoProduct();
    void refusesPathsThatEscape();
    void needsTheRepositoryOfEachKind();
    void givesFilesToRead();

private:
    static Artefact artefact(ArtefactType type, const QString &path, const QString &sha)
    {
        return {type, path.section(u'/', -1), path, sha};
    }
    Artefact form(const QString &path) const { return artefact(ArtefactType::Form, path, m_commit); }

    /// Commits and pushes what was written to the artefacts' repository.
    void commit()
    {
        m_commit = m_repository->commit();
        m_repository->push();
    }
    Result<ReadRelease> read(const QList<Artefact> &artefacts) const
    {
        ReleaseReader reader(m_artefacts.get(), m_workers.get());
        return reader.read(artefacts, {});
    }
    QString manifestOf(const QList<Artefact> &artefacts) const
    {
        const auto release = read(artefacts);
        return release ? release->release.manifest : release.error().text();
    }
    QString commitOfWorkers() const
    {
        const QString commit = m_workersRepository->commit();
        m_workersRepository->push(u"HEAD:refs/heads/release"_s);
        return commit;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<GitRepository> m_repository;
    std::unique_ptr<GitRepository> m_workersRepository;
    std::unique_ptr<Mirror> m_artefacts;
    std::unique_ptr<Mirror> m_workers;
    QString m_commit;
};

void TestReleaseReader::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    GitRepository::isolate(m_folder->path());
    m_repository = std::make_unique<GitRepository>(m_folder->filePath(u"a"_s));
    m_workersRepository = std::make_unique<GitRepository>(m_folder->filePath(u"w"_s));
    m_artefacts = std::make_unique<Mirror>(Remote{u"artefatos"_s, m_repository->remote(), u"main"_s, {}},
                                           m_folder->filePath(u"a.git"_s));
    m_workers = std::make_unique<Mirror>(Remote{u"workers"_s, m_workersRepository->remote(), u"main"_s, {}},
                                         m_folder->filePath(u"w.git"_s));
}

void TestReleaseReader::readsThePinnedBytes()
{
    QByteArray every("\r\n");
    for (int i = 0; i < 256; ++i)
        every += char(i);
    m_repository->write(u"Genesis/forms/a.html"_s, every);
    m_repository->write(u"Prometheus/forms/parecer crédito.form"_s, "");
    m_repository->write(u".gitattributes"_s, "* text eol=crlf\n"); // it must not count
    commit();
    const auto release = read({form(u"Genesis/forms/a.html"_s), form(u"Prometheus/forms/parecer crédito.form"_s)});
    VERIFY_RESULT(release);
    QVERIFY(release->findings.isEmpty());
    QCOMPARE(release->release.files.size(), 2);
    const auto stored = m_repository->git({u"cat-file"_s, u"blob"_s, m_commit + ":Genesis/forms/a.html"_L1});
    QCOMPARE(release->release.files[0].bytes, stored);
    QCOMPARE(release->release.files[0].resource(), u"a.html"_s);
    QVERIFY(release->release.files[1].bytes.isEmpty());
    QCOMPARE(release->release.products(), (QStringList{u"Genesis"_s, u"Prometheus"_s}));
    QVERIFY(release->release.workers.isEmpty());
}

void TestReleaseReader::readsTheCommitAndNotTheBranch()
{
    m_repository->write(u"Genesis/forms/a.form"_s, "pinned");
    commit();
    m_repository->write(u"Genesis/forms/a.form"_s, "later");
    m_repository->commit();
    m_repository->push();
    const auto release = read({form(u"Genesis/forms/a.form"_s)});
    VERIFY_RESULT(release);
    QCOMPARE(release->release.files.first().bytes, "pinned");
}

void TestReleaseReader::manifestIsTheContractsFormula()
{
    m_repository->write(u"Genesis/bpmn/análise.bpmn"_s, "<definitions/>\n");
    m_repository->write(u"Genesis/dmn/b.dmn"_s, "<dmn/>");
    m_repository->write(u"Zeta/forms/c.html"_s, "");
    commit();
    m_workersRepository->write(u"worker/bureau/index.js"_s, "module.exports = 1\n");
    m_workersRepository->write(u"worker/bureau/lib/é.js"_s, "module.exports = 2\n");
    m_workersRepository->write(u"worker/other/index.js"_s, "not of this release\n");
    const QString workers = commitOfWorkers();

    // By the programs that anybody would check it with.
    QProcess shell;
    shell.setWorkingDirectory(m_folder->path());
    shell.start(u"sh"_s,
                {u"-c"_s,
                 u"line() { printf '%s  %s  %s\\n' \"$(sha256sum <\"$1/work/$3\" | cut -d' ' -f1)\" \"$2\" \"$3\"; };"
                 "{ line w worker worker/bureau/lib/é.js; line a form Zeta/forms/c.html; line a dmn Genesis/dmn/b.dmn;"
                 "  printf '%s  commit  workers\\n' \"$0\"; line a bpmn Genesis/bpmn/análise.bpmn;"
                 "  line w worker worker/bureau/index.js; } | LC_ALL=C sort | sha256sum | cut -d' ' -f1"_s,
                 workers});
    QVERIFY(shell.waitForFinished());
    const QString expected = GitRepository::text(shell.readAllStandardOutput());
    QVERIFY2(expected.size() == 64, shell.readAllStandardError());

    const QList<Artefact> artefacts{artefact(ArtefactType::Bpmn, u"Genesis/bpmn/análise.bpmn"_s, m_commit),
                                    artefact(ArtefactType::Worker, u"worker/bureau"_s, workers),
                                    artefact(ArtefactType::Form, u"Zeta/forms/c.html"_s, m_commit),
                                    artefact(ArtefactType::Dmn, u"Genesis/dmn/b.dmn"_s, m_commit)};
    QCOMPARE(manifestOf(artefacts), expected);
    QCOMPARE(manifestOf({artefacts[3], artefacts[1], artefacts[0], artefacts[2]}), expected); // in any order
}

void TestReleaseReader::manifestHasAWorkersFileOnce()
{
    m_workersRepository->write(u"worker/bureau/index.js"_s, "module.exports = 1\n");
    const QString workers = commitOfWorkers();
    const Artefact folder = artefact(ArtefactType::Worker, u"worker/bureau"_s, workers);
    const Artefact file = artefact(ArtefactType::Worker, u"worker/bureau/index.js"_s, workers);
    QCOMPARE(manifestOf({folder, file}), manifestOf({folder}));
    QCOMPARE(manifestOf({file}), manifestOf({folder}));
}

void TestReleaseReader::manifestTellsEveryDifference()
{
    m_repository->write(u"Genesis/forms/a.form"_s, "1");
    m_repository->write(u"Genesis/forms/b.form"_s, "1");
    commit();
    m_workersRepository->write(u"worker/bureau/index.js"_s, "1");
    const QString first = commitOfWorkers();
    m_workersRepository->write(u"beside.js"_s, "1");
    const QString second = commitOfWorkers();
    const Artefact a = form(u"Genesis/forms/a.form"_s);
    const Artefact b = form(u"Genesis/forms/b.form"_s);
    Artefact otherType = a;
    otherType.type = ArtefactType::Bpmn;
    const QString worker = u"worker/bureau"_s;
    QStringList all{manifestOf({a}),
                    manifestOf({b}),
                    manifestOf({a, b}),
                    manifestOf({otherType}),
                    manifestOf({a, artefact(ArtefactType::Worker, worker, first)}),
                    manifestOf({a, artefact(ArtefactType::Worker, worker, second)})}; // the whole commit goes out
    QCOMPARE(all.removeDuplicates(), 0);
    QVERIFY(std::ranges::all_of(all, [](const QString &manifest) { return manifest.size() == 64; }));
}

void TestReleaseReader::resolvesShortCommits()
{
    m_repository->write(u"Genesis/forms/a.form"_s, "1");
    commit();
    const Artefact full = form(u"Genesis/forms/a.form"_s);
    Artefact brief = full;
    brief.sha = m_commit.left(8);
    const auto release = read({brief});
    VERIFY_RESULT(release);
    QCOMPARE(release->release.files.first().artefact.sha, m_commit);
    QCOMPARE(release->release.manifest, manifestOf({full}));
}

void TestReleaseReader::namesEachAuthorOnce()
{
    m_repository->write(u"Genesis/forms/a.form"_s, "1");
    commit();
    m_workersRepository->write(u"worker/bureau/index.js"_s, "1");
    m_workersRepository->git({u"add"_s, u"--all"_s});
    m_workersRepository->git({u"commit"_s, u"--quiet"_s, u"--message=x"_s, u"--author=Rui <rui@example.org>"_s});
    m_workersRepository->push();
    const auto release = read({form(u"Genesis/forms/a.form"_s), form(u"Genesis/forms/a.form"_s),
                               artefact(ArtefactType::Worker, u"worker/bureau"_s, m_workersRepository->head())});
    VERIFY_RESULT(release);
    QCOMPARE(release->release.authors, (QStringList{u"maria@example.org"_s, u"rui@example.org"_s}));
}

void TestReleaseReader::refusesUnknownCommits()
{
    m_repository->write(u"Genesis/forms/a.form"_s, "1");
    commit();
    const auto release = read({artefact(ArtefactType::Form, u"Genesis/forms/a.form"_s, QString(40, u'e'))});
    COMPARE_ERROR(release, ErrorCode::NotFound);
    QVERIFY2(release.error().text().contains(QString(40, u'e')), qPrintable(release.error().text()));
}

void TestReleaseReader::refusesTwoCommitsOfWorkers()
{
    m_workersRepository->write(u"worker/a/index.js"_s, "1");
    const QString first = commitOfWorkers();
    m_workersRepository->write(u"worker/b/index.js"_s, "1");
    const QString second = commitOfWorkers();
    const auto release = read(
        {artefact(ArtefactType::Worker, u"worker/a"_s, first), artefact(ArtefactType::Worker, u"worker/b"_s, second)});
    COMPARE_ERROR(release, ErrorCode::InvalidInput);
    for (const QString &commit : {first, second})
        QVERIFY2(release.error().text().contains(commit), qPrintable(release.error().text()));
}

void TestReleaseReader::findsWhatCannotBeDeployed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("message"); // a part of it

    QTest::newRow("nothing there") << u"Genesis/forms/b.form"_s << u"artefact-missing"_s
                                   << u"nothing at Genesis/forms/b.form in commit"_s;
    QTest::newRow("in capitals") << u"Genesis/forms/A.form"_s << u"artefact-missing"_s << u"nothing at"_s;
    QTest::newRow("below a file") << u"Genesis/forms/a.form/x"_s << u"artefact-missing"_s << u"nothing at"_s;
    QTest::newRow("a symbolic link") << u"Genesis/forms/link.form"_s << u"artefact-symlink"_s
                                     << u"Genesis/forms/link.form is a symbolic link"_s;
    QTest::newRow("through a symbolic link")
        << u"Genesis/shortcut/a.form"_s << u"artefact-symlink"_s << u"Genesis/shortcut is a symbolic link"_s;
    QTest::newRow("a submodule") << u"Genesis/shared"_s << u"artefact-submodule"_s << u"is a submodule"_s;
    QTest::newRow("in a submodule") << u"Genesis/shared/a.form"_s << u"artefact-submodule"_s
                                    << u"Genesis/shared is a submodule"_s;
    QTest::newRow("a folder") << u"Genesis/bpmn"_s << u"artefact-folder"_s << u"Genesis/bpmn is a folder"_s;
    QTest::newRow("too large") << u"Genesis/forms/large.html"_s << u"artefact-too-large"_s
                               << u"has 16.0 MB; the limit is 16.0 MB"_s;
}

void TestReleaseReader::findsWhatCannotBeDeployed()
{
    QFETCH(QString, path);
    QFETCH(QString, rule);
    QFETCH(QString, message);
    m_repository->write(u"Genesis/forms/a.form"_s, "1");
    m_repository->write(u"Genesis/bpmn/b.form"_s, "1");
    if (path.endsWith("large.html"_L1))
        m_repository->write(path, QByteArray(ReleaseReader::LargestFile + 1, 'x'));
    QFile::link(u"a.form"_s, m_repository->work() + "/Genesis/forms/link.form"_L1);
    QFile::link(u"forms"_s, m_repository->work() + "/Genesis/shortcut"_L1);
    m_repository->git(
        {u"update-index"_s, u"--add"_s, u"--cacheinfo"_s, u"160000,%1,Genesis/shared"_s.arg(QString(40, u'1'))});
    m_repository->git({u"add"_s, u"Genesis/bpmn"_s, u"Genesis/forms"_s, u"Genesis/shortcut"_s});
    m_repository->git({u"commit"_s, u"--quiet"_s, u"--message=x"_s});
    m_repository->push();
    m_commit = m_repository->head();

    const auto release = read({form(u"Genesis/forms/a.form"_s), form(path)});
    VERIFY_RESULT(release);
    QCOMPARE(release->findings.size(), 1);
    const Finding finding = release->findings.first();
    QCOMPARE(finding.rule, rule);
    QCOMPARE(finding.path, path);
    QVERIFY(finding.severity == Severity::Error);
    QVERIFY2(finding.message.contains(message), qPrintable(finding.message));
    QVERIFY(!finding.hint.isEmpty());
    QVERIFY(release->release.manifest.isEmpty()); // it would not stand for all
}

void TestReleaseReader::findsEveryProblemAtOnce()
{
    m_repository->write(u"Genesis/forms/a.form"_s, "1");
    commit();
    const auto release = read(
        {form(u"Genesis/forms/b.form"_s), form(u"Genesis/forms/a.form"_s), form(u"Genesis/forms/c.form"_s)});
    VERIFY_RESULT(release);
    QCOMPARE(release->findings.size(), 2);
    QCOMPARE(release->findings[1].path, u"Genesis/forms/c.form"_s);
}

void TestReleaseReader::measuresEachProduct()
{
    const QByteArray large(ReleaseReader::LargestFile, 'x');
    for (const QString &name : {u"Genesis/forms/a.html"_s, u"Genesis/forms/b.html"_s, u"Prometheus/forms/c.html"_s})
        m_repository->write(name, large);
    m_repository->write(u"Genesis/forms/d.html"_s, "x");
    commit();
    const QList<Artefact> fitting{form(u"Genesis/forms/a.html"_s), form(u"Genesis/forms/b.html"_s),
                                  form(u"Prometheus/forms/c.html"_s)};
    const auto fits = read(fitting);
    VERIFY_RESULT(fits);
    QVERIFY(fits->findings.isEmpty());
    const auto release = read(fitting + QList{form(u"Genesis/forms/d.html"_s)});
    VERIFY_RESULT(release);
    QCOMPARE(release->findings.size(), 1);
    QCOMPARE(release->findings.first().rule, u"product-too-large"_s);
    QCOMPARE(release->findings.first().path, u"Genesis"_s);
}

void TestReleaseReader::findsWhatIsOfNoProduct()
{
    m_repository->write(u"Genesis/forms/a.form"_s, "1");
    m_repository->write(u"Outro/forms/b.form"_s, "2");
    m_repository->write(u"c.form"_s, "3");
    commit();
    const QList<Artefact> artefacts{form(u"Genesis/forms/a.form"_s), form(u"Outro/forms/b.form"_s), form(u"c.form"_s)};
    const auto anyProduct = read(artefacts);
    VERIFY_RESULT(anyProduct);
    QCOMPARE(anyProduct->findings.size(), 1);
    QCOMPARE(anyProduct->findings.first().rule, u"artefact-without-product"_s);
    QCOMPARE(anyProduct->findings.first().path, u"c.form"_s);

    ReleaseReader reader(m_artefacts.get(), m_workers.get(), {u"Genesis"_s, u"Prometheus"_s});
    const auto listed = reader.read(artefacts, {});
    VERIFY_RESULT(listed);
    QCOMPARE(listed->findings.size(), 2);
    QCOMPARE(listed->findings.first().rule, u"artefact-of-unknown-product"_s);
    QCOMPARE(listed->findings.first().path, u"Outro/forms/b.form"_s);
    QVERIFY(listed->release.manifest.isEmpty());
}

void TestReleaseReader::refusesPathsThatEscape()
{
    m_repository->write(u"Genesis/forms/a.form"_s, "1");
    commit();
    ReleaseReader reader(m_artefacts.get(), m_artefacts.get());
    for (const QString &path : {u"../secret"_s, u"Genesis/../../secret"_s, u"/etc/passwd"_s, u"Genesis//a.form"_s,
                                u"./a.form"_s, u"Genesis/a\n.form"_s}) {
        for (const ArtefactType type : {ArtefactType::Form, ArtefactType::Worker})
            COMPARE_ERROR(reader.read({artefact(type, path, m_commit)}, {}), ErrorCode::InvalidInput);
        QVERIFY(!contract::pathProblem(path).isEmpty()); // the contract refuses it before that
    }
}

void TestReleaseReader::needsTheRepositoryOfEachKind()
{
    m_repository->write(u"Genesis/forms/a.form"_s, "1");
    commit();
    ReleaseReader reader(m_artefacts.get(), nullptr);
    VERIFY_RESULT(reader.read({form(u"Genesis/forms/a.form"_s)}, {}));
    const auto release = reader.read({artefact(ArtefactType::Worker, u"worker/a"_s, m_commit)}, {});
    COMPARE_ERROR(release, ErrorCode::InvalidInput);
    QVERIFY2(release.error().text().contains("repository workers is not configured"_L1),
             qPrintable(release.error().text()));
}

void TestReleaseReader::givesFilesToRead()
{
    m_repository->write(u"Genesis/forms/a.form"_s, "pinned");
    commit();
    const QString pinned = m_commit;
    m_repository->write(u"Genesis/forms/a.form"_s, "newer");
    commit();
    m_workersRepository->write(u"worker/a/index.js"_s, "1");
    m_workersRepository->write(u"worker/a/src/b.js"_s, "2");
    m_workersRepository->write(u"worker/a/large.bin"_s, QByteArray(2 * 1024 * 1024 + 1, 'x'));
    QVERIFY(QFile::link(u"index.js"_s, m_workersRepository->work() + u"/worker/a/link.js"_s));
    const Artefact worker = artefact(ArtefactType::Worker, u"worker/a"_s, commitOfWorkers());

    using Files = QMap<QString, QByteArray>;
    ReleaseReader reader(m_artefacts.get(), m_workers.get());
    const auto file = reader.filesOf(artefact(ArtefactType::Form, u"Genesis/forms/a.form"_s, pinned.left(10)), {});
    VERIFY_RESULT(file);
    QCOMPARE(*file, (Files{{u"Genesis/forms/a.form"_s, "pinned"}}));
    const auto folder = reader.filesOf(worker, {});
    VERIFY_RESULT(folder);
    QCOMPARE(*folder, (Files{{u"worker/a/index.js"_s, "1"}, {u"worker/a/src/b.js"_s, "2"}}));
    const auto absent = reader.filesOf(form(u"Genesis/forms/b.form"_s), {});
    VERIFY_RESULT(absent);
    QCOMPARE(*absent, Files());
    COMPARE_ERROR(reader.filesOf(artefact(ArtefactType::Form, u"a.form"_s, QString(40, u'0')), {}),
                  ErrorCode::NotFound);
    COMPARE_ERROR(ReleaseReader(m_artefacts.get(), nullptr).filesOf(worker, {}), ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(TestReleaseReader)
#include "tst_releasereader.moc"
