// SPDX-License-Identifier: Apache-2.0
#include "notices.h"

#include "ui/session/session.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using pipeline::ui::preferences::Event;

namespace pipeline::app {

namespace {
constexpr int Rest = 1000; // ms after a change, so that a busy backlog is not read all the time
constexpr int MostNeeds = 50;
constexpr int MostDone = 20;
} // namespace

Notices::Notices(ui::Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    connect(&m_rest, &QTimer::timeout, this, &Notices::look);
    connect(&session, &ui::Session::opened, this, &Notices::look);
    connect(&session, &ui::Session::backlogChanged, this, [this] {
        if (!m_rest.isActive())
            m_rest.start();
    });
    connect(&session, &ui::Session::databaseChanged, this, &Notices::watchConnections);
    connect(&session, &ui::Session::engineChanged, this, &Notices::watchConnections);
}

void Notices::look()
{
    m_task = ui::inBackground(
        this,
        [services = m_session.services(),
         environment = m_session.configuration().defaultEnvironment](std::stop_token stop) -> Result<Seen> {
            const backlog::QueueReader reader(services->database, environment);
            const auto needs = reader.needsYou(MostNeeds, stop);
            if (!needs)
                return fail(needs.error());
            const auto done = reader.rows({.states = {backlog::QueueState::Done}, .modes = {u"implantar"_s}},
                                          {.order = backlog::QueueOrder::Created, .descending = true},
                                          {.limit = MostDone}, stop);
            if (!done)
                return fail(done.error());
            return Seen{needs->rows, *done};
        },
        [this](const Result<Seen> &seen) {
            if (seen)
                compare(*seen);
        });
}

void Notices::compare(const Seen &seen)
{
    const auto isNew = [this](qint64 id, backlog::QueueState state) {
        // An item may fail, be tried again and end well: each is news.
        const qint64 key = id * backlog::QueueStateCount + qint64(state);
        const bool known = m_known.contains(key);
        m_known.insert(key);
        return m_begun && !known;
    };
    for (const backlog::NeedsYou &need : seen.needsYou) {
        if (isNew(need.row.id, need.row.state))
            tellNeed(need);
    }
    for (const backlog::QueueRow &row : seen.done) {
        if (isNew(row.id, row.state))
            tellDone(row);
    }
    m_begun = true;
}

void Notices::tellNeed(const backlog::NeedsYou &need)
{
    const QString me = m_session.actor().name;
    const QString release = need.row.releaseRef;
    if (need.row.state == backlog::QueueState::WaitingApproval && need.preparedBy != me) {
        QStringList facts{tr("%n artefacts", nullptr, need.row.artefacts.total()),
                          tr("%n errors", nullptr, need.errors)};
        if (need.coverage)
            facts << tr("coverage %1 %").arg(QLocale().toString(*need.coverage, 'f', 1));
        emit raised(Event::ApprovalAsked,
                    {.tone = u"wait"_s,
                     .icon = u"wait"_s,
                     .title = tr("%1 waits for your approval").arg(release),
                     .text = facts.join(u", "_s),
                     .action = tr("Review")},
                    release, need.row.id, {});
    } else if (need.row.state == backlog::QueueState::Failed && need.approvedBy == me) {
        emit raised(Event::DeploymentFailed,
                    {.tone = u"fail"_s,
                     .icon = u"fail"_s,
                     .title = tr("%1 failed in %2").arg(release, need.row.environment),
                     .text = need.row.reason,
                     .action = tr("Show")},
                    release, need.row.id, u"log"_s);
    }
}

void Notices::tellDone(const backlog::QueueRow &row)
{
    // The deployment is inserted in the name of whoever approves it.
    if (row.cancelled || row.createdBy != m_session.actor().name)
        return;
    emit raised(Event::DeploymentDone,
                {.tone = u"okay"_s,
                 .icon = u"ok"_s,
                 .title = tr("%1 runs in %2").arg(row.releaseRef, row.environment),
                 .text = tr("Deployed and verified."),
                 .action = tr("Open")},
                row.releaseRef, row.id, {});
}

void Notices::watchConnections()
{
    const auto watch = [this](const ui::Liveness &liveness, bool &lost, const QString &title, const QString &whatNow) {
        const bool offline = liveness.state == ui::Liveness::State::Offline;
        // Only what did answer can be lost.
        if (offline && !lost && liveness.lastAnswer.isValid() && liveness.error)
            emit raised(Event::ConnectionLost,
                        {.tone = u"wait"_s, .icon = u"unplug"_s, .title = title, .text = whatNow}, {}, 0, {});
        if (liveness.state != ui::Liveness::State::Asking)
            lost = offline;
    };
    watch(m_session.database(), m_databaseLost, tr("The backlog does not answer"),
          tr("What is shown is its last state. Decisions wait; it is asked again by itself."));
    if (const auto environment = m_session.environment())
        watch(m_session.engine(), m_engineLost, tr("The engine of %1 does not answer").arg(environment->name),
              tr("The queue works. What runs there is not known; it is asked again by itself."));
}

} // namespace pipeline::app
