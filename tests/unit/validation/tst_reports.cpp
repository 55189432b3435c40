// SPDX-License-Identifier: Apache-2.0
#include "validation/reports.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

using namespace pipeline;
using namespace pipeline::validation;
using namespace Qt::StringLiterals;

namespace {

/// Three files with findings of their own, of which two have a key and a message in common, and one without.
QList<InputFile> files()
{
    const QByteArray model =
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\">\n"
        "<message id=\"m\" name=\"order\"/>\n"
        "<process id=\"p\" isExecutable=\"true\"><startEvent id=\"s\">\n"
        "<messageEventDefinition messageRef=\"m\"/></startEvent></process></definitions>\n";
    return {{u"g/c.bpmn"_s, FileKind::Bpmn, model, u"g"_s},
            {u"g/a.bpmn"_s, FileKind::Bpmn, model, u"g"_s},
            {u"g/b.form"_s, FileKind::Form, "{\"id\": \"f\", \"components\": []}", u"g"_s},
            {u"g/d.form"_s, FileKind::Form, "{\n  \"id\": }", u"g"_s}};
}

/// The file descriptor of the temporary file below \a folder; -1: there is none.
int openFileBelow(const QString &folder)
{
    const QFileInfoList open = QDir(u"/proc/self/fd"_s).entryInfoList(QDir::Files | QDir::System);
    for (const QFileInfo &file : open) {
        if (file.symLinkTarget().startsWith(folder))
            return file.fileName().toInt();
    }
    return -1;
}

} // namespace

class TestReports : public QObject {
    Q_OBJECT

private:
    const Validator m_validator;
    const Options m_options{.historyTimeToLive = HistoryTimeToLive::Optional};

    void add(Reports &reports) const
    {
        for (const InputFile &file : files())
            reports.add(m_validator.validate(file, m_options));
    }

    /// What forEach gives is what the validator says of all files at once, however it was kept.
    void compare(const Reports &reports) const
    {
        const QList<FileReport> expected = m_validator.validateAll(files(), m_options);
        QList<FileReport> given;
        QVERIFY(reports.forEach([&](const FileReport &report) { given << report; }));
        QCOMPARE(allFindings(given), allFindings(expected));
        QCOMPARE(given.size(), expected.size());
        QCOMPARE(reports.size(), expected.size());
        for (qsizetype i = 0; i < given.size(); ++i) {
            QCOMPARE(given[i].path, expected[i].path);
            QVERIFY(given[i].kind == expected[i].kind);
            QCOMPARE(given[i].findings, expected[i].findings);
            QCOMPARE(given[i].excerpts.keys(), expected[i].excerpts.keys());
            for (auto excerpt = expected[i].excerpts.cbegin(); excerpt != expected[i].excerpts.cend(); ++excerpt) {
                QCOMPARE(given[i].excerpts[excerpt.key()].text, excerpt->text);
                QCOMPARE(given[i].excerpts[excerpt.key()].caret, excerpt->caret);
            }
            const auto number = [&](Severity severity) {
                return std::ranges::count(expected[i].findings, severity, &Finding::severity);
            };
            QCOMPARE(reports.counts(i).errors, number(Severity::Error));
            QCOMPARE(reports.counts(i).warnings, number(Severity::Warning));
            QCOMPARE(reports.counts(i).infos, number(Severity::Info));
            QCOMPARE(reports.counts(i).fixable, expected[i].fixes.size());
        }
    }

private slots:
    void givesBackWhatItTook()
    {
        Reports reports;
        add(reports);
        reports.finish(m_validator, m_options);
        compare(reports);
        compare(reports);
    }

    void leavesFindingsOnTheDisk()
    {
        const QTemporaryDir folder;
        qputenv("TMPDIR", folder.path().toUtf8());
        Reports reports;
        qunsetenv("TMPDIR");
        const int file = openFileBelow(folder.path());
        QVERIFY(file >= 0);
        add(reports);
        const off_t size = lseek(file, 0, SEEK_END);
        QVERIFY(size > 1'000);
        reports.finish(m_validator, m_options);

        QCOMPARE(ftruncate(file, size - 1), 0);
        int given = 0;
        const auto read = reports.forEach([&](const FileReport &) { ++given; });
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Storage);
        QVERIFY2(read.error().message.contains("g/d.form"_L1), qPrintable(read.error().text()));
        QCOMPARE(given, 3); // the last one's bytes are the last
    }

    void keepsWhatTheDiskDoesNotTake()
    {
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        for (const rlim_t most : {rlim_t(1'000), rlim_t(0)}) { // the first fit, and part of another
            const rlimit full{most, before.rlim_max};
            Reports reports;
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
            add(reports);
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
            reports.finish(m_validator, m_options);
            compare(reports);
        }
        std::signal(SIGXFSZ, handler);
    }

    void needsNoPlaceForTemporaryFiles()
    {
        qputenv("TMPDIR", "/absent");
        Reports reports;
        qunsetenv("TMPDIR");
        add(reports);
        reports.finish(m_validator, m_options);
        compare(reports);
    }
};

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
