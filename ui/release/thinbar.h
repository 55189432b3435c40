// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace pipeline::ui {

class Theme;

/// A thin bar of progress with a mark where it usually ends; the words stand beside it.
class ThinBar : public QWidget {
    Q_OBJECT

public:
    explicit ThinBar(const Theme &theme, QWidget *parent = nullptr);

    /// Of 0…1; a negative \a share means that nobody knows, a negative \a mark shows none.
    void set(double share, double mark, const QString &tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    double m_share = 0;
    double m_mark = -1;
    QString m_tone;
};

} // namespace pipeline::ui
