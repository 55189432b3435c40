// SPDX-License-Identifier: Apache-2.0
#include "parser.h"

#include "encoding.h"
#include "reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::xml {

namespace {

/// Number of attributes of the start tag at the begin of \a tag; stops at whatever is not a start tag.
int attributeCount(QByteArrayView tag)
{
    int count = 0;
    for (qsizetype i = 0; i < tag.size() && tag[i] != '>'; ++i) {
        if (tag[i] != '"' && tag[i] != '\'')
            continue;
        i = tag.indexOf(tag[i], i + 1);
        if (i < 0)
            break;
        ++count;
    }
    return count;
}

/// Offset of the first start tag with too many attributes; -1 when there is none. libxml2 has no such limit and
/// compares each with all others.
qsizetype crowdedTag(QByteArrayView text, int limit)
{
    // Between one < and the next there is room for a tag of that kind almost never, so that few are looked into.
    const qsizetype shortest = qsizetype(limit) * qsizetype(sizeof(" a=''") - 1);
    for (qsizetype begin = text.indexOf('<'); begin >= 0;) {
        const qsizetype next = text.indexOf('<', begin + 1);
        const QByteArrayView tag = text.sliced(begin, (next < 0 ? text.size() : next) - begin);
        if (tag.size() > shortest && tag[1] != '!' && tag[1] != '?' && attributeCount(tag) > limit)
            return begin;
        begin = next;
    }
    return -1;
}

Parsed refused(ProblemKind kind, Position position, const QString &message, const QString &hint = {})
{
    Parsed parsed;
    parsed.problems.push_back({kind, position, message, hint, {}});
    return parsed;
}

} // namespace

bool Parsed::wellFormed() const
{
    return document.root()
        && std::ranges::all_of(problems, [](const Problem &problem) { return problem.kind == ProblemKind::Schema; });
}

Parsed parse(const QByteArray &bytes, const SchemaChoice &schema, const Limits &limits,
             std::span<const NamespaceAlias> aliases)
{
    if (bytes.size() > limits.bytes) {
        return refused(
            ProblemKind::Limit, {}, u"The file has more than %1 bytes, the most that is read."_s.arg(limits.bytes),
            u"The engine runs out of memory with models of such a size. Split the model into several files."_s);
    }
    const DecodedText decoded = decode(bytes);
    if (!decoded.problem.isEmpty())
        return refused(ProblemKind::NotWellFormed, {1, 1}, decoded.problem, u"Save the file as UTF-8."_s);
    const QByteArray &text = decoded.text;
    if (text.isEmpty())
        return refused(ProblemKind::NotWellFormed, {1, 1}, u"The file is empty."_s);
    if (const qsizetype zero = text.indexOf('\0'); zero >= 0) {
        return refused(ProblemKind::NotWellFormed, positionAt(text, zero),
                       u"The file has a zero byte, which no XML file may have."_s, u"Save the file as UTF-8."_s);
    }
    if (const qsizetype tag = crowdedTag(text, limits.attributes); tag >= 0) {
        return refused(
            ProblemKind::Limit, positionAt(text, tag),
            u"The element has more than %1 attributes, which the engine's parser refuses."_s.arg(limits.attributes));
    }
    Parsed parsed = Reader(text, schema, limits, aliases).run();
    parsed.textOffset = decoded.offset;
    return parsed;
}

} // namespace pipeline::xml
