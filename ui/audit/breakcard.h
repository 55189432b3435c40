// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/journal.h"

#include <QWidget>

class QFormLayout;
class QLabel;

namespace pipeline::ui {

class Button;
class Theme;

/// What a broken chain means, what is still proven and what to do; nothing is repaired from here.
class BreakCard : public QWidget {
    Q_OBJECT

public:
    explicit BreakCard(const Theme &theme, QWidget *parent = nullptr);

    /// \a entry is the one that does not fit, when it could be read; \a size the number of entries.
    void show(const audit::Verdict &verdict, const std::optional<audit::Entry> &entry, qint64 size);

    QString report() const;

signals:
    void verifyRequested();
    void showRequested(qint64 entry);
    void proofRequested(qint64 entry);
    void explanationRequested(qint64 entry);

private:
    Button *addButton(const QString &icon, const QString &text);

    const Theme &m_theme;
    QLabel *m_title;
    QLabel *m_claims;
    QFormLayout *m_rows;
    QLabel *m_meaning;
    QLabel *m_proven;
    QLabel *m_next;
    Button *m_show;
    qint64 m_entry = 0;
};

} // namespace pipeline::ui
