// SPDX-License-Identifier: Apache-2.0
#include "statusarea.h"

#include "ui/cells/times.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

/// The mark at the right end; plum over its whole height means production.
class EnvironmentEnd : public QWidget {
public:
    EnvironmentEnd(Session &session, const Theme &theme, QWidget *parent)
        : QWidget(parent), m_session(session), m_theme(theme)
    {}

    QSize sizeHint() const override
    {
        return QSize(QFontMetrics(m_theme.font(TextStyle::Small, QFont::DemiBold)).horizontalAdvance(words()) + 48, 0);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto environment = m_session.environment();
        if (!environment || m_session.isSample())
            return;
        QPainter painter(this);
        if (environment->production)
            painter.fillRect(rect(), m_theme.color(u"prodSolid"_s));
        const QString token = environment->production ? u"onProd"_s : u"textSecondary"_s;
        m_theme.paintIcon(&painter, QRect(14, (height() - 14) / 2, 14, 14),
                          environment->production ? u"shield"_s : u"server"_s, token);
        painter.setPen(m_theme.color(token));
        painter.setFont(m_theme.font(TextStyle::Small, QFont::DemiBold));
        painter.drawText(rect().adjusted(34, 0, 0, 0), Qt::AlignVCenter, words());
    }

private:
    QString words() const
    {
        const auto environment = m_session.environment();
        if (!environment || m_session.isSample())
            return {};
        return environment->production ? StatusArea::tr("PRODUCTION · %1").arg(environment->name) : environment->name;
    }

    Session &m_session;
    const Theme &m_theme;
};

/// An icon, what it is about and, weaker, how that is; two spaces stand between them.
class StatusItem : public QToolButton {
public:
    StatusItem(const Theme &theme, QWidget *parent) : QToolButton(parent), m_theme(theme) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.text.clear();
        option.icon = {};
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
        const QString name = text().section(u"  "_s, 0, 0);
        const int side = iconSize().width();
        const int words = side + fontMetrics().horizontalAdvance(text());
        QRect place((width() - words) / 2, 0, words + 1, height());
        icon().paint(&painter, QRect(place.left(), (height() - side) / 2, side, side));
        place.setLeft(place.left() + side);
        painter.setPen(m_theme.color(u"textSecondary"_s));
        painter.drawText(place, Qt::AlignVCenter, name);
        painter.setPen(m_theme.color(u"textTertiary"_s));
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignRight, text().section(u"  "_s, 1));
    }

private:
    const Theme &m_theme;
};

} // namespace

