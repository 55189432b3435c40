// SPDX-License-Identifier: Apache-2.0
#include "logview.h"

#include "logdelegate.h"

#include "ui/code/annotation.h"
#include "ui/common/chip.h"
#include "ui/common/flowlayout.h"
#include "ui/common/searchfield.h"
#include "ui/common/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

LogView::LogView(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_model(new LogModel(this)),
      m_search(new SearchField(theme, tr("Search log"), u"Ctrl+F"_s, this)),
      m_count(new QLabel(this)),
      m_table(new QTableView(this)),
      m_follow(new Chip(theme, tr("Following the end"), u"down"_s, this))
{
    auto *caption = new QLabel(tr("Log"), this);
    caption->setProperty("look", u"strong"_s);
    m_count->setProperty("look", u"tertiary"_s);
    auto *bar = new FlowLayout;
    bar->setContentsMargins(12, 6, 12, 6);
    bar->setSpacing(6);
    bar->addWidget(caption);
    bar->addGrowing(m_search);
    const auto chip = [&](const QString &text, const QString &icon) {
        auto *made = new Chip(theme, text, icon, this);
        made->setChecked(true);
        connect(made, &Chip::toggled, this, &LogView::applyFilter);
        bar->addWidget(made);
        m_chips << made;
    };
    chip(tr("Info"), u"info"_s);
    chip(tr("Warning"), u"warn"_s);
    chip(tr("Error"), u"fail"_s);
    bar->addWidget(m_count);
    auto *copy = new QToolButton(this);
    copy->setIcon(theme.icon(u"copy"_s));
    copy->setAccessibleName(tr("Copy log"));
    copy->setToolTip(tr("Copy the lines that are shown"));
    copy->setFocusPolicy(Qt::StrongFocus);
    connect(copy, &QToolButton::clicked, this, &LogView::copyLines);
    bar->addWidget(copy);
    auto *line = new QFrame(this);
    line->setProperty("kind", u"line"_s);

    m_table->setModel(m_model);
    m_table->setItemDelegate(new LogDelegate(theme, m_table));
    m_table->setAccessibleName(tr("Lines of the log"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(
        qMax(theme.size(u"size.rowLog"_s), QFontMetrics(theme.font(TextStyle::Mono)).height() + 4));
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    const QFontMetrics mono(theme.font(TextStyle::Mono));
    m_table->setColumnWidth(LogModel::SeverityColumn, mono.horizontalAdvance(u"warning"_s) + 26);
    m_table->setColumnWidth(LogModel::Source, mono.horizontalAdvance(u"jest worker/…"_s) + 12);
    m_table->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(line);
    column->addWidget(m_table, 1);

    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Follow the end of the log (Ctrl+End)"));
    m_follow->raise();
    connect(m_follow, &Chip::clicked, this, [this](bool on) { on ? followEnd() : setFollowing(false); });
    connect(m_search, &SearchField::searched, this, &LogView::applyFilter);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_moving)
            setFollowing(value == m_table->verticalScrollBar()->maximum());
    });
    showCount();
}

void LogView::clear()
{
    m_model->clear();
    setFollowing(true);
    showCount();
}

void LogView::append(const QList<LogLine> &lines)
{
    m_moving = true;
    m_model->append(lines);
    fitTime();
    if (m_following)
        m_table->scrollToBottom();
    m_moving = false;
    showCount();
}

/// Times of another day are longer, for they have the day as well.
void LogView::fitTime()
{
    const QFontMetrics mono(m_theme.font(TextStyle::Mono));
    int width = 0;
    for (const int row : {0, m_model->rowCount() - 1})
        width = qMax(width, mono.horizontalAdvance(m_model->index(row, LogModel::Time).data().toString()));
    m_table->setColumnWidth(LogModel::Time, width + 20);
}

void LogView::followEnd()
{
    setFollowing(true);
    m_moving = true;
    m_table->scrollToBottom();
    m_moving = false;
}

void LogView::setFollowing(bool on)
{
    m_following = on;
    m_follow->setChecked(on);
}

void LogView::applyFilter()
{
    QList<Severity> severities;
    const std::array order{Severity::Info, Severity::Warning, Severity::Error};
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        if (m_chips[i]->isChecked())
            severities << order[size_t(i)];
    }
    m_moving = true;
    m_model->setFilter(severities, m_search->text().trimmed());
    if (m_following)
        m_table->scrollToBottom();
    m_moving = false;
    showCount();
}

void LogView::showCount()
{
    const QLocale locale;
    const qint64 shown = m_model->rowCount();
    m_count->setText(shown == m_model->total()
                         ? tr("%n lines", nullptr, int(shown))
                         : tr("%1 of %n lines", nullptr, int(m_model->total())).arg(locale.toString(shown)));
}

void LogView::copyLines() const
{
    QStringList lines;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const LogLine &line = m_model->line(row);
        lines << QStringList{line.at.toLocalTime().toString(u"HH:mm:ss"_s), toString(line.severity), line.source,
                             line.text}
                     .join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void LogView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LogView::placePill()
{
    m_follow->resize(m_follow->sizeHint());
    m_follow->move(width() - m_follow->width() - 20, height() - m_follow->height() - 12);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placePill();
    if (m_following)
        followEnd();
}

bool LogView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::MoveToEndOfDocument)) {
            followEnd();
            return true;
        }
        if (key->matches(QKeySequence::Copy)) {
            QStringList lines;
            for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
                lines << m_model->data(index, Qt::AccessibleTextRole).toString();
            QGuiApplication::clipboard()->setText(lines.join(u'\n'));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pipeline::ui
