// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/cells/celldelegates.h"

namespace pipeline::ui {

/// A name and how sure it is: authenticated, only declared, or not proven behind a break of the chain.
class WhoDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    int widthFor(const QString &name) const;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
};

/// The icon of an act and its sentence.
class WhatDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
};

/// The name of an environment, with the shield when it is production.
class EnvironmentDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
};

} // namespace pipeline::ui
