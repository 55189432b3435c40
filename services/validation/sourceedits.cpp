// SPDX-License-Identifier: Apache-2.0
#include "sourceedits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

constexpr QByteArrayView blanks = " \t\r\n";

/// As it can stand between either kind of quotes.
QByteArray escaped(const QString &value)
{
    return value.toHtmlEscaped().replace(u'\'', "&apos;"_L1).toUtf8();
}

bool differsInCapitals(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && QByteArrayView(left).compare(QByteArrayView(right), Qt::CaseInsensitive) == 0;
}

} // namespace

bool isSpeltOnce(const xml::Element &element, const xml::Attribute &attribute)
{
    return std::ranges::none_of(element.attributes, [&](const xml::Attribute &other) {
        return &other != &attribute && other.nameSpace == attribute.nameSpace
            && differsInCapitals(other.name, attribute.name);
    });
}

/// Reads the start tag at \a tag, which is well-formed.
class SourceEdits::TagScanner {
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

/// By the attribute's number: the parser keeps the order and leaves out declarations of namespaces.
SourceEdits::AttributeSpans SourceEdits::spansOf(const xml::Element &element, const xml::Attribute &attribute)
{
    if (m_scanned != &element) {
        m_scanned = &element;
        m_spans.clear();
        TagScanner scanner(m_file.text(), element.offset);
        while (const auto spans = scanner.next()) {
            const QByteArrayView name = m_file.text().sliced(spans->name.begin, spans->name.length);
            if (name != "xmlns" && !name.startsWith("xmlns:"))
                m_spans.push_back(*spans);
        }
    }
    return m_spans[size_t(&attribute - element.attributes.data())];
}

Fix SourceEdits::replace(qsizetype offset, qsizetype length, const QByteArray &replacement) const
{
    if (m_file.text().isNull())
        return {};
    return {{m_file.text().data() - m_file.input().bytes.constData() + offset, length, replacement}};
}

Fix SourceEdits::setValue(const xml::Element &element, const xml::Attribute &attribute, const QString &value)
{
    if (m_file.text().isNull())
        return {};
    const Span span = spansOf(element, attribute).value;
    return replace(span.begin, span.length, escaped(value));
}

Fix SourceEdits::rename(const xml::Element &element, const xml::Attribute &attribute, std::string_view name)
{
    if (m_file.text().isNull())
        return {};
    const Span span = spansOf(element, attribute).name;
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
