// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkConnector(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        for (const xml::Element *holder : connectorHolders(file, node)) {
            for (const xml::Element *connector : bpmn::extensionElements(*holder, "connector")) {
                const auto ids = bpmn::extensionChildren(*connector, "connectorId");
                if (ids.empty() || xml::trimmed(ids.front()->text).empty()) {
                    remarks.reject(Place(connector->position, node.id),
                                   u"The connector of the %1 does not say which one it is."_s.arg(described(node)),
                                   u"Add connectorId, for example http-connector."_s);
                }
            }
        }
    }
}

} // namespace

Rule connector()
{
    return {u"connector"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkConnector};
}

} // namespace pipeline::validation::rules
