// SPDX-License-Identifier: Apache-2.0
#include "environmentform.h"

#include "secretrow.h"

#include "configuration/configuration.h"
#include "ui/common/button.h"
#include "ui/common/stillfield.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

const QString nameKey = u"name"_s;
const QString signInKey = u"auth"_s;

/// A problem in place of the hint, or the hint again.
void setBelow(QLabel *below, const QString &problem, const QString &hint)
{
    restyle(below, "look", problem.isEmpty() ? u"tertiary"_s : u"fail"_s);
    below->setText(problem.isEmpty() ? hint : problem);
    below->setVisible(!below->text().isEmpty());
}

} // namespace

EnvironmentForm::EnvironmentForm(Session &session, const Theme &theme, QWidget *belowConnection, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_grid(new QGridLayout(this)),
      m_name(new QLineEdit(this)),
      m_production(new QCheckBox(tr("This is production"), this)),
      m_signIn(new ComboBox(this)),
      m_user(new QLineEdit(this)),
      m_password(new SecretRow(session, theme, this)),
      m_webhook(new SecretRow(session, theme, this)),
      m_more(new Button(theme, {}, Button::Kind::Link, this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.size(u"space.l"_s));
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);

    addIdentity();
    auto group = EnvironmentField::Group::Connection;
    for (const EnvironmentField &field : environmentFields()) {
        if (field.group != group && field.group == EnvironmentField::Group::Rules) {
            m_grid->setRowMinimumHeight(m_grid->rowCount(), theme.size(u"space.m"_s));
            m_grid->addWidget(belowConnection, m_grid->rowCount() + 1, 0, 1, 2);
            addCaption(tr("What a release needs to go there"));
        }
        if (field.group != group && field.group == EnvironmentField::Group::More)
            addCaption(tr("More settings"), m_more);
        group = field.group;
        addField(field);
        if (field.key == "engine"_L1)
            addSignIn();
        if (field.key == "worker_webhook"_L1)
            m_webhookLabel = addRow(tr("Webhook secret"), m_webhook);
    }
    for (SecretRow *row : {m_password, m_webhook}) {
        connect(row, &SecretRow::failed, this, &EnvironmentForm::failed);
        connect(row, &SecretRow::stored, this, &EnvironmentForm::secretStored);
    }
    connect(m_more, &QPushButton::clicked, this, [this] { showMore(!m_moreShown); });
    showMore(false);
}

void EnvironmentForm::addIdentity()
{
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.size(u"space.xl"_s));
    m_name->setFixedWidth(28 * QFontMetrics(font()).averageCharWidth());
    row->addWidget(m_name);
    row->addWidget(m_production);
    row->addStretch();
    addRow(tr("Name"), holder, m_name);
    m_nameBelow = addBelow();
    m_productionBelow = addBelow();
    connect(m_name, &QLineEdit::textChanged, this, &EnvironmentForm::edited);
    connect(m_name, &QLineEdit::editingFinished, this, [this] { leave(nameKey); });
    connect(m_production, &QCheckBox::toggled, this, &EnvironmentForm::edited);
}

void EnvironmentForm::addSignIn()
{
    m_signIn->addItem(tr("None"), u"none"_s);
    m_signIn->addItem(tr("User and password"), u"basic"_s);
    m_signIn->addItem(tr("Token"), u"bearer"_s);
    m_user->setPlaceholderText(tr("User"));
    m_user->setAccessibleName(tr("User"));
    m_user->setFixedWidth(24 * QFontMetrics(font()).averageCharWidth());
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.size(u"space.s"_s));
    row->addWidget(m_signIn);
    row->addWidget(m_user);
    row->addStretch();
    addRow(tr("Sign-in"), holder, m_signIn);
    m_signInBelow = addBelow();
    m_passwordLabel = addRow(tr("Password"), m_password);
    connect(m_signIn, &QComboBox::currentIndexChanged, this, &EnvironmentForm::edited);
    connect(m_user, &QLineEdit::textChanged, this, &EnvironmentForm::edited);
    connect(m_user, &QLineEdit::editingFinished, this, [this] { leave(signInKey); });
}

void EnvironmentForm::addField(const EnvironmentField &field)
{
    QWidget *editor = editorOf(field);
    QWidget *placed = editor;
    if (!field.unit.isEmpty() || field.characters > 0) {
        placed = new QWidget(this);
        auto *row = new QHBoxLayout(placed);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(m_theme.size(u"space.s"_s));
        editor->setFixedWidth((field.characters + 4) * QFontMetrics(font()).averageCharWidth());
        row->addWidget(editor);
        auto *unit = new QLabel(field.unit, placed);
        unit->setProperty("look", u"secondary"_s);
        row->addWidget(unit);
        row->addStretch();
    }
    QLabel *label = addRow(field.label, placed, editor);
    m_rows << Row{field, label, editor, addBelow()};
    if (field.kind != EnvironmentField::Kind::Flag)
        setBelow(m_rows.constLast().below, {}, field.hint);
}

