// SPDX-License-Identifier: Apache-2.0
#include "samplerepository.h"

#include "sample/samplefiles.h"
#include "support/outsidesql.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::tests {

SampleRepository::SampleRepository(const QString &folder, ConsoleFixture &console)
    : m_git(folder + u"/git"_s),
      m_mirror({u"artefatos"_s, m_git.remote(), u"main"_s, {}}, folder + u"/mirror.git"_s),
      m_reader(&m_mirror, &m_mirror)
{
    const auto open = console.backlog->list(
        {.types = {contract::type::ApproveRelease}, .states = {contract::ItemState::Pending}}, {});
    if (!open)
        qFatal("%s", qPrintable(open.error().text()));
    for (const contract::BacklogItem &item : *open) {
        for (const QJsonValue &value : item.context["artefatos"_L1].toArray()) {
            const auto files = sample::artefactFiles(
                {contract::ArtefactType::Bpmn, {}, value["path"_L1].toString(), {}});
            for (auto file = files->begin(); file != files->end(); ++file)
                m_git.write(file.key(), file.value());
        }
    }
    const QString commit = m_git.commit(u"sprint S028"_s);
    m_git.push();
    for (const contract::BacklogItem &item : *open)
        pin(item.id, commit, console);
}

void SampleRepository::pin(qint64 item, const QString &commit, ConsoleFixture &console)
{
    QJsonObject context = console.backlog->item(item, {})->context;
    QJsonArray artefacts = context["artefatos"_L1].toArray();
    for (QJsonValueRef value : artefacts) {
        QJsonObject artefact = value.toObject();
        artefact[u"sha"_s] = commit;
        value = artefact;
    }
    context[u"artefatos"_s] = artefacts;
    const auto read = m_reader.read(contract::artefactsFromJson(artefacts).value(), {});
    if (!read)
        qFatal("%s", qPrintable(read.error().text()));
    context[u"manifesto"_s] = read->release.manifest;
    QString text = QString::fromUtf8(QJsonDocument(context).toJson(QJsonDocument::Compact));
    const auto done = OutsideSql(console.databaseFile())
                          .run(u"update backlog set contexto = '%1', versao = versao + 1 where id = %2"_s
                                   .arg(text.replace(u'\'', "''"_L1))
                                   .arg(item));
    if (!done)
        qFatal("%s", qPrintable(done.error().text()));
}

Result<std::unique_ptr<approval::Approvals>> SampleRepository::approvals(ConsoleFixture &console)
{
    return std::make_unique<approval::Approvals>(*console.backlog, m_reader, console.configuration.people);
}

} // namespace pipeline::tests
