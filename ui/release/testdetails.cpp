// SPDX-License-Identifier: Apache-2.0
#include "testdetails.h"

#include "ui/code/codeview.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

Expectation expectationOf(const QString &message)
{
    Expectation found;
    QStringList rest;
    for (const QString &line : message.split(u'\n')) {
        const QString text = line.trimmed();
        if (found.call.isEmpty() && text.startsWith("expect("_L1))
            found.call = text;
        else if (found.expected.isEmpty() && text.startsWith("Expected"_L1) && text.contains(u':'))
            found.expected = text.section(u':', 1).trimmed();
        else if (found.received.isEmpty() && text.startsWith("Received"_L1) && text.contains(u':'))
            found.received = text.section(u':', 1).trimmed();
        else
            rest << line;
    }
    found.rest = rest.join(u'\n').trimmed();
    return found;
}

TestDetails::TestDetails(Session &session, const Theme &theme, const std::shared_ptr<Highlighter> &highlighter,
                         QWidget *parent)
    : QScrollArea(parent),
      m_session(session),
      m_theme(theme),
      m_badge(new Badge(theme)),
      m_name(new QLabel),
      m_duration(new QLabel),
      m_place(new QLabel),
      m_failureCaption(new QLabel(tr("Failure"))),
      m_failure(new QFrame),
      m_call(new QLabel),
      m_rest(new QLabel),
      m_where(new QWidget),
      m_open(new Button(theme, tr("Open source"), Button::Kind::Link)),
      m_excerpt(new CodeView(theme, highlighter))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("pane", true);
    setAccessibleName(tr("Test"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, 12, 20, 16);
    column->setSpacing(6);
    m_name->setProperty("look", u"section"_s);
    m_name->setWordWrap(true);
    m_duration->setProperty("look", u"tertiary"_s);
    m_place->setFont(theme.font(TextStyle::Mono));
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_badge);
    head->addWidget(m_name, 1);
    head->addWidget(m_duration);
    column->addLayout(head);
    column->addWidget(m_place);
    auto *failure = new QVBoxLayout(m_failure);
    m_failure->setProperty("kind", u"card"_s);
    failure->setContentsMargins(10, 8, 10, 8);
    failure->setSpacing(4);
    for (QLabel *label : {m_call, m_rest}) {
        label->setFont(theme.font(TextStyle::Mono));
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_call->setProperty("look", u"secondary"_s);
    failure->addWidget(m_call);
    m_expected = addValue(failure, u"ok"_s, u"okay"_s, tr("expected"));
    m_received = addValue(failure, u"fail"_s, u"fail"_s, tr("received"));
    failure->addWidget(m_rest);
    column->addSpacing(8);
    m_failureCaption->setProperty("look", u"caption"_s);
    column->addWidget(m_failureCaption);
    column->addWidget(m_failure);

    auto *where = new QVBoxLayout(m_where);
    where->setContentsMargins(0, 8, 0, 0);
    where->setSpacing(4);
    auto *caption = new QLabel(tr("Where"));
    caption->setProperty("look", u"caption"_s);
    auto *copy = new Button(theme, tr("Copy failure"), Button::Kind::Link);
    for (Button *button : {m_open, copy})
        button->setProperty("control", u"small"_s);
    m_open->setThemeIcon(u"file"_s);
    copy->setThemeIcon(u"copy"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(caption);
    row->addStretch();
    row->addWidget(m_open);
    row->addWidget(copy);
    where->addLayout(row);
    m_excerpt->setProperty("excerpt", true);
    m_excerpt->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    where->addWidget(m_excerpt);
    column->addWidget(m_where);
    column->addStretch();
    setWidget(content);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(m_open, &QPushButton::clicked, this, [this] { emit sourceRequested(m_test.suite, m_test.line, 1); });
}

QLabel *TestDetails::addValue(QVBoxLayout *column, const QString &icon, const QString &tone, const QString &name)
{
    auto *row = new QFrame(m_failure);
    row->setProperty("value", tone);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(4, 3, 4, 3);
    auto *mark = new QLabel(row);
    mark->setPixmap(m_theme.icon(icon, tone).pixmap(14, 14));
    auto *caption = new QLabel(name, row);
    caption->setFont(m_theme.font(TextStyle::Mono));
    auto *value = new QLabel(row);
    value->setFont(m_theme.font(TextStyle::Mono, QFont::Medium));
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(mark, 0, Qt::AlignTop);
    line->addWidget(caption, 0, Qt::AlignTop);
    line->addSpacing(12);
    line->addWidget(value, 1);
    column->addWidget(row);
    return value;
}

void TestDetails::set(const ReleaseData &release, const TestCase &test)
{
    const bool same = test == m_test;
    m_test = test;
    const bool failed = test.state == TestState::Failed;
    const bool skipped = test.state == TestState::Skipped;
    m_badge->set(failed        ? u"fail"_s
                     : skipped ? u"skip"_s
                               : u"ok"_s,
                 failed        ? tr("Failed")
                     : skipped ? tr("Skipped")
                               : tr("Passed"),
                 failed        ? u"fail"_s
                     : skipped ? u"idle"_s
                               : u"okay"_s);
    m_name->setText(QStringList(test.groups + QStringList{test.name}).join(u" › "_s));
    m_duration->setText(skipped ? QString()
                                : tr("%1 s").arg(QLocale().toString(double(test.milliseconds) / 1000, 'f', 2)));
    m_place->setText(test.line > 0 ? tr("%1  line %2").arg(test.suite).arg(test.line) : test.suite);
    const Expectation expectation = expectationOf(test.message);
    m_failureCaption->setVisible(failed);
    m_failure->setVisible(failed);
    m_call->setText(expectation.call);
    m_call->setVisible(!expectation.call.isEmpty());
    m_expected->setText(expectation.expected);
    m_expected->parentWidget()->setVisible(!expectation.expected.isEmpty());
    m_received->setText(expectation.received);
    m_received->parentWidget()->setVisible(!expectation.received.isEmpty());
    m_rest->setText(expectation.rest);
    m_rest->setVisible(!expectation.rest.isEmpty());
    m_where->setVisible(failed);
    if (!same) {
        m_excerpt->hide();
        if (failed && test.line > 0)
            showExcerpt(release);
    }
}

void TestDetails::showExcerpt(const ReleaseData &release)
{
    const auto services = m_session.services();
    const auto artefact = std::ranges::find_if(release.artefacts, [this](const contract::Artefact &each) {
        return each.isWorker() && m_test.suite.startsWith(each.path + u'/');
    });
    m_open->setVisible(artefact != release.artefacts.cend());
    if (!services || artefact == release.artefacts.cend())
        return;
    m_task = inBackground(
        this,
        [services, artefact = *artefact](std::stop_token stop) { return services->artefactFiles(artefact, stop); },
        [this](const Result<QMap<QString, QByteArray>> &files) {
            if (files && files->contains(m_test.suite))
                showLines(files->value(m_test.suite));
        });
}

void TestDetails::showLines(const QByteArray &bytes)
{
    constexpr int Around = 3;
    const QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    const int first = qMax(1, m_test.line - Around);
    const Expectation expectation = expectationOf(m_test.message);
    const QString sentence = expectation.expected.isEmpty()
        ? m_test.message.section(u'\n', 0, 0)
        : tr("Expected %1, received %2").arg(expectation.expected, expectation.received);
    m_excerpt->setSource(m_test.suite, lines.mid(first - 1, 2 * Around + 1).join(u'\n'), first);
    m_excerpt->setAnnotations({{Severity::Error, m_test.line, 0, sentence, {}}});
    m_excerpt->fitHeight();
    m_excerpt->show();
}

QString TestDetails::text() const
{
    return u"%1\n%2\n%3"_s.arg(m_name->text(), m_place->text(), m_test.message);
}

} // namespace pipeline::ui
