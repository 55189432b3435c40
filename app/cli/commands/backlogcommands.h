// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

/// `backlog add`: inserts one item.
class BacklogAddCommand : public Command {
public:
    QString name() const override { return QStringLiteral("backlog add"); }
    QString summary() const override { return QStringLiteral("Insert one item, read as JSON"); }
    QString help() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(Call &call) override;
};

/// `backlog list`: shows items, the newest first.
class BacklogListCommand : public Command {
public:
    QString name() const override { return QStringLiteral("backlog list"); }
    QString summary() const override { return QStringLiteral("List items, the newest first"); }
    void declare(QCommandLineParser &parser) const override;
    int run(Call &call) override;
};

/// `backlog show`: shows one item whole.
class BacklogShowCommand : public Command {
public:
    QString name() const override { return QStringLiteral("backlog show"); }
    QString summary() const override { return QStringLiteral("Show one item whole"); }
    void declare(QCommandLineParser &parser) const override;
    int run(Call &call) override;
};

/// `backlog retry`: makes a failed or cancelled item pending again.
class BacklogRetryCommand : public Command {
public:
    QString name() const override { return QStringLiteral("backlog retry"); }
    QString summary() const override { return QStringLiteral("Make a failed or cancelled item pending again"); }
    void declare(QCommandLineParser &parser) const override;
    int run(Call &call) override;
};

/// `backlog cancel`: ends a pending item, asks the runner of a running one to stop.
class BacklogCancelCommand : public Command {
public:
    QString name() const override { return QStringLiteral("backlog cancel"); }
    QString summary() const override { return QStringLiteral("Cancel a pending or running item"); }
    void declare(QCommandLineParser &parser) const override;
    int run(Call &call) override;
};

} // namespace pipeline::cli
