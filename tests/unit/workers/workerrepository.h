// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workers/workerchecks.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

/// A checkout that a test fills. Its packages have the ESLint and Jest of the fixtures, from a cache that the tests of
/// this folder share.
class WorkerRepository {
public:
    static QString cacheFolder() { return QStringLiteral(QT_TESTCASE_BUILDDIR) + QStringLiteral("/cache"); }
    static QString fixture(const QString &name)
    {
        return QStringLiteral(QT_TESTCASE_SOURCEDIR) + QStringLiteral("/fixtures/") + name;
    }

    QString path(const QString &name = {}) const { return m_folder.filePath(name); }

    void write(const QString &name, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
        file.write(content);
    }

    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void addFixture(const QString &name, const QString &folder)
    {
        QDir().mkpath(path(folder));
        QVERIFY(QFile::copy(fixture(name), path(folder) + u'/' + name));
    }

    /// Makes \a folder a package with ESLint and Jest, without a configuration of either.
    void addPackage(const QString &folder)
    {
        for (const QString &name :
             {QStringLiteral("package.json"), QStringLiteral("package-lock.json"), QStringLiteral(".npmrc")})
            addFixture(name, folder);
    }

    pipeline::workers::Checkout checkout(const QStringList &artefacts) const { return {path(), artefacts}; }

private:
    QTemporaryDir m_folder;
};

/// Skips the test when the modules cannot be had at all.
#define INSTALL_OR_SKIP(checks, checkout)                                                                              \
    do {                                                                                                               \
        const auto installed = (checks).install(checkout, {}, {});                                                     \
        if (!installed && installed.error().code == pipeline::ErrorCode::Unreachable)                                  \
            QSKIP(qPrintable(installed.error().text()));                                                               \
        QVERIFY2(installed.has_value(), qPrintable(installed ? QString() : installed.error().text()));                 \
    } while (false)
