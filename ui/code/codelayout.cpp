// SPDX-License-Identifier: Apache-2.0
#include "codelayout.h"

namespace pipeline::ui {

CodeLayout::CodeLayout(QTextDocument *document, int lineHeight, int annotationHeight)
    : QPlainTextDocumentLayout(document), m_lineHeight(lineHeight), m_annotationHeight(annotationHeight)
{}

void CodeLayout::setAnnotations(const QHash<int, int> &numbers)
{
    m_numbers = numbers;
    emit documentSizeChanged(documentSize());
    requestUpdate();
}

QRectF CodeLayout::blockBoundingRect(const QTextBlock &block) const
{
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    if (!rect.isValid())
        return rect;
    rect.setHeight(block.layout()->lineCount() * m_lineHeight
                   + m_numbers.value(block.blockNumber()) * m_annotationHeight);
    return rect;
}

} // namespace pipeline::ui
