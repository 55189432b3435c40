// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace pipeline::tests {

/// A process that the engine takes, of that id.
inline QByteArray process(const QByteArray &id)
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
             targetNamespace="https://example.org/credito">
  <process id=")"
        + id + R"(" isExecutable="true" camunda:historyTimeToLive="P180D">
    <startEvent id="Inicio"/>
    <sequenceFlow id="Fluxo_1" sourceRef="Inicio" targetRef="Fim"/>
    <endEvent id="Fim"/>
  </process>
</definitions>
)";
}

/// A process whose flow leads nowhere (line 6) and that says nothing of its history (line 4).
inline QByteArray brokenProcess()
{
    return process("analise_credito")
        .replace("targetRef=\"Fim\"", "targetRef=\"Nada\"")
        .replace(" camunda:historyTimeToLive=\"P180D\"", "");
}

} // namespace pipeline::tests
