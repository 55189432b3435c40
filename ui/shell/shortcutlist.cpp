// SPDX-License-Identifier: Apache-2.0
#include "shortcutlist.h"

#include "ui/common/button.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QMenu>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

QString withoutMnemonic(const QString &text)
{
    return QString(text).remove(u'&');
}

QString keyText(const QString &portable)
{
    return QKeySequence(portable, QKeySequence::PortableText).toString(QKeySequence::NativeText);
}

} // namespace

ShortcutList::ShortcutList(const QList<QMenu *> &menus, const Theme &theme, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *tree = new QTreeWidget(this);
    tree->setAccessibleName(windowTitle());
    tree->setHeaderLabels({tr("What"), tr("Keys")});
    tree->setRootIsDecorated(false);
    tree->setIndentation(theme.size(u"space.l"_s));
    tree->setTabKeyNavigation(false);

    const auto add = [](QTreeWidgetItem *group, const QString &what, const QString &keys) {
        new QTreeWidgetItem(group, {what, keys});
    };
    for (const QMenu *menu : menus) {
        auto *group = new QTreeWidgetItem(tree, {withoutMnemonic(menu->title())});
        QStringList told; // pages name the same act alike
        for (const QAction *action : menu->actions()) {
            const QString keys = action->shortcut().toString(QKeySequence::NativeText);
            const QString what = withoutMnemonic(action->text());
            if (keys.isEmpty() || told.contains(what + keys))
                continue;
            told << what + keys;
            add(group, what, keys);
        }
        if (group->childCount() == 0)
            delete group;
    }
    auto *everywhere = new QTreeWidgetItem(tree, {tr("In tables, trees and fields")});
    add(everywhere, tr("Open the selected row"), keyText(u"Return"_s));
    add(everywhere, tr("Copy the selected row"), keyText(u"Ctrl+C"_s));
    add(everywhere, tr("Fold or unfold a group, switch a chip"), keyText(u"Space"_s));
    add(everywhere, tr("Sort the queue by a column"), keyText(u"Ctrl+Shift+1"_s) + u" … 9"_s);
    add(everywhere, tr("Close what popped up, then clear the search, then leave the pane"), keyText(u"Esc"_s));
    add(everywhere, tr("Test the connection of an environment"), keyText(u"Ctrl+T"_s));
    add(everywhere, tr("Save an environment"), keyText(u"Ctrl+S"_s));
    for (int i = 0; i < tree->topLevelItemCount(); ++i) {
        tree->topLevelItem(i)->setFirstColumnSpanned(true);
        tree->topLevelItem(i)->setFont(0, theme.font(TextStyle::Base, QFont::DemiBold));
    }
    tree->expandAll();
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->setCurrentItem(tree->topLevelItem(0));

    auto *close = new Button(theme, tr("Close"), Button::Kind::Normal, this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(theme.size(u"space.m"_s));
    column->addWidget(tree, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(theme.size(u"panels.palette"_s), 18 * theme.height(u"size.rowTable"_s));
}

} // namespace pipeline::ui
