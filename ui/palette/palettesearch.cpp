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

template<class Row, class Read>
void PaletteSearch::find(Read read, void (PaletteSearch::*found)(const QList<Row> &rows))
{
    const auto services = m_session.services();
    if (!services)
        return;
    m_task = inBackground(
        this,
        [services, read = std::move(read), environment = m_session.configuration().defaultEnvironment](
            std::stop_token stop) { return read(services->database, environment, stop); },
        [this, found](const Result<QList<Row>> &rows) { emit(this->*found)(rows.value_or(QList<Row>())); });
}

void PaletteSearch::findReleases(const QString &typed)
{
    find(
        [text = withoutKind(typed, tr("Release"))](auto &database, const QString &environment, std::stop_token stop) {
            return backlog::ReleaseHistory(database, environment)
                .rows({.text = text}, {.limit = MostReleases}, {}, stop);
        },
        &PaletteSearch::releasesFound);
}

void PaletteSearch::findItems(const QString &typed)
{
    find(
        [typed](auto &database, const QString &environment, std::stop_token stop) {
            return backlog::QueueReader(database, environment)
                .rows({.text = typed}, {.order = backlog::QueueOrder::Created, .descending = true},
                      {.limit = MostItems}, stop);
        },
        &PaletteSearch::itemsFound);
}

void PaletteSearch::findFiles(const QString &typed)
{
    find(
        [typed](auto &database, const QString &environment, std::stop_token stop) {
            return backlog::ReleaseHistory(database, environment).files(typed, MostFiles, stop);
        },
        &PaletteSearch::filesFound);
}

} // namespace pipeline::ui
