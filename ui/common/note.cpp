// SPDX-License-Identifier: Apache-2.0
#include "note.h"

#include "button.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

Note::Note(const Theme &theme, QWidget *parent)
    : QFrame(parent),
      m_theme(theme),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new Button(theme, {}, Button::Kind::Link, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_text, 1);
    row->addWidget(m_action, 0, Qt::AlignTop);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &Note::actionTriggered);
}

void Note::set(const QString &tone, const QString &icon, const QString &text)
{
    restyle(this, "note", tone);
    m_icon->setPixmap(m_theme.icon(icon, tone).pixmap(m_theme.size(u"size.icon"_s)));
    m_text->setText(text);
    setAccessibleName(QTextDocumentFragment::fromHtml(text).toPlainText());
}

void Note::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

} // namespace pipeline::ui
