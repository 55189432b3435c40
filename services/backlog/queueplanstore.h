// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "queuereader.h"
#include "store/connection.h"

namespace pipeline::backlog {

/// A part of a where clause with its parameters.
struct Condition {
    QString sql;
    QVariantList parameters;

    void add(const QString &more, const QVariantList &values = {});
};

/// What a filter asks of the columns of queue_facet; its text is left aside.
Condition facetCondition(const QueueFilter &filter, const QString &defaultEnvironment);

/// How the rows of a filter are found in their order without reading those before.
///
/// The rows are cut into segments that follow one another in the order, each a range of one index: a rank, a facet or
/// everything. Since the number of rows of a segment is known from queue_facet, whole segments are jumped over.
class QueuePlan {
public:
    ///  fromStart: for ids() without an offset only, for which not everything has to be counted.
    static Result<QueuePlan> make(store::Connection &connection, const QueueFilter &filter, QueueSort sort,
                                  const QString &defaultEnvironment, bool fromStart);

    Result<QList<qint64>> ids(store::Connection &connection, const QueueWindow &window) const;
    Result<std::optional<qint64>> position(store::Connection &connection, qint64 item) const;

private:
    struct Segment {
        qint64 key = 0; ///< rank or facet
        qint64 all = 0; ///< rows that there are
        qint64 wanted = 0; ///< rows that the filter lets through; from the start: at most
    };

    /// Where an item stands in the order.
    struct Place {
        qsizetype segment = 0;
        Condition behind; ///< holds for the rows of its segment that come after it
        Condition before;
    };

    bool sortsByFacet() const;
    QString orderColumns(bool reversed) const;
    /// The table, and the condition on the rows of a segment.
    QString source(const Segment &segment, Condition &where) const;
    Result<QList<qint64>> idsOf(store::Connection &connection, const Segment &segment, const Condition &place,
                                qint64 offset, int limit, bool reversed) const;
    Result<QList<qint64>> idsFrom(store::Connection &connection, const Segment &segment, qint64 offset,
                                  int limit) const;
    Result<std::optional<Place>> place(store::Connection &connection, qint64 item) const;
    Result<bool> letsThrough(store::Connection &connection, qint64 item) const;

    QueueSort m_sort;
    Condition m_facets;
    std::optional<qint64> m_matches; ///< how many items the text is found in; they are in temp.queue_found
    QList<Segment> m_segments;
};

} // namespace pipeline::backlog
