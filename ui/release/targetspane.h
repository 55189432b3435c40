// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "whatruns.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace pipeline::ui {

class Note;
class Theme;

/// What runs in an environment after a deployment to it failed, target by target.
class TargetsPane : public QWidget {
    Q_OBJECT

public:
    explicit TargetsPane(const Theme &theme, QWidget *parent = nullptr);

    void set(const QString &environment, const QList<TargetNow> &targets);
    QString text() const; ///< a line for each target

private:
    void add(const TargetNow &target);

    const Theme &m_theme;
    QLabel *m_title;
    Note *m_mixed;
    QVBoxLayout *m_rows;
    QList<TargetNow> m_targets;
    QStringList m_lines;
};

} // namespace pipeline::ui
