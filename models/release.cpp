// SPDX-License-Identifier: Apache-2.0
#include "release.h"

namespace pipeline {

QStringList Release::products() const
{
    QStringList products;
    for (const ReleaseFile &file : files) {
        if (!products.contains(file.product()))
            products << file.product();
    }
    return products;
}

QList<ReleaseFile> Release::filesOf(const QString &product) const
{
    QList<ReleaseFile> own;
    for (const ReleaseFile &file : files) {
        if (file.product() == product)
            own << file;
    }
    return own;
}

} // namespace pipeline
