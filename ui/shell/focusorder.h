// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QWidget;

namespace pipeline::ui {

/// What Tab reaches in \a root, as its layouts place it: rows from the start of the line, panes one after the other.
/// Qt's own order is that in which widgets were made, which is another where they come and go.
QList<QWidget *> focusOrder(QWidget *root);

} // namespace pipeline::ui
