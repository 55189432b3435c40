// SPDX-License-Identifier: Apache-2.0
#include "palette.h"

#include "fuzzymatch.h"
#include "palettedelegate.h"
#include "palettesearch.h"

#include "ui/cells/rowlooks.h"
#include "ui/cells/times.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/keyhint.h"
#include "ui/common/scrim.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

constexpr int MostCommands = 8;

/// Where \a typed is in \a name, or in "\a kind name"; only hits in the name count.
QList<int> hitsIn(const QString &name, const QString &kind, const QString &typed)
{
    if (const auto match = fuzzyMatch(typed, name))
        return match->hits;
    const qsizetype before = kind.size() + 1;
    QList<int> hits;
    if (const auto match = fuzzyMatch(typed, kind + u' ' + name)) {
        for (const int hit : match->hits) {
            if (hit >= before)
                hits << hit - int(before);
        }
    }
    return hits;
}

QString withoutMnemonic(const QString &text)
{
    return QString(text).remove(u'&');
}

} // namespace

Palette::Palette(Session &session, const Theme &theme, const QList<QAction *> &commands, QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint),
      m_session(session),
      m_theme(theme),
      m_commands(commands),
      m_model(new PaletteModel(this)),
      m_search(new PaletteSearch(session, this)),
      m_field(new QLineEdit(this)),
      m_count(new QLabel(this)),
      m_view(new QListView(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_TranslucentBackground); // around the corners
    setWindowTitle(tr("Search or run a command"));
    setAccessibleName(windowTitle());
    m_view->setModel(m_model);
    m_view->setItemDelegate(new PaletteDelegate(theme, m_view));
    m_view->setAccessibleName(tr("Results"));
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setProperty("kind", u"raisedList"_s);

    auto *line = new QFrame(this);
    line->setProperty("kind", u"line"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(makeField());
    column->addWidget(line);
    auto *list = new QVBoxLayout;
    list->setContentsMargins(7, 4, 7, 7);
    list->addWidget(m_view);
    column->addLayout(list, 1);
    column->addWidget(makeFooter());

    const int width = theme.size(u"panels.palette"_s);
    setFixedSize(width, 11 * theme.height(u"size.rowPalette"_s) + 96);
    const QRect over = parent->window()->geometry();
    QWidget::move(over.center().x() - width / 2, over.top() + theme.size(u"size.menuRow"_s) + 8);

    connect(m_field, &QLineEdit::textChanged, this, &Palette::typed);
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex &index) {
        choose(index.row());
        run();
    });
    connect(m_search, &PaletteSearch::releasesFound, this, [this](const QList<backlog::ReleaseRow> &releases) {
        m_found.clear();
        for (const backlog::ReleaseRow &release : releases)
            m_found << releaseEntry(release);
        // Those that are named so before those that contain such a file.
        std::ranges::stable_sort(m_found, std::greater(),
                                 [](const PaletteEntry &entry) { return !entry.hits.isEmpty(); });
        m_namedRelease = m_found.isEmpty() || m_found.first().hits.isEmpty() ? QString() : m_found.first().text;
        found();
    });
    connect(m_search, &PaletteSearch::itemsFound, this, [this](const QList<backlog::QueueRow> &items) {
        m_found.clear();
        for (const backlog::QueueRow &item : items)
            m_found << itemEntry(item);
        found();
    });
    connect(m_search, &PaletteSearch::filesFound, this, [this](const QList<backlog::ReleaseFile> &files) {
        m_found.clear();
        for (const backlog::ReleaseFile &file : files)
            m_found << fileEntry(file);
        found();
    });
    connect(this, &QObject::destroyed, new Scrim(theme, parent->window()), &QObject::deleteLater);
    m_field->setFocus();
    typed();
}

QWidget *Palette::makeField()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(19, 8, 19, 8);
    row->setSpacing(11);
    auto *icon = new QLabel(top);
    icon->setPixmap(m_theme.icon(u"search"_s, u"textSecondary"_s).pixmap(m_theme.size(u"size.icon"_s)));
    m_field->setProperty("kind", u"bare"_s);
    m_field->setFont(m_theme.font(TextStyle::Section));
    m_field->setPlaceholderText(tr("Release, command, > command, # item or @ file"));
    m_field->setAccessibleName(tr("Search or run a command"));
    m_field->installEventFilter(this);
    m_count->setProperty("look", u"secondary"_s);
    row->addWidget(icon);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    return top;
}

