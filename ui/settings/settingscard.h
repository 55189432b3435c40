// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QGraphicsOpacityEffect;
class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace pipeline::ui {

class Theme;

/// One subject of the settings, with where it is kept at the right of its title.
class SettingsCard : public QFrame {
    Q_OBJECT

public:
    SettingsCard(const Theme &theme, const QString &icon, const QString &title, const QString &kept,
                 QWidget *parent = nullptr);

    /// Whether one of its words has \a text; a card that has not steps back.
    void find(const QString &text);

protected:
    QVBoxLayout *body() const { return m_body; }
    const Theme &theme() const { return m_theme; }

    /// A line of the usual grid: name, control, and what is to be known of it.
    void addRow(const QString &name, QWidget *control, const QString &remark = {});

    int nameWidth() const; ///< of the names at the left

    /// A full line.
    void addWide(QWidget *widget);

    /// "✓ Connected, 12 ms" as icon and words.
    static QLabel *stateIcon(const Theme &theme, const QString &icon, const QString &tone);

private:
    bool has(const QString &text) const;

    const Theme &m_theme;
    const QString m_title;
    QVBoxLayout *m_body;
    QGridLayout *m_grid;
    QGraphicsOpacityEffect *m_effect;
};

} // namespace pipeline::ui
