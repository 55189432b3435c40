// SPDX-License-Identifier: Apache-2.0
#include "journalacts.h"

#include "explanationdialog.h"
#include "journalexport.h"

#include "ui/session/session.h"

#include <QFileDialog>

#include <algorithm>

using namespace Qt::StringLiterals;
using pipeline::audit::Journal;

namespace pipeline::ui {

JournalActs::JournalActs(Session &session, const Theme &theme, QWidget *window)
    : QObject(window), m_session(session), m_theme(theme), m_window(window)
{}

void JournalActs::askForFile(const QString &title, const QString &proposal, const QString &filters,
                             std::function<void(const QString &)> then)
{
    auto *dialog = new QFileDialog(m_window, title, proposal, filters);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(proposal.section(u'.', -1));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("*.json"_L1) ? u"json"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, std::move(then));
    dialog->open();
}

void JournalActs::askForExport(const audit::Filter &filter)
{
    askForFile(tr("Export the journal"), u"journal.csv"_s, tr("CSV for spreadsheets (*.csv);;JSON, exact (*.json)"),
               [this, filter](const QString &fileName) { exportTo(fileName, filter); });
}

void JournalActs::exportTo(const QString &fileName, const audit::Filter &filter)
{
    const auto services = m_session.services();
    if (!services)
        return;
    m_exportTask = inBackground(
        this,
        [services, fileName, filter, actor = m_session.actor()](std::stop_token stop) {
            return exportJournal(services->database, filter, fileName, actor, stop);
        },
        [this, fileName](const Result<qint64> &entries) { noteExport(entries, fileName); });
}

void JournalActs::askForProof(const audit::Verdict &verdict)
{
    askForFile(tr("Export the proof of the break"), u"journal-proof.json"_s, tr("JSON (*.json)"),
               [this, verdict](const QString &fileName) {
                   const auto services = m_session.services();
                   if (!services)
                       return;
                   m_exportTask = inBackground(
                       this,
                       [services, fileName, verdict, actor = m_session.actor()](std::stop_token stop) {
                           return exportProof(services->database, verdict, fileName, actor, stop);
                       },
                       [this, fileName](const Result<qint64> &entries) { noteExport(entries, fileName); });
               });
}

void JournalActs::noteExport(const Result<qint64> &entries, const QString &fileName)
{
    if (entries)
        emit noticeRaised(u"okay"_s, tr("%n entries exported", nullptr, int(*entries)), fileName);
    else
        emit noticeRaised(u"fail"_s, tr("The export was not written"), entries.error().text());
}

void JournalActs::askForExplanation(qint64 entry)
{
    auto *dialog = new ExplanationDialog(m_theme, entry, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, entry] {
        const auto services = m_session.services();
        if (!services)
            return;
        m_explanationTask = inBackground(
            this,
            [services, entry, text = dialog->text(), actor = m_session.actor()](std::stop_token stop) {
                return Journal(services->database)
                    .record(actor,
                            {.what = u"journal.explained"_s, .details = {{u"entrada"_s, entry}, {u"motivo"_s, text}}},
                            stop);
            },
            [this, entry](const Result<audit::Entry> &recorded) {
                if (!recorded)
                    emit noticeRaised(u"fail"_s, tr("The explanation was not recorded"), recorded.error().text());
                readExplanation(entry);
            });
    });
    dialog->open();
}

void JournalActs::readExplanation(qint64 entry)
{
    const auto services = m_session.services();
    if (!services)
        return;
    m_explanationTask = inBackground(
        this,
        [services](std::stop_token stop) {
            return Journal(services->database)
                .list({.text = u"journal.explained"_s, .kinds = {audit::Kind::Settings}}, stop);
        },
        [this, entry](const Result<QList<audit::Entry>> &entries) {
            const bool explained = entries && std::ranges::any_of(*entries, [&](const audit::Entry &each) {
                                       return each.act.details["entrada"_L1].toInteger() == entry;
                                   });
            emit explanationRead(entry, explained);
        });
}

} // namespace pipeline::ui
