// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPainter;

namespace pipeline::ui {

class Theme;

/// The name of an environment; solid plum with a shield means production, and nothing else is plum.
class EnvironmentMark : public QWidget {
    Q_OBJECT

public:
    explicit EnvironmentMark(const Theme &theme, QWidget *parent = nullptr);

    void set(const QString &name, bool production);
    QString name() const { return m_name; }

    static int width(const Theme &theme, const QString &name);
    static void paint(QPainter *painter, const QRect &rect, const Theme &theme, const QString &name, bool production);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_name;
    bool m_production = false;
};

} // namespace pipeline::ui
