// SPDX-License-Identifier: Apache-2.0
#include "failurecard.h"

#include "ui/cells/rowlooks.h"
#include "ui/cells/times.h"
#include "ui/code/codeview.h"
#include "ui/common/button.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

FailureCard::FailureCard(Session &session, const Theme &theme, const std::shared_ptr<Highlighter> &highlighter,
                         QWidget *parent)
    : QFrame(parent),
      m_session(session),
      m_theme(theme),
      m_title(new QLabel(this)),
      m_when(new QLabel(this)),
      m_engineWords(textLabel(this)),
      m_where(new QWidget(this)),
      m_place(new QLabel(m_where)),
      m_open(new Button(theme, tr("Open source"), Button::Kind::Link, m_where)),
      m_excerpt(new CodeView(theme, highlighter, m_where)),
      m_retry(new Button(theme, tr("Retry"), Button::Kind::Normal, this)),
      m_hint(new QLabel(this))
{
    setProperty("kind", u"failure"_s);
    m_title->setProperty("look", u"section"_s);
    m_title->setWordWrap(true);
    m_when->setProperty("look", u"tertiary"_s);
    auto *icon = new QLabel(this);
    icon->setPixmap(theme.icon(u"fail"_s, u"fail"_s).pixmap(18, 18));
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(icon);
    head->addWidget(m_title, 1);
    head->addWidget(m_when);

    auto *grid = new QGridLayout;
    grid->setContentsMargins(28, 0, 0, 0);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    m_what = addPart(grid, tr("What happened"));
    m_why = addPart(grid, tr("Why"));
    m_engineWords->setFont(theme.font(TextStyle::Mono));
    m_engineWords->setProperty("look", u"secondary"_s);
    grid->addWidget(m_engineWords, grid->rowCount(), 1);
    m_whereCaption = new QLabel(tr("Where"), this);
    m_whereCaption->setProperty("look", u"secondary"_s);
    auto *where = new QVBoxLayout(m_where);
    where->setContentsMargins(0, 0, 0, 0);
    where->setSpacing(4);
    auto *place = new QHBoxLayout;
    m_place->setTextFormat(Qt::PlainText);
    m_place->setFont(theme.font(TextStyle::Mono));
    m_place->setWordWrap(true);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_open->setThemeIcon(u"file"_s);
    m_open->setProperty("control", u"small"_s);
    place->addWidget(m_place, 1);
    place->addWidget(m_open, 0, Qt::AlignTop);
    where->addLayout(place);
    m_excerpt->setProperty("excerpt", true);
    m_excerpt->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_excerpt->hide();
    where->addWidget(m_excerpt);
    const int row = grid->rowCount();
    grid->addWidget(m_whereCaption, row, 0, Qt::AlignTop);
    grid->addWidget(m_where, row, 1);
    m_steps = addPart(grid, tr("What to do"));

    m_retry->setProperty("control", u"large"_s);
    auto *copy = new Button(theme, tr("Copy report"), Button::Kind::Flat, this);
    copy->setThemeIcon(u"copy"_s);
    copy->setProperty("control", u"large"_s);
    m_hint->setProperty("look", u"secondary"_s);
    m_hint->setWordWrap(true);
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(28, 0, 0, 0);
    actions->addWidget(m_retry);
    actions->addWidget(copy);
    actions->addStretch();
    auto *hint = new QHBoxLayout;
    hint->setContentsMargins(28, 0, 0, 0);
    auto *info = new QLabel(this);
    info->setPixmap(theme.icon(u"info"_s, u"textSecondary"_s).pixmap(14, 14));
    hint->addWidget(info, 0, Qt::AlignTop);
    hint->addWidget(m_hint, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(12);
    column->addLayout(head);
    column->addLayout(grid);
    column->addLayout(actions);
    column->addLayout(hint);
    connect(m_retry, &QPushButton::clicked, this, &FailureCard::retryRequested);
    connect(&session, &Session::databaseChanged, this, &FailureCard::showRetry);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_report); });
    connect(m_open, &QPushButton::clicked, this,
            [this] { emit sourceRequested(m_failure.path, m_failure.line, m_failure.column); });
}

