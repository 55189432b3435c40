// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../synopsis.h"

namespace pipeline::cli {

/// Scripts that make a shell complete the program's commands, options and values.
QString bashCompletion(const QList<Synopsis> &commands);
QString zshCompletion(const QList<Synopsis> &commands);
QString fishCompletion(const QList<Synopsis> &commands);

/// What may come at one place of a command line.
struct Candidate {
    QString word;
    QString description;
};

/// The first words of all commands, or the second words of those that begin with \a first.
QList<Candidate> commandWords(const QList<Synopsis> &commands, const QString &first = {});

/// The first words of commands that have two.
QStringList groups(const QList<Synopsis> &commands);

/// `--name` of every option that is followed by a value.
QStringList optionsWithValue(const QList<Synopsis> &commands);

bool isFile(const Option &option);
bool isFile(const Argument &argument);

/// \a text between single quotes, as sh reads it.
QString singleQuoted(QString text);

} // namespace pipeline::cli