QWidget *EnvironmentForm::editorOf(const EnvironmentField &field)
{
    if (field.kind == EnvironmentField::Kind::Choice) {
        auto *box = new ComboBox(this);
        for (const auto &[value, words] : field.choices)
            box->addItem(words, value);
        box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(box, &QComboBox::currentIndexChanged, this, &EnvironmentForm::edited);
        return box;
    }
    if (field.kind == EnvironmentField::Kind::Flag) {
        auto *box = new QCheckBox(field.hint, this);
        connect(box, &QCheckBox::toggled, this, &EnvironmentForm::edited);
        return box;
    }
    auto *line = new QLineEdit(this);
    if (field.characters == 0)
        line->setFont(m_theme.font(TextStyle::Mono));
    connect(line, &QLineEdit::textChanged, this, &EnvironmentForm::edited);
    connect(line, &QLineEdit::editingFinished, this, [this, key = field.key] { leave(key); });
    return line;
}

QLabel *EnvironmentForm::addRow(const QString &text, QWidget *editor, QWidget *buddy)
{
    auto *label = new QLabel(text, this);
    label->setProperty("look", u"secondary"_s);
    label->setMinimumHeight(m_theme.height(u"size.control"_s) + m_theme.size(u"space.s"_s));
    if (buddy) {
        buddy->setAccessibleName(text);
        label->setBuddy(buddy);
    }
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(editor, row, 1, Qt::AlignVCenter);
    if (qobject_cast<QComboBox *>(editor))
        m_grid->setAlignment(editor, Qt::AlignVCenter | Qt::AlignLeft);
    return label;
}

QLabel *EnvironmentForm::addBelow()
{
    auto *below = new QLabel(this);
    below->setProperty("look", u"tertiary"_s);
    below->setWordWrap(true);
    below->setContentsMargins(0, 0, 0, m_theme.size(u"space.xs"_s));
    below->hide();
    m_grid->addWidget(below, m_grid->rowCount(), 1);
    return below;
}

void EnvironmentForm::addCaption(const QString &text, QWidget *beside)
{
    const int row = m_grid->rowCount();
    if (beside) {
        m_grid->addWidget(beside, row, 0, 1, 2, Qt::AlignLeft);
    } else {
        auto *caption = new QLabel(text, this);
        caption->setProperty("look", u"caption"_s);
        caption->setContentsMargins(0, m_theme.size(u"space.l"_s), 0, m_theme.size(u"space.xs"_s));
        m_grid->addWidget(caption, row, 0, 1, 2);
    }
}

void EnvironmentForm::show(const Environment &environment, bool isNew)
{
    m_original = environment;
    m_isNew = isNew;
    m_left.clear();
    fill();
    edited();
    showSecrets();
}

void EnvironmentForm::fill()
{
    m_filling = true;
    const QJsonObject all = configuration::toJson(m_original);
    m_name->setText(m_original.name);
    m_name->setReadOnly(!m_isNew);
    m_name->setEnabled(m_isNew);
    m_production->setChecked(m_original.production);
    m_signIn->setCurrentIndex(m_signIn->findData(all[signInKey].toString()));
    m_user->setText(m_original.user);
    for (const Row &row : std::as_const(m_rows)) {
        const QJsonValue value = all[row.field.key];
        if (auto *box = qobject_cast<QComboBox *>(row.editor)) {
            box->setCurrentIndex(box->findData(value.toString()));
        } else if (auto *flag = qobject_cast<QCheckBox *>(row.editor)) {
            flag->setChecked(value.toBool());
        } else if (auto *line = qobject_cast<QLineEdit *>(row.editor)) {
            QStringList words;
            for (const QJsonValue &each : value.isArray() ? value.toArray() : QJsonArray{value})
                words << each.toVariant().toString();
            line->setText(words.join(u' '));
            line->setCursorPosition(0);
        }
    }
    m_filling = false;
}

QStringList EnvironmentForm::valueOf(const Row &row) const
{
    if (const auto *box = qobject_cast<const QComboBox *>(row.editor))
        return {box->currentData().toString()};
    if (const auto *flag = qobject_cast<const QCheckBox *>(row.editor))
        return {flag->isChecked() ? u"true"_s : u"false"_s};
    const QString text = qobject_cast<const QLineEdit *>(row.editor)->text().trimmed();
    static const QRegularExpression blanks(u"\\s+"_s);
    return row.field.kind == EnvironmentField::Kind::List ? text.split(blanks) : QStringList{text};
}

QMap<QString, QStringList> EnvironmentForm::values() const
{
    QMap<QString, QStringList> values;
    for (const Row &row : m_rows)
        values.insert(row.field.key, valueOf(row));
    const QString signIn = m_signIn->currentData().toString();
    values.insert(signInKey, {signIn});
    values.insert(u"user"_s, {signIn == "basic"_L1 ? m_user->text().trimmed() : QString()});
    values.insert(u"production"_s, {m_production->isChecked() ? u"true"_s : u"false"_s});
    return values;
}

