// SPDX-License-Identifier: Apache-2.0
#include "question.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

void ask(QWidget *parent, const QString &title, const QString &text, const QList<Answer> &answers)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, title, QMessageBox::NoButton, parent->window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(text);
    QPushButton *last = nullptr;
    for (const Answer &answer : answers) {
        last = box->addButton(answer.text, answer.destructive ? QMessageBox::DestructiveRole : QMessageBox::AcceptRole);
        last->setAutoDefault(false);
        if (answer.destructive)
            last->setProperty("kind", u"danger"_s);
        if (answer.act)
            QObject::connect(last, &QPushButton::clicked, parent, answer.act);
    }
    box->setEscapeButton(last);
    box->open();
    if (last)
        last->setFocus();
}

} // namespace pipeline::ui