QWidget *Palette::makeFooter()
{
    auto *footer = new QFrame(this);
    footer->setProperty("kind", u"footer"_s);
    footer->setProperty("last", true);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(19, 8, 19, 8);
    row->setSpacing(m_theme.size(u"space.l"_s));
    const std::initializer_list<std::pair<QStringList, QString>> keys{{{u"↑"_s, u"↓"_s}, tr("choose")},
                                                                      {{tr("Enter")}, tr("open")},
                                                                      {{tr("Tab")}, tr("next group")},
                                                                      {{tr("Esc")}, tr("close")}};
    for (const auto &[names, what] : keys)
        row->addWidget(new KeyLabel(m_theme, names, what, footer));
    auto *prefixes = new ElidedLabel(tr("> commands   # item   @ file"), footer);
    prefixes->setToolTip(prefixes->text());
    prefixes->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    prefixes->setProperty("look", u"secondary"_s);
    row->addWidget(prefixes, 1);
    return footer;
}

void Palette::typed()
{
    const QString text = m_field->text().trimmed();
    m_prefix = !text.isEmpty() && u">#@"_s.contains(text.front()) ? text.front() : QChar();
    m_words = (m_prefix.isNull() ? text : text.mid(1)).trimmed();
    m_search->cancel();
    m_found.clear();
    m_namedRelease.clear();
    if (m_prefix.isNull())
        m_search->findReleases(m_words);
    else if (m_prefix == u'#')
        m_search->findItems(m_words);
    else if (m_prefix == u'@')
        m_search->findFiles(m_words);
    found();
}

void Palette::found()
{
    const PaletteSection releases{m_words.isEmpty() ? tr("Newest releases") : tr("Releases"), m_found};
    const PaletteSection commands{tr("Commands"), commandEntries(m_words)};
    if (m_prefix == u'#')
        m_model->setSections({{tr("Items"), m_found}});
    else if (m_prefix == u'@')
        m_model->setSections({{tr("Files"), m_found}});
    else if (m_words.isEmpty())
        m_model->setSections({releases, commands});
    else if (m_namedRelease.isEmpty())
        m_model->setSections({commands, releases});
    else
        m_model->setSections(
            {releases, {tr("Actions on %1").arg(m_namedRelease), actionsOn(m_namedRelease)}, commands});
    m_count->setText(m_words.isEmpty() ? QString() : tr("%n results", nullptr, m_model->entryCount()));
    choose(m_model->firstEntry());
    m_view->scrollToTop();
}

QList<PaletteEntry> Palette::commandEntries(const QString &typed) const
{
    QList<PaletteEntry> entries;
    const auto offer = [&](PaletteEntry entry) {
        const auto match = fuzzyMatch(typed, entry.text);
        if (!match)
            return;
        entry.hits = match->hits;
        entry.score = match->score;
        entries << entry;
    };
    for (QAction *action : m_commands) {
        if (action->isEnabled() && action->shortcut() != QKeySequence(u"Ctrl+K"_s)) // which has brought us here
            offer({.icon = action->data().toString().isEmpty() ? u"cmd"_s : action->data().toString(),
                   .text = withoutMnemonic(action->text()),
                   .key = action->shortcut().toString(QKeySequence::NativeText),
                   .act = [action] { action->trigger(); }});
    }
    for (const Environment &environment : m_session.configuration().environments) {
        offer({.icon = environment.production ? u"shield"_s : u"server"_s,
               .tone = environment.production ? u"prod"_s : u"textSecondary"_s,
               .text = tr("Choose environment %1").arg(environment.name),
               .remark = environment.production ? tr("production") : QString(),
               .act = [this, name = environment.name] { m_session.chooseEnvironment(name); }});
    }
    std::ranges::stable_sort(entries, std::greater(), &PaletteEntry::score);
    return m_prefix.isNull() ? entries.mid(0, MostCommands) : entries;
}

PaletteEntry Palette::releaseEntry(const backlog::ReleaseRow &release)
{
    const StateLook look = stateLook(release.current);
    QStringList facts{look.word.toLower() + u' ' + age(standsSince(release.current), QDateTime::currentDateTime())};
    if (!release.sprint.isEmpty())
        facts << release.sprint;
    facts << tr("%n artefacts", nullptr, release.artefacts.total());
    return {.icon = look.icon,
            .tone = look.tone,
            .text = release.releaseRef,
            .hits = hitsIn(release.releaseRef, PaletteSearch::tr("Release"), m_words),
            .remark = facts.join(u" · "_s),
            .act = [this, ref = release.releaseRef] { emit releaseRequested(ref, 0, {}); }};
}

