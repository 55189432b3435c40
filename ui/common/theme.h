// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QJsonObject>
#include <QObject>
#include <QPalette>
#include <QVariant>

class QWidget;

namespace pipeline::ui {

enum class ThemeChoice { System, Light, Dark };
enum class TextStyle { Base, Small, Caption, Section, Page, Mono };

/// The colours, fonts, sizes and icons of the design's tokens, in the chosen theme; the only place they come from.
class Theme : public QObject {
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    /// Sets the application's style, palette and style sheet.
    void apply(ThemeChoice choice);

    ThemeChoice choice() const { return m_choice; }
    bool isDark() const { return m_dark; }

    /// Whether the rows of tables are lower; of views that are made after it was set.
    bool isCompact() const { return m_compact; }
    void setCompact(bool compact) { m_compact = compact; }

    /// Of the tokens' `color`; an unknown name is a defect and gives magenta.
    QColor color(const QString &token) const;

    /// Of the tokens' `size`, `space`, `panels`, `radius` or `line`, by its path ("size.rowTable").
    int size(const QString &path) const;

    QFont font(TextStyle style, QFont::Weight weight = QFont::Normal) const;

    /// At least \a token, more when a line of \a style with the usual padding needs it.
    int height(const QString &token, TextStyle style = TextStyle::Base) const;

    /// An icon of resources/icons, drawn in \a token as the theme then is, in `textDisabled` when disabled.
    QIcon icon(const QString &name, const QString &token = QStringLiteral("text")) const;

    /// The icon's shape as the engine draws it; used by delegates.
    void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QString &token) const;

signals:
    void changed();

private:
    QPalette palette() const;
    QString styleSheet() const;

    QJsonObject m_tokens;
    QHash<QString, QColor> m_light;
    QHash<QString, QColor> m_darkColors;
    QFont m_baseFont;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_systemIsDark = false;
    bool m_dark = false;
    bool m_compact = false;
};

/// Sets a property that the style sheet looks at, and styles \a widget anew when that changes it.
void restyle(QWidget *widget, const char *property, const QVariant &value);

} // namespace pipeline::ui
