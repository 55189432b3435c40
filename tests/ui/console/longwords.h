// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRegularExpression>
#include <QTranslator>

namespace pipeline::tests {

/// English as a language that needs 30 % more room says it.
class LongWords : public QTranslator {
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        static const QRegularExpression word(QStringLiteral("[[:alpha:]]{2,}(?![^<]*>)"));
        qsizetype end = -1;
        for (const auto &match : word.globalMatch(text))
            end = match.capturedEnd();
        return end < 0 ? text : QString(text).insert(end, QString((text.size() * 3 + 9) / 10, u'e'));
    }
    bool isEmpty() const override { return false; }
};

} // namespace pipeline::tests
