// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QMenu;

namespace pipeline::ui {

class Theme;

/// Which keys do what: those of \a menus, of every page, and those that tables and fields share.
class ShortcutList : public QDialog {
    Q_OBJECT

public:
    ShortcutList(const QList<QMenu *> &menus, const Theme &theme, QWidget *parent);
};

} // namespace pipeline::ui
