// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextDocumentLayout>
#include <QSet>
#include <QTextBlock>

namespace pipeline::ui {

/// Lines of one height, with room under those that carry annotations.
class CodeLayout : public QPlainTextDocumentLayout {
    Q_OBJECT

public:
    CodeLayout(QTextDocument *document, int lineHeight, int annotationHeight);

    /// How many sentences stand under each line, by the line's block number.
    void setAnnotations(const QHash<int, int> &numbers);

    int lineHeight() const { return m_lineHeight; }
    int annotationHeight() const { return m_annotationHeight; }

    QRectF blockBoundingRect(const QTextBlock &block) const override;

private:
    const int m_lineHeight;
    const int m_annotationHeight;
    QHash<int, int> m_numbers;
};

} // namespace pipeline::ui
