// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <vector>

namespace pipeline::dmn {

/// Where something stands in the file.
struct Location {
    int element = -1; ///< number of its XML element in document order, from 0; -1: nowhere
    int line = 0;
    int column = 0;

    bool operator==(const Location &) const = default;
};

/// An input expression, an entry of a rule, or a literal expression.
struct Expression {
    QString text; ///< null when absent or empty, like all texts here
    QString language;
    QString type;
    Location at;
};

/// A column of a decision table.
struct Clause {
    QString id;
    QString label; ///< of an output: its name when it has no label
    QString name; ///< of an output
    QString type; ///< of an output; an input's is its expression's
    Expression expression; ///< of an input
    Location at;
};

struct Rule {
    QString id;
    std::vector<Expression> inputs;
    std::vector<Expression> outputs;
    Location at;
};

struct DecisionTable {
    QString hitPolicy; ///< absent is UNIQUE
    QString aggregation;
    std::vector<Clause> inputs;
    std::vector<Clause> outputs;
    std::vector<Rule> rules;
};

enum class Logic {
    None,
    Table,
    Literal,
    Other, ///< a context, invocation, list, relation, function and so on, which the engine does not evaluate
};

/// That a decision needs the result of another one.
struct Requirement {
    QString href; ///< as written
    QString id; ///< of what it refers to
    int decision = -1; ///< index in Graph::decisions; -1 when it leads to no decision of the file
    Location at;
};

struct Decision {
    QString id;
    QString name;
    Location at;
    Logic logic = Logic::None;
    QString logicName; ///< the element, such as "decisionTable"
    Location logicAt;
    DecisionTable table;
    Expression literal;
    Location variable; ///< the element that names its result
    QString variableType;
    std::vector<Requirement> requirements;

    bool hasVariable() const { return variable.element >= 0; }
    /// Whether the engine makes a decision definition of it.
    bool isEvaluated() const { return logic == Logic::Table || logic == Logic::Literal; }
};

/// The decisions of a DMN file and what they require of one another.
struct Graph {
    QString root; ///< name of the root element
    QString id;
    QString language; ///< the default of its expressions
    Location at;
    std::vector<Decision> decisions;
};

} // namespace pipeline::dmn
