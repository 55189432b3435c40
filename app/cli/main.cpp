// SPDX-License-Identifier: Apache-2.0
#include "program.h"
#include "signals.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>

#include <unistd.h>

int main(int argc, char **argv)
{
    pipeline::cli::Signals interruption;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("prometheus-pipeline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PIPELINE_VERSION));
    QTextStream out(stdout);
    QTextStream err(stderr);
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return 2;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const bool plain = environment.contains(QStringLiteral("NO_COLOR"));
    pipeline::cli::Streams streams{out, err, in, !plain && isatty(STDOUT_FILENO), !plain && isatty(STDERR_FILENO)};
    pipeline::cli::Program program(pipeline::cli::allCommands());
    const int code = program.run(application.arguments().mid(1), streams, environment, interruption.stopToken());
    return interruption.received() == SIGINT ? 130 : code;
}
