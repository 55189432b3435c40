// SPDX-License-Identifier: Apache-2.0
#include "decisiondialog.h"

#include "ui/cells/times.h"
#include "ui/common/button.h"
#include "ui/common/environmentmark.h"
#include "ui/common/note.h"
#include "ui/common/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

DecisionDialog::DecisionDialog(const Theme &theme, Kind kind, const ReleaseData &release, bool production,
                               const QString &reason, QWidget *parent)
    : QDialog(parent),
      m_theme(theme),
      m_kind(kind),
      m_reason(new QPlainTextEdit(reason, this)),
      m_missing(new QLabel(this)),
      m_confirm(nullptr)
{
    const bool approve = kind == Kind::Approve;
    const QString title = approve ? tr("Approve %1 for %2?").arg(release.releaseRef(), release.environment)
                                  : tr("Reject %1?").arg(release.releaseRef());
    setWindowTitle(title);
    setMinimumWidth(520);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(20, 18, 20, 16);
    body->setSpacing(10);
    auto *head = new QLabel(title, this);
    head->setProperty("look", u"section"_s);
    body->addWidget(head);
    auto *what = new QLabel(approve
                                ? tr("A runner deploys exactly these bytes. The decision is recorded with your name.")
                                : tr("Nothing is deployed. The decision and its reason are recorded with your name."),
                            this);
    what->setProperty("look", u"secondary"_s);
    what->setWordWrap(true);
    body->addWidget(what);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    addFact(grid, tr("Release"), new QLabel(release.releaseRef(), this));
    auto *mark = new EnvironmentMark(theme, this);
    mark->set(release.environment, production);
    addFact(grid, tr("Environment"), mark);
    auto *digest = new QLabel(u"sha256 "_s + shortDigest(release.manifest), this);
    digest->setFont(theme.font(TextStyle::Mono));
    digest->setToolTip(release.manifest);
    digest->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addFact(grid, tr("Manifest"), digest);
    addFact(grid, tr("Artefacts"), new QLabel(tr("%n artefacts", nullptr, int(release.artefacts.size())), this));
    body->addLayout(grid);
    if (approve)
        addWarnings(body, release);

    auto *caption = new QLabel(approve ? tr("Reason") : tr("Reason (at least %1 characters)").arg(ShortestReason),
                               this);
    caption->setProperty("look", u"secondary"_s);
    m_reason->setProperty("kind", u"field"_s);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(3 * m_reason->fontMetrics().lineSpacing() + 16);
    caption->setBuddy(m_reason);
    body->addWidget(caption);
    body->addWidget(m_reason);
    m_missing->setProperty("look", u"wait"_s);
    body->addWidget(m_missing);
    body->addStretch();

    auto *footer = new QWidget(this);
    footer->setObjectName(u"dialogFooter"_s);
    footer->setAttribute(Qt::WA_StyledBackground);
    auto *keep = new Button(theme, tr("Keep waiting"), Button::Kind::Normal, footer);
    m_confirm = new Button(
        theme, approve ? tr("Approve for %1").arg(release.environment) : tr("Reject %1").arg(release.releaseRef()),
        approve ? Button::Kind::Primary : Button::Kind::Destructive, footer);
    m_confirm->setThemeIcon(approve ? u"check"_s : u"cancel"_s);
    auto *buttons = new QHBoxLayout(footer);
    buttons->setContentsMargins(20, 12, 20, 12);
    buttons->addStretch();
    buttons->addWidget(keep);
    buttons->addWidget(m_confirm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(body, 1);
    column->addWidget(footer);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &DecisionDialog::checkReason);
    checkReason();
    resize(minimumWidth(), layout()->totalHeightForWidth(minimumWidth()));
    if (approve)
        keep->setFocus();
    else
        m_reason->setFocus();
}

void DecisionDialog::addFact(QGridLayout *grid, const QString &name, QWidget *value) const
{
    auto *label = new QLabel(name);
    label->setProperty("look", u"tertiary"_s);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1, Qt::AlignLeft | Qt::AlignTop);
}

void DecisionDialog::addWarnings(QVBoxLayout *column, const ReleaseData &release)
{
    constexpr int MostShown = 6;
    QStringList warnings;
    for (const Finding &finding : release.findings) {
        if (finding.severity == Severity::Warning)
            warnings << tr("<b>%1</b>, line %2: %3")
                            .arg(finding.fileName().toHtmlEscaped())
                            .arg(finding.line)
                            .arg(finding.message.toHtmlEscaped());
    }
    const bool tested = ReleaseData::result(release.validation, u"test"_s)["status"_L1].toString() == "success"_L1;
    if (!tested)
        warnings << tr("Nothing was tested: the release has no tests.");
    if (warnings.isEmpty())
        return;
    const qsizetype more = warnings.size() - MostShown;
    warnings = warnings.mid(0, MostShown);
    if (more > 0)
        warnings << tr("and %n more, see Findings", nullptr, int(more));
    // Each by itself, so that Tab reads one after the other.
    auto *notes = new QVBoxLayout;
    notes->setSpacing(m_theme.size(u"space.xs"_s));
    for (const QString &warning : std::as_const(warnings)) {
        auto *note = new Note(m_theme, this);
        note->set(u"wait"_s, u"warn"_s, warning);
        note->setFocusPolicy(Qt::TabFocus);
        notes->addWidget(note);
    }
    column->addLayout(notes);
}

void DecisionDialog::checkReason()
{
    const qsizetype length = m_reason->toPlainText().trimmed().size();
    const bool missing = m_kind == Kind::Reject && length < ShortestReason;
    m_confirm->setEnabled(!missing);
    m_missing->setVisible(m_kind == Kind::Reject);
    m_missing->setText(missing ? tr("%n more characters", nullptr, int(ShortestReason - length)) : QString());
}

QString DecisionDialog::reason() const
{
    return m_reason->toPlainText().trimmed();
}

} // namespace pipeline::ui
