// SPDX-License-Identifier: Apache-2.0
#include "chainstrip.h"

#include "breakcard.h"

#include "ui/cells/times.h"
#include "ui/common/button.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using pipeline::audit::Journal;

namespace pipeline::ui {

namespace {
constexpr int PollInterval = 100;
}

ChainStrip::ChainStrip(Session &session, const Theme &theme, QWidget *parent)
    : QFrame(parent),
      m_session(session),
      m_theme(theme),
      m_line(new QWidget(this)),
      m_icon(new QLabel(m_line)),
      m_title(new QLabel(m_line)),
      m_figures(new QLabel(m_line)),
      m_separator(new QFrame(m_line)),
      m_time(new QLabel(m_line)),
      m_bar(new QProgressBar(m_line)),
      m_verify(new Button(theme, tr("Verify now"), Button::Kind::Normal, m_line)),
      m_card(new BreakCard(theme, this))
{
    setAccessibleName(tr("State of the journal's chain"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_line);
    column->addWidget(m_card);
    m_card->hide();
    m_line->setMinimumHeight(42);
    auto *row = new QHBoxLayout(m_line);
    row->setContentsMargins(14, 6, 10, 6);
    row->setSpacing(10);
    row->addWidget(m_icon);
    row->addWidget(m_title);
    row->addWidget(m_figures);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(160);
    row->addWidget(m_bar);
    m_time->setProperty("look", u"tertiary"_s);
    m_separator->setProperty("kind", u"vline"_s);
    row->addWidget(m_separator);
    row->addWidget(m_time);
    row->addStretch();
    m_verify->setThemeIcon(u"hash"_s);
    row->addWidget(m_verify);
    m_title->setFont(theme.font(TextStyle::Base, QFont::DemiBold));

    m_poll.setInterval(PollInterval);
    connect(&m_poll, &QTimer::timeout, this, &ChainStrip::showProgress);
    connect(m_verify, &QPushButton::clicked, this, [this] { isChecking() ? stop() : verify(); });
    connect(m_card, &BreakCard::verifyRequested, this, &ChainStrip::verify);
    connect(m_card, &BreakCard::showRequested, this, &ChainStrip::showRequested);
    connect(m_card, &BreakCard::proofRequested, this, &ChainStrip::proofRequested);
    connect(m_card, &BreakCard::explanationRequested, this, &ChainStrip::explanationRequested);
    showUnknown({});
}

std::optional<qint64> ChainStrip::brokenAt() const
{
    return m_checkedAt.isValid() ? m_verdict.brokenAt : std::nullopt;
}

void ChainStrip::verify()
{
    const auto services = m_session.services();
    if (!services)
        return;
    m_progress = std::make_shared<Progress>();
    m_poll.start();
    showProgress();
    m_task = inBackground(
        this,
        [services, progress = m_progress](std::stop_token stop) -> Result<Checked> {
            QElapsedTimer clock;
            clock.start();
            const Journal journal(services->database);
            auto verdict = journal.verify(stop, [&](qint64 checked, qint64 total) {
                progress->checked = checked;
                progress->total = total;
            });
            if (!verdict)
                return fail(verdict.error());
            Checked checked{*verdict, {}, clock.elapsed()};
            if (verdict->brokenAt && *verdict->brokenAt > 0) {
                const auto entries = journal.list({.beforeId = *verdict->brokenAt + 1, .limit = 1}, stop);
                if (entries && !entries->isEmpty())
                    checked.broken = entries->first();
            }
            return checked;
        },
        [this](const Result<Checked> &checked) {
            m_progress.reset();
            m_poll.stop();
            if (checked)
                adopt(*checked);
            else
                showUnknown(checked.error().message);
            emit verified();
        });
}

void ChainStrip::stop()
{
    m_task.cancel();
    m_progress.reset();
    m_poll.stop();
    showUnknown(tr("the check was stopped"));
}

void ChainStrip::adopt(const Checked &checked)
{
    m_verdict = checked.verdict;
    m_checkedAt = QDateTime::currentDateTime();
    m_took = checked.milliseconds;
    m_size = qMax(m_size, m_verdict.entries);
    if (m_verdict.isIntact()) {
        showIntact();
        return;
    }
    paint(u"failure"_s, u"fail"_s, u"fail"_s, {});
    m_broken = checked.broken;
    m_card->show(m_verdict, m_broken, m_size);
    m_line->hide();
    m_card->setVisible(true);
}

void ChainStrip::setSize(qint64 entries)
{
    m_size = entries;
    if (!m_checkedAt.isValid() || isChecking())
        return;
    if (m_verdict.isIntact())
        showIntact();
    else
        m_card->show(m_verdict, m_broken, m_size);
}

void ChainStrip::paint(const QString &kind, const QString &icon, const QString &tone, const QString &title)
{
    m_line->show();
    m_card->hide();
    restyle(this, "kind", kind);
    m_icon->setPixmap(m_theme.icon(icon, tone).pixmap(m_theme.size(u"size.icon"_s)));
    m_title->setText(title);
    restyle(m_title, "look", tone == "okay"_L1 ? u"okay"_s : u"secondary"_s);
    m_bar->hide();
    m_separator->hide();
    m_verify->setText(tr("Verify now"));
    m_verify->setToolTip(tr("Read all entries and compute their digests anew"));
}

void ChainStrip::showUnknown(const QString &reason)
{
    m_checkedAt = {};
    paint(u"card"_s, u"shield"_s, u"idle"_s, tr("Unknown since %1").arg(clockTime(m_unknownSince)));
    m_figures->setText(reason.isEmpty() ? tr("The chain of entries is not checked yet.")
                                        : tr("The chain of entries is not checked: %1.").arg(reason));
    m_time->clear();
}

void ChainStrip::showProgress()
{
    const qint64 total = m_progress->total;
    const qint64 checked = m_progress->checked;
    paint(u"card"_s, u"run"_s, u"run"_s, tr("Checking the chain"));
    const QLocale locale;
    m_figures->setText(total > 0 ? tr("%1 of %2 entries").arg(locale.toString(checked), locale.toString(total))
                                 : QString());
    m_bar->setRange(0, 1000);
    m_bar->setValue(total > 0 ? int(checked * 1000 / total) : 0);
    m_bar->show();
    m_time->clear();
    m_verify->setText(tr("Stop"));
    m_verify->setToolTip(tr("Stop checking"));
}

void ChainStrip::showIntact()
{
    paint(u"success"_s, u"verify"_s, u"okay"_s, tr("Chain intact"));
    const QLocale locale;
    QString figures = tr("<b>%1</b> entries, each bound to the one before it").arg(locale.toString(m_verdict.entries));
    if (const qint64 newer = m_size - m_verdict.entries; newer > 0)
        figures += tr(" · %1 newer not checked").arg(locale.toString(newer));
    m_figures->setText(figures);
    m_separator->show();
    m_time->setText(
        tr("checked %1, %2 s").arg(m_checkedAt.toString(u"HH:mm:ss"_s), locale.toString(m_took / 1000.0, 'f', 1)));
}

} // namespace pipeline::ui