QLabel *FailureCard::addPart(QGridLayout *grid, const QString &name)
{
    auto *caption = new QLabel(name, this);
    caption->setProperty("look", u"secondary"_s);
    auto *text = textLabel(this);
    text->setAccessibleName(name);
    const int row = grid->rowCount();
    grid->addWidget(caption, row, 0, Qt::AlignTop);
    grid->addWidget(text, row, 1, Qt::AlignTop);
    return text;
}

void FailureCard::set(const ReleaseData &release, const Failure &failure)
{
    m_failure = failure;
    m_report = failure.report(release);
    m_title->setText(failure.title);
    m_when->setText(failure.spent > 0 ? tr("%1 · after %2").arg(clockSeconds(failure.at), duration(failure.spent))
                                      : clockSeconds(failure.at));
    m_what->setText(failure.what);
    m_why->setText(failure.why);
    m_engineWords->setText(failure.engineWords);
    m_engineWords->setVisible(!failure.engineWords.isEmpty());
    QStringList steps;
    for (const QString &step : failure.steps)
        steps << (failure.steps.size() > 1 ? u"%1  %2"_s.arg(steps.size() + 1).arg(step) : step);
    m_steps->setText(steps.join(u'\n'));
    showRetry();
    m_retry->setKind(failure.retry == Failure::Retry::MayHelp ? Button::Kind::Primary : Button::Kind::Normal);
    m_retry->setThemeIcon(u"refresh"_s);
    m_retry->setText(failure.stage.isEmpty() ? tr("Retry…")
                                             : tr("Retry from %1…").arg(stageName(stageIndex(failure.stage))));
    m_retry->setKey(QKeySequence(u"Ctrl+R"_s), false);
    m_whereCaption->setVisible(!failure.path.isEmpty());
    m_where->setVisible(!failure.path.isEmpty());
    QString place = failure.path;
    if (failure.line > 0)
        place += tr(", line %1").arg(failure.line);
    if (!failure.element.isEmpty())
        place += tr(", element %1").arg(failure.element);
    m_place->setText(place);
    if (m_excerptOf != failure.path) {
        m_excerptOf = failure.path;
        m_excerpt->hide();
        showExcerpt(release);
    }
}

void FailureCard::showRetry()
{
    m_retry->setEnabled(m_session.canWrite());
    m_hint->setText(m_session.canWrite() ? m_failure.retrySentence() : m_session.writeObstacle());
}

void FailureCard::showExcerpt(const ReleaseData &release)
{
    const auto services = m_session.services();
    const auto artefact = std::ranges::find_if(release.artefacts, [this](const contract::Artefact &each) {
        return m_failure.path == each.path || m_failure.path.startsWith(each.path + u'/');
    });
    m_open->setVisible(artefact != release.artefacts.cend());
    if (!services || m_failure.line <= 0 || artefact == release.artefacts.cend())
        return;
    m_task = inBackground(
        this,
        [services, artefact = *artefact](std::stop_token stop) { return services->artefactFiles(artefact, stop); },
        [this](const Result<QMap<QString, QByteArray>> &files) {
            if (files && files->contains(m_failure.path))
                showLines(files->value(m_failure.path));
        });
}

void FailureCard::showLines(const QByteArray &bytes)
{
    constexpr int Around = 1;
    const QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    const int first = qMax(1, m_failure.line - Around);
    m_excerpt->setSource(m_failure.path, lines.mid(first - 1, 2 * Around + 1).join(u'\n'), first);
    m_excerpt->setAnnotations({{Severity::Error, m_failure.line, m_failure.column, m_failure.message, {}}});
    m_excerpt->fitHeight();
    m_excerpt->show();
}

QString FailureCard::text() const
{
    return QStringList{m_title->text(), m_what->text(),  m_why->text(), m_engineWords->text(),
                       m_place->text(), m_steps->text(), m_hint->text()}
        .join(u'\n');
}

} // namespace pipeline::ui
