// SPDX-License-Identifier: Apache-2.0
#include "excerpts.h"

#include "xml/encoding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

constexpr qsizetype longest = 160; ///< UTF-16 units of a line that are shown; some models are one line of megabytes

QString textOf(const InputFile &file)
{
    if (file.kind == FileKind::Bpmn || file.kind == FileKind::Dmn)
        return QString::fromUtf8(xml::decode(file.bytes).text);
    return QString::fromUtf8(file.bytes);
}

qsizetype lineEnd(const QString &text, qsizetype begin)
{
    const qsizetype end = text.indexOf(u'\n', begin);
    return end < 0 ? text.size() : end;
}

Excerpt cut(QStringView line, qsizetype column)
{
    if (line.endsWith(u'\r'))
        line.chop(1);
    const qsizetype caret = std::clamp<qsizetype>(column - 1, 0, line.size());
    const qsizetype begin = caret < longest * 3 / 4 ? 0 : caret - longest / 4;
    QString text = line.mid(begin, longest).toString();
    text.replace(u'\t', u' ').replace(u'\r', u' '); // each stays one, for the caret counts them
    int shift = 0;
    if (begin > 0) {
        text.prepend(u'…');
        shift = 1;
    }
    if (begin + longest < line.size())
        text.append(u'…');
    return {text, int(caret - begin) + shift};
}

} // namespace

QHash<std::pair<int, int>, Excerpt> excerptsOf(const InputFile &file, const QList<Finding> &findings)
{
    QHash<std::pair<int, int>, Excerpt> excerpts;
    if (std::ranges::none_of(findings, [](const Finding &finding) { return finding.line > 0; }))
        return excerpts;
    const QString text = textOf(file);
    // The findings are in the order of their lines; each line is looked for once, for some are a whole file.
    qsizetype begin = 0;
    qsizetype end = lineEnd(text, 0);
    int line = 1;
    for (const Finding &finding : findings) {
        for (; line < finding.line && end < text.size(); ++line) {
            begin = end + 1;
            end = lineEnd(text, begin);
        }
        if (finding.line == line)
            excerpts.insert({line, finding.column}, cut(QStringView(text).sliced(begin, end - begin), finding.column));
    }
    return excerpts;
}

} // namespace pipeline::validation
