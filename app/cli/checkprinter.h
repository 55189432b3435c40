// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.h"

#include "diagnosis/diagnosis.h"

namespace pipeline::cli {

/// Prints checks: as text each when it is made, as JSON all at the end.
class CheckPrinter {
public:
    explicit CheckPrinter(const Call &call) : m_call(call) {}

    void add(const diagnosis::Diagnosis &diagnosis);
    void add(const QList<diagnosis::Diagnosis> &diagnoses);

    /// Prints \a document with the `checks`; gives the exit code that they come to.
    int finish(QJsonObject document = {}) const;

private:
    const Call &m_call;
    QList<diagnosis::Diagnosis> m_diagnoses;
};

} // namespace pipeline::cli
