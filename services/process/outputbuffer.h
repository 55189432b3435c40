// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <functional>

namespace pipeline::process {

/// Keeps the beginning and the end of a stream within a limit, and cuts the stream into lines as it arrives.
class OutputBuffer {
public:
    using LineHandler = std::function<void(const QByteArray &line)>;

    /// Keeps \a limit bytes. A line longer than 16 KiB is handed over in pieces.
    OutputBuffer(qsizetype limit, LineHandler onLine);

    void append(const QByteArray &data);

    /// Hands over a last line without end.
    void finish();

    bool isTruncated() const { return m_leftOut > 0 || m_tail.size() > m_half; }

    /// What was kept; when bytes are missing, both halves end between characters of UTF-8 and a line says how many.
    QByteArray content() const;

private:
    void keep(const QByteArray &data);
    void cutLines(const QByteArray &data);

    const qsizetype m_half;
    const LineHandler m_onLine;
    QByteArray m_head;
    QByteArray m_tail;
    qsizetype m_leftOut = 0;
    QByteArray m_line;
};

} // namespace pipeline::process
