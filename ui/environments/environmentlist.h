// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/environment.h"

#include <QListView>

class QStandardItemModel;

namespace pipeline::ui {

class Theme;

/// The names of the environments, each with what its last connection test gave.
class EnvironmentList : public QListView {
    Q_OBJECT

public:
    enum Role { Production = Qt::UserRole + 1, Facts, Icon, Tone };

    EnvironmentList(const Theme &theme, QWidget *parent = nullptr);

    /// A \a fresh one stands at the end, under its own words.
    void setEnvironments(const QList<Environment> &environments, bool fresh);
    void setTested(const QString &name, int problems, qint64 milliseconds);

    /// The row that is chosen; the fresh one has no name yet.
    QString current() const;
    bool isFreshCurrent() const;
    void choose(const QString &name);
    void chooseFresh();

signals:
    void chosen();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    struct Tested {
        int problems = 0;
        qint64 milliseconds = 0;
    };

    void describe(int row);

    QStandardItemModel *m_entries;
    QHash<QString, Tested> m_tested;
    bool m_fresh = false;
    bool m_quiet = false;
};

} // namespace pipeline::ui
