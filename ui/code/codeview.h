// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation.h"
#include "highlighter.h"

#include "ui/common/background.h"
#include "ui/common/theme.h"

#include <QPlainTextEdit>
#include <QSet>
#include <QTextBlock>

#include <optional>

namespace pipeline::ui {

class CodeGutter;
class CodeLayout;
class OverviewRuler;

/// A source that is read, not written: line numbers, colours of its language, findings where they are.
///
/// The language is worked out in the background, and only lines that are seen are coloured.
class CodeView : public QPlainTextEdit {
    Q_OBJECT

public:
    CodeView(const Theme &theme, std::shared_ptr<Highlighter> highlighter, QWidget *parent = nullptr);
    ~CodeView() override;

    /// \a firstLine is the number of the first line, for excerpts.
    void setSource(const QString &fileName, const QString &text, int firstLine = 1);

    void setAnnotations(const QList<Annotation> &annotations);
    const QList<Annotation> &annotations() const { return m_annotations; }

    /// Puts the cursor there and scrolls it to the middle.
    void goTo(int line, int column = 1);

    /// Takes as much height as all lines need, without a scroll bar.
    void fitHeight();

    bool isTooLargeForColours() const { return m_tooLarge; }
    int firstLine() const { return m_firstLine; }
    const Theme &theme() const { return m_theme; }

    /// The worst severity on a line; nothing when it has no finding.
    std::optional<Severity> severityOf(int blockNumber) const;

    /// Calls \a draw(block, rectangle of its text line, the same with its annotations) for the lines that meet \a area.
    template<class Draw>
    void forEachVisibleLine(const QRect &area, Draw draw) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeLayout();
    void placeGutter();
    void highlight();
    void colourVisibleLines();
    void colour(const QTextBlock &block);
    void paintAnnotations(QPainter &painter, int blockNumber, const QRect &line);

    const Theme &m_theme;
    const std::shared_ptr<Highlighter> m_highlighter;
    CodeLayout *m_layout = nullptr;
    CodeGutter *m_gutter;
    OverviewRuler *m_ruler;
    QString m_fileName;
    QStringList m_lines;
    int m_firstLine = 1;
    bool m_tooLarge = false;
    QList<Annotation> m_annotations;
    QMultiHash<int, qsizetype> m_marked; ///< block number → index of the annotation that begins there
    QMultiHash<int, qsizetype> m_under; ///< block number → index of the annotation that stands under it
    QList<QList<Span>> m_spans;
    QSet<int> m_coloured;
    Task m_task;
};

template<class Draw>
void CodeView::forEachVisibleLine(const QRect &area, Draw draw) const
{
    // The text of a line stands at the top of its block; the design centres it.
    const int height = m_theme.height(QStringLiteral("size.codeLine"), TextStyle::Mono);
    const int lift = qMax(0, (height - fontMetrics().height()) / 2);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRect whole = blockBoundingGeometry(block).translated(contentOffset()).toRect().translated(0, -lift);
        if (whole.top() > area.bottom())
            return;
        if (whole.bottom() >= area.top())
            draw(block, QRect(whole.left(), whole.top(), whole.width(), height), whole);
    }
}

} // namespace pipeline::ui
