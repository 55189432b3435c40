// SPDX-License-Identifier: Apache-2.0
#include "rulehelp.h"

#include "ui/code/annotation.h"
#include "ui/common/badge.h"
#include "ui/common/theme.h"
#include "validation/allrules.h"

#include <QLabel>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

RuleText ruleText(const QString &rule)
{
    RuleText text;
    const QString page = validation::ruleHelp(rule);
    text.title = page.section(u'\n', 0, 0).section(u": "_s, 1);
    for (const QString &part : page.split(u"\n## "_s).mid(1)) {
        const QString name = part.section(u'\n', 0, 0);
        const QString body = part.section(u'\n', 1).trimmed();
        if (name.startsWith("Why"_L1))
            text.why = body;
        else if (name.startsWith("How"_L1))
            text.fix = body;
        else if (name.startsWith("Example"_L1))
            text.example = part.section(u'\n', 1);
    }
    return text;
}

RuleHelp::RuleHelp(const Theme &theme, QWidget *parent)
    : QScrollArea(parent),
      m_theme(theme),
      m_badge(new Badge(theme)),
      m_rule(new QLabel),
      m_blocks(new QLabel),
      m_title(new QLabel),
      m_place(new QLabel)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("pane", true);
    setAccessibleName(tr("Explanation"));
    auto *content = new QWidget;
    content->setProperty("kind", u"panel"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(content);
    const int padding = theme.size(u"space.panelPadding"_s);
    column->setContentsMargins(padding, 12, padding, padding);
    column->setSpacing(6);
    m_rule->setFont(theme.font(TextStyle::Mono));
    m_blocks->setProperty("look", u"secondary"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_badge);
    head->addStretch();
    head->addWidget(m_blocks);
    column->addLayout(head);
    column->addWidget(m_rule);
    m_title->setProperty("look", u"section"_s);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    m_place->setProperty("look", u"secondary"_s);
    m_place->setWordWrap(true);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_place);
    m_message = addPart(column, tr("What was found"));
    m_why = addPart(column, tr("Why it matters"));
    m_fix = addPart(column, tr("How to fix it"));
    m_example = addPart(column, tr("Example"));
    column->addStretch();
    setWidget(content);
}

RuleHelp::Part RuleHelp::addPart(QVBoxLayout *column, const QString &caption)
{
    const Part part{new QLabel(caption), new QLabel};
    part.caption->setProperty("look", u"caption"_s);
    part.text->setWordWrap(true);
    // In a column that is scrolled it keeps the height that its lines need.
    QSizePolicy policy = part.text->sizePolicy();
    policy.setVerticalPolicy(QSizePolicy::Minimum);
    part.text->setSizePolicy(policy);
    part.text->setTextFormat(Qt::MarkdownText);
    part.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    part.text->setAccessibleName(caption);
    column->addSpacing(8);
    column->addWidget(part.caption);
    column->addWidget(part.text);
    return part;
}

void RuleHelp::show(const Part &part, const QString &text)
{
    part.text->setText(text);
    part.caption->setVisible(!text.isEmpty());
    part.text->setVisible(!text.isEmpty());
}

void RuleHelp::set(const Finding &finding)
{
    const SeverityLook look = lookOf(finding.severity);
    const RuleText help = ruleText(finding.rule);
    m_badge->set(look.icon,
                 finding.severity == Severity::Error         ? tr("Error")
                     : finding.severity == Severity::Warning ? tr("Warning")
                                                             : tr("Note"),
                 look.tone);
    m_rule->setText(finding.rule);
    m_blocks->setText(finding.severity == Severity::Error ? tr("blocks approval") : tr("does not block"));
    m_title->setText(help.title.isEmpty() ? finding.message : help.title);
    QString place = finding.path;
    if (finding.line > 0)
        place += tr(", line %1").arg(finding.line);
    if (!finding.element.isEmpty())
        place += u"\n"_s + finding.element;
    m_place->setText(place);
    // The message is plain text and may hold what Markdown would read as markup.
    m_message.text->setTextFormat(Qt::PlainText);
    show(m_message, help.title.isEmpty() ? QString() : finding.message);
    show(m_why, help.why);
    show(m_fix, help.fix);
    // An example is mostly lines of code, sometimes a sentence.
    static const QRegularExpression indent(u"^    "_s, QRegularExpression::MultilineOption);
    const bool code = help.example.contains(indent);
    m_example.text->setTextFormat(code ? Qt::PlainText : Qt::MarkdownText);
    m_example.text->setFont(m_theme.font(code ? TextStyle::Mono : TextStyle::Base));
    show(m_example, QString(help.example).remove(indent).trimmed());
}

QString RuleHelp::text() const
{
    return QStringList{m_title->text(), m_message.text->text(), m_why.text->text(), m_fix.text->text()}.join(u'\n');
}

} // namespace pipeline::ui
