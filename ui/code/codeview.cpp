// SPDX-License-Identifier: Apache-2.0
#include "codeview.h"

#include "codegutter.h"
#include "codelayout.h"
#include "overviewruler.h"

#include "ui/common/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

CodeView::CodeView(const Theme &theme, std::shared_ptr<Highlighter> highlighter, QWidget *parent)
    : QPlainTextEdit(parent),
      m_theme(theme),
      m_highlighter(std::move(highlighter)),
      m_gutter(new CodeGutter(this)),
      m_ruler(new OverviewRuler(this))
{
    setProperty("kind", u"code"_s);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFont(theme.font(TextStyle::Mono));
    setTabStopDistance(2 * fontMetrics().horizontalAdvance(u' '));
    setAccessibleName(tr("Source"));
    makeLayout();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        colourVisibleLines();
        m_gutter->update();
    });
    // Also told when the cursor moves the view, which the scroll bar does not say.
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int by) {
        colourVisibleLines();
        if (by != 0)
            m_gutter->scroll(0, by);
        else
            m_gutter->update(0, rect.top() - 4, m_gutter->width(), rect.height() + 8);
    });
    connect(&theme, &Theme::changed, this, [this] {
        m_coloured.clear();
        colourVisibleLines();
        m_gutter->update();
    });
}

CodeView::~CodeView() = default;

void CodeView::makeLayout()
{
    auto *fresh = new QTextDocument(this);
    fresh->setDefaultFont(m_theme.font(TextStyle::Mono));
    fresh->setDocumentMargin(4);
    m_layout = new CodeLayout(fresh, m_theme.height(u"size.codeLine"_s, TextStyle::Mono),
                              m_theme.height(u"size.annotationLine"_s));
    fresh->setDocumentLayout(m_layout);
    setDocument(fresh); // it deletes the document that it had made itself
}

void CodeView::setSource(const QString &fileName, const QString &text, int firstLine)
{
    m_fileName = fileName;
    m_firstLine = firstLine;
    m_tooLarge = text.size() > Highlighter::LargestSource;
    m_annotations.clear();
    m_marked.clear();
    m_under.clear();
    m_layout->setAnnotations({});
    m_spans.clear();
    m_coloured.clear();
    setPlainText(text);
    m_lines = text.split(u'\n');
    setAccessibleName(tr("Source of %1").arg(fileName));
    placeGutter();
    highlight();
}

void CodeView::highlight()
{
    m_task.cancel();
    if (m_tooLarge || m_fileName.isEmpty())
        return;
    m_task = inBackground(
        this,
        [highlighter = m_highlighter, name = m_fileName, lines = m_lines](std::stop_token stop) {
            return highlighter->spans(name, lines, stop);
        },
        [this](QList<QList<Span>> spans) {
            m_spans = std::move(spans);
            m_coloured.clear();
            colourVisibleLines();
        });
}

void CodeView::setAnnotations(const QList<Annotation> &annotations)
{
    m_annotations = annotations;
    m_marked.clear();
    m_under.clear();
    QHash<int, int> numbers;
    for (qsizetype i = 0; i < m_annotations.size(); ++i) {
        const int block = qBound(0, m_annotations[i].line - m_firstLine, int(m_lines.size()) - 1);
        const int end = endOfStatement(m_lines, block);
        m_marked.insert(block, i);
        m_under.insert(end, i);
        ++numbers[end];
    }
    m_layout->setAnnotations(numbers);
    m_coloured.clear();
    colourVisibleLines();
    m_ruler->update();
    m_gutter->update();
    viewport()->update();
}

std::optional<Severity> CodeView::severityOf(int blockNumber) const
{
    std::optional<Severity> worst;
    for (auto it = m_marked.constFind(blockNumber); it != m_marked.cend() && it.key() == blockNumber; ++it) {
        const Severity severity = m_annotations[it.value()].severity;
        worst = worst ? qMin(*worst, severity) : severity;
    }
    return worst;
}

void CodeView::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(qBound(0, line - m_firstLine, blockCount() - 1));
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, qBound(0, column - 1, block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
}

void CodeView::fitHeight()
{
    qreal height = 2 * document()->documentMargin();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        height += m_layout->blockBoundingRect(block).height();
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(qRound(height) + 2 * frameWidth());
}

