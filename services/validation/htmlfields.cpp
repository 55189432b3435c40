// SPDX-License-Identifier: Apache-2.0
#include "htmlfields.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation {

QList<HtmlElement> formFields(const HtmlPage &page)
{
    static const QStringList names{u"input"_s, u"textarea"_s, u"select"_s};
    QList<HtmlElement> fields;
    for (const HtmlElement &element : page.elements) {
        if (element.has(u"cam-variable-name"_s) && names.contains(element.name))
            fields << element;
    }
    return fields;
}

bool isComputed(const QString &value)
{
    return value.contains("{{"_L1);
}

} // namespace pipeline::validation
