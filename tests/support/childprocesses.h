// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QProcess>
#include <QStringList>

#include <cstdio>
#include <memory>
#include <vector>

namespace pipeline::tests {

/// In a child: says that it is ready, and waits until all its siblings are.
inline void waitForTheOthers()
{
    std::puts("ready");
    std::fflush(stdout);
    (void)std::getchar();
}

/// Runs \a count copies of this very test program, which begin together at waitForTheOthers(), to their end.
///
/// \a arguments gives the arguments of each. Gives what the copies that did not exit with 0 wrote to standard error.
template<class F>
QStringList runTogether(int count, F &&arguments)
{
    std::vector<std::unique_ptr<QProcess>> children;
    for (int i = 0; i < count; ++i) {
        auto child = std::make_unique<QProcess>();
        child->start(QCoreApplication::applicationFilePath(), arguments(i));
        children.push_back(std::move(child));
    }
    for (const auto &child : children) {
        while (!child->canReadLine() && child->waitForReadyRead(60'000)) {}
        child->readLine();
    }
    for (const auto &child : children) {
        child->write("\n");
        child->waitForBytesWritten();
    }
    QStringList failures;
    for (const auto &child : children) {
        const bool ended = child->waitForFinished(60'000);
        if (!ended || child->exitStatus() != QProcess::NormalExit || child->exitCode() != 0)
            failures << QStringLiteral("exit code %1: ").arg(child->exitCode())
                    + QString::fromLocal8Bit(child->readAllStandardError());
    }
    return failures;
}

} // namespace pipeline::tests
