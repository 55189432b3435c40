// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace pipeline::tests {

/// An executable process; \a body stands from line 4 on.
inline QByteArray bpmn(const QString &id, const QByteArray &body = "<startEvent id=\"inicio\"/>",
                       const QByteArray &attributes = "camunda:historyTimeToLive=\"P30D\"",
                       const QByteArray &beside = {})
{
    return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
           "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
           "  xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" id=\"d\" targetNamespace=\"t\">"
        + beside + "\n<process id=\"" + id.toUtf8() + "\" isExecutable=\"true\" " + attributes + ">\n" + body
        + "\n</process>\n</definitions>\n";
}

/// A decision table: score below 700 gives faixa B, else A.
inline QByteArray dmn(const QString &id, const QByteArray &hitPolicy = "UNIQUE")
{
    return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"\n"
           "  xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\" id=\"drg_"
        + id.toUtf8() + "\" name=\"" + id.toUtf8() + "\" namespace=\"t\">\n<decision id=\"" + id.toUtf8() + "\" name=\""
        + id.toUtf8() + "\" camunda:historyTimeToLive=\"P30D\">\n<decisionTable id=\"t\" hitPolicy=\"" + hitPolicy
        + "\">\n<input id=\"i\"><inputExpression id=\"ie\" typeRef=\"number\"><text>score</text></inputExpression>"
          "</input>\n<output id=\"o\" name=\"faixa\" typeRef=\"string\"/>\n"
          "<rule id=\"r1\"><inputEntry id=\"e1\"><text>&gt;= 700</text></inputEntry><outputEntry id=\"x1\"><text>"
          "\"A\"</text></outputEntry></rule>\n"
          "<rule id=\"r2\"><inputEntry id=\"e2\"><text>&lt; 700</text></inputEntry><outputEntry id=\"x2\"><text>"
          "\"B\"</text></outputEntry></rule>\n</decisionTable>\n</decision>\n</definitions>\n";
}

/// Two decisions, the second of which needs the first: the engine makes a requirements definition of it as well.
inline QByteArray dmnWithRequirements(const QString &id)
{
    return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"\n"
           "  xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\" id=\"drg_"
        + id.toUtf8() + "\" name=\"d\" namespace=\"t\">\n<decision id=\"" + id.toUtf8()
        + "\" name=\"um\" camunda:historyTimeToLive=\"P30D\"><variable id=\"v1\" name=\"um\"/>"
          "<literalExpression id=\"l1\"><text>1</text></literalExpression></decision>\n<decision id=\""
        + id.toUtf8()
        + "_b\" name=\"dois\" camunda:historyTimeToLive=\"P30D\"><variable id=\"v2\" name=\"dois\"/>"
          "<informationRequirement id=\"ir\"><requiredDecision href=\"#"
        + id.toUtf8()
        + "\"/></informationRequirement><literalExpression id=\"l2\"><text>um + 1</text></literalExpression>"
          "</decision>\n</definitions>\n";
}

} // namespace pipeline::tests
