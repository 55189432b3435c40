// SPDX-License-Identifier: Apache-2.0
#include "sourcepane.h"

#include "models/manifest.h"
#include "ui/cells/times.h"
#include "ui/code/codesearchbar.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

SourcePane::SourcePane(Session &session, const Theme &theme, std::shared_ptr<Highlighter> highlighter, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_path(new QLabel(this)),
      m_choice(new QComboBox(this)),
      m_view(new CodeView(theme, std::move(highlighter), this)),
      m_search(new CodeSearchBar(theme, m_view, this)),
      m_position(new ElidedLabel({}, this)),
      m_digest(new QLabel(this)),
      m_stack(new QStackedLayout(this)),
      m_state(new StatePage(theme, this)),
      m_source(new QWidget(this))
{
    m_path->setFont(theme.font(TextStyle::Mono));
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_choice->setAccessibleName(tr("File of the worker"));
    m_choice->setFont(theme.font(TextStyle::Mono));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *search = new QToolButton(this);
    search->setIcon(theme.icon(u"search"_s));
    search->setAccessibleName(tr("Search in this file"));
    search->setToolTip(tr("Search in this file (Ctrl+F)"));
    search->setFocusPolicy(Qt::StrongFocus);
    connect(search, &QToolButton::clicked, this, &SourcePane::openSearch);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, 6, 12, 6);
    bar->addWidget(m_path, 1);
    bar->addWidget(m_choice);
    bar->addWidget(search);

    m_position->setProperty("look", u"tertiary"_s);
    m_digest->setProperty("look", u"tertiary"_s);
    m_digest->setFont(theme.font(TextStyle::Mono));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 3, 12, 3);
    foot->addWidget(m_position, 1);
    foot->addWidget(m_digest);
    const auto line = [this] {
        auto *rule = new QFrame(this);
        rule->setProperty("kind", u"line"_s);
        return rule;
    };
    auto *column = new QVBoxLayout(m_source);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(line());
    column->addWidget(m_search);
    column->addWidget(m_view, 1);
    column->addWidget(line());
    column->addLayout(foot);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_source);
    m_stack->addWidget(m_state);

    connect(m_state, &StatePage::cancelled, this, [this] { m_task.cancel(); });
    connect(m_state, &StatePage::reloadRequested, this,
            [this] { show(m_artefact, m_wantedPath, m_wantedLine, m_wantedColumn); });
    connect(m_view, &QPlainTextEdit::cursorPositionChanged, this, &SourcePane::showPosition);
    connect(m_choice, &QComboBox::activated, this,
            [this](int index) { showFile(m_choice->itemData(index).toString()); });
    showMessage(u"file"_s, tr("No file is selected"), tr("Select an artefact to read its source."));
}

void SourcePane::setFindings(const QList<Finding> &findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    if (!m_shown.isEmpty())
        showFile(m_shown);
}

void SourcePane::show(const contract::Artefact &artefact, const QString &path, int line, int column)
{
    m_wantedPath = path;
    m_wantedLine = line;
    m_wantedColumn = column;
    if (artefact == m_artefact && !m_files.isEmpty()) {
        adopt(m_files);
        return;
    }
    const auto services = m_session.services();
    if (!services)
        return;
    m_artefact = artefact;
    m_files.clear();
    m_shown.clear();
    m_state->showLoading(tr("Still reading %1 from its repository").arg(artefact.path));
    m_stack->setCurrentWidget(m_state);
    m_task = inBackground(
        this,
        [services, artefact](std::stop_token stop) -> Result<Files> {
            const auto read = services->artefactFiles(artefact, stop);
            if (!read)
                return fail(read.error());
            Files files;
            for (auto it = read->cbegin(); it != read->cend(); ++it)
                files.insert(it.key(), {QString::fromUtf8(*it), QString::fromLatin1(sha256Hex(*it))});
            return files;
        },
        [this](const Result<Files> &files) { adopt(files); });
}

void SourcePane::adopt(const Result<Files> &files)
{
    if (!files) {
        m_artefact = {};
        const Error &error = files.error();
        showMessage(u"warn"_s, error.message, error.detail + u'\n' + error.hint);
        return;
    }
    if (files->isEmpty()) {
        showMessage(u"file"_s, tr("%1 is not shown").arg(m_artefact.path),
                    tr("Links and files above 2 MB are not shown as source."));
        return;
    }
    const bool fresh = m_files.isEmpty();
    m_files = *files;
    if (fresh) {
        m_choice->clear();
        for (auto it = m_files.cbegin(); it != m_files.cend(); ++it)
            m_choice->addItem(
                it.key().mid(it.key().startsWith(m_artefact.path + u'/') ? m_artefact.path.size() + 1 : 0), it.key());
    }
    m_choice->setVisible(m_files.size() > 1);
    QString path = m_wantedPath;
    if (!m_files.contains(path)) {
        const QString entry = m_artefact.path + "/index.js"_L1;
        path = m_files.contains(entry) ? entry : m_files.firstKey();
    }
    if (path != m_shown)
        showFile(path);
    m_stack->setCurrentWidget(m_source);
    if (m_wantedLine > 0)
        m_view->goTo(m_wantedLine, m_wantedColumn);
}

void SourcePane::showFile(const QString &path)
{
    const File file = m_files.value(path);
    m_shown = path;
    m_path->setText(m_files.size() > 1 ? m_artefact.path : path);
    m_path->setToolTip(path);
    m_choice->setCurrentIndex(m_choice->findData(path));
    m_view->setSource(path, file.text);
    QList<Annotation> annotations;
    for (const Finding &finding : m_findings) {
        if (finding.path == path && finding.line > 0)
            annotations << Annotation{finding.severity, finding.line, finding.column, finding.message, finding.rule};
    }
    m_view->setAnnotations(annotations);
    m_digest->setText(tr("sha256 %1 … %2").arg(file.sha256.left(4), file.sha256.right(4)));
    m_digest->setToolTip(file.sha256);
    showPosition();
}

void SourcePane::showPosition()
{
    const QTextCursor cursor = m_view->textCursor();
    QString text = tr("Line %1, column %2").arg(cursor.blockNumber() + 1).arg(cursor.positionInBlock() + 1);
    text += u"   UTF-8   "_s + tr("read-only");
    if (m_view->isTooLargeForColours())
        text += u"   "_s + tr("above 2 MB: shown without colours");
    m_position->setText(text);
    m_position->setToolTip(m_position->text());
}

void SourcePane::showMessage(const QString &icon, const QString &title, const QString &text)
{
    m_task.cancel();
    m_state->showMessage(icon, u"idle"_s, title, text);
    m_stack->setCurrentWidget(m_state);
}

void SourcePane::openSearch()
{
    if (m_stack->currentWidget() == m_source)
        m_search->open();
}

} // namespace pipeline::ui
