// SPDX-License-Identifier: Apache-2.0
#include "environment.h"

using namespace Qt::StringLiterals;

namespace pipeline {

QUrl Environment::engineRest() const
{
    QUrl url = engine;
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    if (!path.endsWith("/engine-rest"_L1))
        path += "/engine-rest"_L1;
    url.setPath(path);
    return url;
}

} // namespace pipeline
