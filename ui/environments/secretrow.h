// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/background.h"

#include "models/result.h"

#include <QWidget>

class QLabel;

namespace pipeline::credentials {
class Secret;
}

namespace pipeline::ui {

class Badge;
class Button;
class Session;
class Theme;

/// Where a secret comes from, and the ways to store, replace and remove it; never the secret nor its length.
class SecretRow : public QWidget {
    Q_OBJECT

public:
    SecretRow(Session &session, const Theme &theme, QWidget *parent = nullptr);

    /// \a what names it for people ("Password of producao"), \a hint says what it is for while it is missing.
    void show(const QString &name, const QString &what, const QString &hint);

    /// While its environment is not saved yet.
    void showUnsaved();

signals:
    void failed(const Error &error);
    void stored();

private:
    void ask();
    void showAnswer(const Result<QString> &source);
    void askSince();
    void enter();
    void store(const credentials::Secret &secret);
    void remove();
    void acted(const Result<void> &result);
    void setActions(const QString &change, bool removable);

    Session &m_session;
    const Theme &m_theme;
    Badge *m_state;
    QLabel *m_facts;
    Button *m_change;
    Button *m_remove;
    QString m_name;
    QString m_what;
    QString m_hint;
    bool m_unreadable = false;
    Task m_source;
    Task m_since;
    Task m_act;
};

} // namespace pipeline::ui
