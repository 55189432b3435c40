// SPDX-License-Identifier: Apache-2.0
#include "codesearchbar.h"

#include "codeview.h"

#include "ui/common/searchfield.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

CodeSearchBar::CodeSearchBar(const Theme &theme, CodeView *view, QWidget *parent)
    : QWidget(parent),
      m_view(view),
      m_field(new SearchField(theme, tr("Search in this file"), {}, this)),
      m_count(new QLabel(this))
{
    m_count->setProperty("look", u"tertiary"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(6);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    const auto add = [&](const QString &icon, const QString &name, auto act) {
        auto *button = new QToolButton(this);
        button->setIcon(theme.icon(icon));
        button->setAccessibleName(name.section(u" ("_s, 0, 0));
        button->setToolTip(name);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, act);
        row->addWidget(button);
    };
    add(u"up"_s, tr("Previous place (Shift+Enter)"), [this] { find(true, false); });
    add(u"down"_s, tr("Next place (Enter)"), [this] { find(false, false); });
    add(u"close"_s, tr("Close search (Esc)"), [this] { close(); });
    connect(m_field, &SearchField::searched, this, [this] { find(false, true); });
    m_field->installEventFilter(this);
    hide();
}

void CodeSearchBar::open()
{
    show();
    const QString selected = m_view->textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_field->setText(selected);
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CodeSearchBar::close()
{
    hide();
    m_view->setFocus(Qt::OtherFocusReason);
}

bool CodeSearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            find(key->modifiers() & Qt::ShiftModifier, false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CodeSearchBar::find(bool backwards, bool fromHere)
{
    const QString text = m_field->text();
    if (text.isEmpty()) {
        m_count->clear();
        return;
    }
    QTextCursor start = m_view->textCursor();
    if (fromHere)
        start.setPosition(start.selectionStart());
    const auto flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    QTextCursor found = m_view->document()->find(text, start, flags);
    if (found.isNull()) {
        start.movePosition(backwards ? QTextCursor::End : QTextCursor::Start);
        found = m_view->document()->find(text, start, flags);
    }
    const QString whole = m_view->toPlainText();
    const qsizetype all = whole.count(text, Qt::CaseInsensitive);
    if (found.isNull()) {
        m_count->setText(tr("not found"));
        return;
    }
    m_view->setTextCursor(found);
    m_view->centerCursor();
    const qsizetype number = whole.left(found.selectionEnd()).count(text, Qt::CaseInsensitive);
    m_count->setText(tr("%1 of %2").arg(number).arg(all));
}

} // namespace pipeline::ui
