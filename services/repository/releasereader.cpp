// SPDX-License-Identifier: Apache-2.0
#include "releasereader.h"

#include "models/manifest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::repository {

namespace {

using contract::Artefact;

Finding problem(const QString &rule, const QString &path, const QString &message, const QString &hint)
{
    Finding finding;
    finding.rule = rule;
    finding.path = path;
    finding.message = message;
    finding.hint = hint;
    return finding;
}

QString megabytes(qint64 bytes)
{
    return QString::number(double(bytes) / 1024 / 1024, 'f', 1) + " MB"_L1;
}

/// Gathers one release; each artefact is added in turn.
class Gathering {
public:
    Gathering(const QStringList &products, std::stop_token stop) : m_products(products), m_stop(stop) {}

    Result<void> add(Mirror &mirror, Artefact artefact);
    Result<ReadRelease> finish();

private:
    Result<QString> resolve(Mirror &mirror, const QString &sha);
    std::optional<Finding> withoutProduct(const Artefact &artefact) const;
    std::optional<Finding> unusable(const Artefact &artefact, const QList<TreeEntry> &entries) const;
    Result<void> addFile(Mirror &mirror, const Artefact &artefact, const TreeEntry &entry);
    Result<void> addWorker(Mirror &mirror, const Artefact &artefact, const QList<TreeEntry> &entries);
    void findLargeProducts();

    const QStringList &m_products;
    const std::stop_token m_stop;
    ReadRelease m_read;
    QMap<QString, QString> m_commits; ///< as given → full
    QMap<QString, QByteArray> m_workerFiles; ///< path → digest; an artefact may lie inside another
};

Result<QString> Gathering::resolve(Mirror &mirror, const QString &sha)
{
    const QString key = mirror.remote().name + u'/' + sha;
    if (const auto known = m_commits.constFind(key); known != m_commits.cend())
        return *known;
    const auto commit = mirror.resolve(sha, m_stop);
    if (!commit)
        return commit;
    const auto author = mirror.authorOf(*commit, m_stop);
    if (!author)
        return author;
    if (!m_read.release.authors.contains(*author))
        m_read.release.authors << *author;
    m_commits.insert(key, *commit);
    return commit;
}

std::optional<Finding> Gathering::withoutProduct(const Artefact &artefact) const
{
    if (artefact.isWorker())
        return {};
    if (!artefact.path.contains(u'/'))
        return problem(u"artefact-without-product"_s, artefact.path,
                       u"%1 lies in no product's folder."_s.arg(artefact.path),
                       u"Put it into one: the path's first part names the product."_s);
    if (m_products.isEmpty() || m_products.contains(artefact.product()))
        return {};
    return problem(
        u"artefact-of-unknown-product"_s, artefact.path,
        u"%1 is of the product %2, which is not deployed from here."_s.arg(artefact.path, artefact.product()),
        u"The products are %1; correct the path, or products in [repositories.artefatos]."_s.arg(
            m_products.join(", "_L1)));
}

std::optional<Finding> Gathering::unusable(const Artefact &artefact, const QList<TreeEntry> &entries) const
{
    const QString commit = artefact.sha.left(12);
    if (entries.isEmpty())
        return problem(u"artefact-missing"_s, artefact.path,
                       u"There is nothing at %1 in commit %2."_s.arg(artefact.path, commit),
                       u"Check the path and the commit."_s);
    for (const TreeEntry &entry : entries) {
        const bool onTheWay = artefact.path == entry.path || artefact.path.startsWith(entry.path + u'/');
        if (onTheWay && entry.kind == EntryKind::Symlink)
            return problem(u"artefact-symlink"_s, artefact.path,
                           u"%1 is a symbolic link in commit %2."_s.arg(entry.path, commit),
                           u"Name the file itself; links are not followed."_s);
        if (onTheWay && entry.kind == EntryKind::Submodule)
            return problem(u"artefact-submodule"_s, artefact.path,
                           u"%1 is a submodule in commit %2."_s.arg(entry.path, commit),
                           u"Put the file into this repository; submodules are not read."_s);
        if (entry.kind == EntryKind::File && entry.size > ReleaseReader::LargestFile)
            return problem(u"artefact-too-large"_s, entry.path,
                           u"%1 has %2; the limit is %3."_s.arg(entry.path, megabytes(entry.size),
                                                                megabytes(ReleaseReader::LargestFile)),
                           u"An engine runs out of memory with files of that size; split it."_s);
    }
    if (!artefact.isWorker() && (entries.size() > 1 || entries.first().path != artefact.path))
        return problem(u"artefact-folder"_s, artefact.path,
                       u"%1 is a folder in commit %2."_s.arg(artefact.path, commit),
                       u"Only a worker may be a folder; name its files one by one."_s);
    return {};
}

Result<void> Gathering::add(Mirror &mirror, Artefact artefact)
{
    if (auto finding = withoutProduct(artefact)) {
        m_read.findings << *finding;
        return {};
    }
    const auto commit = resolve(mirror, artefact.sha);
    if (!commit)
        return fail(commit.error());
    artefact.sha = *commit;
    const auto entries = mirror.list(*commit, artefact.path, m_stop);
    if (!entries)
        return fail(entries.error());
    if (auto finding = unusable(artefact, *entries)) {
        m_read.findings << *finding;
        return {};
    }
    return artefact.isWorker() ? addWorker(mirror, artefact, *entries) : addFile(mirror, artefact, entries->first());
}

Result<void> Gathering::addFile(Mirror &mirror, const Artefact &artefact, const TreeEntry &entry)
{
    const auto bytes = mirror.read({entry}, ReleaseReader::LargestFile, m_stop);
    if (!bytes)
        return fail(bytes.error());
    m_read.release.files << ReleaseFile{artefact, bytes->first(), sha256Hex(bytes->first())};
    return {};
}

Result<void> Gathering::addWorker(Mirror &mirror, const Artefact &artefact, const QList<TreeEntry> &entries)
{
    ReleaseWorkers &workers = m_read.release.workers;
    if (!workers.isEmpty() && workers.commit != artefact.sha)
        return fail(ErrorCode::InvalidInput, u"The workers of the release are pinned to two commits"_s,
                    workers.commit + " and "_L1 + artefact.sha, u"All workers must share one commit"_s);
    workers.commit = artefact.sha;
    workers.paths << artefact.path;
    QList<TreeEntry> files;
    std::ranges::copy_if(entries, std::back_inserter(files),
                         [](const TreeEntry &entry) { return entry.kind == EntryKind::File; });
    const auto digests = mirror.digests(files, m_stop);
    if (!digests)
        return fail(digests.error());
    for (qsizetype i = 0; i < files.size(); ++i)
        m_workerFiles.insert(files[i].path, digests->at(i));
    return {};
}

void Gathering::findLargeProducts()
{
    for (const QString &product : m_read.release.products()) {
        qint64 sum = 0;
        for (const ReleaseFile &file : m_read.release.filesOf(product))
            sum += file.bytes.size();
        if (sum > ReleaseReader::LargestProduct)
            m_read.findings << problem(u"product-too-large"_s, product,
                                       u"The files of %1 have %2 together; the limit of one deployment is %3."_s.arg(
                                           product, megabytes(sum), megabytes(ReleaseReader::LargestProduct)),
                                       u"Split the release."_s);
    }
}

Result<ReadRelease> Gathering::finish()
{
    findLargeProducts();
    if (!m_read.findings.isEmpty())
        return m_read;
    Manifest manifest;
    for (const ReleaseFile &file : std::as_const(m_read.release.files))
        manifest.addFile(file.sha256, contract::toString(file.artefact.type), file.artefact.path);
    for (auto file = m_workerFiles.cbegin(); file != m_workerFiles.cend(); ++file)
        manifest.addFile(file.value(), contract::toString(contract::ArtefactType::Worker), file.key());
    if (!m_read.release.workers.isEmpty())
        manifest.setWorkerCommit(m_read.release.workers.commit);
    m_read.release.manifest = manifest.digest();
    return m_read;
}

} // namespace

