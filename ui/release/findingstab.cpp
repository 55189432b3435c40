// SPDX-License-Identifier: Apache-2.0
#include "findingstab.h"

#include "findingdelegate.h"
#include "rulehelp.h"
#include "sourcepane.h"

#include "ui/common/button.h"
#include "ui/common/chip.h"
#include "ui/common/flowlayout.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

/// The first sentence, without its full stop: the rest says how to repair it, and stands in the explanation.
QString headline(const QString &message)
{
    const QString first = message.section(u". "_s, 0, 0);
    return first.endsWith(u'.') ? first.chopped(1) : first;
}

} // namespace

FindingsTab::FindingsTab(Session &session, const Theme &theme, const std::shared_ptr<Highlighter> &highlighter,
                         QWidget *parent)
    : QWidget(parent),
      m_list(new QTreeView),
      m_model(new QStandardItemModel(this)),
      m_source(new SourcePane(session, theme, highlighter)),
      m_help(new RuleHelp(theme)),
      m_copy(new Button(theme, tr("Copy for the producer"), Button::Kind::Primary)),
      m_stack(new QStackedLayout(this)),
      m_state(new StatePage(theme, this))
{
    auto *left = new QWidget;
    auto *chips = new FlowLayout;
    chips->setContentsMargins(12, 6, 12, 6);
    chips->setSpacing(6);
    const auto chip = [&](const QString &text, const QString &icon) {
        auto *made = new Chip(theme, text, icon, left);
        made->setChecked(true);
        connect(made, &Chip::toggled, this, &FindingsTab::fill);
        chips->addWidget(made);
        m_chips << made;
    };
    chip(tr("Errors"), u"fail"_s);
    chip(tr("Warnings"), u"warn"_s);
    chip(tr("Notes"), u"info"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FindingDelegate(theme, m_list));
    m_list->setHeaderHidden(true);
    m_list->setIndentation(14);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Findings"));
    // A sentence takes another number of lines at another width.
    connect(m_list->header(), &QHeaderView::sectionResized, m_list, &QTreeView::doItemsLayout, Qt::QueuedConnection);
    auto *keys = new QLabel(tr("F8 next, Shift+F8 previous"));
    keys->setProperty("look", u"tertiary"_s);
    keys->setContentsMargins(12, 6, 12, 6);
    const auto line = [] {
        auto *rule = new QFrame;
        rule->setProperty("kind", u"line"_s);
        return rule;
    };
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addLayout(chips);
    leftColumn->addWidget(line());
    leftColumn->addWidget(m_list, 1);
    leftColumn->addWidget(line());
    leftColumn->addWidget(keys);
    auto *right = new QWidget;
    right->setProperty("kind", u"panel"_s);
    right->setAttribute(Qt::WA_StyledBackground);
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->setSpacing(0);
    rightColumn->addWidget(m_help, 1);
    rightColumn->addWidget(line());
    m_copy->setThemeIcon(u"copy"_s);
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(16, 10, 16, 12);
    actions->addWidget(m_copy);
    actions->addStretch();
    rightColumn->addLayout(actions);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(left);
    splitter->addWidget(m_source);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    left->setMinimumWidth(240);
    m_source->setMinimumWidth(320);
    right->setMinimumWidth(240);
    splitter->setSizes({theme.size(u"panels.findingsList"_s), 700, theme.size(u"panels.findingsRight"_s)});
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_state);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingsTab::showSelected);
    connect(m_source->view(), &QPlainTextEdit::cursorPositionChanged, this, &FindingsTab::selectAtCursor);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(textForProducer()); });
}

void FindingsTab::set(const ReleaseData &release)
{
    const bool same = release.findings == m_release.findings && release.releaseRef() == m_release.releaseRef()
        && m_model->rowCount() > 0;
    m_release = release;
    const std::array order{Severity::Error, Severity::Warning, Severity::Info};
    for (size_t i = 0; i < order.size(); ++i)
        m_chips[qsizetype(i)]->setCount(release.count(order[i]));
    if (release.findings.isEmpty()) {
        const bool ended = release.validation && release.validation->item.isFinished();
        const bool passed = ended && release.validation->item.result;
        if (passed)
            m_state->showMessage(
                u"ok"_s, u"okay"_s, tr("No findings"),
                tr("VALIDATE read %n files and found nothing to say.", nullptr, int(release.artefacts.size())));
        else
            m_state->showMessage(u"validate"_s, u"idle"_s, tr("Not validated yet"),
                                 tr("What VALIDATE finds stands here once it has ended."));
        m_stack->setCurrentWidget(m_state);
        m_model->clear();
        return;
    }
    m_stack->setCurrentIndex(0);
    m_source->setFindings(release.findings);
    if (!same)
        fill();
}

QString FindingsTab::words(int errors, int warnings, int notes) const
{
    QStringList parts;
    if (errors)
        parts << tr("%n errors", nullptr, errors);
    if (warnings)
        parts << tr("%n warnings", nullptr, warnings);
    if (notes)
        parts << tr("%n notes", nullptr, notes);
    return parts.join(u", "_s);
}

