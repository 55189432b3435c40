// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/journal.h"

#include <QWidget>

class QLabel;

namespace pipeline::ui {

class Button;
class Chip;
class ChoiceButton;
class DateRangeButton;
class SearchField;
class Theme;

/// Text, days, kinds of act with live counts, who and which environment.
class AuditFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit AuditFilterBar(const Theme &theme, QWidget *parent = nullptr);

    audit::Filter filter() const;
    bool isDefault() const;

    /// What is narrowed, in words.
    QString words() const;

    void setCounts(const audit::KindCounts &counts, qint64 size);
    void setChoices(const audit::Choices &choices);
    void focusSearch();
    void clear();

    /// All kinds and days, and \a text alone.
    void searchEverywhere(const QString &text);

    QByteArray state() const;
    void restore(const QByteArray &state);

signals:
    void changed();

private:
    void setKinds(bool items);

    SearchField *m_search;
    DateRangeButton *m_range;
    QList<Chip *> m_chips; ///< in the order of audit::Kind
    ChoiceButton *m_who;
    ChoiceButton *m_environment;
    Button *m_clear;
    QLabel *m_figures;
};

} // namespace pipeline::ui
