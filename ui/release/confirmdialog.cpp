// SPDX-License-Identifier: Apache-2.0
#include "confirmdialog.h"

#include "ui/common/button.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

ConfirmDialog::ConfirmDialog(const Theme &theme, const Words &words, QWidget *parent)
    : QDialog(parent),
      m_confirm(
          new Button(theme, words.act, words.destructive ? Button::Kind::Destructive : Button::Kind::Primary, this))
{
    setWindowTitle(words.title);
    setMinimumWidth(460);
    auto *title = new QLabel(words.title, this);
    title->setProperty("look", u"section"_s);
    auto *text = new QLabel(words.text, this);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(20, 18, 20, 18);
    body->setSpacing(10);
    body->addWidget(title);
    body->addWidget(text);
    body->addStretch();
    auto *footer = new QWidget(this);
    footer->setObjectName(u"dialogFooter"_s);
    footer->setAttribute(Qt::WA_StyledBackground);
    auto *keep = new Button(theme, words.keep, Button::Kind::Normal, footer);
    auto *buttons = new QHBoxLayout(footer);
    buttons->setContentsMargins(20, 12, 20, 12);
    buttons->addStretch();
    buttons->addWidget(keep);
    buttons->addWidget(m_confirm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(body, 1);
    column->addWidget(footer);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &QDialog::accept);
    keep->setFocus();
}

} // namespace pipeline::ui
