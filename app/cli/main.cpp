// SPDX-License-Identifier: Apache-2.0
#include "program.h"
#include "signals.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sys/ioctl.h>
#include <unistd.h>

static int columnsOfErrors()
{
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/// Many files in a row want the same memory again and again.
static void keepMemory()
{
#ifdef __GLIBC__
    // Large blocks come and go with a file; among the small ones that stay they would leave gaps. Said once, the limit
    // stays: otherwise it rises to the largest block that was freed.
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    // What one file leaves is for the next: to give it back and to ask anew was a third of the system's time.
    mallopt(M_TRIM_THRESHOLD, 512 * 1024 * 1024);
    mallopt(M_TOP_PAD, 4 * 1024 * 1024);
#endif
}

int main(int argc, char **argv)
{
    keepMemory();
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
    const bool bare = !environment.value(QStringLiteral("NO_COLOR")).isEmpty()
        || environment.value(QStringLiteral("TERM")) == QLatin1StringView("dumb");
    pipeline::cli::Streams streams{
        out, err, in, !bare && isatty(STDOUT_FILENO), !bare && isatty(STDERR_FILENO), columnsOfErrors};
    pipeline::cli::Program program(pipeline::cli::allCommands());
    const int code = program.run(application.arguments().mid(1), streams, environment, interruption.stopToken());
    return interruption.received() == SIGINT ? 130 : code;
}
