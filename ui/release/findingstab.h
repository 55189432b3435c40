// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "releasedata.h"

#include "ui/code/highlighter.h"

#include <QModelIndex>
#include <QWidget>

class QStackedLayout;
class QStandardItemModel;
class QTreeView;

namespace pipeline::ui {

class Button;
class Chip;
class RuleHelp;
class Session;
class SourcePane;
class StatePage;
class Theme;

/// What VALIDATE found, by file, in the source, and explained.
class FindingsTab : public QWidget {
    Q_OBJECT

public:
    FindingsTab(Session &session, const Theme &theme, const std::shared_ptr<Highlighter> &highlighter,
                QWidget *parent = nullptr);

    void set(const ReleaseData &release);

    /// F8 and Shift+F8.
    void move(int by);
    void focusSearch();

    /// All findings as text for whoever prepared the release.
    QString textForProducer() const;

    QTreeView *list() const { return m_list; }
    SourcePane *source() const { return m_source; }
    RuleHelp *help() const { return m_help; }
    const QList<Chip *> &chips() const { return m_chips; }

private:
    void fill();
    void showSelected();
    void selectAtCursor();
    QModelIndexList all() const;
    QString words(int errors, int warnings, int notes) const;

    QList<Chip *> m_chips; ///< error, warning, info
    QTreeView *m_list;
    QStandardItemModel *m_model;
    SourcePane *m_source;
    RuleHelp *m_help;
    Button *m_copy;
    QStackedLayout *m_stack;
    StatePage *m_state;
    ReleaseData m_release;
    bool m_following = false; ///< the selection comes from the source
};

} // namespace pipeline::ui
