// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "juel.h"

#include <vector>

namespace pipeline::expression {

struct FeelToken {
    enum Kind {
        End,
        Name, ///< a word, keywords included
        QuotedName, ///< in back quotes
        String,
        Number,
        Sign, ///< an operator or bracket
    };
    Kind kind = End;
    qsizetype offset = 0;
    QStringView image;
};

struct FeelTokens {
    std::vector<FeelToken> tokens; ///< the last is End
    std::optional<Problem> problem; ///< what is no token
};

/// Splits a text in FEEL; white space and comments are between tokens.
FeelTokens scanFeel(QStringView text);

} // namespace pipeline::expression
