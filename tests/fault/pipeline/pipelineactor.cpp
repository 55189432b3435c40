// SPDX-License-Identifier: Apache-2.0
// A runner with its slot as the command line builds it, for tests that end it or hold it at a checkpoint:
//
//   test_pipelineactor CONFIGURATION NAME [kill|hold POINT…]
//
// Runs until nothing can be claimed. Prints each checkpoint as it reaches it: its name, '#', and how often it has come
// by now. At each POINT it kills itself, or waits for a line on standard input.
#include "composition.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace pipeline;

namespace {

runner::Checkpoint checkpoint(const QString &action, const QStringList &points)
{
    auto counts = std::make_shared<QHash<QString, int>>();
    return [action, points, counts](QLatin1StringView name) {
        const QString point = u"%1#%2"_s.arg(name).arg(++(*counts)[name]);
        std::printf("%s\n", qPrintable(point));
        std::fflush(stdout);
        if (!points.contains(point))
            return;
        if (action == "kill"_L1)
            raise(SIGKILL);
        else
            (void)std::getchar();
    };
}

std::optional<Error> drain(const QString &file, const QString &name, runner::Options options)
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto configuration = configuration::load(file, environment);
    if (!configuration)
        return configuration.error();
    app::Composition composition(*configuration, environment);
    const Actor actor{name, u"login"_s, QSysInfo::machineHostName(), u"runner"_s};
    const auto runner = composition.runner(actor, options, {});
    const auto slot = composition.updateRunner(actor, options);
    if (!runner || !slot)
        return runner ? slot.error() : runner.error();
    for (;;) {
        auto outcome = *slot ? (*slot)->runNext({}) : std::nullopt;
        if (outcome && !*outcome)
            outcome = (*runner)->runNext({});
        if (!outcome)
            return outcome.error();
        if (!*outcome)
            return {};
        if ((*outcome)->error)
            return (*outcome)->error;
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    runner::Options options;
    options.checkpoint = checkpoint(arguments.value(3), arguments.mid(4));
    const auto error = drain(arguments.value(1), arguments.value(2), std::move(options));
    if (error)
        std::fprintf(stderr, "%s\n", qPrintable(error->text()));
    return error ? 1 : 0;
}
