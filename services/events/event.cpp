// SPDX-License-Identifier: Apache-2.0
#include "event.h"

#include "models/timestamp.h"

using namespace Qt::StringLiterals;

namespace pipeline::events {

QJsonObject Event::toJson() const
{
    QJsonObject object = payload;
    object.insert("event"_L1, kind);
    object.insert("item"_L1, item);
    object.insert("attempt"_L1, attempt);
    object.insert("at"_L1, toTimestamp(at));
    return object;
}

} // namespace pipeline::events
