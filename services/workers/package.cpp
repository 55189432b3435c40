// SPDX-License-Identifier: Apache-2.0
#include "package.h"

#include "untrustedfile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::workers {

namespace {

bool isWithin(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder + u'/');
}

Result<QJsonObject> readManifest(const QString &folder, const QString &shownPath)
{
    const auto content = readUntrusted(folder + "/package.json"_L1);
    if (!content)
        return fail(ErrorCode::Refused, u"%1 cannot be read"_s.arg(shownPath), u"it is no regular file"_s,
                    u"Commit the file itself, not a link"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*content, &error);
    if (document.isObject())
        return document.object();
    const auto line = content->first(qBound(0, error.offset, int(content->size()))).count('\n') + 1;
    return fail(ErrorCode::Refused, u"%1 line %2: not a JSON object"_s.arg(shownPath).arg(line), error.errorString(),
                u"Repair the file"_s);
}

/// The nearest folder at or above \a path, up to \a root, that holds a package.json; empty when there is none.
QString packageFolder(const QString &path, const QString &root)
{
    QString folder = QFileInfo(path).isDir() ? path : QFileInfo(path).path();
    while (isWithin(folder, root)) {
        if (QFileInfo(folder + "/package.json"_L1).isFile())
            return folder;
        folder = QFileInfo(folder).path();
    }
    return {};
}

} // namespace

bool Package::hasDependencies() const
{
    for (const auto &kind : {"dependencies"_L1, "devDependencies"_L1, "optionalDependencies"_L1, "peerDependencies"_L1})
        if (!manifest[kind].toObject().isEmpty())
            return true;
    return manifest.contains("workspaces"_L1);
}

bool Package::isInstalledByLockAlone(const QByteArray &lock) const
{
    const QJsonObject scripts = manifest["scripts"_L1].toObject();
    for (const auto &script : {"preinstall"_L1, "install"_L1, "postinstall"_L1, "prepublish"_L1, "preprepare"_L1,
                               "prepare"_L1, "postprepare"_L1})
        if (scripts.contains(script))
            return false;
    if (manifest.contains("workspaces"_L1) || QFileInfo::exists(folder + "/binding.gyp"_L1))
        return false;
    for (const QJsonValue module : QJsonDocument::fromJson(lock)["packages"_L1].toObject())
        if (module["link"_L1].toBool() || module["resolved"_L1].toString().startsWith("file:"_L1))
            return false;
    return true;
}

Result<QList<Package>> findPackages(const Checkout &checkout)
{
    const QString root = QFileInfo(checkout.folder).canonicalFilePath();
    if (root.isEmpty())
        return fail(ErrorCode::NotFound, u"The checkout %1 does not exist"_s.arg(checkout.folder));
    QList<Package> packages;
    for (const QString &artefact : checkout.artefacts) {
        const QString path = QDir::cleanPath(root + u'/' + artefact);
        const QFileInfo info(path);
        if (!isWithin(path, root) || (info.exists() && info.canonicalFilePath() != path))
            return fail(ErrorCode::InvalidInput,
                        u"%1: the path leads out of the checkout or through a link"_s.arg(artefact), {},
                        u"Name files and folders of the repository"_s);
        if (!info.exists())
            return fail(ErrorCode::NotFound, u"%1 is not in the commit"_s.arg(artefact), {},
                        u"Check the path and the commit"_s);
        const QString folder = packageFolder(path, root);
        if (folder.isEmpty())
            return fail(ErrorCode::Refused, u"%1 belongs to no package"_s.arg(artefact),
                        u"there is no package.json in its folder or above"_s, u"Commit the worker's package.json"_s);

        auto package = std::find_if(packages.begin(), packages.end(),
                                    [&](const Package &p) { return p.folder == folder; });
        if (package == packages.end()) {
            const QString name = QDir(root).relativeFilePath(folder);
            const auto manifest = readManifest(folder, QDir::cleanPath(name + "/package.json"_L1));
            if (!manifest)
                return fail(manifest.error());
            package = packages.insert(packages.end(), {name, folder, root, {}, *manifest});
        }
        package->artefacts << QDir(folder).relativeFilePath(path);
    }
    return packages;
}

} // namespace pipeline::workers
