// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/note.h"

namespace pipeline::ui {

class Session;

/// There while the backlog does not answer: what is seen, and when it is asked again.
class OfflineNote : public Note {
    Q_OBJECT

public:
    /// \a consequence is a sentence about what waits for the backlog.
    OfflineNote(Session &session, const Theme &theme, QString consequence, QWidget *parent);

private:
    void tell();

    Session &m_session;
    const QString m_consequence;
};

} // namespace pipeline::ui
