// SPDX-License-Identifier: Apache-2.0
#include "tree.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::repository {

namespace {

/// One record of `ls-tree -l -z`: mode, type, object, padded size, a tab, the name.
Result<CheckoutEntry> parseRecord(const QByteArray &record)
{
    const qsizetype tab = record.indexOf('\t');
    const QByteArrayList fields = record.left(tab).simplified().split(' ');
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    CheckoutEntry entry;
    entry.path = decoder(record.mid(tab + 1));
    if (tab < 0 || fields.size() != 4)
        return fail(ErrorCode::Internal, u"git's list of files was not understood"_s,
                    QString::fromUtf8(record.left(200)));
    if (decoder.hasError())
        return fail(ErrorCode::Refused, u"%1 has a name that is not UTF-8"_s.arg(entry.path), {},
                    u"Rename the file in the repository"_s);
    entry.object = QString::fromLatin1(fields[2]);
    entry.size = fields[3].toLongLong();
    entry.executable = fields[0] == "100755";
    if (fields[0] == "120000")
        entry.kind = EntryKind::Symlink;
    else if (fields[1] == "commit")
        entry.kind = EntryKind::Submodule;
    return entry;
}

GitCall listCall(const QString &commit, const QString &path, const QString &flag)
{
    QStringList arguments{u"ls-tree"_s, u"-z"_s, u"-l"_s, u"--full-tree"_s, flag, commit};
    if (!path.isEmpty())
        arguments << u"--"_s << path;
    return {.purpose = u"The files of commit %1 could not be listed"_s.arg(commit), .arguments = arguments};
}

} // namespace

Result<QList<CheckoutEntry>> listTree(const Git &git, const QString &commit, const QString &path, std::stop_token stop)
{
    const Result<void> checked = checkCommit(commit);
    if (!checked)
        return fail(checked.error());
    const Result<QByteArray> output = git.output(listCall(commit, path, u"-r"_s), stop);
    if (!output)
        return fail(output.error());
    QList<CheckoutEntry> entries;
    for (const QByteArray &record : output->split('\0')) {
        if (record.isEmpty())
            continue;
        Result<CheckoutEntry> entry = parseRecord(record);
        if (!entry)
            return fail(entry.error());
        entries << *entry;
    }
    return entries;
}

Result<void> checkPath(const QString &path)
{
    const auto refuse = [&](const QString &why) {
        return fail(ErrorCode::InvalidInput, u"The path \"%1\" is not allowed"_s.arg(path), why,
                    u"Give it relative to the repository, with / between its parts"_s);
    };
    if (std::ranges::any_of(path, [](QChar c) { return c.category() == QChar::Other_Control; }))
        return refuse(u"it holds control characters"_s);
    for (const QString &part : path.split(u'/'))
        if (part.isEmpty() || part == "."_L1 || part == ".."_L1)
            return refuse(part == ".."_L1 ? u"it leads out of the repository"_s : u"it has an empty part or \".\""_s);
    return {};
}

Result<void> checkCommit(const QString &sha)
{
    static const QRegularExpression fullSha(u"\\A[0-9a-f]{40}\\z"_s);
    if (!fullSha.match(sha).hasMatch())
        return fail(ErrorCode::InvalidInput, u"\"%1\" is not a full commit SHA"_s.arg(sha));
    return {};
}

} // namespace pipeline::repository
