// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QPushButton>

class QStyleOptionButton;
class QStylePainter;

namespace pipeline::ui {

class Theme;

/// A button of the design. It shows its shortcut's key when it is asked to, and says it in its tooltip always.
class Button : public QPushButton {
    Q_OBJECT

public:
    enum class Kind { Normal, Primary, Destructive, Danger, Flat, Link };

    Button(const Theme &theme, const QString &text, Kind kind = Kind::Normal, QWidget *parent = nullptr);

    /// What follows, as its icon, suits the new kind.
    void setKind(Kind kind);

    /// An icon of the theme, in the colour that suits the kind.
    void setThemeIcon(const QString &name);

    /// Names the key; \a visible draws it in the button.
    void setKey(const QKeySequence &key, bool visible = true);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool isFilled() const;
    void paintLabel(QStylePainter &painter, const QStyleOptionButton &option, int reserved) const;

    const Theme &m_theme;
    Kind m_kind;
    QString m_keyText;
};

} // namespace pipeline::ui
