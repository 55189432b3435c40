// SPDX-License-Identifier: Apache-2.0
#include "annotation.h"

using namespace Qt::StringLiterals;

namespace pipeline::ui {

SeverityLook lookOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return {u"fail"_s, u"fail"_s};
    case Severity::Warning:
        return {u"warn"_s, u"wait"_s};
    case Severity::Info:
        break;
    }
    return {u"info"_s, u"run"_s};
}

WordRange wordAt(const QString &line, int column)
{
    const auto belongs = [&](int index) { return line[index].isLetterOrNumber() || u":_-.$"_s.contains(line[index]); };
    int start = column - 1;
    while (start >= 0 && start < line.size() && !belongs(start))
        ++start;
    if (start >= 0 && start < line.size()) {
        while (start > 0 && belongs(start - 1))
            --start;
        int end = start;
        while (end < line.size() && belongs(end))
            ++end;
        return {start, end - start};
    }
    start = 0;
    while (start < line.size() && line[start].isSpace())
        ++start;
    return {start, int(line.trimmed().size())};
}

int endOfStatement(const QStringList &lines, int first)
{
    constexpr int Farthest = 20;
    if (first < 0 || first >= lines.size() || !lines[first].trimmed().startsWith(u'<'))
        return first;
    QChar quote;
    for (int i = first; i < qMin<qsizetype>(lines.size(), first + Farthest); ++i) {
        for (const QChar c : lines[i]) {
            if (!quote.isNull()) {
                if (c == quote)
                    quote = QChar();
            } else if (c == u'"' || c == u'\'') {
                quote = c;
            } else if (c == u'>') {
                return i;
            }
        }
    }
    return first;
}

} // namespace pipeline::ui
