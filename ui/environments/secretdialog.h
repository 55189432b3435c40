// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/secret.h"

#include <QDialog>

class QLineEdit;

namespace pipeline::ui {

class Theme;

/// Asks for a secret once; what was entered is given away and forgotten.
class SecretDialog : public QDialog {
    Q_OBJECT

public:
    SecretDialog(const Theme &theme, const QString &what, const QString &name, QWidget *parent);

signals:
    void entered(const credentials::Secret &secret);

private:
    QLineEdit *m_field;
};

} // namespace pipeline::ui