void FindingsTab::fill()
{
    m_model->clear();
    QMap<QString, QStandardItem *> files;
    QMap<QString, std::array<int, 3>> numbers;
    for (int i = 0; i < m_release.findings.size(); ++i) {
        const Finding &finding = m_release.findings[i];
        if (!m_chips[int(finding.severity)]->isChecked())
            continue;
        QStandardItem *&file = files[finding.path];
        if (!file) {
            // Workers' files are named alike: their folder tells them apart.
            file = new QStandardItem(finding.path.section(u'/', finding.path.endsWith(".js"_L1) ? -2 : -1));
            file->setToolTip(finding.path);
            const QString suffix = finding.path.section(u'.', -1);
            file->setData(suffix == "bpmn"_L1 || suffix == "dmn"_L1        ? suffix
                              : suffix == "form"_L1 || suffix == "html"_L1 ? u"form"_s
                              : suffix == "js"_L1                          ? u"worker"_s
                                                                           : u"file"_s,
                          FindingDelegate::IconRole);
            m_model->appendRow(file);
        }
        auto *entry = new QStandardItem(headline(finding.message));
        entry->setToolTip(finding.message);
        entry->setData(i, FindingDelegate::IndexRole);
        entry->setData(int(finding.severity), FindingDelegate::SeverityRole);
        entry->setData(finding.rule, FindingDelegate::RuleRole);
        entry->setData(finding.line > 0 ? tr("line %1").arg(finding.line) : QString(), FindingDelegate::LineRole);
        entry->setData(u"%1, %2, %3, %4"_s.arg(toString(finding.severity), finding.message, finding.rule,
                                               tr("line %1").arg(finding.line)),
                       Qt::AccessibleTextRole);
        file->appendRow(entry);
        std::array<int, 3> &number = numbers[finding.path];
        ++number[size_t(finding.severity)];
        file->setData(words(number[0], number[1], number[2]), FindingDelegate::CountRole);
    }
    m_list->expandAll();
    if (const QModelIndexList entries = all(); !entries.isEmpty())
        m_list->setCurrentIndex(entries.first());
}

QModelIndexList FindingsTab::all() const
{
    QModelIndexList entries;
    for (int file = 0; file < m_model->rowCount(); ++file) {
        const QModelIndex parent = m_model->index(file, 0);
        for (int row = 0; row < m_model->rowCount(parent); ++row)
            entries << m_model->index(row, 0, parent);
    }
    return entries;
}

void FindingsTab::move(int by)
{
    const QModelIndexList entries = all();
    if (entries.isEmpty())
        return;
    const qsizetype at = entries.indexOf(m_list->currentIndex());
    const qsizetype next = at < 0 ? 0 : (at + by + entries.size()) % entries.size();
    m_list->setCurrentIndex(entries.at(next));
    m_list->scrollTo(entries.at(next));
}

void FindingsTab::showSelected()
{
    const QVariant index = m_list->currentIndex().data(FindingDelegate::IndexRole);
    if (!index.isValid() || index.toInt() >= m_release.findings.size())
        return;
    const Finding &finding = m_release.findings[index.toInt()];
    m_help->set(finding);
    if (m_following)
        return;
    const auto artefact = std::ranges::find_if(m_release.artefacts, [&](const contract::Artefact &each) {
        return finding.path == each.path || finding.path.startsWith(each.path + u'/');
    });
    if (artefact != m_release.artefacts.cend())
        m_source->show(*artefact, finding.path, finding.line, finding.column);
    else
        m_source->showMessage(u"file"_s, tr("%1 is no file of the release").arg(finding.path), {});
}

void FindingsTab::selectAtCursor()
{
    if (!m_source->view()->hasFocus())
        return;
    const int line = m_source->view()->textCursor().blockNumber() + 1;
    for (const QModelIndex &entry : all()) {
        const Finding &finding = m_release.findings[entry.data(FindingDelegate::IndexRole).toInt()];
        if (finding.path == m_source->shownPath() && finding.line == line) {
            m_following = true;
            m_list->setCurrentIndex(entry);
            m_following = false;
            return;
        }
    }
}

QString FindingsTab::textForProducer() const
{
    QStringList lines{tr("%1: %2").arg(
        m_release.releaseRef(),
        words(m_release.count(Severity::Error), m_release.count(Severity::Warning), m_release.count(Severity::Info)))};
    for (const Finding &finding : m_release.findings)
        lines << u"%1 %2:%3 %4 (%5)%6"_s.arg(toString(finding.severity), finding.path)
                     .arg(finding.line)
                     .arg(finding.message, finding.rule,
                          finding.element.isEmpty() ? QString() : u" ["_s + finding.element + u']');
    return lines.join(u'\n');
}

void FindingsTab::focusSearch()
{
    m_source->openSearch();
}

} // namespace pipeline::ui
