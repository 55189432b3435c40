// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "releasedata.h"

#include <QUrl>
#include <QWidget>

class QLabel;
class QToolButton;

namespace pipeline::ui {

class Badge;
class Button;
class EnvironmentMark;
class Theme;

/// Where a release stands, at the head of its page: breadcrumb, name, state, where it goes, and the facts.
class ReleaseHeader : public QWidget {
    Q_OBJECT

public:
    explicit ReleaseHeader(const Theme &theme, QWidget *parent = nullptr);

    void showName(const QString &releaseRef);

    /// \a production marks the environment; \a cockpit is empty when there is none to open.
    void set(const ReleaseData &release, bool production, const QUrl &cockpit);

    QToolButton *menuButton() const { return m_more; }

signals:
    void releasesRequested();

private:
    static QString facts(const ReleaseData &release);

    Button *m_releases;
    QLabel *m_sprint;
    QLabel *m_name;
    Badge *m_badge;
    QLabel *m_arrow;
    EnvironmentMark *m_mark;
    QLabel *m_facts;
    Button *m_cockpit;
    QToolButton *m_more;
    QUrl m_cockpitUrl;
};

} // namespace pipeline::ui
