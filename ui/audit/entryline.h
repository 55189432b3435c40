// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/journal.h"

#include <QFrame>

class QLabel;

namespace pipeline::ui {

class Button;
class Theme;

/// The selected entry below the table: number, moment, item, account and its place in the chain.
class EntryLine : public QFrame {
    Q_OBJECT

public:
    explicit EntryLine(const Theme &theme, QWidget *parent = nullptr);

    void show(const audit::Entry &entry);

signals:
    void releaseRequested(const QString &releaseRef, qint64 item);

private:
    QLabel *m_number;
    QLabel *m_facts;
    QLabel *m_digests;
    Button *m_open;
    Button *m_copy;
    audit::Entry m_entry;
};

} // namespace pipeline::ui
