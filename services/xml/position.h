// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace pipeline::xml {

/// A place in a text: the line and the UTF-16 unit within it, both from 1; 0 when unknown.
struct Position {
    int line = 0;
    int column = 0;

    bool operator==(const Position &) const = default;
};

} // namespace pipeline::xml
