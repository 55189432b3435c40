// SPDX-License-Identifier: Apache-2.0
#include "words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::report {

QString harmless(QString text)
{
    const auto isHarmful = [](QChar c) { return c.category() == QChar::Other_Control || c.isNonCharacter(); };
    // Most texts are harmless, and only a change copies one.
    if (std::ranges::any_of(std::as_const(text), isHarmful))
        std::ranges::replace_if(text, isHarmful, QChar(QChar::ReplacementCharacter));
    return text;
}

QString counted(qsizetype number, const QString &noun)
{
    return u"%1 %2%3"_s.arg(QString::number(number), noun, number == 1 ? QString() : u"s"_s);
}

QString explained(const Finding &finding)
{
    return harmless(finding.hint.isEmpty() ? finding.message : finding.message + u' ' + finding.hint);
}

QString placeOf(const Finding &finding)
{
    QString place = harmless(finding.path);
    for (const int number : {finding.line, finding.column}) {
        if (number <= 0)
            break;
        place += u':' + QString::number(number);
    }
    return place;
}

} // namespace pipeline::report
