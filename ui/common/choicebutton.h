// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace pipeline::ui {

class Theme;

/// A list of a filter bar: "Product: any", or the one value that it is narrowed to.
class ChoiceButton : public QToolButton {
    Q_OBJECT

public:
    ChoiceButton(const Theme &theme, QString name, QWidget *parent = nullptr);

    void setChoices(const QStringList &values);

    QString value() const { return m_value; } ///< empty for any
    void setValue(const QString &value);

    QSize sizeHint() const override;

signals:
    /// By a person, not by setValue().
    void chosen();

private:
    void fill();

    const QString m_name;
    QStringList m_values;
    QString m_value;
};

} // namespace pipeline::ui
