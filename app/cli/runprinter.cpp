// SPDX-License-Identifier: Apache-2.0
#include "runprinter.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

void RunPrinter::event(const events::Event &event)
{
    const std::scoped_lock lock(m_mutex);
    const QJsonObject &payload = event.payload;
    if (m_call.wantsJson())
        printJson(event.toJson());
    if (m_call.isQuiet())
        return;
    if (event.kind == "stage"_L1) {
        line(event, u"%1 %2"_s.arg(payload["stage"_L1].toString().toUpper(), payload["status"_L1].toString()));
    } else if (event.kind == "finding"_L1) {
        line(event, u"%1 %2:%3 %4 [%5]"_s.arg(payload["severidade"_L1].toString(), payload["path"_L1].toString())
                        .arg(payload["linha"_L1].toInt()).arg(payload["mensagem"_L1].toString(), payload["regra"_L1].toString()));
    } else if (event.kind == "check"_L1) {
        line(event, u"%1 %2: %3"_s.arg(payload["status"_L1].toString(), payload["nome"_L1].toString(), payload["detalhe"_L1].toString()));
    } else if (event.kind == "log"_L1 && (m_call.isVerbose() || payload["severity"_L1] != "info"_L1)) {
        line(event, u"%1 %2: %3"_s.arg(payload["severity"_L1].toString(), payload["source"_L1].toString(), payload["text"_L1].toString()));
    } else if (event.kind == "progress"_L1 && m_call.streams.errIsTerminal) {
        clearProgress();
        m_call.streams.err << QString(u"  %1 %2/%3 %4"_s.arg(payload["stage"_L1].toString().toUpper()).arg(payload["done"_L1].toInt())
                                          .arg(payload["total"_L1].toInt()).arg(payload["step"_L1].toString())).left(100);
        m_progressShown = true;
        m_call.streams.err.flush();
    }
}

void RunPrinter::outcome(const runner::Outcome &outcome)
{
    const std::scoped_lock lock(m_mutex);
    clearProgress();
    const bool ended = !outcome.result.isEmpty();
    if (m_call.wantsJson() && ended) {
        printJson({{u"event"_s, u"finished"_s}, {u"item"_s, outcome.item}, {u"resultado"_s, outcome.result}});
    } else if (ended) {
        const QString reason = outcome.result["motivo"_L1].toString();
        m_call.streams.out << "item " << outcome.item << ": " << outcome.result["status"_L1].toString()
                           << (reason.isEmpty() ? QString() : u" – "_s + reason) << '\n';
        m_call.streams.out.flush();
    }
    if (outcome.error)
        m_call.report(*outcome.error);
}

void RunPrinter::error(const Error &error)
{
    const std::scoped_lock lock(m_mutex);
    clearProgress();
    m_call.report(error);
}

void RunPrinter::note(const QString &text)
{
    const std::scoped_lock lock(m_mutex);
    clearProgress();
    m_call.streams.err << "prometheus-pipeline: " << text << '\n';
    m_call.streams.err.flush();
}

void RunPrinter::nothingToDo()
{
    if (m_call.isQuiet())
        return;
    note(u"There is nothing to do now"_s);
    const auto capabilities = m_call.app.capabilities(m_call.stop);
    const auto backlog = m_call.app.backlog();
    if (!capabilities || !backlog)
        return;
    const auto waiting = (*backlog)->unclaimable(*capabilities, m_call.stop);
    for (const contract::BacklogItem &item : waiting.value_or(QList<contract::BacklogItem>()))
        note(u"Item %1 (%2 %3, environment %4) waits for a runner that can do it; see doctor"_s.arg(item.id)
                 .arg(item.mode, item.releaseRef(), item.environment().isEmpty() ? u"default"_s : item.environment()));
}

void RunPrinter::line(const events::Event &event, const QString &text)
{
    clearProgress();
    m_call.streams.err << event.at.toLocalTime().toString(u"HH:mm:ss"_s) << " item " << event.item << "  " << text << '\n';
    m_call.streams.err.flush();
}

void RunPrinter::printJson(const QJsonObject &object)
{
    m_call.streams.out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << '\n';
    m_call.streams.out.flush();
}

void RunPrinter::clearProgress()
{
    if (m_progressShown)
        m_call.streams.err << "\r\x1b[K";
    m_progressShown = false;
}

} // namespace pipeline::cli
