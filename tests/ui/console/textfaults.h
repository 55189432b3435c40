// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace pipeline::tests {

enum class Elision {
    ByDesign, ///< only of what may have any length
    WithTooltip ///< of everything whose tooltip says the rest
};

/// The texts on \a root that cannot be read in full, one sentence each; \a page says where that is.
QStringList textFaults(const QString &page, QWidget *root, Elision allowed);

} // namespace pipeline::tests
