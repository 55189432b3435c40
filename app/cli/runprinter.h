// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "progressline.h"

#include <mutex>

namespace pipeline::cli {

/// Shows what runs do while they do it: JSON events on standard output, or text for people.
///
/// May be used from several threads.
class RunPrinter {
public:
    explicit RunPrinter(const Call &call) : m_call(call), m_progress(call.streams) {}

    void event(const events::Event &event);
    void outcome(const runner::Outcome &outcome);
    void error(const Error &error);
    void note(const QString &text);

    /// Says why nothing was claimed: an empty backlog, or items that need another runner.
    void nothingToDo();

private:
    QString describe(const events::Event &event) const;
    void line(const events::Event &event, const QString &text);
    void printJson(const QJsonObject &object);

    const Call &m_call;
    std::mutex m_mutex;
    ProgressLine m_progress;
};

} // namespace pipeline::cli
