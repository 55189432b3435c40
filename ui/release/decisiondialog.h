// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "releasedata.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace pipeline::ui {

class Button;
class Theme;

/// Asks once more before an approval or a rejection is recorded. Enter does not confirm.
class DecisionDialog : public QDialog {
    Q_OBJECT

public:
    enum class Kind { Approve, Reject };
    static constexpr int ShortestReason = 10;

    DecisionDialog(const Theme &theme, Kind kind, const ReleaseData &release, bool production, const QString &reason,
                   QWidget *parent);

    QString reason() const;
    Button *confirmButton() const { return m_confirm; }
    QPlainTextEdit *reasonField() const { return m_reason; }

private:
    void addFact(QGridLayout *grid, const QString &name, QWidget *value) const;
    void addWarnings(QVBoxLayout *column, const ReleaseData &release);
    void checkReason();

    const Theme &m_theme;
    const Kind m_kind;
    QPlainTextEdit *m_reason;
    QLabel *m_missing;
    Button *m_confirm;
};

} // namespace pipeline::ui
