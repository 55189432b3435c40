// SPDX-License-Identifier: Apache-2.0
#include "searchfield.h"

#include "keyhint.h"
#include "theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

SearchField::SearchField(const Theme &theme, const QString &placeholder, const QString &key, QWidget *parent)
    : QLineEdit(parent), m_theme(theme), m_key(key)
{
    setProperty("leading", true);
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    if (!key.isEmpty())
        setToolTip(u"%1 (%2)"_s.arg(placeholder, key));
    addAction(theme.icon(u"search"_s, u"textTertiary"_s), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
    m_rest.setSingleShot(true);
    m_rest.setInterval(120);
    connect(&m_rest, &QTimer::timeout, this, [this] { emit searched(text().trimmed()); });
    connect(this, &QLineEdit::textChanged, &m_rest, qOverload<>(&QTimer::start));
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!text().isEmpty() || hasFocus())
        return;
    const int hint = KeyHint(m_theme, m_key).width();
    if (fontMetrics().horizontalAdvance(placeholderText()) + hint + 48 > width())
        return;
    QPainter painter(this);
    KeyHint(m_theme, m_key)
        .paint(&painter, rect().adjusted(0, 0, -8, 0), m_theme.color(u"textTertiary"_s), m_theme.color(u"border"_s));
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    // The first Esc clears the search, the next one leaves the pane.
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace pipeline::ui
