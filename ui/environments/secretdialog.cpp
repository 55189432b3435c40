// SPDX-License-Identifier: Apache-2.0
#include "secretdialog.h"

#include "ui/common/button.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

SecretDialog::SecretDialog(const Theme &theme, const QString &what, const QString &name, QWidget *parent)
    : QDialog(parent), m_field(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(what);
    setMinimumWidth(28 * QFontMetrics(font()).averageCharWidth() * 2);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setAccessibleName(what);

    auto *label = new QLabel(what, this);
    label->setProperty("look", u"section"_s);
    label->setBuddy(m_field);
    auto *hint = new QLabel(
        tr("It goes into the system keychain as %1. It is not shown again, and stands in no file.").arg(name), this);
    hint->setProperty("look", u"secondary"_s);
    hint->setWordWrap(true);

    auto *footer = new QWidget(this);
    footer->setObjectName(u"dialogFooter"_s);
    auto *cancel = new Button(theme, tr("Cancel"), Button::Kind::Normal, footer);
    auto *store = new Button(theme, tr("Store in the keychain"), Button::Kind::Primary, footer);
    store->setEnabled(false);
    store->setDefault(true);
    auto *buttons = new QHBoxLayout(footer);
    buttons->setContentsMargins(20, 12, 20, 12);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(store);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(20, 16, 20, 16);
    body->setSpacing(10);
    body->addWidget(label);
    body->addWidget(m_field);
    body->addWidget(hint);
    column->addLayout(body);
    column->addWidget(footer);

    connect(m_field, &QLineEdit::textChanged, store,
            [store](const QString &text) { store->setEnabled(!text.isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(store, &QPushButton::clicked, this, [this] {
        emit entered(credentials::Secret(m_field->text().toUtf8()));
        m_field->clear();
        accept();
    });
    m_field->setFocus();
}

} // namespace pipeline::ui
