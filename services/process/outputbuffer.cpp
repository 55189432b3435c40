// SPDX-License-Identifier: Apache-2.0
#include "outputbuffer.h"

namespace pipeline::process {

namespace {

constexpr qsizetype longestLine = 16 * 1024;

bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// The largest size up to \a size that does not end within a character; \a size when the bytes are no UTF-8.
qsizetype characterBoundary(const QByteArray &bytes, qsizetype size)
{
    for (qsizetype end = size; end > 0 && end > size - 4; --end)
        if (end == bytes.size() || !continuesCharacter(bytes[end]))
            return end;
    return size;
}

} // namespace

OutputBuffer::OutputBuffer(qsizetype limit, LineHandler onLine) : m_half(limit / 2), m_onLine(std::move(onLine)) {}

void OutputBuffer::append(const QByteArray &data)
{
    keep(data);
    if (m_onLine)
        cutLines(data);
}

void OutputBuffer::keep(const QByteArray &data)
{
    const qsizetype toHead = qMin(m_half - m_head.size(), data.size());
    m_head.append(data.first(toHead));
    m_tail.append(data.sliced(toHead));
    // Moving memory once per half rather than once per chunk.
    if (m_tail.size() > 2 * m_half) {
        const qsizetype surplus = m_tail.size() - m_half;
        m_tail.remove(0, surplus);
        m_leftOut += surplus;
    }
}

void OutputBuffer::cutLines(const QByteArray &data)
{
    m_line.append(data);
    qsizetype begin = 0;
    while (begin < m_line.size()) {
        qsizetype end = m_line.indexOf('\n', begin);
        qsizetype next = end + 1;
        if (end < 0 || end - begin > longestLine) {
            if (m_line.size() - begin <= longestLine)
                break;
            end = next = characterBoundary(m_line, begin + longestLine);
        } else if (end > begin && m_line[end - 1] == '\r') {
            --end;
        }
        m_onLine(m_line.sliced(begin, end - begin));
        begin = next;
    }
    m_line.remove(0, begin);
}

void OutputBuffer::finish()
{
    if (!m_line.isEmpty())
        m_onLine(std::exchange(m_line, {}));
}

QByteArray OutputBuffer::content() const
{
    if (!isTruncated())
        return m_head + m_tail;
    const QByteArray head = m_head.first(characterBoundary(m_head + m_tail.first(1), m_head.size()));
    QByteArray tail = m_tail.last(m_half);
    qsizetype skipped = 0;
    while (skipped < 3 && skipped < tail.size() && continuesCharacter(tail[skipped]))
        ++skipped;
    tail = tail.sliced(skipped);
    const qsizetype missing = m_leftOut + (m_head.size() - head.size()) + (m_tail.size() - tail.size());
    return head + "\n[... " + QByteArray::number(missing) + " bytes left out ...]\n" + tail;
}

} // namespace pipeline::process
