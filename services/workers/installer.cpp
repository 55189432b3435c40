// SPDX-License-Identifier: Apache-2.0
#include "installer.h"

#include "npmsettings.h"
#include "tooltext.h"
#include "untrustedfile.h"

#include "process/foldercopy.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace pipeline::workers {

namespace {

/// The bytes of the package's lock file; npm prefers npm-shrinkwrap.json.
std::optional<QByteArray> readLock(const QString &folder)
{
    if (auto lock = readUntrusted(folder + "/npm-shrinkwrap.json"_L1))
        return lock;
    return readUntrusted(folder + "/package-lock.json"_L1);
}

/// Removes \a path, which a commit may have made a link to anywhere.
bool removeTree(const QString &path)
{
    const QFileInfo info(path);
    if (info.isSymLink() || (info.exists() && !info.isDir()))
        return QFile::remove(path);
    return !info.exists() || QDir(path).removeRecursively();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
}

/// What npm says the matter is: its own lines, without the help that it prints after them.
QString npmComplaint(const QString &errors)
{
    static const QRegularExpression prefix(u"^npm (?:error|ERR!) ?"_s);
    QStringList lines;
    for (QString line : errors.split(u'\n')) {
        if (!prefix.match(line).hasMatch())
            continue;
        line.remove(prefix);
        if (line == "Usage:"_L1 || lines.size() == 20)
            break;
        if (!line.trimmed().isEmpty() && line != "Clean install a project"_L1)
            lines << line;
    }
    return lines.isEmpty() ? lastLines(errors) : lines.join(u'\n');
}

tl::unexpected<Error> explainNpm(const Package &package, const QString &errors)
{
    static const QRegularExpression codePattern(u"^npm (?:error|ERR!) code (\\w+)"_s,
                                                QRegularExpression::MultilineOption);
    static const QRegularExpression network(u"^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|"
                                            u"ENETUNREACH|E429|E5\\d\\d|ERR_SOCKET_TIMEOUT|"
                                            "FETCH_ERROR|EIDLETIMEOUT)$"_s);
    const QString code = codePattern.match(errors).captured(1);
    const QString message = u"npm ci failed in %1"_s.arg(package.name);
    const QString detail = npmComplaint(errors);
    if (network.match(code).hasMatch())
        return fail(ErrorCode::Unreachable, message, detail, u"Check the connection to npm's registry and its proxy"_s);
    if (code == "ENOSPC"_L1 || code == "EROFS"_L1)
        return fail(ErrorCode::Storage, message, detail, u"Make room on the disk"_s);
    if (code == "EUSAGE"_L1)
        return fail(ErrorCode::Refused, message, detail, u"Run `npm install` there and commit package-lock.json"_s);
    if (code == "E401"_L1 || code == "E403"_L1)
        return fail(ErrorCode::Refused, message, detail,
                    u"npm's tokens are never given to an install: use a registry that needs none"_s);
    return fail(ErrorCode::Refused, message, detail, u"Run `npm ci` there and repair what it says"_s);
}

} // namespace

QString Modules::tool(const QString &name) const
{
    const QString script = QFileInfo(folder + "/.bin/"_L1 + name).canonicalFilePath();
    if (!script.startsWith(QFileInfo(folder).canonicalFilePath() + u'/'))
        return {};
    // The same file where the package will have it.
    const QString inside = QDir(QFileInfo(folder).canonicalFilePath()).relativeFilePath(script);
    return mounts.value(folder, folder) + u'/' + inside;
}

Installer::Installer(const NodeRunner &runner, const QString &cacheFolder, std::chrono::milliseconds timeLimit)
    : m_runner(runner),
      m_cache(cacheFolder + "/node_modules"_L1),
      m_downloads(cacheFolder + "/npm"_L1),
      m_timeLimit(timeLimit)
{}

