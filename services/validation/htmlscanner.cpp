// SPDX-License-Identifier: Apache-2.0
#include "htmlscanner.h"

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

constexpr qsizetype mostHtmlProblems = 100;
constexpr qsizetype mostHtmlElements = 10'000;
constexpr qsizetype mostHtmlComments = 10'000;
constexpr size_t deepestHtml = 1'000;

bool isOneOf(const QString &name, std::initializer_list<QLatin1StringView> names)
{
    return std::ranges::any_of(names, [&](QLatin1StringView other) { return name == other; });
}

bool hasNoEnd(const QString &name)
{
    return isOneOf(name,
                   {"area"_L1, "base"_L1, "br"_L1, "col"_L1, "embed"_L1, "hr"_L1, "img"_L1, "input"_L1, "link"_L1,
                    "meta"_L1, "param"_L1, "source"_L1, "track"_L1, "wbr"_L1});
}

/// Elements whose end tag a writer may leave out: the begin of another one of the same family closes those of no higher
/// rank, as a table's row closes its cells and the row before.
struct Optional {
    QLatin1StringView name;
    int family;
    int rank;
};

const Optional *optionalNamed(const QString &name)
{
    static constexpr std::array all{
        Optional{"html"_L1, 0, 2},    Optional{"head"_L1, 0, 1},     Optional{"body"_L1, 0, 1},
        Optional{"p"_L1, 1, 1},       Optional{"li"_L1, 2, 1},       Optional{"dt"_L1, 3, 1},
        Optional{"dd"_L1, 3, 1},      Optional{"optgroup"_L1, 4, 2}, Optional{"option"_L1, 4, 1},
        Optional{"thead"_L1, 5, 3},   Optional{"tbody"_L1, 5, 3},    Optional{"tfoot"_L1, 5, 3},
        Optional{"caption"_L1, 5, 3}, Optional{"colgroup"_L1, 5, 3}, Optional{"tr"_L1, 5, 2},
        Optional{"td"_L1, 5, 1},      Optional{"th"_L1, 5, 1},       Optional{"rt"_L1, 6, 1},
        Optional{"rp"_L1, 6, 1},
    };
    const auto *found = std::ranges::find(all, name, &Optional::name);
    return found == all.end() ? nullptr : found;
}

/// What is in them is text up to their end tag.
bool holdsTextOnly(const QString &name)
{
    return isOneOf(name, {"script"_L1, "style"_L1, "textarea"_L1, "title"_L1});
}

/// In drawings and formulas `/>` closes an element, in HTML it does not.
bool isForeign(const QString &name)
{
    return name == "svg"_L1 || name == "math"_L1;
}

/// Whether an element with that attribute of AngularJS may be left out, or shown several times.
bool isCondition(const QString &attribute)
{
    const QString name = attribute.startsWith("data-"_L1) ? attribute.sliced(5) : attribute;
    return isOneOf(name,
                   {"ng-if"_L1, "ng-repeat"_L1, "ng-repeat-start"_L1, "ng-switch-when"_L1, "ng-switch-default"_L1});
}

bool isHtmlBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

class HtmlScanner {
public:
    explicit HtmlScanner(const QString &text) : m_page{.text = text}, m_text(m_page.text) {}

    HtmlPage scan()
    {
        while ((m_at = m_text.indexOf(u'<', m_at)) >= 0 && m_page.problems.size() < mostHtmlProblems) {
            const QChar next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar();
            if (m_text.sliced(m_at).startsWith("<!--"_L1))
                readComment();
            else if (next == u'!' || next == u'?')
                skipPast(">"_L1, u"The declaration has no end."_s, {});
            else if (next == u'/')
                readEndTag();
            else if (next.isLetter())
                readStartTag();
            else
                ++m_at; // a < in the text
        }
        for (const Open &open : m_open) {
            if (!open.optional)
                reportUnclosed(open, {});
        }
        std::ranges::stable_sort(m_page.problems, {}, &HtmlProblem::offset);
        return std::move(m_page);
    }

private:
    struct Open {
        QString name;
        qsizetype offset;
        bool slash; ///< written as <name/>
        const Optional *optional; ///< null for most
        bool isConditional;
    };

