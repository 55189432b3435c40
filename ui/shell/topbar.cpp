// SPDX-License-Identifier: Apache-2.0
#include "topbar.h"

#include "ui/common/badge.h"
#include "ui/common/environmentmark.h"
#include "ui/common/keyhint.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

/// The framed mark of the chosen environment, with the list of the others.
class EnvironmentButton : public QToolButton {
public:
    EnvironmentButton(const Theme &theme, QWidget *parent) : QToolButton(parent), m_theme(theme)
    {
        setPopupMode(QToolButton::InstantPopup);
        setProperty("kind", u"menu"_s);
        setProperty("control", u"small"_s);
        setFocusPolicy(Qt::StrongFocus);
    }

    void set(const QString &name, bool production)
    {
        m_name = name;
        m_production = production;
        setFixedWidth(EnvironmentMark::width(m_theme, name) + 40);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.text.clear();
        option.icon = {};
        style()->drawComplexControl(QStyle::CC_ToolButton, &option, &painter, this);
        const int height = m_theme.height(u"size.badge"_s, TextStyle::Caption);
        EnvironmentMark::paint(&painter,
                               QRect(6, (this->height() - height) / 2, EnvironmentMark::width(m_theme, m_name), height),
                               m_theme, m_name, m_production);
        m_theme.paintIcon(&painter, QRect(width() - 22, (this->height() - 14) / 2, 14, 14), u"down"_s,
                          u"textSecondary"_s);
    }

private:
    const Theme &m_theme;
    QString m_name;
    bool m_production = false;
};

namespace {

/// Looks like a search field and opens the command palette.
class CommandField : public QToolButton {
public:
    CommandField(const Theme &theme, QWidget *parent) : QToolButton(parent), m_theme(theme)
    {
        setText(QCoreApplication::translate("TopBar", "Search or run a command"));
        setAccessibleName(text());
        setProperty("kind", u"menu"_s);
        setFocusPolicy(Qt::StrongFocus);
        setFixedWidth(400);
        setToolTip(text() + " (Ctrl+K)"_L1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        const QString text = option.text;
        option.text.clear();
        style()->drawComplexControl(QStyle::CC_ToolButton, &option, &painter, this);
        m_theme.paintIcon(&painter, QRect(9, (height() - 14) / 2, 14, 14), u"search"_s, u"textTertiary"_s);
        painter.setPen(m_theme.color(u"textTertiary"_s));
        painter.drawText(rect().adjusted(31, 0, -60, 0), Qt::AlignVCenter, text);
        KeyHint(m_theme, u"Ctrl+K"_s)
            .paint(&painter, rect().adjusted(0, 0, -8, 0), m_theme.color(u"textTertiary"_s),
                   m_theme.color(u"border"_s));
    }

private:
    const Theme &m_theme;
};

} // namespace

TopBar::TopBar(Session &session, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_menus(new QMenuBar(this)),
      m_field(new CommandField(theme, this)),
      m_room(new QSpacerItem(m_field->width(), 0, QSizePolicy::Expanding)),
      m_environment(new EnvironmentButton(theme, this)),
      m_notices(new QMenu(this))
{
    setObjectName(u"topBar"_s);
    setFixedHeight(theme.height(u"size.menuRow"_s) + theme.size(u"line.productionLine"_s));
    connect(m_field, &QToolButton::clicked, this, &TopBar::paletteRequested);
    m_caption = new QLabel(tr("Environment"), this);
    m_caption->setProperty("look", u"tertiary"_s);
    auto *bell = new QToolButton(this);
    bell->setIcon(theme.icon(u"bell"_s));
    bell->setAccessibleName(tr("Notices"));
    bell->setToolTip(tr("Notices"));
    bell->setPopupMode(QToolButton::InstantPopup);
    bell->setMenu(m_notices);
    bell->setFocusPolicy(Qt::StrongFocus);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, theme.size(u"space.l"_s), theme.size(u"line.productionLine"_s));
    row->setSpacing(8);
    row->addWidget(m_menus, 0, Qt::AlignVCenter);
    row->addItem(m_room);
    row->setStretch(row->count() - 1, 1);
    if (session.isSample()) {
        auto *sample = new Badge(theme, this);
        sample->set(u"info"_s, tr("SAMPLE"), u"run"_s);
        sample->setToolTip(session.writeObstacle());
        row->addWidget(sample);
    }
    row->addWidget(m_caption);
    row->addWidget(m_environment);
    row->addWidget(bell);

    connect(&session, &Session::environmentChanged, this, &TopBar::showEnvironment);
    connect(&session, &Session::configurationChanged, this, &TopBar::showEnvironment);
    showEnvironment();
}

bool TopBar::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        // In the middle of the window, whatever stands on either side, as long as there is room.
        const QRect room = m_room->geometry();
        const QRect whole(0, 0, width(), height() - m_theme.size(u"line.productionLine"_s));
        QRect place(QPoint(), QSize(m_field->width(), m_field->sizeHint().height()));
        place.moveCenter(whole.center());
        place.moveLeft(qMax(room.left(), qMin(place.left(), room.right() + 1 - place.width())));
        m_field->setGeometry(place);
    }
    return done;
}

void TopBar::showEnvironment()
{
    const auto chosen = m_session.environment();
    const QString name = chosen ? chosen->name : tr("none configured");
    m_environment->set(name, chosen && chosen->production);
    m_environment->setAccessibleName(chosen && chosen->production ? tr("Environment %1, production").arg(name)
                                                                  : tr("Environment %1").arg(name));
    m_environment->setToolTip(m_environment->accessibleName());
    auto *menu = new QMenu(m_environment);
    auto *group = new QActionGroup(menu);
    for (const Environment &environment : m_session.configuration().environments) {
        QAction *action = menu->addAction(m_theme.icon(environment.production ? u"shield"_s : u"server"_s,
                                                       environment.production ? u"prod"_s : u"text"_s),
                                          environment.name);
        action->setCheckable(true);
        action->setChecked(environment.name == name);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, name = environment.name] { m_session.chooseEnvironment(name); });
    }
    delete m_environment->menu();
    m_environment->setMenu(menu);
    for (QWidget *each : std::initializer_list<QWidget *>{m_caption, m_environment})
        each->setVisible(!menu->isEmpty() && !m_session.isSample());
    update();
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(u"chrome"_s));
    const auto chosen = m_session.environment();
    const int line = m_theme.size(u"line.productionLine"_s);
    if (chosen && chosen->production && !m_session.isSample())
        painter.fillRect(0, height() - line, width(), line, m_theme.color(u"prodSolid"_s));
    else
        painter.fillRect(0, height() - 1, width(), 1, m_theme.color(u"border"_s));
}

} // namespace pipeline::ui
