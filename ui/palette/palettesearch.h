// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/releasehistory.h"
#include "ui/common/background.h"

#include <QObject>

namespace pipeline::ui {

class Session;

/// Releases, items and files that answer what was typed, read in the background.
class PaletteSearch : public QObject {
    Q_OBJECT

public:
    PaletteSearch(Session &session, QObject *parent) : QObject(parent), m_session(session) {}

    /// Words that say "release" are no part of its name.
    void findReleases(const QString &typed);
    void findItems(const QString &typed);
    void findFiles(const QString &typed);
    void cancel() { m_task = {}; }

signals:
    void releasesFound(const QList<pipeline::backlog::ReleaseRow> &releases);
    void itemsFound(const QList<pipeline::backlog::QueueRow> &items);
    void filesFound(const QList<pipeline::backlog::ReleaseFile> &files);

private:
    template<class Row, class Read>
    void find(Read read, void (PaletteSearch::*found)(const QList<Row> &rows));

    Session &m_session;
    Task m_task;
};

} // namespace pipeline::ui
