// SPDX-License-Identifier: Apache-2.0
#include "theme.h"

#include "consolestyle.h"
#include "svgiconengine.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStyle>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

QByteArray themeResource(const QString &name)
{
    QFile file(u":/theme/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the resource %s is not in the program", qPrintable(file.fileName()));
    return file.readAll();
}

/// "#RRGGBB" or "rgba(r,g,b,a)".
QColor colorFrom(const QString &text)
{
    static const QRegularExpression rgba(u"^rgba\\((\\d+),(\\d+),(\\d+),([.\\d]+)\\)$"_s);
    const auto match = rgba.match(text);
    if (!match.hasMatch())
        return QColor(text);
    return QColor(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt(),
                  qRound(match.captured(4).toDouble() * 255));
}

QString cssColor(const QColor &color)
{
    return color.alpha() == 255
        ? color.name()
        : u"rgba(%1,%2,%3,%4)"_s.arg(color.red()).arg(color.green()).arg(color.blue()).arg(color.alpha());
}

double factorOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Base:
        return 1;
    case TextStyle::Small:
    case TextStyle::Mono:
        return 0.92;
    case TextStyle::Caption:
        return 0.85;
    case TextStyle::Section:
        return 1.15;
    case TextStyle::Page:
        return 1.54;
    }
    return 1;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent), m_tokens(QJsonDocument::fromJson(themeResource(u"tokens.json"_s)).object())
{
    const QJsonObject colors = m_tokens["color"_L1].toObject();
    for (auto it = colors.begin(); it != colors.end(); ++it) {
        const QJsonObject pair = it->toObject();
        m_light.insert(it.key(), colorFrom(pair["light"_L1].toString()));
        m_darkColors.insert(it.key(), colorFrom(pair["dark"_L1].toString()));
    }
    m_baseFont = QApplication::font();
    m_systemIsDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    m_dark = m_systemIsDark;
}

void Theme::apply(ThemeChoice choice)
{
    m_choice = choice;
    m_dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && m_systemIsDark);
    QApplication::setStyle(new ConsoleStyle(*this)); // the application owns it
    QApplication::setPalette(palette());
    qApp->setStyleSheet(styleSheet());
    emit changed();
}

QColor Theme::color(const QString &token) const
{
    return (m_dark ? m_darkColors : m_light).value(token, QColor(Qt::magenta));
}

int Theme::size(const QString &path) const
{
    if (m_compact && path == "size.rowTable"_L1)
        return size(u"size.rowTableCompact"_s);
    return m_tokens[path.section(u'.', 0, 0)].toObject()[path.section(u'.', 1)].toInt();
}

QFont Theme::font(TextStyle style, QFont::Weight weight) const
{
    QFont font = style == TextStyle::Mono ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : m_baseFont;
    const double base = QFontInfo(m_baseFont).pixelSize();
    font.setPixelSize(qMax(1, qRound(base * factorOf(style))));
    font.setWeight(weight);
    if (style == TextStyle::Mono)
        font.setStyleStrategy(QFont::PreferNoShaping); // no ligatures: what stands in a file is shown sign by sign
    return font;
}

int Theme::height(const QString &token, TextStyle style) const
{
    return qMax(size(token), QFontMetrics(font(style)).height() + 2 * size(u"space.xs"_s));
}

QIcon Theme::icon(const QString &name, const QString &token) const
{
    return QIcon(new SvgIconEngine(*this, name, token));
}

void Theme::paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QString &token) const
{
    SvgIconEngine(*this, name, token).paint(painter, rect, QIcon::Normal, QIcon::Off);
}

QPalette Theme::palette() const
{
    static const QHash<QString, QPalette::ColorRole> roles{
        {u"Window"_s, QPalette::Window},
        {u"WindowText"_s, QPalette::WindowText},
        {u"Base"_s, QPalette::Base},
        {u"AlternateBase"_s, QPalette::AlternateBase},
        {u"Text"_s, QPalette::Text},
        {u"PlaceholderText"_s, QPalette::PlaceholderText},
        {u"Button"_s, QPalette::Button},
        {u"ButtonText"_s, QPalette::ButtonText},
        {u"BrightText"_s, QPalette::BrightText},
        {u"Highlight"_s, QPalette::Highlight},
        {u"HighlightedText"_s, QPalette::HighlightedText},
        {u"Link"_s, QPalette::Link},
        {u"LinkVisited"_s, QPalette::LinkVisited},
        {u"ToolTipBase"_s, QPalette::ToolTipBase},
        {u"ToolTipText"_s, QPalette::ToolTipText},
        {u"Light"_s, QPalette::Light},
        {u"Midlight"_s, QPalette::Midlight},
        {u"Mid"_s, QPalette::Mid},
        {u"Dark"_s, QPalette::Dark},
        {u"Shadow"_s, QPalette::Shadow},
    };
    QPalette palette;
    const QJsonObject map = m_tokens["qtPalette"_L1].toObject();
    for (const bool ofOneGroup : {false, true}) { // the groups' own colours go over those of all groups
        for (auto it = map.begin(); it != map.end(); ++it) {
            const QString role = it.key().section(u'.', -1);
            if (it.key().contains(u'.') != ofOneGroup || !roles.contains(role))
                continue;
            const QPalette::ColorGroup group = !ofOneGroup ? QPalette::All
                : it.key().startsWith("Disabled"_L1)       ? QPalette::Disabled
                                                           : QPalette::Inactive;
            palette.setColor(group, roles.value(role), color(it->toString()));
        }
    }
    return palette;
}

QString Theme::styleSheet() const
{
    // "@name" is a colour, "@name.half" half as strong, "@font.name" the size of a text style in pixels.
    static const QRegularExpression reference(u"@(font\\.)?(\\w+)(\\.half)?"_s);
    static const QHash<QString, TextStyle> styles{{u"small"_s, TextStyle::Small},
                                                  {u"caption"_s, TextStyle::Caption},
                                                  {u"section"_s, TextStyle::Section},
                                                  {u"page"_s, TextStyle::Page}};
    const QString sheet = QString::fromUtf8(themeResource(u"console.qss"_s));
    QString filled;
    qsizetype end = 0;
    for (auto it = reference.globalMatch(sheet); it.hasNext();) {
        const auto match = it.next();
        filled += sheet.mid(end, match.capturedStart() - end);
        if (match.captured(2) == "theme"_L1) {
            filled += m_dark ? u"dark"_s : u"light"_s;
            end = match.capturedEnd();
            continue;
        }
        QColor named = color(match.captured(2));
        if (match.capturedLength(3))
            named.setAlpha(named.alpha() / 2);
        filled += match.capturedLength(1) ? QString::number(font(styles.value(match.captured(2))).pixelSize()) + "px"_L1
                                          : cssColor(named);
        end = match.capturedEnd();
    }
    return filled + sheet.mid(end);
}

void restyle(QWidget *widget, const char *property, const QVariant &value)
{
    const QVariant before = widget->property(property);
    if (before == value || (!before.isValid() && value == QVariant(value.metaType())))
        return; // what was never set is as good as false or empty
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace pipeline::ui
