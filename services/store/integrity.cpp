// SPDX-License-Identifier: Apache-2.0
#include "integrity.h"

#include "migrations.h"

using namespace Qt::StringLiterals;

namespace pipeline::store {

Result<Integrity> checkIntegrity(Database &database, std::stop_token stop)
{
    return database.read(
        [name = database.fileName()](Connection &connection) -> Result<Integrity> {
            const auto version = schemaVersion(connection, name);
            const auto pages = connection.query(u"pragma integrity_check(10)"_s);
            const auto references = connection.query(u"pragma foreign_key_check"_s);
            if (!version || !pages || !references)
                return fail(!version ? version.error() : !pages ? pages.error() : references.error());
            Integrity integrity{.schema = *version, .problems = {}};
            for (const Row &row : *pages)
                if (const QString words = row.first().toString(); words != "ok"_L1)
                    integrity.problems << words;
            for (const Row &row : *references)
                integrity.problems << u"row %1 of %2 refers to a row of %3 that is not there"_s.arg(
                    row[1].toString(), row[0].toString(), row[2].toString());
            return integrity;
        },
        stop);
}

} // namespace pipeline::store
