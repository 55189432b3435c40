// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.h"

namespace pipeline::cli {

/// How far a stage of a run is.
struct Progress {
    qint64 item = 0;
    QString stage;
    int done = 0;
    int total = 0; ///< 0: not known
    QString step; ///< what is being done
};

/// \a progress in less than \a columns characters, so that a terminal of that width does not break the line.
QString progressText(const Progress &progress, int columns);

/// The last line of a terminal, which is drawn anew while a run goes on; nothing where there is no terminal.
class ProgressLine {
public:
    explicit ProgressLine(const Streams &streams) : m_streams(streams) {}
    ~ProgressLine() { clear(); }

    void show(const Progress &progress);
    /// Makes room for a line that stays.
    void clear();

private:
    const Streams &m_streams;
    bool m_shown = false;
};

} // namespace pipeline::cli
