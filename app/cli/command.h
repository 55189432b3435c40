// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "composition.h"

#include <QCommandLineParser>
#include <QTextStream>

namespace pipeline::cli {

/// Where a command writes and reads, and what it may assume of the other end.
struct Streams {
    QTextStream &out; ///< results
    QTextStream &err; ///< progress, logs, errors
    QIODevice &in;
    bool outIsTerminal = false; ///< colour, unless NO_COLOR says otherwise
    bool errIsTerminal = false; ///< a progress bar
};

/// One call of the program: its arguments, read, and what they are to act on.
struct Call {
    const QCommandLineParser &arguments;
    app::Composition &app;
    Streams &streams;
    Actor actor;
    std::stop_token stop;

    /// The arguments that are no options, without the command's own words.
    QStringList positional() const { return arguments.positionalArguments(); }
    bool wantsJson() const { return arguments.value(QStringLiteral("format")) == QLatin1StringView("json"); }
    bool isQuiet() const { return arguments.isSet(QStringLiteral("quiet")); }
    bool isVerbose() const { return arguments.isSet(QStringLiteral("verbose")); }
    /// --environment, else the default one's name; may be empty.
    QString environmentName() const;

    /// Prints \a document as one indented JSON document.
    void print(const QJsonObject &document) const;
    /// Prints an error in its three parts and gives its exit code.
    int report(const Error &error) const;
    /// Says how the command is called, and gives exit code 2.
    int misused(const QString &why) const;
};

/// One command of the program.
class Command {
public:
    virtual ~Command() = default;

    virtual QString name() const = 0; ///< one or two words: "run", "backlog add"
    virtual QString summary() const = 0; ///< one line for the list of commands
    virtual QString help() const { return {}; } ///< what else `--help` should say
    virtual void declare(QCommandLineParser &) const {} ///< its own options and positional arguments
    virtual QStringList formats() const { return {QStringLiteral("text"), QStringLiteral("json")}; }

    /// Gives the exit code.
    virtual int run(Call &call) = 0;
};

} // namespace pipeline::cli
