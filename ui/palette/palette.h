// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "palettemodel.h"

#include "backlog/releasehistory.h"

#include <QDialog>

class QAction;
class QLabel;
class QLineEdit;
class QListView;

namespace pipeline::ui {

class PaletteSearch;
class Session;
class Theme;

/// Finds releases, items, files and commands by a few letters. It opens what has to be decided and decides nothing
/// itself.
class Palette : public QDialog {
    Q_OBJECT

public:
    Palette(Session &session, const Theme &theme, const QList<QAction *> &commands, QWidget *parent);

    QLineEdit *field() const { return m_field; }
    const PaletteModel *model() const { return m_model; }

signals:
    void releaseRequested(const QString &releaseRef, qint64 item, const QString &tab);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeField();
    QWidget *makeFooter();
    void typed();
    void found();
    void move(int by);
    void moveToGroup(); ///< the first entry of the next one; from the last to the first
    void run();
    bool runByKey(QKeyCombination pressed); ///< the entry that shows this key
    void choose(int row);
    QList<PaletteEntry> commandEntries(const QString &typed) const;
    PaletteEntry releaseEntry(const backlog::ReleaseRow &release);
    PaletteEntry itemEntry(const backlog::QueueRow &item);
    PaletteEntry fileEntry(const backlog::ReleaseFile &file);
    QList<PaletteEntry> actionsOn(const QString &releaseRef);

    Session &m_session;
    const Theme &m_theme;
    const QList<QAction *> m_commands;
    PaletteModel *m_model;
    PaletteSearch *m_search;
    QLineEdit *m_field;
    QLabel *m_count;
    QListView *m_view;
    QString m_words; ///< what was typed, without its prefix
    QChar m_prefix;
    QList<PaletteEntry> m_found; ///< releases, or what the prefix says
    QString m_namedRelease; ///< the first that is named as was typed
};

} // namespace pipeline::ui
