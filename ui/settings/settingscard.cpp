// SPDX-License-Identifier: Apache-2.0
#include "settingscard.h"

#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QGraphicsOpacityEffect>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

SettingsCard::SettingsCard(const Theme &theme, const QString &icon, const QString &title, const QString &kept,
                           QWidget *parent)
    : QFrame(parent),
      m_theme(theme),
      m_title(title),
      m_body(new QVBoxLayout),
      m_grid(new QGridLayout),
      m_effect(new QGraphicsOpacityEffect(this))
{
    setProperty("kind", u"card"_s);
    setAccessibleName(title);
    m_effect->setOpacity(0.4);
    m_effect->setEnabled(false);
    setGraphicsEffect(m_effect);

    auto *header = new QWidget(this);
    header->setProperty("kind", u"cardHeader"_s);
    header->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(10);
    auto *name = new QLabel(title, header);
    name->setProperty("look", u"strong"_s);
    auto *where = new QLabel(kept, header);
    where->setProperty("look", u"tertiary"_s);
    row->addWidget(stateIcon(theme, icon, u"textSecondary"_s));
    row->addWidget(name, 1);
    row->addWidget(where);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(header);
    column->addLayout(m_body);
    m_body->setContentsMargins(16, 12, 16, 12);
    m_body->setSpacing(10);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(10);
    m_grid->setColumnStretch(2, 1);
    m_body->addLayout(m_grid);
}

void SettingsCard::addRow(const QString &name, QWidget *control, const QString &remark)
{
    const int row = m_grid->rowCount();
    auto *label = new QLabel(name, this);
    label->setProperty("look", u"secondary"_s);
    label->setMinimumWidth(nameWidth());
    label->setBuddy(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(name);
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(control, row, 1, 1, remark.isEmpty() ? 2 : 1, remark.isEmpty() ? Qt::Alignment() : Qt::AlignLeft);
    if (!remark.isEmpty()) {
        auto *words = new QLabel(remark, this);
        words->setProperty("look", u"tertiary"_s);
        m_grid->addWidget(words, row, 2);
    }
}

int SettingsCard::nameWidth() const
{
    return 19 * QFontMetrics(font()).averageCharWidth();
}

void SettingsCard::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 3);
}

QLabel *SettingsCard::stateIcon(const Theme &theme, const QString &icon, const QString &tone)
{
    auto *label = new QLabel;
    label->setPixmap(theme.icon(icon, tone).pixmap(theme.size(u"size.icon"_s)));
    return label;
}

void SettingsCard::find(const QString &text)
{
    m_effect->setEnabled(!text.isEmpty() && !has(text));
}

bool SettingsCard::has(const QString &text) const
{
    const auto matches = [&](const QString &words) { return words.contains(text, Qt::CaseInsensitive); };
    if (matches(m_title))
        return true;
    const auto labels = findChildren<QLabel *>();
    const auto buttons = findChildren<QAbstractButton *>();
    const auto lists = findChildren<QComboBox *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) { return matches(label->text()); })
        || std::ranges::any_of(buttons, [&](const QAbstractButton *button) { return matches(button->text()); })
        || std::ranges::any_of(lists, [&](const QComboBox *list) {
               for (int i = 0; i < list->count(); ++i) {
                   if (matches(list->itemText(i)))
                       return true;
               }
               return false;
           });
}

} // namespace pipeline::ui
