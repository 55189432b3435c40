// SPDX-License-Identifier: Apache-2.0
#include "textfaults.h"

#include "ui/support/paintedtexts.h"

#include <QAbstractButton>
#include <QAbstractItemDelegate>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QStyle>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace pipeline::tests {

namespace {

/// Where a widget stands: its page's title and the classes above it.
QString placeOf(const QString &page, const QWidget *root, const QWidget *widget)
{
    QStringList chain;
    for (const QWidget *each = widget; each && each != root; each = each->parentWidget())
        chain.prepend(QString::fromLatin1(each->metaObject()->className()).section(u':', -1));
    return u"%1: %2"_s.arg(page, chain.join(u'/'));
}

QString describe(const QString &page, const QWidget *root, const QWidget *widget, const QString &text)
{
    return u"%1 “%2” has %3x%4, wants %5x%6"_s.arg(placeOf(page, root, widget), text)
        .arg(widget->width())
        .arg(widget->height())
        .arg(widget->sizeHint().width())
        .arg(widget->hasHeightForWidth() ? widget->heightForWidth(widget->width()) : widget->sizeHint().height());
}

bool isCut(const QLabel *label)
{
    // What is data of any length says the rest in its tooltip.
    if (label->text().isEmpty() || !label->toolTip().isEmpty())
        return false;
    if (label->wordWrap())
        return label->heightForWidth(label->width()) > label->height();
    return label->sizeHint().width() > label->width() || label->sizeHint().height() > label->height();
}

bool isCut(const QWidget *widget)
{
    return widget->sizeHint().width() > widget->width() || widget->sizeHint().height() > widget->height();
}

/// What is said below a line of code stands in full in the list of findings, too.
bool isMessageInCode(const ShortenedText &text)
{
    return text.widget->parentWidget() && text.widget->parentWidget()->inherits("pipeline::ui::CodeView");
}

/// What may have any length: names of files and tests, log lines, and what somebody gave as a reason.
bool mayBeElided(const ShortenedText &text)
{
    if (text.widget->inherits("pipeline::ui::ElidedLabel"))
        return true;
    const auto *view = qobject_cast<const QAbstractItemView *>(text.widget->parentWidget());
    const QAbstractItemDelegate *delegate = view ? view->itemDelegateForIndex(text.index) : nullptr;
    if (!delegate)
        return false;
    if (delegate->inherits("pipeline::ui::WhatDelegate"))
        return text.text.contains(u'“');
    return delegate->inherits("pipeline::ui::TreeDelegate") || delegate->inherits("pipeline::ui::CoverageDelegate")
        || delegate->inherits("pipeline::ui::LogDelegate");
}

/// Of widgets that say how much room they want.
QStringList tightWidgets(const QString &page, const QWidget *root)
{
    QStringList found;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            if (isCut(label))
                found << describe(page, root, label, label->text());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            if (!button->text().isEmpty() && isCut(widget))
                found << describe(page, root, button, button->text());
        } else if (const auto *list = qobject_cast<const QComboBox *>(widget)) {
            if (isCut(widget))
                found << describe(page, root, list, list->currentText());
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            if (isCut(widget))
                found << describe(page, root, tabs, tabs->tabText(0));
        } else if (const auto *header = qobject_cast<const QHeaderView *>(widget);
                   header && header->orientation() == Qt::Horizontal) {
            const int margin = header->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, header);
            for (int section = 0; section < header->count(); ++section) {
                const QString text = header->model()->headerData(section, Qt::Horizontal).toString();
                const int wanted = header->fontMetrics().horizontalAdvance(text) + 2 * margin;
                if (!header->isSectionHidden(section) && wanted > header->sectionSize(section))
                    found << u"%1: header “%2” has %3, wants %4"_s.arg(page, text)
                                 .arg(header->sectionSize(section))
                                 .arg(wanted);
            }
        }
    }
    return found;
}

} // namespace

QStringList textFaults(const QString &page, QWidget *root, Elision allowed)
{
    QStringList found = tightWidgets(page, root);
    for (const ShortenedText &text : shortenedTexts(root)) {
        const QString place = placeOf(page, root, text.widget);
        if (text.cut)
            found << u"%1 cuts “%2”"_s.arg(place, text.text);
        else if (isMessageInCode(text))
            continue;
        else if (!text.told)
            found << u"%1 elides “%2”, and no tooltip has it"_s.arg(place, text.text);
        else if (allowed == Elision::ByDesign && !mayBeElided(text))
            found << u"%1 elides “%2”"_s.arg(place, text.text);
    }
    return found;
}

} // namespace pipeline::tests
