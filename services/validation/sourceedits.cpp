// SPDX-License-Identifier: Apache-2.0
#include "sourceedits.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

constexpr QByteArrayView blanks = " \t\r\n";

/// A part of the text.
struct Span {
    qsizetype begin = 0;
    qsizetype length = 0;
};

/// Where an attribute's local name and the value between its quotes stand.
struct AttributeSpans {
    Span name;
    Span value;
};

/// Reads the start tag at \a tag, which is well-formed.
class TagScanner {
public:
    TagScanner(QByteArrayView text, qsizetype tag) : m_text(text), m_at(tag + 1)
    {
        skipTo(" \t\r\n/>");
        m_nameEnd = m_at;
    }

    /// Where the element's name ends.
    qsizetype nameEnd() const { return m_nameEnd; }

    /// The attribute of that number as the parser counts them: declarations of namespaces are none.
    AttributeSpans attribute(qsizetype number)
    {
        while (true) {
            while (blanks.contains(m_text[m_at]))
                ++m_at;
            const qsizetype nameBegin = m_at;
            skipTo(" \t\r\n=");
            const QByteArrayView name = m_text.sliced(nameBegin, m_at - nameBegin);
            skipTo("\"'");
            const qsizetype valueBegin = m_at + 1;
            m_at = m_text.indexOf(m_text[m_at], valueBegin) + 1;
            if (name == "xmlns" || name.startsWith("xmlns:") || number-- > 0)
                continue;
            const qsizetype local = name.indexOf(':') + 1;
            return {{nameBegin + local, name.size() - local}, {valueBegin, m_at - 1 - valueBegin}};
        }
    }

private:
    void skipTo(QByteArrayView ends)
    {
        while (!ends.contains(m_text[m_at]))
            ++m_at;
    }

    QByteArrayView m_text;
    qsizetype m_at;
    qsizetype m_nameEnd = 0;
};

AttributeSpans spansOf(QByteArrayView text, const xml::Element &element, const xml::Attribute &attribute)
{
    return TagScanner(text, element.offset).attribute(&attribute - element.attributes.data());
}

/// As it can stand between either kind of quotes.
QByteArray escaped(const QString &value)
{
    return value.toHtmlEscaped().replace(u'\'', "&apos;"_L1).toUtf8();
}

} // namespace

Fix SourceEdits::replace(qsizetype offset, qsizetype length, const QByteArray &replacement) const
{
    if (m_file.text().isNull())
        return {};
    return {{m_file.text().data() - m_file.input().bytes.constData() + offset, length, replacement}};
}

Fix SourceEdits::setValue(const xml::Element &element, const xml::Attribute &attribute, const QString &value) const
{
    if (m_file.text().isNull())
        return {};
    const Span span = spansOf(m_file.text(), element, attribute).value;
    return replace(span.begin, span.length, escaped(value));
}

Fix SourceEdits::rename(const xml::Element &element, const xml::Attribute &attribute, std::string_view name) const
{
    if (m_file.text().isNull())
        return {};
    const Span span = spansOf(m_file.text(), element, attribute).name;
    return replace(span.begin, span.length, QByteArray(name.data(), qsizetype(name.size())));
}

Fix SourceEdits::addAttribute(const xml::Element &element, const QString &name, const QString &value) const
{
    if (m_file.text().isNull())
        return {};
    return replace(TagScanner(m_file.text(), element.offset).nameEnd(), 0,
                   ' ' + name.toUtf8() + "=\"" + escaped(value) + '"');
}

Fix SourceEdits::addAttribute(const xml::Element &element, std::string_view nameSpace, const QString &prefix,
                              const QString &name, const QString &value) const
{
    const xml::Document &document = m_file.document();
    if (const auto declared = document.prefixOf(nameSpace))
        return addAttribute(element, xml::toQString(*declared) + u':' + name, value);
    if (document.namespaceOf(prefix.toStdString()))
        return {};
    return addAttribute(*document.root(), u"xmlns:"_s + prefix, xml::toQString(nameSpace))
        + addAttribute(element, prefix + u':' + name, value);
}

} // namespace pipeline::validation
