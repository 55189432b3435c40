// SPDX-License-Identifier: Apache-2.0
#include "validateselection.h"

#include "sources/committree.h"
#include "sources/filesearch.h"
#include "sources/workingtree.h"
#include "xml/parser.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

Result<std::unique_ptr<sources::FileTree>> treeOf(const Call &call)
{
    if (!call.arguments.isSet(u"revision"_s))
        return std::make_unique<sources::WorkingTree>();
    auto commit = sources::CommitTree::open(call.arguments.value(u"revision"_s), call.stop);
    if (!commit)
        return fail(commit.error());
    return std::make_unique<sources::CommitTree>(std::move(*commit));
}

Result<validation::InputFile> readInput(const Call &call)
{
    const QString name = call.arguments.value(u"stdin-name"_s);
    if (name.isEmpty())
        return fail(ErrorCode::InvalidInput, u"The text on standard input needs a name"_s, {},
                    u"Give it with --stdin-name, as analise_credito.bpmn"_s);
    if (!validation::fileKindOf(name))
        return fail(ErrorCode::InvalidInput, u"%1 is not of a kind that is validated"_s.arg(name), {},
                    u"Kinds are known by their suffix: .bpmn .dmn .form .html"_s);
    return inputFile(QDir::cleanPath(name), call.streams.in.read(xml::Limits().bytes + 1));
}

} // namespace

validation::InputFile inputFile(const QString &path, const QByteArray &bytes)
{
    return {path, *validation::fileKindOf(path), bytes, sources::deploymentOf(path)};
}

Result<Selection> select(const Call &call)
{
    auto tree = treeOf(call);
    if (!tree)
        return fail(tree.error());
    Selection selection{std::move(*tree), call.positional(), {}, {}};
    if (selection.paths.removeAll(u"-"_s) > 0) {
        const auto input = readInput(call);
        if (!input)
            return fail(input.error());
        selection.input = *input;
    }
    const auto files = sources::findFiles(*selection.tree, selection.paths);
    if (!files)
        return fail(files.error());
    selection.files = *files;
    if (selection.input)
        selection.files.removeAll(selection.input->path);
    return selection;
}

Result<int> forEachFile(const Call &call, const Selection &selection,
                        const std::function<void(validation::InputFile file)> &receive)
{
    int unread = 0;
    if (selection.input)
        receive(*selection.input);
    const auto take = [&](const QString &path, const Result<QByteArray> &bytes) {
        if (bytes) {
            receive(inputFile(path, *bytes));
        } else {
            call.report(bytes.error());
            ++unread;
        }
    };
    const auto done = selection.tree->read(selection.files, take, call.stop);
    return done.transform([&] { return unread; });
}

} // namespace pipeline::cli
