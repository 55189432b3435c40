// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

namespace pipeline::tests {

/// A git repository with a work tree, whose bare remote lies beside it; made by real git, without the user's settings.
class GitRepository {
public:
    /// Makes \a folder/work and \a folder/remote.git.
    explicit GitRepository(const QString &folder)
        : m_work(folder + QStringLiteral("/work")), m_remote(folder + QStringLiteral("/remote.git"))
    {
        QDir().mkpath(m_work);
        git({QStringLiteral("init"), QStringLiteral("--quiet"), QStringLiteral("--initial-branch=main")});
        git({QStringLiteral("init"), QStringLiteral("--quiet"), QStringLiteral("--bare"),
             QStringLiteral("--initial-branch=main"), m_remote});
        git({QStringLiteral("remote"), QStringLiteral("add"), QStringLiteral("origin"), m_remote});
    }

    const QString &work() const { return m_work; }
    const QString &remote() const { return m_remote; }

    /// Runs git in the work tree; the test fails when git does.
    QByteArray git(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return run(m_work, arguments, input);
    }

    /// Runs git in the bare remote.
    QByteArray inRemote(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return run(m_remote, arguments, input);
    }

    void write(const QString &path, const QByteArray &bytes) const
    {
        const QString file = m_work + u'/' + path;
        QDir().mkpath(QFileInfo(file).path());
        QFile target(file);
        if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size())
            QTest::qFail("a file of the test could not be written", __FILE__, __LINE__);
    }

    /// Commits all that is in the work tree, and gives the commit's SHA.
    QString commit(const QString &message = QStringLiteral("change")) const
    {
        git({QStringLiteral("add"), QStringLiteral("--all")});
        git({QStringLiteral("commit"), QStringLiteral("--quiet"), QStringLiteral("--allow-empty"),
             QStringLiteral("--message"), message});
        return head();
    }

    /// Commits a tree in the format of `git ls-tree`, which may hold what no work tree could.
    QString commitTree(const QByteArray &records) const
    {
        const QString tree = text(git({QStringLiteral("mktree"), QStringLiteral("-z")}, records));
        return text(git({QStringLiteral("commit-tree"), QStringLiteral("-m"), QStringLiteral("tree"), tree}));
    }

    QString head() const { return text(git({QStringLiteral("rev-parse"), QStringLiteral("HEAD")})); }

    /// Stores \a bytes as a blob and gives its object id.
    QByteArray blob(const QByteArray &bytes) const
    {
        return git({QStringLiteral("hash-object"), QStringLiteral("-w"), QStringLiteral("--stdin")}, bytes).trimmed();
    }

    void push(const QString &refspec = QStringLiteral("HEAD:refs/heads/main")) const
    {
        git({QStringLiteral("push"), QStringLiteral("--quiet"), QStringLiteral("--force"), QStringLiteral("origin"),
             refspec});
    }

    static QString text(const QByteArray &output) { return QString::fromUtf8(output.trimmed()); }

    /// The settings of the machine do not count for git processes that this test starts.
    static void isolate(const QString &home)
    {
        qputenv("HOME", QFile::encodeName(home));
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(home + QStringLiteral("/config")));
        qputenv("GIT_CONFIG_GLOBAL", QFile::encodeName(home + QStringLiteral("/gitconfig")));
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
        QFile settings(home + QStringLiteral("/gitconfig"));
        if (settings.open(QIODevice::WriteOnly))
            settings.write("[core]\n\tfsync = none\n"); // a test's repositories need not outlive a power cut
        for (const char *name : {"GIT_SSH_COMMAND", "GIT_SSH", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
    }

private:
    static QByteArray run(const QString &folder, const QStringList &arguments, const QByteArray &input)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *who : {"AUTHOR", "COMMITTER"}) {
            environment.insert(QStringLiteral("GIT_%1_NAME").arg(QLatin1String(who)), QStringLiteral("Maria Silva"));
            environment.insert(QStringLiteral("GIT_%1_EMAIL").arg(QLatin1String(who)),
                               QStringLiteral("maria@example.org"));
        }
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder);
        process.start(QStringLiteral("git"), arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(120'000);
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            QTest::qFail(qPrintable(QStringLiteral("git %1: %2")
                                        .arg(arguments.join(u' '), QString::fromUtf8(process.readAllStandardError()))),
                         __FILE__, __LINE__);
        return process.readAllStandardOutput();
    }

    const QString m_work;
    const QString m_remote;
};

} // namespace pipeline::tests