Result<ReadRelease> ReleaseReader::read(const QList<Artefact> &artefacts, std::stop_token stop)
{
    Gathering gathering(m_products, stop);
    for (const Artefact &artefact : artefacts) {
        const auto mirror = mirrorOf(artefact);
        if (!mirror)
            return fail(mirror.error());
        if (const auto added = gathering.add(**mirror, artefact); !added)
            return fail(added.error());
    }
    return gathering.finish();
}

Result<QMap<QString, QByteArray>> ReleaseReader::filesOf(const Artefact &artefact, std::stop_token stop)
{
    constexpr qint64 largest = 2 * 1024 * 1024;
    const auto mirror = mirrorOf(artefact);
    if (!mirror)
        return fail(mirror.error());
    const auto commit = (*mirror)->resolve(artefact.sha, stop);
    if (!commit)
        return fail(commit.error());
    auto entries = (*mirror)->list(*commit, artefact.path, stop);
    if (!entries)
        return fail(entries.error());
    entries->removeIf([](const TreeEntry &entry) { return entry.kind != EntryKind::File || entry.size > largest; });
    const auto bytes = (*mirror)->read(*entries, largest, stop);
    if (!bytes)
        return fail(bytes.error());
    QMap<QString, QByteArray> files;
    for (qsizetype i = 0; i < entries->size(); ++i)
        files.insert(entries->at(i).path, bytes->at(i));
    return files;
}

Result<Mirror *> ReleaseReader::mirrorOf(const Artefact &artefact) const
{
    if (Mirror *const mirror = artefact.isWorker() ? m_workers : m_artefacts)
        return mirror;
    return fail(ErrorCode::InvalidInput,
                u"The repository %1 is not configured"_s.arg(artefact.isWorker() ? u"workers"_s : u"artefatos"_s),
                u"%1 is read from it"_s.arg(artefact.path), u"Add its url to pipeline.toml under [repositories]"_s);
}

} // namespace pipeline::repository
