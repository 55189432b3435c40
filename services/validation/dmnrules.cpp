// SPDX-License-Identifier: Apache-2.0
#include "dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation {

QString described(const dmn::Decision &decision)
{
    return u"decision "_s + quoted(decision.id.isNull() ? decision.name : decision.id);
}

} // namespace pipeline::validation
