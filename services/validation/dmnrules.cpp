// SPDX-License-Identifier: Apache-2.0
#include "dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

void addFeelText(const dmn::Expression &expression, expression::FeelKind kind, const SourceFile &file,
                 std::vector<FeelText> &texts)
{
    if (expression.text.isNull() || !isFeel(expression.language.isNull() ? file.graph().language : expression.language))
        return;
    const xml::Element &element = file.element(expression.at);
    texts.push_back({expression.text, kind, element.child(element.nameSpace, "text")});
}

} // namespace

bool isFeel(const QString &language)
{
    static const QStringList versions{
        u"http://www.omg.org/spec/FEEL/20140401"_s, u"http://www.omg.org/spec/DMN/20180521/FEEL/"_s,
        u"https://www.omg.org/spec/DMN/20191111/FEEL/"_s, u"https://www.omg.org/spec/DMN/20211108/FEEL/"_s,
        u"https://www.omg.org/spec/DMN/20230324/FEEL/"_s};
    return language.isNull() || language.compare("feel"_L1, Qt::CaseInsensitive) == 0 || versions.contains(language);
}

std::vector<FeelText> feelTexts(const SourceFile &file)
{
    using enum expression::FeelKind;
    std::vector<FeelText> texts;
    for (const dmn::Decision &decision : file.graph().decisions) {
        addFeelText(decision.literal, Expression, file, texts);
        for (const dmn::Clause &input : decision.table.inputs)
            addFeelText(input.expression, Expression, file, texts);
        for (const dmn::Rule &rule : decision.table.rules) {
            for (const dmn::Expression &entry : rule.inputs)
                addFeelText(entry, UnaryTests, file, texts);
            for (const dmn::Expression &entry : rule.outputs)
                addFeelText(entry, Expression, file, texts);
        }
    }
    return texts;
}

QString quotedText(const QString &text)
{
    constexpr qsizetype limit = 60;
    const QString line = text.simplified();
    return u"\"%1\""_s.arg(line.size() > limit ? line.first(limit - 1) + u'…' : line);
}

QString described(const dmn::Decision &decision)
{
    return u"decision "_s + quoted(decision.id.isNull() ? decision.name : decision.id);
}

} // namespace pipeline::validation
