// SPDX-License-Identifier: Apache-2.0
#include "blobs.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace pipeline::repository {

namespace {

/// Reads what `git cat-file --batch` writes: for each object a line "<id> blob <size>", its bytes, and a line end.
class BatchReader {
public:
    BatchReader(const QList<TreeEntry> &entries, const BlobReceiver &receive) : m_entries(entries), m_receive(receive)
    {}

    Result<void> append(const QByteArray &data)
    {
        qsizetype at = 0;
        while (at < data.size()) {
            const Result<qsizetype> taken = m_inBlob ? takeBytes(data, at) : takeHeader(data, at);
            if (!taken)
                return fail(taken.error());
            at += *taken;
        }
        return {};
    }

    bool isComplete() const { return m_index == m_entries.size(); }

private:
    Result<qsizetype> takeHeader(const QByteArray &data, qsizetype from)
    {
        const qsizetype end = data.indexOf('\n', from);
        m_header += data.mid(from, end < 0 ? -1 : end - from);
        if (end < 0)
            return data.size() - from;
        if (m_header.isEmpty() && m_index > 0) // the line end after the blob before
            return end + 1 - from;
        const QByteArray header = std::exchange(m_header, {});
        if (m_index >= m_entries.size())
            return fail(ErrorCode::Internal, u"git delivered more than it was asked for"_s);
        const TreeEntry &entry = m_entries[m_index];
        if (header != entry.object.toLatin1() + " blob " + QByteArray::number(entry.size))
            return fail(damaged(QString::fromUtf8(header)));
        m_left = entry.size;
        m_inBlob = true;
        m_hash.reset();
        m_hash.addData("blob " + QByteArray::number(entry.size));
        m_hash.addData(QByteArrayView("\0", 1));
        // An empty blob is at its end before any byte comes.
        return m_left > 0 ? Result<qsizetype>(end + 1 - from) : deliver({}).transform([&] { return end + 1 - from; });
    }

    Result<qsizetype> takeBytes(const QByteArray &data, qsizetype from)
    {
        const QByteArray piece = data.mid(from, qMin<qint64>(m_left, data.size() - from));
        m_left -= piece.size();
        return deliver(piece).transform([&] { return piece.size(); });
    }

    Result<void> deliver(const QByteArray &piece)
    {
        m_hash.addData(piece);
        const qsizetype index = m_index;
        const bool isLast = m_left == 0;
        if (isLast) {
            m_inBlob = false;
            if (m_hash.result().toHex() != m_entries[index].object.toLatin1())
                return fail(damaged(u"its bytes do not match its object id"_s));
            ++m_index;
        }
        return m_receive(index, piece, isLast);
    }

    Error damaged(const QString &why) const
    {
        return {ErrorCode::Corrupt,
                u"%1 could not be read from the local copy of its repository"_s.arg(m_entries[m_index].path), why,
                u"Remove the copy; it will be fetched again"_s};
    }

    const QList<TreeEntry> &m_entries;
    const BlobReceiver &m_receive;
    qsizetype m_index = 0;
    bool m_inBlob = false;
    qint64 m_left = 0;
    QByteArray m_header;
    QCryptographicHash m_hash{QCryptographicHash::Sha1};
};

} // namespace

Result<void> streamBlobs(const Git &git, const QList<TreeEntry> &entries, const BlobReceiver &receive,
                         std::stop_token stop)
{
    QByteArray wanted;
    for (const TreeEntry &entry : entries) {
        if (entry.kind == EntryKind::Submodule)
            return fail(ErrorCode::Refused, u"%1 is a submodule"_s.arg(entry.path),
                        u"its bytes are in another repository"_s);
        wanted += entry.object.toLatin1() + '\n';
    }
    if (entries.isEmpty())
        return {};

    std::stop_source ended; // by the caller, or by an error of the receiver
    const std::stop_callback forward(stop, [&ended] { ended.request_stop(); });
    BatchReader reader(entries, receive);
    Result<void> received;
    const GitCall call{.purpose = u"Files could not be read from the local copy of their repository"_s,
                       .arguments = {u"cat-file"_s, u"--batch"_s},
                       .input = wanted,
                       .timeLimit = std::chrono::minutes(10),
                       .onOutput = [&](const QByteArray &data) {
                           if (received)
                               received = reader.append(data);
                           if (!received)
                               ended.request_stop();
                       }};
    const Result<QByteArray> done = git.output(call, ended.get_token());
    if (!received)
        return received;
    if (!done)
        return fail(done.error());
    if (!reader.isComplete())
        return fail(ErrorCode::Corrupt, call.purpose, u"git stopped before the last one"_s);
    return {};
}

} // namespace pipeline::repository
