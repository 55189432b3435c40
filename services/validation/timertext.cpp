// SPDX-License-Identifier: Apache-2.0
#include "timertext.h"

#include <array>

namespace pipeline::validation {

TimerText timerTextOf(const xml::Element &definition)
{
    struct Name {
        std::string_view name;
        time::TimerKind kind;
    };
    static constexpr std::array names{
        Name{"timeDate", time::TimerKind::Date},
        Name{"timeCycle", time::TimerKind::Cycle},
        Name{"timeDuration", time::TimerKind::Duration},
    };
    for (const Name &name : names) {
        if (const xml::Element *element = definition.child(definition.nameSpace, name.name))
            return {element, name.kind, xml::toQString(xml::trimmed(element->text))};
    }
    return {};
}

} // namespace pipeline::validation
