// SPDX-License-Identifier: Apache-2.0
#include "logcard.h"

#include "report.h"

#include "ui/common/button.h"
#include "ui/common/stillfield.h"
#include "ui/common/theme.h"
#include "ui/session/preferences.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QUrl>

#include <iterator>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

constexpr qint64 Megabyte = 1'000'000;

/// The last one takes what the others leave.
QWidget *inOneRow(const Theme &theme, std::initializer_list<QWidget *> widgets)
{
    auto *whole = new QWidget;
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.size(u"space.s"_s));
    for (QWidget *each : widgets)
        row->addWidget(each);
    row->setStretchFactor(*std::prev(widgets.end()), 1);
    return whole;
}

QLabel *remark(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("look", u"secondary"_s);
    return label;
}

} // namespace

LogCard::LogCard(const Session &session, const Theme &theme, logs::LogFolder &log, QWidget *parent)
    : SettingsCard(theme, u"log"_s, tr("Log files"), tr("on this computer"), parent),
      m_session(session),
      m_log(log),
      m_detail(new ComboBox(this)),
      m_days(new SpinBox(this)),
      m_megabytes(new SpinBox(this)),
      m_size(remark({})),
      m_saved(remark(tr("Secrets are never logged")))
{
    const logs::Limits limits = preferences::logLimits();
    for (const QString &text : {tr("Errors"), tr("Warnings"), tr("Info")}) // in the order of Severity
        m_detail->addItem(text);
    m_detail->setCurrentIndex(int(limits.detail));
    addRow(tr("Detail"), m_detail, tr("errors are always written"));

    m_days->setAccessibleName(tr("Days to keep"));
    m_days->setRange(1, 365);
    m_days->setValue(limits.days);
    m_megabytes->setAccessibleName(tr("Megabytes at most"));
    m_megabytes->setRange(10, 10'000);
    m_megabytes->setSingleStep(10);
    m_megabytes->setSuffix(tr(" MB"));
    m_megabytes->setValue(int(limits.bytes / Megabyte));
    addRow(tr("Keep"), inOneRow(theme, {m_days, remark(tr("days, at most")), m_megabytes, m_size}));

    auto *open = new Button(theme, tr("Open log folder"));
    open->setThemeIcon(u"folder"_s);
    open->setToolTip(log.folder());
    auto *report = new Button(theme, tr("Save report…"));
    report->setThemeIcon(u"open"_s);
    report->setToolTip(tr("Versions and the end of the log, for whoever looks after this program"));
    m_saved->setWordWrap(true);
    addRow({}, inOneRow(theme, {open, report, m_saved}));

    connect(m_detail, &QComboBox::activated, this, &LogCard::apply);
    connect(m_days, &QSpinBox::valueChanged, this, &LogCard::apply);
    connect(m_megabytes, &QSpinBox::valueChanged, this, &LogCard::apply);
    connect(open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_log.folder())); });
    connect(report, &QPushButton::clicked, this, &LogCard::askForReport);
    refresh();
}

void LogCard::askForReport()
{
    auto *dialog = new QFileDialog(this, tr("Save report"), u"prometheus-pipeline.txt"_s, tr("Text (*.txt)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &LogCard::saveReportTo);
    dialog->open();
}

void LogCard::saveReportTo(const QString &fileName)
{
    m_saving = inBackground(
        this,
        [fileName, words = versions(m_session), folder = m_log.folder()](std::stop_token) {
            return saveReport(fileName, words, folder);
        },
        [this, fileName](const Result<void> &saved) {
            m_saved->setText(saved ? tr("Saved as %1").arg(fileName) : saved.error().text());
        });
}

void LogCard::apply()
{
    const logs::Limits limits{.detail = Severity(m_detail->currentIndex()),
                              .days = m_days->value(),
                              .bytes = m_megabytes->value() * Megabyte};
    preferences::setLogLimits(limits);
    m_log.setLimits(limits);
}

void LogCard::refresh()
{
    m_task = inBackground(
        this, [folder = m_log.folder()](std::stop_token) { return logs::LogFolder::size(folder); },
        [this](qint64 bytes) {
            m_size->setText(tr("%1 now").arg(QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat)));
        });
}

} // namespace pipeline::ui
