// SPDX-License-Identifier: Apache-2.0
#include "workerfacts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::validation {

DefinitionFacts readWorkerFacts(const QByteArray &source)
{
    static const QRegularExpression call(u"\\.subscribe\\s*\\(\\s*(?:(['\"`])([^'\"`$\\\\\\r\\n]+)\\1)?"_s);
    DefinitionFacts facts;
    const QString text = QString::fromUtf8(source);
    for (auto match = call.globalMatch(text); match.hasNext();) {
        const QString topic = match.next().captured(2);
        if (topic.isEmpty())
            facts.subscribesToOther = true;
        else
            facts.subscriptions << topic;
    }
    return facts;
}

} // namespace pipeline::validation
