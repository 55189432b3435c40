// SPDX-License-Identifier: Apache-2.0
#include "palettesearch.h"

#include "ui/session/session.h"

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {
constexpr int MostReleases = 6;
constexpr int MostItems = 12;
constexpr int MostFiles = 12;

QString withoutKind(const QString &typed, const QString &kind)
{
    QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    if (words.size() > 1)
        words.removeIf([&](const QString &word) { return kind.startsWith(word, Qt::CaseInsensitive); });
    return words.join(u' ');
}

} // namespace

void PaletteSearch::findReleases(const QString &typed)
{
    const auto services = m_session.services();
    if (!services)
        return;
    m_task = inBackground(
        this,
        [services, text = withoutKind(typed, tr("Release")),
         environment = m_session.configuration().defaultEnvironment](std::stop_token stop) {
            return backlog::ReleaseHistory(services->database, environment)
                .rows({.text = text}, {.limit = MostReleases}, {}, stop);
        },
        [this](const Result<QList<backlog::ReleaseRow>> &rows) {
            emit releasesFound(rows.value_or(QList<backlog::ReleaseRow>()));
        });
}

void PaletteSearch::findItems(const QString &typed)
{
    const auto services = m_session.services();
    if (!services)
        return;
    m_task = inBackground(
        this,
        [services, typed, environment = m_session.configuration().defaultEnvironment](std::stop_token stop) {
            return backlog::QueueReader(services->database, environment)
                .rows({.text = typed}, {.order = backlog::QueueOrder::Created, .descending = true},
                      {.limit = MostItems}, stop);
        },
        [this](const Result<QList<backlog::QueueRow>> &rows) {
            emit itemsFound(rows.value_or(QList<backlog::QueueRow>()));
        });
}

void PaletteSearch::findFiles(const QString &typed)
{
    const auto services = m_session.services();
    if (!services)
        return;
    m_task = inBackground(
        this,
        [services, typed, environment = m_session.configuration().defaultEnvironment](std::stop_token stop) {
            return backlog::ReleaseHistory(services->database, environment).files(typed, MostFiles, stop);
        },
        [this](const Result<QList<backlog::ReleaseFile>> &files) {
            emit filesFound(files.value_or(QList<backlog::ReleaseFile>()));
        });
}

} // namespace pipeline::ui