void CodeView::placeGutter()
{
    const int width = m_gutter->neededWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), width, viewport()->height());
    const QScrollBar *bar = verticalScrollBar();
    m_ruler->setVisible(bar->isVisible());
    m_ruler->setGeometry(QRect(bar->mapTo(this, QPoint(0, 0)), bar->size()));
    m_ruler->raise();
}

void CodeView::colourVisibleLines()
{
    if (!isVisible())
        return;
    forEachVisibleLine(viewport()->rect(), [this](const QTextBlock &block, const QRect &, const QRect &) {
        if (!m_coloured.contains(block.blockNumber()))
            colour(block);
    });
}

void CodeView::colour(const QTextBlock &block)
{
    const int number = block.blockNumber();
    m_coloured.insert(number);
    QList<QTextLayout::FormatRange> ranges;
    for (const Span &span : m_spans.value(number)) {
        QTextLayout::FormatRange range;
        range.start = span.start;
        range.length = span.length;
        range.format.setForeground(m_theme.color(span.token));
        ranges << range;
    }
    for (auto it = m_marked.constFind(number); it != m_marked.cend() && it.key() == number; ++it) {
        const Annotation &annotation = m_annotations[it.value()];
        const WordRange word = wordAt(block.text(), annotation.column);
        QTextLayout::FormatRange range;
        range.start = word.start;
        range.length = word.length;
        range.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        range.format.setUnderlineColor(m_theme.color(lookOf(annotation.severity).tone + "Line"_L1));
        ranges << range;
    }
    if (!ranges.isEmpty() || !block.layout()->formats().isEmpty())
        block.layout()->setFormats(ranges);
}

void CodeView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        forEachVisibleLine(event->rect().adjusted(0, -4, 0, 4),
                           [&](const QTextBlock &block, const QRect &line, const QRect &whole) {
                               if (const auto severity = severityOf(block.blockNumber()))
                                   painter.fillRect(0, line.top(), viewport()->width(), line.height(),
                                                    m_theme.color(lookOf(*severity).tone + "Bg"_L1));
                               if (whole.height() > line.height())
                                   paintAnnotations(painter, block.blockNumber(), line);
                           });
    }
    QPlainTextEdit::paintEvent(event);
}

void CodeView::paintAnnotations(QPainter &painter, int blockNumber, const QRect &line)
{
    int y = line.bottom() + 1;
    const int height = m_layout->annotationHeight();
    const int side = m_theme.size(u"size.iconSmall"_s);
    const QFont font = m_theme.font(TextStyle::Small, QFont::Medium);
    const QFont mono = m_theme.font(TextStyle::Caption);
    auto indexes = m_under.values(blockNumber);
    std::ranges::sort(indexes);
    for (const qsizetype index : indexes) {
        const Annotation &annotation = m_annotations[index];
        const SeverityLook look = lookOf(annotation.severity);
        const QRect row(0, y, viewport()->width(), height);
        painter.fillRect(row, m_theme.color(look.tone + "Bg"_L1));
        const QString text = m_lines.value(blockNumber);
        const auto indent = std::ranges::find_if_not(text, [](QChar c) { return c.isSpace(); }) - text.begin();
        int x = int(contentOffset().x() + document()->documentMargin())
            + fontMetrics().horizontalAdvance(u' ') * int(indent);
        m_theme.paintIcon(&painter, QRect(x, row.center().y() - side / 2 + 1, side, side), look.icon, look.tone);
        x += side + 6;
        painter.setFont(font);
        painter.setPen(m_theme.color(look.tone));
        const int codeWidth = QFontMetrics(mono).horizontalAdvance(annotation.code) + 16;
        const QString shown = painter.fontMetrics().elidedText(annotation.text, Qt::ElideRight,
                                                               qMax(80, row.width() - x - codeWidth));
        painter.drawText(QRect(x, row.top(), row.width() - x, height), Qt::AlignVCenter, shown);
        x += painter.fontMetrics().horizontalAdvance(shown) + 8;
        painter.setFont(mono);
        painter.drawText(QRect(x, row.top(), row.width() - x, height), Qt::AlignVCenter, annotation.code);
        y += height;
    }
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
    colourVisibleLines();
}

void CodeView::showEvent(QShowEvent *event)
{
    QPlainTextEdit::showEvent(event);
    placeGutter();
    colourVisibleLines();
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_layout)
        placeGutter();
}

} // namespace pipeline::ui