StatusArea::StatusArea(Session &session, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_session(session), m_theme(theme), m_updated(new QLabel(this))
{
    setObjectName(u"statusArea"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(theme.height(u"size.statusBar"_s, TextStyle::Small));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 0, 0);
    row->setSpacing(4);
    m_database = addItem(tr("Database"));
    m_engine = addItem(tr("Engine"));
    m_runner = addItem(tr("Runner"));
    for (QToolButton *item : {m_database, m_engine, m_runner}) {
        if (session.isSample() && item != m_database) {
            item->hide();
            continue;
        }
        row->addWidget(item);
        row->addWidget(makeLine());
    }
    row->addStretch();
    m_updated->setProperty("look", u"tertiary"_s);
    row->addWidget(m_updated);
    row->addSpacing(6);
    row->addWidget(makeLine());
    auto *person = new QLabel(this);
    person->setPixmap(theme.icon(u"user"_s, u"textSecondary"_s).pixmap(theme.size(u"size.iconSmall"_s)));
    person->setContentsMargins(6, 0, 0, 0);
    row->addWidget(person);
    auto *user = new QLabel(session.actor().name, this);
    user->setProperty("look", u"tertiary"_s);
    user->setAccessibleName(tr("Signed in as %1").arg(session.actor().name));
    user->setContentsMargins(0, 0, 10, 0);
    row->addWidget(user);
    m_environment = new EnvironmentEnd(session, theme, this);
    m_environment->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    row->addWidget(m_environment);

    connect(m_database, &QToolButton::clicked, this,
            [this] { popUp(m_database, tr("Database"), m_session.database(), &Session::testDatabaseNow); });
    connect(m_engine, &QToolButton::clicked, this,
            [this] { popUp(m_engine, tr("Engine"), m_session.engine(), &Session::testEngineNow); });
    connect(m_runner, &QToolButton::clicked, this, &StatusArea::runnerRequested);
    connect(&session, &Session::databaseChanged, this, &StatusArea::showDatabase);
    connect(&session, &Session::engineChanged, this, &StatusArea::showEngine);
    connect(&session, &Session::environmentChanged, this, &StatusArea::showEnvironment);
    showDatabase();
    showEngine();
    showEnvironment();
    setRunner(u"queued"_s, u"idle"_s, tr("off"));
}

QFrame *StatusArea::makeLine()
{
    auto *line = new QFrame(this);
    line->setProperty("kind", u"vline"_s);
    return line;
}

QToolButton *StatusArea::addItem(const QString &what)
{
    auto *item = new StatusItem(m_theme, this);
    item->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    item->setIconSize(QSize(14, 14));
    item->setFont(m_theme.font(TextStyle::Small));
    item->setFocusPolicy(Qt::StrongFocus);
    item->setToolTip(tr("%1: details").arg(what));
    return item;
}

void StatusArea::show(QToolButton *item, const QString &name, const Liveness &liveness, const QString &connected)
{
    switch (liveness.state) {
    case Liveness::State::Asking:
        item->setIcon(m_theme.icon(u"queued"_s, u"idle"_s));
        item->setText(tr(" %1  asking").arg(name));
        break;
    case Liveness::State::Connected:
        item->setIcon(m_theme.icon(u"ok"_s, u"okay"_s));
        item->setText(u' ' + name + u"  "_s + connected);
        break;
    case Liveness::State::Offline:
        item->setIcon(m_theme.icon(u"unplug"_s, u"wait"_s));
        item->setText(liveness.secondsToNextTry > 0
                          ? tr(" %1  offline · next try in %2 s").arg(name).arg(liveness.secondsToNextTry)
                          : tr(" %1  offline since %2").arg(name, clockTime(liveness.since)));
        break;
    }
    item->setAccessibleName(item->text().simplified());
}

void StatusArea::showDatabase()
{
    show(m_database, m_session.isSample() ? tr("Sample") : tr("Database"), m_session.database(),
         tr("connected · %1 ms").arg(m_session.database().milliseconds));
    const QDateTime &last = m_session.database().lastAnswer;
    m_updated->setText(last.isValid() ? tr("Updated %1").arg(last.toString(u"HH:mm:ss"_s)) : QString());
    // What is shown is old once the backlog has ceased to answer.
    restyle(m_updated, "look", m_session.isConnected() ? u"tertiary"_s : u"wait"_s);
    fit();
}

void StatusArea::showEngine()
{
    const Liveness &engine = m_session.engine();
    if (!m_session.environment()) {
        m_engine->setIcon(m_theme.icon(u"unplug"_s, u"idle"_s));
        m_engine->setText(tr(" Engine  none configured"));
        m_engine->setAccessibleName(m_engine->text());
        return;
    }
    show(m_engine, tr("Engine"), engine, tr("Camunda %1 · %2 ms").arg(engine.detail).arg(engine.milliseconds));
    fit();
}

void StatusArea::showEnvironment()
{
    m_environment->updateGeometry();
    m_environment->update();
    showEngine();
}

void StatusArea::setRunner(const QString &icon, const QString &tone, const QString &text)
{
    m_runner->setIcon(m_theme.icon(icon, tone));
    m_runner->setText(tr(" Runner  %1").arg(text));
    m_runner->setAccessibleName(m_runner->text());
    fit();
}

void StatusArea::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void StatusArea::fit()
{
    const int taken = layout()->sizeHint().width();
    const int own = m_updated->sizeHint().width() + layout()->spacing();
    m_updated->setVisible(!m_updated->text().isEmpty() && taken + (m_updated->isHidden() ? own : 0) <= width());
}

void StatusArea::popUp(QToolButton *item, const QString &title, const Liveness &liveness, void (Session::*test)())
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setProperty("look", u"icons"_s);
    auto *text = new QLabel(menu);
    text->setContentsMargins(12, 8, 12, 8);
    text->setTextFormat(Qt::RichText);
    QString words = u"<b>%1</b><br>"_s.arg(item->text().toHtmlEscaped());
    if (liveness.error) {
        for (const QString &part : {liveness.error->message, liveness.error->detail, liveness.error->hint})
            words += part.isEmpty() ? QString() : part.toHtmlEscaped() + "<br>"_L1;
    }
    if (liveness.lastAnswer.isValid())
        words += tr("Last answer %1").arg(QLocale().toString(liveness.lastAnswer, QLocale::ShortFormat));
    text->setText(words);
    text->setWordWrap(true);
    text->setMinimumWidth(320);
    auto *holder = new QWidgetAction(menu);
    holder->setDefaultWidget(text);
    menu->setTitle(title);
    menu->addAction(holder);
    menu->addSeparator();
    connect(menu->addAction(m_theme.icon(u"plug"_s), tr("Test now")), &QAction::triggered, &m_session, test);
    menu->popup(item->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

} // namespace pipeline::ui
