// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace pipeline::ui {

class Theme;

/// A search field with its icon and key; searched() follows the typing after a short rest.
class SearchField : public QLineEdit {
    Q_OBJECT

public:
    SearchField(const Theme &theme, const QString &placeholder, const QString &key, QWidget *parent = nullptr);

signals:
    void searched(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Theme &m_theme;
    const QString m_key;
    QTimer m_rest;
};

} // namespace pipeline::ui
