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

/// Where an attribute's name and the value between its quotes stand.
struct AttributeSpans {
    Span name;
    Span value;
};

/// Reads the start tag at \a tag, which is well-formed.
class TagScanner {
public:
    TagScanner(QByteArrayView text, qsizetype tag) : m_text(text), m_at(tag + 1) { skipTo(" \t\r\n/>"); }

    /// Where the element's name ends, or the attribute that was read last.
    qsizetype position() const { return m_at; }

    /// The next attribute; nothing at the end of the tag.
    std::optional<AttributeSpans> next()
    {
        qsizetype begin = m_at;
        while (blanks.contains(m_text[begin]))
            ++begin;
        if (m_text[begin] == '/' || m_text[begin] == '>')
            return {};
        m_at = begin;
        skipTo(" \t\r\n=");
        const Span name{begin, m_at - begin};
        skipTo("\"'");
        const qsizetype value = m_at + 1;
        const qsizetype quote = m_text.indexOf(m_text[m_at], value);
        m_at = quote + 1;
        return AttributeSpans{name, {value, quote - value}};
    }

private:
    void skipTo(QByteArrayView ends)
    {
        while (!ends.contains(m_text[m_at]))
            ++m_at;
    }

    QByteArrayView m_text;
    qsizetype m_at;
};

/// Finds \a attribute in the text by its number: the parser keeps the order and leaves out declarations of namespaces.
AttributeSpans spansOf(QByteArrayView text, const xml::Element &element, const xml::Attribute &attribute)
{
    TagScanner scanner(text, element.offset);
    qsizetype before = &attribute - element.attributes.data();
    while (const auto spans = scanner.next()) {
        const QByteArrayView name = text.sliced(spans->name.begin, spans->name.length);
        if (name != "xmlns" && !name.startsWith("xmlns:") && before-- == 0)
            return *spans;
    }
    return {};
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
    const qsizetype prefix = m_file.text().sliced(span.begin, span.length).indexOf(':') + 1;
    return replace(span.begin + prefix, span.length - prefix, QByteArray(name.data(), qsizetype(name.size())));
}

Fix SourceEdits::addAttribute(const xml::Element &element, const QString &name, const QString &value) const
{
    if (m_file.text().isNull())
        return {};
    TagScanner scanner(m_file.text(), element.offset);
    // An id stands before the others.
    while (name != "id"_L1 && scanner.next()) {}
    return replace(scanner.position(), 0, ' ' + name.toUtf8() + "=\"" + escaped(value) + '"');
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
