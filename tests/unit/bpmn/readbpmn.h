// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bpmn/definitionsreader.h"

#include "xml/parser.h"

/// What stands in a file's definitions, read.
inline pipeline::bpmn::Definitions readBpmn(const QByteArray &content)
{
    const pipeline::xml::Parsed parsed = pipeline::xml::parse(
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:t='urn:t' xmlns:o='urn:o' "
        "xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='urn:t'>\n"
        + content + "</definitions>");
    return pipeline::bpmn::readDefinitions(parsed.document);
}

/// The content of one executable process, read.
inline pipeline::bpmn::Definitions readProcess(const QByteArray &content, const QByteArray &before = {})
{
    return readBpmn(before + "<process id='p' isExecutable='true'>\n" + content + "</process>");
}

/// The first node of that id.
inline const pipeline::bpmn::FlowNode &nodeOf(const pipeline::bpmn::Definitions &definitions, const QString &id)
{
    static const pipeline::bpmn::FlowNode none;
    for (const pipeline::bpmn::FlowNode &node : definitions.nodes) {
        if (node.id == id)
            return node;
    }
    return none;
}
