// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logmodel.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace pipeline::ui {

class Chip;
class SearchField;
class Theme;

/// The log of a run with search and severities; it follows the end until somebody scrolls up.
class LogView : public QWidget {
    Q_OBJECT

public:
    explicit LogView(const Theme &theme, QWidget *parent = nullptr);

    void clear();
    void append(const QList<LogLine> &lines);
    void focusSearch();
    void followEnd();

    bool isFollowing() const { return m_following; }
    LogModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyFilter();
    void setFollowing(bool on);
    void showCount();
    void fitTime();
    void placePill();
    void copyLines() const;

    const Theme &m_theme;
    LogModel *m_model;
    SearchField *m_search;
    QList<Chip *> m_chips; ///< info, warning, error
    QLabel *m_count;
    QTableView *m_table;
    Chip *m_follow;
    bool m_following = true;
    bool m_moving = false; ///< the view scrolls by itself
};

} // namespace pipeline::ui