Result<Modules> Installer::install(const Package &package) const
{
    const QString target = package.folder + "/node_modules"_L1;
    if (!package.hasDependencies())
        return Modules{target, {}};
    const auto lock = readLock(package.folder);
    if (!lock)
        return fail(ErrorCode::Refused, u"%1 has no package-lock.json"_s.arg(package.name),
                    u"its dependencies could be other ones at every install, and npm ci refuses"_s,
                    u"Run `npm install` there and commit package-lock.json"_s);

    const QString key = ModuleCache::key(package.folder, *lock, m_runner.node().platform);
    const QString marker = target + "/.installed-for"_L1;
    const bool linked = QFileInfo(target).isSymLink();
    if (!linked && readUntrusted(marker) == key.toLatin1())
        return Modules{target, {}};

    const bool cacheable = package.isInstalledByLockAlone(*lock);
    if (cacheable && m_runner.sandbox().canMount()) {
        const auto modules = cached(package, key);
        if (!modules)
            return fail(modules.error());
        if ((linked && !removeTree(target)) || !QDir().mkpath(target))
            return fail(ErrorCode::Storage, u"%1 could not be made"_s.arg(target));
        return Modules{*modules, {{*modules, target}}};
    }

    if (!removeTree(target))
        return fail(ErrorCode::Storage, u"%1 could not be removed"_s.arg(target));
    const auto done = cacheable ? cached(package, key).and_then([&](const QString &modules) {
        return process::copyFolder(modules, target, m_timeLimit, m_runner.stop());
    })
                                : npmCi(package, package.folder, {package.checkout});
    if (!done)
        return fail(done.error());
    if (!QDir().mkpath(target) || !writeFile(marker, key.toLatin1()))
        return fail(ErrorCode::Storage, u"%1 could not be written"_s.arg(marker));
    return Modules{target, {}};
}

Result<QString> Installer::cached(const Package &package, const QString &key) const
{
    if (const auto found = m_cache.find(key)) {
        m_runner.log(u"npm "_s + package.name, u"unchanged since its last install"_s);
        return *found;
    }
    auto staging = m_cache.makeStagingFolder();
    if (!staging)
        return fail(staging.error());
    for (const auto &name : {"package.json"_L1, "package-lock.json"_L1, "npm-shrinkwrap.json"_L1, ".npmrc"_L1})
        if (const auto content = readUntrusted(package.folder + u'/' + name);
            content && !writeFile(staging->filePath(name), *content))
            return fail(ErrorCode::Storage, u"%1 could not be written"_s.arg(staging->filePath(name)));
    if (const auto installed = npmCi(package, staging->path(), {}); !installed)
        return fail(installed.error());
    // A package whose dependencies are all optional and for another system has none.
    QDir(staging->path()).mkdir(u"node_modules"_s);
    if (const auto reclaimed = m_runner.sandbox().reclaim(staging->path()); !reclaimed)
        return fail(reclaimed.error());
    return m_cache.add(key, std::move(*staging));
}

Result<void> Installer::npmCi(const Package &package, const QString &folder, const QStringList &readable) const
{
    const NodeInstallation &node = m_runner.node();
    if (node.npm.isEmpty())
        return fail(ErrorCode::ToolMissing, u"npm is not installed"_s, {}, u"Install npm (Debian: apt install npm)"_s);
    const auto settings = readNpmSettings(node, QProcessEnvironment::systemEnvironment(), m_runner.stop());
    if (!settings)
        return fail(settings.error());
    const QString source = u"npm "_s + package.name;
    for (const QString &note : settings->notes)
        m_runner.log(source, note);
    const auto privateFolder = m_runner.makePrivateFolder();
    if (!privateFolder)
        return fail(privateFolder.error());
    const QString configuration = privateFolder->filePath(u"npmrc"_s);
    if (!QDir().mkpath(m_downloads) || !writeFile(configuration, settings->configuration))
        return fail(ErrorCode::Storage, u"%1 could not be written"_s.arg(configuration));

    Tool npm{.name = source,
             .arguments = {node.npm, u"ci"_s, u"--no-audit"_s, u"--no-fund"_s},
             .folder = folder,
             .privateFolder = privateFolder->path(),
             .view = {.writable = {folder, m_downloads}, .readOnly = readable + settings->files, .network = true},
             .timeLimit = m_timeLimit,
             .environment = settings->environment};
    npm.environment.insert(u"npm_config_userconfig"_s, configuration);
    npm.environment.insert(u"npm_config_globalconfig"_s, u"/dev/null"_s);
    npm.environment.insert(u"npm_config_cache"_s, m_downloads);
    npm.environment.insert(u"npm_config_update_notifier"_s, u"false"_s);
    npm.environment.insert(u"npm_config_logs_max"_s, u"0"_s);
    const auto outcome = m_runner.run(npm);
    if (!outcome)
        return fail(outcome.error());
    if (outcome->exitCode != 0)
        return explainNpm(package, plainText(outcome->errors));
    return {};
}

} // namespace pipeline::workers
