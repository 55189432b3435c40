// SPDX-License-Identifier: Apache-2.0
#include "connectiontest.h"

#include "diagnosis/environmenttest.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTime>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using pipeline::contract::CheckStatus;
using pipeline::diagnosis::Diagnosis;

namespace pipeline::ui {

namespace {

QString nameOf(const QString &check)
{
    static const char *const names[][2] = {
        {"credential", QT_TRANSLATE_NOOP("pipeline::ui::ConnectionTest", "Stored secret")},
        {"address", QT_TRANSLATE_NOOP("pipeline::ui::ConnectionTest", "Address answers")},
        {"tls", QT_TRANSLATE_NOOP("pipeline::ui::ConnectionTest", "TLS")},
        {"engine", QT_TRANSLATE_NOOP("pipeline::ui::ConnectionTest", "Engine")},
        {"credentials", QT_TRANSLATE_NOOP("pipeline::ui::ConnectionTest", "Sign-in")},
        {"version", QT_TRANSLATE_NOOP("pipeline::ui::ConnectionTest", "Version")},
        {"webhook", QT_TRANSLATE_NOOP("pipeline::ui::ConnectionTest", "Webhook secret")},
    };
    for (const auto &[key, name] : names) {
        if (check == QLatin1StringView(key))
            return ConnectionTest::tr(name);
    }
    return check;
}

bool isBad(const Diagnosis &check)
{
    return check.check.status == CheckStatus::Failed;
}

QPair<QString, QString> lookOf(CheckStatus status)
{
    switch (status) {
    case CheckStatus::Success:
        return {u"ok"_s, u"okay"_s};
    case CheckStatus::Failed:
        return {u"warn"_s, u"wait"_s};
    case CheckStatus::Unknown:
        return {u"unplug"_s, u"idle"_s};
    case CheckStatus::Skipped:
        break;
    }
    return {u"skip"_s, u"idle"_s};
}

} // namespace

ConnectionTest::ConnectionTest(Session &session, const Theme &theme, QWidget *parent)
    : QFrame(parent),
      m_session(session),
      m_theme(theme),
      m_when(new QLabel),
      m_verdict(new Badge(theme)),
      m_run(new Button(theme, tr("Test"))),
      m_rows(new QVBoxLayout)
{
    setProperty("kind", u"card"_s);
    auto *header = new QWidget(this);
    header->setProperty("kind", u"cardHeader"_s);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(10);
    auto *icon = new QLabel(header);
    icon->setPixmap(theme.icon(u"plug"_s, u"textSecondary"_s).pixmap(theme.size(u"size.icon"_s)));
    auto *title = new QLabel(tr("Connection test"), header);
    title->setProperty("look", u"strong"_s);
    m_when->setProperty("look", u"secondary"_s);
    m_run->setThemeIcon(u"refresh"_s);
    m_run->setShortcut(QKeySequence(u"Ctrl+T"_s));
    m_run->setKey(QKeySequence(u"Ctrl+T"_s));
    row->addWidget(icon);
    row->addWidget(title);
    row->addWidget(m_when, 1);
    row->addWidget(m_verdict);
    row->addWidget(m_run);
    m_rows->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(header);
    column->addLayout(m_rows);
    connect(m_run, &QPushButton::clicked, this, &ConnectionTest::requested);
    clear();
}

void ConnectionTest::clear()
{
    m_task = {};
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_verdict->hide();
    m_when->setText(tr("not tested yet"));
    m_run->setText(tr("Test"));
}

void ConnectionTest::setRunnable(bool runnable)
{
    m_run->setEnabled(runnable);
}

void ConnectionTest::run(const Environment &environment)
{
    clear();
    m_when->setText(tr("testing"));
    m_run->setEnabled(false);
    m_task = inBackground(
        this,
        [services = m_session.services(), environment](std::stop_token stop) {
            return diagnosis::testEnvironment(environment, services->credentials, services->http, stop);
        },
        [this, name = environment.name](const QList<Diagnosis> &checks) {
            m_run->setEnabled(true);
            show(checks);
            emit ended(name, checks);
        });
}

void ConnectionTest::show(const QList<Diagnosis> &checks)
{
    const qint64 milliseconds = std::accumulate(
        checks.begin(), checks.end(), qint64(0),
        [](qint64 sum, const Diagnosis &check) { return sum + check.check.milliseconds; });
    m_when->setText(tr("%1, %2 s")
                        .arg(QTime::currentTime().toString(u"HH:mm:ss"_s),
                             QLocale().toString(double(milliseconds) / 1000, 'f', 1)));
    m_run->setText(tr("Test again"));
    const auto bad = std::ranges::count_if(checks, isBad);
    const auto passed = std::ranges::count(checks, CheckStatus::Success,
                                           [](const Diagnosis &check) { return check.check.status; });
    if (bad)
        m_verdict->set(u"warn"_s, tr("%1 passed, %2 to fix").arg(passed).arg(bad), u"wait"_s);
    else
        m_verdict->set(u"ok"_s, tr("%n passed", nullptr, int(passed)), u"okay"_s);
    m_verdict->show();
    for (const Diagnosis &check : checks)
        m_rows->addWidget(rowOf(check));
}

QWidget *ConnectionTest::rowOf(const Diagnosis &diagnosis)
{
    const auto [icon, tone] = lookOf(diagnosis.check.status);
    auto *row = new QFrame(this);
    row->setProperty("kind", isBad(diagnosis) ? u"badRow"_s : u"row"_s);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(12, 4, 12, 4);
    line->setSpacing(10);
    auto *mark = new QLabel(row);
    mark->setPixmap(m_theme.icon(icon, tone).pixmap(m_theme.size(u"size.icon"_s)));
    line->addWidget(mark, 0, Qt::AlignTop);
    auto *name = new QLabel(nameOf(diagnosis.check.name), row);
    name->setProperty("look", isBad(diagnosis) ? u"strong"_s : QString());
    name->setMinimumWidth(26 * QFontMetrics(font()).averageCharWidth());
    line->addWidget(name, 0, Qt::AlignTop);
    auto *result = new QLabel(row);
    result->setTextFormat(Qt::PlainText);
    result->setWordWrap(true);
    result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QString words = diagnosis.check.detail;
    if (words.isEmpty() && diagnosis.check.status == CheckStatus::Skipped)
        words = tr("Not tested: something before it failed");
    const bool isSecret = diagnosis.check.name == "credential"_L1 || diagnosis.check.name == "webhook"_L1;
    if (isBad(diagnosis) && isSecret && diagnosis.problem == ErrorCode::Unauthorized)
        words += u'\n' + tr("Enter it above; it goes into the system keychain and stands in no file.");
    else if (!diagnosis.hint.isEmpty())
        words += u'\n' + diagnosis.hint;
    result->setText(words);
    result->setProperty("look", isBad(diagnosis) ? QString() : u"secondary"_s);
    line->addWidget(result, 1);
    if (diagnosis.check.milliseconds > 0) {
        auto *time = new QLabel(tr("%1 ms").arg(QLocale().toString(diagnosis.check.milliseconds)), row);
        time->setProperty("look", u"secondary"_s);
        line->addWidget(time, 0, Qt::AlignTop);
    }
    row->setAccessibleName(u"%1: %2"_s.arg(name->text(), words));
    return row;
}

} // namespace pipeline::ui