    void report(qsizetype offset, const QString &message, const QString &hint)
    {
        if (m_page.problems.size() < mostHtmlProblems)
            m_page.problems.push_back({offset, message, hint});
    }

    void reportUnclosed(const Open &open, const QString &before)
    {
        const QString where = before.isEmpty() ? QString() : u" before </%1>"_s.arg(before);
        report(open.offset, u"<%1> is not closed%2."_s.arg(open.name, where),
               open.slash ? u"In HTML /> does not close an element; write </%1>."_s.arg(open.name)
                          : u"Close it with </%1>."_s.arg(open.name));
    }

    void skipPast(QLatin1StringView end, const QString &message, const QString &hint)
    {
        const qsizetype found = m_text.indexOf(end, m_at + 2);
        if (found < 0)
            report(m_at, message, hint);
        m_at = found < 0 ? m_text.size() : found + end.size();
    }

    void readComment()
    {
        const qsizetype begin = m_at + 4;
        skipPast("-->"_L1, u"The comment has no end."_s, u"Close it with -->."_s);
        if (m_at >= begin + 3 && m_page.comments.size() < mostHtmlComments)
            m_page.comments.push_back({begin, m_at - 3});
    }

    QString readName()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !isHtmlBlank(m_text[m_at]) && m_text[m_at] != u'>' && m_text[m_at] != u'/')
            ++m_at;
        return m_text.sliced(begin, m_at - begin).toString().toLower();
    }

    void readEndTag()
    {
        const qsizetype begin = m_at;
        m_at += 2;
        const QString name = readName();
        const qsizetype end = m_text.indexOf(u'>', m_at);
        if (end < 0) {
            report(begin, u"The end tag </%1> has no >."_s.arg(name), {});
            m_at = m_text.size();
            return;
        }
        m_at = end + 1;
        const auto match = std::find_if(m_open.rbegin(), m_open.rend(),
                                        [&](const Open &open) { return open.name == name; });
        if (match == m_open.rend()) {
            report(begin, u"</%1> closes nothing."_s.arg(name),
                   hasNoEnd(name) ? u"<%1> has no end tag."_s.arg(name)
                                  : u"Remove it, or open <%1> before it."_s.arg(name));
            return;
        }
        for (auto open = match.base(); open != m_open.end(); ++open) {
            if (!open->optional)
                reportUnclosed(*open, name);
        }
        closeFrom(match.base() - 1);
    }

    void readStartTag()
    {
        const qsizetype begin = m_at++;
        const QString name = readName();
        bool slash = false;
        QHash<QString, QString> attributes;
        if (!readAttributes(begin, name, attributes, slash)) {
            m_at = m_text.size();
            closeFrom(m_open.begin()); // the tag has swallowed their ends
            return;
        }
        const bool foreign = m_foreign > 0 || isForeign(name);
        const Optional *optional = optionalNamed(name);
        if (optional && !foreign)
            closeBefore(*optional);
        if (m_open.size() == deepestHtml) {
            report(begin, u"Elements are nested more than %1 levels deep."_s.arg(deepestHtml), {});
            m_at = m_text.size();
            return;
        }
        const bool isConditional = (!m_open.empty() && m_open.back().isConditional)
            || std::any_of(attributes.keyBegin(), attributes.keyEnd(), isCondition);
        HtmlElement *kept = keep({name, begin, attributes, isConditional});
        if (hasNoEnd(name) || (slash && foreign))
            return;
        if (holdsTextOnly(name) && !foreign) {
            const qsizetype end = m_text.indexOf(QString(u"</"_s + name), m_at, Qt::CaseInsensitive);
            if (end < 0) {
                reportUnclosed({name, begin, slash, nullptr, isConditional}, {});
                m_at = m_text.size();
                return;
            }
            if (kept) {
                kept->contentBegin = m_at;
                kept->contentEnd = end;
            }
            m_at = end;
        }
        m_foreign += isForeign(name);
        m_open.push_back({name, begin, slash, optional, isConditional});
    }

    /// Closes what the begin of such an element ends without saying so.
    void closeBefore(const Optional &begun)
    {
        auto first = m_open.end();
        for (auto open = m_open.end(); open != m_open.begin() && std::prev(open)->optional;) {
            --open;
            if (open->optional->family != begun.family)
                continue;
            if (open->optional->rank > begun.rank)
                break;
            first = open;
        }
        closeFrom(first);
    }

    void closeFrom(std::vector<Open>::iterator first)
    {
        m_foreign -= int(std::count_if(first, m_open.end(), [](const Open &open) { return isForeign(open.name); }));
        m_open.erase(first, m_open.end());
    }

    /// Null unless it is one of those that mean something to a form.
    HtmlElement *keep(HtmlElement element)
    {
        const auto isForm = [](const Open &open) { return open.name == "form"_L1; };
        const bool means = element.name == "script"_L1
            || (element.name == "form"_L1 && std::ranges::none_of(m_open, isForm))
            || std::any_of(element.attributes.keyBegin(), element.attributes.keyEnd(),
                           [](const QString &name) { return name.startsWith("cam-"_L1); });
        if (!means || m_page.elements.size() == mostHtmlElements)
            return nullptr;
        m_page.elements.push_back(std::move(element));
        return &m_page.elements.back();
    }

    /// Reads up to the tag's end; false when there is none.
    bool readAttributes(qsizetype tag, const QString &element, QHash<QString, QString> &attributes, bool &slash)
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c == u'>') {
                ++m_at;
                return true;
            }
            if (isHtmlBlank(c) || c == u'/') {
                slash = c == u'/';
                ++m_at;
                continue;
            }
            slash = false;
            const qsizetype begin = m_at;
            ++m_at;
            while (m_at < m_text.size() && !isHtmlBlank(m_text[m_at]) && !QStringView(u"=/>").contains(m_text[m_at]))
                ++m_at;
            const QString name = m_text.sliced(begin, m_at - begin).toString().toLower();
            QString value;
            if (!readValue(begin, name, value))
                return false;
            if (attributes.contains(name))
                report(begin, u"<%1> has the attribute %2 twice; the second has no effect."_s.arg(element, name),
                       u"Remove one of the two."_s);
            else
                attributes.insert(name, value);
        }
        report(tag, u"The tag <%1 has no >."_s.arg(element), u"Close the tag with >."_s);
        return false;
    }

    bool readValue(qsizetype attribute, const QString &name, QString &value)
    {
        qsizetype next = m_at;
        while (next < m_text.size() && isHtmlBlank(m_text[next]))
            ++next;
        if (next >= m_text.size() || m_text[next] != u'=')
            return true;
        ++next;
        while (next < m_text.size() && isHtmlBlank(m_text[next]))
            ++next;
        m_at = next;
        if (next >= m_text.size())
            return true;
        if (const QChar quote = m_text[next]; quote == u'"' || quote == u'\'') {
            const qsizetype end = m_text.indexOf(quote, next + 1);
            if (end < 0) {
                report(attribute, u"The value of the attribute %1 has no closing quote."_s.arg(name), {});
                return false;
            }
            value = m_text.sliced(next + 1, end - next - 1).toString();
            m_at = end + 1;
            return true;
        }
        while (m_at < m_text.size() && !isHtmlBlank(m_text[m_at]) && m_text[m_at] != u'>')
            ++m_at;
        value = m_text.sliced(next, m_at - next).toString();
        return true;
    }

    HtmlPage m_page;
    const QStringView m_text;
    qsizetype m_at = 0;
    std::vector<Open> m_open;
    int m_foreign = 0; ///< how many of them are drawings or formulas
};

} // namespace

HtmlPage scanHtml(const QString &text)
{
    return HtmlScanner(text).scan();
}

} // namespace pipeline::validation
