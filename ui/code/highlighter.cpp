// SPDX-License-Identifier: Apache-2.0
#include "highlighter.h"

#ifdef PIPELINE_SOURCE_HIGHLIGHTING
#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>
#endif

using namespace Qt::StringLiterals;

namespace pipeline::ui {

#ifdef PIPELINE_SOURCE_HIGHLIGHTING

namespace {

QString tokenOf(KSyntaxHighlighting::Theme::TextStyle style, bool markup)
{
    using Theme = KSyntaxHighlighting::Theme;
    switch (style) {
    case Theme::Keyword:
        return markup ? u"synTag"_s : u"synKeyword"_s;
    case Theme::ControlFlow:
    case Theme::Preprocessor:
    case Theme::Import:
        return u"synKeyword"_s;
    case Theme::Attribute:
    case Theme::Others:
    case Theme::DataType:
    case Theme::Variable:
        return u"synAttr"_s;
    case Theme::BuiltIn:
        return u"synTag"_s;
    case Theme::String:
    case Theme::VerbatimString:
    case Theme::SpecialString:
    case Theme::Char:
    case Theme::SpecialChar:
        return u"synString"_s;
    case Theme::Comment:
    case Theme::Documentation:
    case Theme::Annotation:
    case Theme::CommentVar:
        return u"synComment"_s;
    case Theme::DecVal:
    case Theme::BaseN:
    case Theme::Float:
    case Theme::Constant:
        return u"synNumber"_s;
    case Theme::Operator:
        return u"synPunct"_s;
    default:
        return {};
    }
}

class SpanCollector : public KSyntaxHighlighting::AbstractHighlighter {
public:
    SpanCollector(const KSyntaxHighlighting::Definition &definition, bool markup) : m_markup(markup)
    {
        setDefinition(definition);
    }

    QList<Span> next(const QString &line)
    {
        m_spans.clear();
        m_state = highlightLine(QStringView(line), m_state);
        return m_spans;
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const QString token = tokenOf(format.textStyle(), m_markup);
        if (length > 0 && !token.isEmpty())
            m_spans << Span{offset, length, token};
    }

private:
    const bool m_markup;
    KSyntaxHighlighting::State m_state;
    QList<Span> m_spans;
};

} // namespace

struct Highlighter::Languages {
    Languages()
    {
#ifdef KSH_DATA_DIR
        repository.addCustomSearchPath(QStringLiteral(KSH_DATA_DIR));
#endif
    }

    KSyntaxHighlighting::Definition definitionFor(const QString &fileName) const
    {
        if (fileName.endsWith(".bpmn"_L1) || fileName.endsWith(".dmn"_L1))
            return repository.definitionForName(u"XML"_s);
        if (fileName.endsWith(".form"_L1))
            return repository.definitionForName(u"JSON"_s);
        return repository.definitionForFileName(fileName);
    }

    KSyntaxHighlighting::Repository repository;
};

QList<QList<Span>> Highlighter::spans(const QString &fileName, const QStringList &lines, std::stop_token stop)
{
    const std::lock_guard lock(m_mutex);
    if (!m_languages)
        m_languages = std::make_unique<Languages>();
    const auto definition = m_languages->definitionFor(fileName);
    if (!definition.isValid())
        return {};
    const QString name = definition.name();
    SpanCollector collector(definition, name == "XML"_L1 || name.startsWith("HTML"_L1));
    QList<QList<Span>> all;
    all.reserve(lines.size());
    for (const QString &line : lines) {
        if (stop.stop_requested())
            return {};
        all << collector.next(line);
    }
    return all;
}

#else

struct Highlighter::Languages {};

QList<QList<Span>> Highlighter::spans(const QString &, const QStringList &, std::stop_token)
{
    return {};
}

#endif

Highlighter::Highlighter() = default;
Highlighter::~Highlighter() = default;

} // namespace pipeline::ui
