// SPDX-License-Identifier: Apache-2.0
#include "junitreport.h"

#include "words.h"

#include <QBuffer>
#include <QXmlStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::report {

namespace {

QString lineOf(const Finding &finding)
{
    return u"%1: %2: %3 (%4)"_s.arg(placeOf(finding), toString(finding.severity), explained(finding), finding.rule);
}

void writeFailure(QXmlStreamWriter &xml, const Finding &finding)
{
    const QString element = finding.element.isEmpty() ? QString() : u" ["_s + harmless(finding.element) + u']';
    const QString line = finding.line > 0 ? u" line %1"_s.arg(finding.line) : QString();
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, harmless(finding.path));
    xml.writeAttribute(u"name"_s, finding.rule + line + element);
    xml.writeStartElement(u"failure"_s);
    xml.writeAttribute(u"type"_s, finding.rule);
    xml.writeAttribute(u"message"_s, harmless(finding.message));
    xml.writeCharacters(lineOf(finding));
    xml.writeEndElement();
    xml.writeEndElement();
}

void writeSuite(QXmlStreamWriter &xml, const validation::FileReport &report)
{
    const auto isError = [](const Finding &finding) { return finding.severity == Severity::Error; };
    const qsizetype failures = std::ranges::count_if(report.findings, isError);
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, harmless(report.path));
    xml.writeAttribute(u"tests"_s, QString::number(std::max<qsizetype>(failures, 1)));
    xml.writeAttribute(u"failures"_s, QString::number(failures));
    xml.writeAttribute(u"errors"_s, u"0"_s);
    QStringList others;
    for (const Finding &finding : report.findings) {
        if (isError(finding))
            writeFailure(xml, finding);
        else
            others << lineOf(finding);
    }
    if (failures == 0) {
        xml.writeEmptyElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, harmless(report.path));
        xml.writeAttribute(u"name"_s, u"validate"_s);
    }
    if (!others.isEmpty())
        xml.writeTextElement(u"system-out"_s, others.join(u'\n'));
    xml.writeEndElement();
}

} // namespace

Result<void> printJunit(QTextStream &out, const validation::Reports &reports, const Summary &summary)
{
    QBuffer text;
    text.open(QIODevice::WriteOnly);
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeAttribute(u"name"_s, u"prometheus-pipeline validate"_s);
    xml.writeAttribute(u"tests"_s, QString::number(summary.errors + summary.clean));
    xml.writeAttribute(u"failures"_s, QString::number(summary.errors));
    xml.writeAttribute(u"errors"_s, u"0"_s);
    xml.writeAttribute(u"time"_s, QString::number(summary.seconds, 'f', 3));
    const auto printed = reports.forEach([&](const validation::FileReport &report) {
        writeSuite(xml, report);
        out << QString::fromUtf8(text.data());
        text.buffer().clear();
        text.seek(0);
    });
    if (!printed)
        return printed;
    xml.writeEndElement();
    xml.writeEndDocument();
    out << QString::fromUtf8(text.data());
    return {};
}

} // namespace pipeline::report
