// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace pipeline::ui {

/// How one key of `[environments.<name>]` is asked for.
struct EnvironmentField {
    enum class Kind { Text, Choice, Flag, List };
    enum class Group { Connection, Rules, More };

    QString key;
    Group group = Group::More;
    Kind kind = Kind::Text;
    QString label;
    QString hint; ///< below the field; of a flag beside it
    QString problem; ///< what an invalid value needs
    QList<std::pair<QString, QString>> choices = {}; ///< as the file has it, as people read it
    int characters = 0; ///< a short field's width; 0: as wide as the form
    QString unit = {};
};

/// In the order of the form; name, sign-in and production have rows of their own.
QList<EnvironmentField> environmentFields();

} // namespace pipeline::ui