PaletteEntry Palette::itemEntry(const backlog::QueueRow &item)
{
    const StateLook look = stateLook(item);
    const QString id = QString::number(item.id);
    const auto match = fuzzyMatch(m_words, id);
    return {.icon = look.icon,
            .tone = look.tone,
            .text = id,
            .hits = match ? match->hits : QList<int>(),
            .remark = QStringList{item.type, item.releaseRef, look.word.toLower()}.join(u" · "_s),
            .act = [this, ref = item.releaseRef, number = item.id] { emit releaseRequested(ref, number, {}); }};
}

PaletteEntry Palette::fileEntry(const backlog::ReleaseFile &file)
{
    const auto match = fuzzyMatch(m_words, file.name());
    return {
        .icon = QStringList{u"bpmn"_s, u"dmn"_s, u"form"_s, u"worker"_s}.contains(file.kind) ? file.kind : u"file"_s,
        .text = file.name(),
        .hits = match ? match->hits : QList<int>(),
        .remark = QStringList{file.item.releaseRef, file.product(), stateLook(file.item).word.toLower()}.join(u" · "_s),
        .act = [this, ref = file.item.releaseRef] { emit releaseRequested(ref, 0, u"artefacts"_s); }};
}

QList<PaletteEntry> Palette::actionsOn(const QString &releaseRef)
{
    const auto opening = [this, releaseRef](const QString &tab) {
        return [this, releaseRef, tab] { emit releaseRequested(releaseRef, 0, tab); };
    };
    return {{.icon = u"eye"_s,
             .text = tr("Review release"),
             .key = QKeySequence(Qt::CTRL | Qt::Key_Enter).toString(QKeySequence::NativeText),
             .act = opening(u"artefacts"_s)},
            {.icon = u"log"_s, .text = tr("Show its log"), .act = opening(u"log"_s)},
            {.icon = u"copy"_s,
             .text = tr("Copy link to release"),
             .key = QKeySequence(u"Ctrl+Shift+C"_s).toString(QKeySequence::NativeText),
             .act = [releaseRef] {
                 QGuiApplication::clipboard()->setText(u"prometheus-pipeline://release/"_s + releaseRef);
             }}};
}

void Palette::choose(int row)
{
    m_view->setCurrentIndex(m_model->index(row));
}

void Palette::move(int by)
{
    int row = m_view->currentIndex().row();
    for (int steps = qAbs(by); steps > 0; --steps) {
        int next = row + (by > 0 ? 1 : -1);
        while (next >= 0 && next < m_model->rowCount() && !m_model->entryAt(next))
            next += by > 0 ? 1 : -1;
        if (!m_model->entryAt(next))
            break;
        row = next;
    }
    choose(row);
    if (row == m_model->firstEntry())
        m_view->scrollToTop(); // with the caption above it
}

void Palette::moveToGroup()
{
    int row = m_view->currentIndex().row();
    while (m_model->entryAt(row))
        ++row; // the caption of the next group, or the end
    choose(m_model->entryAt(row + 1) ? row + 1 : m_model->firstEntry());
}

void Palette::run()
{
    const PaletteEntry *entry = m_model->entryAt(m_view->currentIndex().row());
    if (!entry)
        return;
    const auto act = entry->act;
    hide(); // first, so that what is opened has the focus
    act();
    close();
}

bool Palette::runByKey(QKeyCombination pressed)
{
    const QKeyCombination named(pressed.keyboardModifiers() & ~Qt::KeypadModifier,
                                pressed.key() == Qt::Key_Return ? Qt::Key_Enter : pressed.key());
    const QString key = QKeySequence(named).toString(QKeySequence::NativeText);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const PaletteEntry *entry = m_model->entryAt(row);
        if (!entry || entry->key.isEmpty() || entry->key != key)
            continue;
        choose(row);
        run();
        return true;
    }
    return false;
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        constexpr int page = 8;
        const auto *key = static_cast<QKeyEvent *>(event);
        if (runByKey(key->keyCombination()))
            return true;
        switch (key->key()) {
        case Qt::Key_Down:
            move(1);
            return true;
        case Qt::Key_Up:
            move(-1);
            return true;
        case Qt::Key_PageDown:
            move(page);
            return true;
        case Qt::Key_PageUp:
            move(-page);
            return true;
        case Qt::Key_Tab:
            moveToGroup();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void Palette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(u"border"_s));
    painter.setBrush(m_theme.color(u"raised"_s));
    const int radius = m_theme.size(u"radius.dialog"_s);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace pipeline::ui
