// SPDX-License-Identifier: Apache-2.0
// What the page shows while it has no rows, or old ones.
#include "queuepage.h"

#include "queuefilterbar.h"
#include "queuemodel.h"
#include "queuesplitter.h"
#include "queuetable.h"
#include "readinessline.h"

#include "ui/cells/times.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QLabel>
#include <QStackedLayout>

#include <utility>

using namespace Qt::StringLiterals;
using pipeline::backlog::QueueReader;

namespace pipeline::ui {

namespace {

/// As a filter's words stand in a sentence; a text that was searched for is quoted by itself.
QString quoted(const QString &words)
{
    return words.startsWith(u'“') ? words : u"“%1”"_s.arg(words);
}

} // namespace

/// Looks for the one condition of the filter whose removal brings most.
void QueuePage::findWhatHelps()
{
    const auto services = session().services();
    const QList<QueueFilterBar::Condition> conditions = m_filter->conditions();
    if (!services || conditions.size() < 2)
        return;
    m_helpTask = inBackground(
        this,
        [services, conditions,
         environment = session().configuration().defaultEnvironment](std::stop_token stop) -> Result<Help> {
            Help best;
            for (const auto &[words, without] : conditions) {
                const auto found = QueueReader(services->database, environment).count(without, stop);
                if (!found)
                    return fail(found.error());
                if (*found > best.items)
                    best = {words, *found};
            }
            return best;
        },
        [this](const Result<Help> &help) {
            if (help && help->items > 0 && m_model->rowCount() == 0) {
                m_helps = *help;
                showEmptyByFilter();
            }
        });
}

void QueuePage::showEmptyByFilter()
{
    QStringList words;
    for (const auto &condition : m_filter->conditions())
        words << condition.words;
    const QString last = words.isEmpty() ? QString() : words.takeLast();
    QString text = tr("%n items are hidden.", nullptr, int(m_total));
    if (m_helps.items > 0)
        text += u' ' + tr("Without %1, %n items match.", nullptr, int(m_helps.items)).arg(quoted(m_helps.words));
    m_state->showMessage(
        u"filter"_s, u"idle"_s,
        tr("No item matches %1").arg(words.isEmpty() ? last : tr("%1 and %2").arg(words.join(u", "_s), last)), text,
        tr("Clear filter"), m_helps.items > 0 ? tr("Drop %1").arg(quoted(m_helps.words)) : QString());
    m_state->setActionLook(u"close"_s, Qt::Key_Escape);
    m_stack->setCurrentWidget(m_state);
}

void QueuePage::showState()
{
    const bool nothing = m_model->isLoaded() && m_model->rowCount() == 0 && m_filter->isDefault();
    m_filter->setVisible(!nothing);
    if (m_readiness)
        m_readiness->setVisible(nothing);
    if (m_error && !m_model->isLoaded()) {
        m_state->showMessage(u"unplug"_s, u"wait"_s, tr("The backlog cannot be read"),
                             m_error->message + u'\n' + m_error->detail + u'\n' + m_error->hint, tr("Try now"));
        m_stack->setCurrentWidget(m_state);
    } else if (!m_model->isLoaded()) {
        m_stack->setCurrentWidget(m_state);
    } else if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
    } else if (!m_filter->isDefault()) {
        m_helps = {};
        showEmptyByFilter();
        findWhatHelps();
    } else {
        m_state->showMessage(u"queue"_s, u"idle"_s, tr("The queue is empty"),
                             tr("PROMETHEUS, or you, puts releases here. Each one is validated and tested by a runner, "
                                "then waits for an approval."),
                             tr("Open the sample release"));
        m_state->setActionLook(u"release"_s);
        m_stack->setCurrentWidget(m_state);
    }
}

void QueuePage::showLiveness()
{
    const Liveness &database = session().database();
    const bool offline = session().isOffline();
    m_live->setText(offline ? tr("Offline since %1").arg(clockTime(database.since))
                        : database.state == Liveness::State::Asking ? tr("Connecting")
                                                                    : tr("Live"));
    m_pulse->setPixmap(theme()
                           .icon(offline ? u"unplug"_s : u"pulse"_s, offline ? u"wait"_s : u"textSecondary"_s)
                           .pixmap(theme().size(u"size.iconSmall"_s)));
    restyle(m_live, "look", offline ? u"wait"_s : u"secondary"_s);
    m_table->fitAge(offline);
    m_splitter->fit();
    if (offline) {
        setFigures(tr("state of %1").arg(database.lastAnswer.toString(u"HH:mm:ss"_s)));
        if (!m_model->isLoaded() && database.error) {
            m_error = database.error;
            showState();
        }
    }
    if (std::exchange(m_wasOffline, offline) && !offline)
        refreshWhenShown(); // the figures are of now again
}

} // namespace pipeline::ui
