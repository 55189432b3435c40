// SPDX-License-Identifier: Apache-2.0
#include "foureyes.h"

using namespace Qt::StringLiterals;

namespace pipeline::approval {

QString fourEyesProblem(const QString &approver, const Preparers &preparers, const QMap<QString, QStringList> &people)
{
    // A person may be known by a login on one side and by an address on the other.
    const auto names = [&people](const QString &name) {
        QStringList all{name};
        for (auto entry = people.cbegin(); entry != people.cend(); ++entry) {
            QStringList same = entry.value();
            same << entry.key();
            if (same.contains(name, Qt::CaseInsensitive))
                all += same;
        }
        return all;
    };
    const QStringList own = names(approver);
    const auto isSame = [&own](const QString &name) { return own.contains(name, Qt::CaseInsensitive); };

    if (!preparers.creator.isEmpty()) {
        for (const QString &name : names(preparers.creator)) {
            if (isSame(name))
                return u"%1 requested the validation of this release"_s.arg(approver);
        }
    }
    for (const QString &author : preparers.authors) {
        if (isSame(author))
            return u"%1 is an author of the pinned commits (%2)"_s.arg(approver, author);
    }
    return {};
}

} // namespace pipeline::approval
