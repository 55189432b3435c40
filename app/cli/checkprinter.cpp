// SPDX-License-Identifier: Apache-2.0
#include "checkprinter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

using contract::CheckStatus;

struct Look {
    QString word;
    QLatin1StringView colour; ///< of ANSI
};

Look lookOf(CheckStatus status)
{
    switch (status) {
    case CheckStatus::Success:
        return {u"ok"_s, "32"_L1};
    case CheckStatus::Failed:
        return {u"failed"_s, "1;31"_L1};
    case CheckStatus::Unknown:
        return {u"unknown"_s, "33"_L1};
    case CheckStatus::Skipped:
        return {u"skipped"_s, "2"_L1};
    }
    return {};
}

} // namespace

void CheckPrinter::add(const diagnosis::Diagnosis &diagnosis)
{
    m_diagnoses << diagnosis;
    if (m_call.wantsJson())
        return;
    const contract::Check &check = diagnosis.check;
    const Look look = lookOf(check.status);
    QTextStream &out = m_call.streams.out;
    QString word = look.word.leftJustified(8);
    if (m_call.streams.outIsTerminal)
        word = u"\x1b[%1m%2\x1b[0m"_s.arg(look.colour, word);
    out << QString(word + u' ' + check.name.leftJustified(22) + u' ' + plain(check.detail)).trimmed() << '\n';
    if (!diagnosis.hint.isEmpty())
        out << QString(9, u' ') << "next: " << plain(diagnosis.hint) << '\n';
    out.flush();
}

void CheckPrinter::add(const QList<diagnosis::Diagnosis> &diagnoses)
{
    for (const diagnosis::Diagnosis &diagnosis : diagnoses)
        add(diagnosis);
}

int CheckPrinter::finish(QJsonObject document) const
{
    if (m_call.wantsJson()) {
        QJsonArray checks;
        for (const diagnosis::Diagnosis &diagnosis : m_diagnoses)
            checks << diagnosis.toJson();
        document.insert("checks"_L1, checks);
        m_call.print(document);
    }
    return m_call.stop.stop_requested() ? exitCode(ErrorCode::Cancelled) : diagnosis::exitCode(m_diagnoses);
}

} // namespace pipeline::cli
