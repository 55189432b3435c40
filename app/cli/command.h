// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "composition.h"
#include "synopsis.h"

#include <QTextStream>

#include <functional>
#include <optional>

namespace pipeline::cli {

/// Where a command writes and reads, and what it may assume of the other end.
struct Streams {
    QTextStream &out; ///< results
    QTextStream &err; ///< progress, logs, errors
    QIODevice &in;
    bool outIsTerminal = false; ///< colour; false with NO_COLOR
    bool errIsTerminal = false; ///< a progress bar; false with NO_COLOR
    std::function<int()> errColumns = {}; ///< how wide that terminal is now; nothing: 80
};

/// One call of the program: its arguments, read, and what they are to act on.
struct Call {
    const QCommandLineParser &arguments;
    app::Composition &app;
    Streams &streams;
    Actor actor;
    std::stop_token stop;
    QString command = {};
    std::optional<Error> configurationProblem = {}; ///< of a command that works without; the app has defaults then

    /// The arguments that are no options, without the command's own words.
    QStringList positional() const { return arguments.positionalArguments(); }
    bool wantsJson() const { return arguments.value(QStringLiteral("format")) == QLatin1StringView("json"); }
    bool isQuiet() const { return arguments.isSet(QStringLiteral("quiet")); }
    bool isVerbose() const { return arguments.isSet(QStringLiteral("verbose")); }
    /// --environment, else the default one's name; may be empty.
    QString environmentName() const { return app.configuration().defaultEnvironment; }
    /// --environment, which lists show alone; empty: all of them.
    QString onlyEnvironment() const { return arguments.value(QStringLiteral("environment")); }
    /// --config, else the user's own; it may not be there.
    QString configurationFile() const;

    /// Prints \a document as one indented JSON document.
    void print(const QJsonObject &document) const;
    /// Prints what is worth knowing beside the result to standard error, unless --quiet.
    void note(const QString &text) const;
    /// Prints an error in its three parts and gives its exit code.
    int report(const Error &error) const;
    /// Says how the command is called, and gives exit code 2.
    int misused(const QString &why) const;
};

/// \a text from outside, which must not steer the terminal, in one line.
QString plain(QString text);

/// One command of the program.
class Command {
public:
    virtual ~Command() = default;

    virtual Synopsis synopsis() const = 0;

    /// Whether it is of use although the configuration has this problem.
    virtual bool worksDespite(const Error &) const { return false; }

    /// Gives the exit code.
    virtual int run(Call &call) = 0;
};

} // namespace pipeline::cli
