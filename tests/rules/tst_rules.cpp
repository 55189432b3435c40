// SPDX-License-Identifier: Apache-2.0
#include "fixtures.h"

#include "validation/allrules.h"
#include "validation/rulesets/ruleset.h"
#include "validation/validator.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace pipeline;
using namespace pipeline::validation;
using namespace Qt::StringLiterals;

namespace {

/// A fixture and what its name promises.
struct Fixture {
    QString rule;
    QString path; ///< absolute; a file or a folder
    bool valid = false;
    QList<int> lines;

    QString label() const { return rule + u'/' + path.section(u'/', -1); }
};

QList<Fixture> fixtures()
{
    QList<Fixture> found;
    const QDir root(QStringLiteral(FIXTURES));
    for (const QFileInfo &language : root.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QFileInfo &rule : QDir(language.filePath()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            for (const QFileInfo &entry :
                 QDir(rule.filePath()).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name)) {
                Fixture fixture{rule.fileName(), entry.filePath(), entry.fileName().startsWith("valid-"_L1), {}};
                static const QRegularExpression line(u"-line([0-9]+)"_s);
                for (auto match = line.globalMatch(entry.fileName()); match.hasNext();)
                    fixture.lines << match.next().captured(1).toInt();
                if (!fixture.valid && fixture.lines.isEmpty())
                    fixture.lines << 0;
                found << fixture;
            }
        }
    }
    return found;
}

} // namespace

class TestRules : public QObject {
    Q_OBJECT

private:
    const Validator m_validator;

private slots:
    void everyRuleHasAHelpPageFixturesAndAPlaceInTheRulesets()
    {
        QSet<QString> ids;
        for (const Rule &rule : allRules()) {
            QVERIFY2(!ids.contains(rule.id), qPrintable(rule.id));
            ids << rule.id;
            QVERIFY2(rule.check || rule.checkRelease, qPrintable(rule.id));
            QVERIFY2(!rule.check || !rule.kinds.isEmpty(), qPrintable(rule.id));

            const QString help = ruleHelp(rule.id);
            QVERIFY2(help.startsWith(u"# %1: "_s.arg(rule.id)), qPrintable(rule.id));
            for (const auto part : {"## What"_L1, "## Why it matters"_L1, "## How to fix it"_L1, "## Example"_L1})
                QVERIFY2(help.contains(part), qPrintable(rule.id + u": "_s + part));

            QVERIFY2(Ruleset::named(RulesetName::Strict).has(rule.id), qPrintable(rule.id));

            const auto own = [&](bool valid) {
                return std::ranges::any_of(fixtures(),
                                           [&](const Fixture &f) { return f.rule == rule.id && f.valid == valid; });
            };
            QVERIFY2(own(true) && own(false), qPrintable(rule.id));
        }
        for (const Fixture &fixture : fixtures())
            QVERIFY2(ids.contains(fixture.rule), qPrintable(fixture.label()));
        for (const auto &settings : {rulesets::engine(), rulesets::recommended(), rulesets::strict()}) {
            for (const QString &id : settings.keys())
                QVERIFY2(ids.contains(id), qPrintable(id));
        }
    }

    void everyHelpPageHasARule()
    {
        for (const QString &page : QDir(u":/pipeline/help/rules"_s).entryList()) {
            const QString id = page.chopped(3);
            QVERIFY2(std::ranges::any_of(allRules(), [&](const Rule &rule) { return rule.id == id; }),
                     qPrintable(page));
        }
    }

    void fixture_data()
    {
        QTest::addColumn<int>("index");
        const QList<Fixture> all = fixtures();
        QVERIFY(all.size() > 100);
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(qPrintable(all[i].label())) << i;
    }

    void fixture()
    {
        static const QList<Fixture> all = fixtures();
        QFETCH(int, index);
        const Fixture &fixture = all[index];
        const QList<FileReport> reports = m_validator.validateAll(filesOf(fixture.path),
                                                                  {.ruleset = RulesetName::Strict});
        QSet<int> lines;
        for (const Finding &finding : allFindings(reports)) {
            if (finding.rule == fixture.rule) {
                lines << finding.line;
                QVERIFY(!finding.message.isEmpty());
                QVERIFY2(finding.message.endsWith(u'.'), qPrintable(finding.message));
            }
        }
        QCOMPARE(lines, QSet<int>(fixture.lines.begin(), fixture.lines.end()));
    }

    void aValidFixtureGivesNothingElse_data() { fixture_data(); }

    /// So that the fixtures stay models that a person could deploy.
    void aValidFixtureGivesNothingElse()
    {
        static const QList<Fixture> all = fixtures();
        QFETCH(int, index);
        const Fixture &fixture = all[index];
        if (!fixture.valid || QFileInfo(fixture.path).isDir())
            return;
        const FileReport report = m_validator.validate(filesOf(fixture.path).first(), {});
        for (const Finding &finding : report.findings)
            QVERIFY2(finding.severity != Severity::Error, qPrintable(finding.message));
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
