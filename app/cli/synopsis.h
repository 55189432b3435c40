// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QCommandLineParser>

#include <optional>
#include <utility>

namespace pipeline::cli {

/// What is typed as `--name VALUE`, or as `--name` when it takes no value.
struct Option {
    QString name;
    QString description;
    QString value = {}; ///< what its value is called; FILE is completed with files; empty: it takes none
    QString fallback = {};
    QStringList choices = {}; ///< the only values; empty: any
    std::optional<std::pair<int, int>> range = {}; ///< of a number
    QString letter = {}; ///< its short form, as in -q

    /// "--name VALUE", with the short form before it.
    QString spelling() const;
};

/// What is typed without dashes.
struct Argument {
    enum class Number { One, AtMostOne, Several };

    QString name; ///< FILE and PATH are completed with files
    QString description;
    Number number = Number::One;
    QStringList choices = {};

    /// "[FILE]", "PATH…"
    QString spelling() const;
};

struct ExitCode {
    int code;
    QString meaning;
};

/// Codes that most commands have in common.
ExitCode wrongCall();
ExitCode databaseAway();

/// What a command is called, does and takes; help, completion and the checks of a call come from it.
struct Synopsis {
    QString name; ///< one or two words: "run", "backlog add"
    QString summary; ///< one line for the list of commands
    QString text = {}; ///< paragraphs, an empty line between two
    QList<Argument> arguments = {};
    QList<Option> options = {}; ///< besides the common ones
    QList<ExitCode> exitCodes = {};
    QStringList examples = {}; ///< without the program's name
    QStringList formats = {QStringLiteral("text"), QStringLiteral("json")};

    QList<Option> allOptions() const;
};

/// The options of every command.
QList<Option> commonOptions(const QStringList &formats);

void declare(QCommandLineParser &parser, const QList<Option> &options);

/// InvalidInput when values or arguments of a parsed call are not what the synopsis allows.
Result<void> checkCall(const Synopsis &synopsis, const QCommandLineParser &parser);

} // namespace pipeline::cli
