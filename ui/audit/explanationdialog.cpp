// SPDX-License-Identifier: Apache-2.0
#include "explanationdialog.h"

#include "ui/common/button.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

ExplanationDialog::ExplanationDialog(const Theme &theme, qint64 entry, QWidget *parent)
    : QDialog(parent), m_text(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Explain the break at entry %1").arg(QLocale().toString(entry)));
    setMinimumWidth(460);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    auto *lead = new QLabel(tr("What was found out about entry %1, and who found it out. The explanation is added to "
                               "the journal under your name; the broken entry stays as it is.")
                                .arg(QLocale().toString(entry)));
    lead->setWordWrap(true);
    lead->setProperty("look", u"secondary"_s);
    column->addWidget(lead);
    m_text->setProperty("kind", u"field"_s);
    m_text->setAccessibleName(tr("Explanation"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(96);
    column->addWidget(m_text);
    auto *hint = new QLabel;
    hint->setProperty("look", u"tertiary"_s);
    column->addWidget(hint);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new Button(theme, tr("Leave it open"), Button::Kind::Normal, this);
    auto *record = new Button(theme, tr("Record explanation"), Button::Kind::Primary, this);
    row->addWidget(cancel);
    row->addWidget(record);
    column->addLayout(row);
    const auto follow = [this, record, hint] {
        const qsizetype missing = ShortestText - text().size();
        record->setEnabled(missing <= 0);
        hint->setText(missing > 0 ? tr("%n more characters", nullptr, int(missing)) : tr("Becomes an entry"));
    };
    connect(m_text, &QPlainTextEdit::textChanged, this, follow);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(record, &QPushButton::clicked, this, &QDialog::accept);
    follow();
    m_text->setFocus();
}

QString ExplanationDialog::text() const
{
    return m_text->toPlainText().trimmed();
}

} // namespace pipeline::ui
