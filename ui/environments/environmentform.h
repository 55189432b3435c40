// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environmentfields.h"

#include "models/environment.h"
#include "models/result.h"

#include <QMap>
#include <QSet>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace pipeline::ui {

class Button;
class SecretRow;
class Session;
class Theme;

/// The keys of one environment. What is wrong stands below its field once the field was left.
class EnvironmentForm : public QWidget {
    Q_OBJECT

public:
    /// \a belowConnection stands between what connects and what a release needs.
    EnvironmentForm(Session &session, const Theme &theme, QWidget *belowConnection, QWidget *parent = nullptr);

    /// A new one is given its name here, and its secrets after it was saved.
    void show(const Environment &environment, bool isNew);

    bool isNew() const { return m_isNew; }
    bool isChanged() const;
    bool isValid() const { return m_problems.isEmpty(); }

    /// What the form says; only sound while it is valid.
    Environment environment() const { return m_environment; }

    /// "This is production" stays while something is deployed there; the empty \a reason frees it.
    void lockProduction(const QString &reason);

    void focusName();

    /// Asks the keychain again.
    void showSecrets();

signals:
    void changed();
    void failed(const Error &error);
    void secretStored();

private:
    struct Row {
        EnvironmentField field;
        QLabel *label = nullptr;
        QWidget *editor = nullptr;
        QLabel *below = nullptr;
    };

    void addIdentity();
    void addSignIn();
    void addField(const EnvironmentField &field);
    void addCaption(const QString &text, QWidget *beside = nullptr);
    QLabel *addRow(const QString &label, QWidget *editor, QWidget *buddy = nullptr);
    QLabel *addBelow();
    QWidget *editorOf(const EnvironmentField &field);
    void fill();
    QStringList valueOf(const Row &row) const;
    QMap<QString, QStringList> values() const;
    void edited();
    void showProblems();
    void showMore(bool shown);
    void leave(const QString &key);

    Session &m_session;
    const Theme &m_theme;
    QGridLayout *m_grid;
    QLineEdit *m_name;
    QLabel *m_nameBelow = nullptr;
    QCheckBox *m_production;
    QLabel *m_productionBelow = nullptr;
    QComboBox *m_signIn;
    QLineEdit *m_user;
    QLabel *m_signInBelow = nullptr;
    SecretRow *m_password;
    QLabel *m_passwordLabel = nullptr;
    SecretRow *m_webhook;
    QLabel *m_webhookLabel = nullptr;
    Button *m_more;
    QList<Row> m_rows;
    Environment m_original;
    Environment m_environment; ///< what the form says, as far as it is valid
    bool m_isNew = false;
    bool m_filling = false;
    bool m_moreShown = false;
    QMap<QString, QString> m_problems; ///< by key
    QSet<QString> m_left;
};

} // namespace pipeline::ui
