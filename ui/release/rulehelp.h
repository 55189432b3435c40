// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/finding.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace pipeline::ui {

class Badge;
class Theme;

/// The parts of a rule's page in resources/help/rules.
struct RuleText {
    QString title;
    QString why;
    QString fix;
    QString example;
};

/// Empty for a rule without a page, such as those of ESLint and of the engine.
RuleText ruleText(const QString &rule);

/// What a finding means: whether it blocks the approval, why it matters, how to mend it.
class RuleHelp : public QScrollArea {
    Q_OBJECT

public:
    explicit RuleHelp(const Theme &theme, QWidget *parent = nullptr);

    void set(const Finding &finding);
    QString text() const;

private:
    struct Part {
        QLabel *caption;
        QLabel *text;
    };
    Part addPart(QVBoxLayout *column, const QString &caption);
    static void show(const Part &part, const QString &text);

    const Theme &m_theme;
    Badge *m_badge;
    QLabel *m_rule;
    QLabel *m_blocks;
    QLabel *m_title;
    QLabel *m_place;
    Part m_message;
    Part m_why;
    Part m_fix;
    Part m_example;
};

} // namespace pipeline::ui
