// SPDX-License-Identifier: Apache-2.0
#include "fix.h"

#include <algorithm>

namespace pipeline::validation {

namespace {

bool touch(const TextEdit &a, const TextEdit &b)
{
    // Two that insert at one place stand one after the other.
    if (a.length == 0 && b.length == 0)
        return false;
    return a.begin < b.begin + std::max<qsizetype>(b.length, 1) && b.begin < a.begin + std::max<qsizetype>(a.length, 1);
}

} // namespace

Fixed applyFixes(const QByteArray &bytes, const QList<Fix> &fixes)
{
    Fixed fixed;
    QList<TextEdit> taken;
    for (const Fix &fix : fixes) {
        const bool clashes = std::ranges::any_of(fix, [&](const TextEdit &edit) {
            return std::ranges::any_of(taken,
                                       [&](const TextEdit &other) { return edit != other && touch(edit, other); });
        });
        if (clashes)
            continue;
        ++fixed.count;
        std::ranges::copy_if(fix, std::back_inserter(taken),
                             [&](const TextEdit &edit) { return !taken.contains(edit); });
    }
    std::ranges::stable_sort(taken, {}, &TextEdit::begin);
    qsizetype done = 0;
    for (const TextEdit &edit : std::as_const(taken)) {
        fixed.bytes += QByteArrayView(bytes).sliced(done, edit.begin - done);
        fixed.bytes += edit.text;
        done = edit.begin + edit.length;
    }
    fixed.bytes += QByteArrayView(bytes).sliced(done);
    return fixed;
}

} // namespace pipeline::validation
