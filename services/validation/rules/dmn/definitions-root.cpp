// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Source: Dmn.readModelFromStream, which takes the root element for definitions.
void checkDefinitionsRoot(const SourceFile &file, Remarks &remarks)
{
    const dmn::Graph &graph = file.graph();
    if (file.isKnownDmn() && graph.root != "definitions"_L1) {
        remarks.reject(placeOf(file, graph.at),
                       u"The file begins with `%1` and not with `definitions`."_s.arg(graph.root),
                       u"Put it into `definitions` with an id, a name and a namespace."_s);
    }
}

} // namespace

Rule definitionsRoot()
{
    return {u"definitions-root"_s, {FileKind::Dmn}, Rule::Needs::Content, checkDefinitionsRoot};
}

} // namespace pipeline::validation::rules