void EnvironmentForm::edited()
{
    if (m_filling)
        return;
    const QString signIn = m_signIn->currentData().toString();
    m_user->setVisible(signIn == "basic"_L1);
    Environment base = m_original;
    base.name = m_name->text().trimmed();
    m_problems.clear();
    const auto said = configuration::withValues(base, values());
    if (said)
        m_environment = *said;
    // Each line begins with the key that it is about.
    for (const QString &line : said ? QStringList() : said.error().message.split(u'\n'))
        m_problems.insert(line.section(u' ', 0, 0), line);
    static const QRegularExpression allowed(u"\\A[A-Za-z0-9_-]{1,64}\\z"_s);
    if (m_isNew && !allowed.match(base.name).hasMatch())
        m_problems.insert(nameKey, tr("A name has 1 to 64 letters without accents, digits, _ or -."));
    else if (m_isNew && m_session.configuration().environment(base.name))
        m_problems.insert(nameKey, tr("There is an environment %1 already.").arg(base.name));
    showProblems();
    emit changed();
}

void EnvironmentForm::leave(const QString &key)
{
    m_left << key;
    showProblems();
    if (key == "worker_webhook"_L1 || key == signInKey)
        showSecrets();
}

void EnvironmentForm::showProblems()
{
    const auto shown = [this](const QString &key) { return m_left.contains(key) ? m_problems.value(key) : QString(); };
    setBelow(m_nameBelow, shown(nameKey), {});
    restyle(m_name, "invalid", !shown(nameKey).isEmpty());
    setBelow(m_productionBelow, {},
             m_production->isEnabled() ? tr("Production is marked everywhere, and asks for its name before a redeploy.")
                                       : m_production->toolTip());
    const bool withoutUser = !shown(signInKey).isEmpty();
    setBelow(m_signInBelow, withoutUser ? tr("User and password need a user.") : QString(), {});
    restyle(m_user, "invalid", withoutUser);
    bool more = false;
    for (const Row &row : std::as_const(m_rows)) {
        const QString problem = shown(row.field.key);
        restyle(row.editor, "invalid", !problem.isEmpty());
        if (row.field.kind == EnvironmentField::Kind::Flag)
            continue;
        setBelow(row.below, problem.isEmpty() || row.field.problem.isEmpty() ? problem : row.field.problem,
                 row.field.hint);
        if (row.field.group == EnvironmentField::Group::More && !m_moreShown)
            row.below->hide();
        more = more || (!problem.isEmpty() && row.field.group == EnvironmentField::Group::More);
    }
    if (more && !m_moreShown)
        showMore(true);
    const bool token = m_signIn->currentData() == "bearer"_L1;
    m_passwordLabel->setText(token ? tr("Token") : tr("Password"));
    m_passwordLabel->setVisible(m_signIn->currentIndex() > 0);
    m_password->setVisible(m_signIn->currentIndex() > 0);
    const bool webhook = !m_environment.workerWebhook.isEmpty()
        && m_environment.workerTrigger == WorkerTrigger::Webhook;
    m_webhookLabel->setVisible(webhook);
    m_webhook->setVisible(webhook);
}

void EnvironmentForm::showSecrets()
{
    if (m_isNew) {
        m_password->showUnsaved();
        m_webhook->showUnsaved();
        return;
    }
    const bool token = m_environment.authentication == Authentication::Bearer;
    if (m_environment.authentication != Authentication::None)
        m_password->show(m_environment.engineSecret(),
                         token ? tr("Token of %1").arg(m_environment.name)
                               : tr("Password of %1").arg(m_environment.name),
                         tr("needed to deploy"));
    if (!m_environment.workerWebhook.isEmpty())
        m_webhook->show(m_environment.webhookSecret(), tr("Webhook secret of %1").arg(m_environment.name),
                        tr("needed to restart workers"));
}

void EnvironmentForm::showMore(bool shown)
{
    m_moreShown = shown;
    m_more->setText(shown ? tr("Fewer settings") : tr("More settings"));
    m_more->setThemeIcon(shown ? u"up"_s : u"down"_s);
    for (const Row &row : std::as_const(m_rows)) {
        if (row.field.group != EnvironmentField::Group::More)
            continue;
        QWidget *placed = row.editor->parentWidget() == this ? row.editor : row.editor->parentWidget();
        row.label->setVisible(shown);
        placed->setVisible(shown);
        row.below->setVisible(shown && !row.below->text().isEmpty());
    }
}

bool EnvironmentForm::isChanged() const
{
    return m_isNew || !isValid() || m_environment != m_original;
}

void EnvironmentForm::lockProduction(const QString &reason)
{
    m_production->setEnabled(reason.isEmpty());
    m_production->setToolTip(reason);
    showProblems();
}

void EnvironmentForm::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

} // namespace pipeline::ui
