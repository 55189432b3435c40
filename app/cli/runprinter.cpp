// SPDX-License-Identifier: Apache-2.0
#include "runprinter.h"

#include "models/timestamp.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

/// Why a result is bad, in a line: its `motivo`, else how much is in its lists.
QString causeOf(const QJsonObject &result)
{
    if (const QString reason = result["motivo"_L1].toString(); !reason.isEmpty())
        return reason;
    const QJsonObject stages = result["etapas"_L1].toObject();
    qsizetype failedChecks = 0;
    for (const QJsonValue check : stages["verify"_L1]["checks"_L1].toArray())
        failedChecks += check["status"_L1] == "failed"_L1 ? 1 : 0;
    const QList<QPair<QString, qsizetype>> counts{
        {u"VALIDATE: %1 to correct"_s, stages["validate"_L1]["erros"_L1].toArray().size()},
        {u"TEST: %1 failed"_s, stages["test"_L1]["falhou"_L1].toInt()},
        {u"VERIFY: %1 failed"_s, failedChecks}};
    QStringList parts;
    for (const auto &[text, count] : counts)
        if (count > 0)
            parts << text.arg(count);
    return parts.join("; "_L1);
}

/// ":12" after a path; nothing for a finding about a whole file.
QString lineOf(const QJsonObject &finding)
{
    const int line = finding["linha"_L1].toInt();
    return line > 0 ? u":%1"_s.arg(line) : QString();
}

} // namespace

void RunPrinter::event(const events::Event &event)
{
    const std::scoped_lock lock(m_mutex);
    if (m_call.wantsJson())
        printJson(event.toJson());
    if (m_call.isQuiet())
        return;
    const QJsonObject &payload = event.payload;
    if (event.kind == "progress"_L1) {
        m_progress.show({.item = event.item,
                         .stage = payload["stage"_L1].toString(),
                         .done = payload["done"_L1].toInt(),
                         .total = payload["total"_L1].toInt(),
                         .step = payload["step"_L1].toString()});
    } else if (const QString text = describe(event); !text.isEmpty()) {
        line(event, text);
    }
}

QString RunPrinter::describe(const events::Event &event) const
{
    const QJsonObject &payload = event.payload;
    const auto text = [&payload](QLatin1StringView key) { return payload[key].toString(); };
    if (event.kind == "stage"_L1)
        return u"%1 %2"_s.arg(text("stage"_L1).toUpper(), text("status"_L1));
    if (event.kind == "finding"_L1)
        return u"%1 %2%3 %4 [%5]"_s.arg(text("severidade"_L1), text("path"_L1), lineOf(payload), text("mensagem"_L1),
                                        text("regra"_L1));
    if (event.kind == "check"_L1)
        return u"%1 %2: %3"_s.arg(text("status"_L1), text("nome"_L1), text("detalhe"_L1));
    if (event.kind == "log"_L1 && (m_call.isVerbose() || text("severity"_L1) != "info"_L1))
        return u"%1 %2: %3"_s.arg(text("severity"_L1), text("source"_L1), text("text"_L1));
    return {};
}

void RunPrinter::outcome(const runner::Outcome &outcome)
{
    const std::scoped_lock lock(m_mutex);
    m_progress.clear();
    const bool ended = !outcome.result.isEmpty();
    const bool givenBack = !ended && outcome.error
        && (isTransient(outcome.error->code) || outcome.error->code == ErrorCode::Cancelled);
    if (m_call.wantsJson() && (ended || givenBack)) {
        QJsonObject event{{u"event"_s, ended ? u"finished"_s : u"postponed"_s},
                          {u"item"_s, outcome.item},
                          {u"at"_s, toTimestamp(QDateTime::currentDateTimeUtc())}};
        if (ended)
            event.insert("resultado"_L1, outcome.result);
        else
            event.insert("motivo"_L1, outcome.error->text());
        printJson(event);
    } else if (ended) {
        const QString cause = causeOf(outcome.result);
        m_call.streams.out << "item " << outcome.item << ": " << outcome.result["status"_L1].toString()
                           << (cause.isEmpty() ? QString() : u" – "_s + plain(cause)) << '\n';
        m_call.streams.out.flush();
    }
    if (outcome.error)
        m_call.report(*outcome.error);
    if (givenBack)
        m_call.note(u"Item %1 is pendente again; `backlog show %1` says from when on"_s.arg(outcome.item));
}

void RunPrinter::error(const Error &error)
{
    const std::scoped_lock lock(m_mutex);
    m_progress.clear();
    m_call.report(error);
}

void RunPrinter::note(const QString &text)
{
    const std::scoped_lock lock(m_mutex);
    m_progress.clear();
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
        note(u"Item %1 (%2 %3, environment %4) waits for a runner that can do it; see doctor"_s.arg(item.id).arg(
            item.mode, item.releaseRef(), item.environment().isEmpty() ? u"default"_s : item.environment()));
}

void RunPrinter::line(const events::Event &event, const QString &text)
{
    m_progress.clear();
    m_call.streams.err << event.at.toLocalTime().toString(u"HH:mm:ss"_s) << " item " << event.item << "  "
                       << plain(text) << '\n';
    m_call.streams.err.flush();
}

void RunPrinter::printJson(const QJsonObject &object)
{
    m_call.streams.out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << '\n';
    m_call.streams.out.flush();
}

} // namespace pipeline::cli
