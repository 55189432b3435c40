// SPDX-License-Identifier: Apache-2.0
#include "fixtures.h"

#include "validation/validator.h"

#include <QTest>

#include <algorithm>

using namespace pipeline;
using namespace pipeline::validation;
using namespace Qt::StringLiterals;

namespace {

/// A line of conditions.txt.
struct Condition {
    QString number;
    QString outcome;
    QString fixture;
    QString what;

    QString rule() const { return fixture.section(u'/', 1, 1); }
};

QList<Condition> conditions()
{
    QList<Condition> all;
    for (const QString &line : QString::fromUtf8(contentOf(QStringLiteral(FIXTURES "/conditions.txt"))).split(u'\n')) {
        const QStringList parts = line.split(u" | "_s);
        if (!line.startsWith(u'#') && parts.size() == 4)
            all << Condition{parts[0], parts[1], parts[2], parts[3]};
    }
    return all;
}

/// Whether the rule has found it, and says of the engine what the list says.
bool areOfRule(const QList<Finding> &findings, const Condition &condition)
{
    return std::ranges::any_of(findings, [&](const Finding &finding) {
        return finding.rule == condition.rule()
            && (condition.outcome == "release"_L1 || finding.engine == (condition.outcome == "rejected"_L1));
    });
}

} // namespace

/// Each condition of the engine has a rule here, or the help page says that it has none.
class TestConditions : public QObject {
    Q_OBJECT

private:
    const Validator m_validator;

private slots:
    void noneIsForgotten()
    {
        QSet<QString> numbers;
        for (const Condition &condition : conditions())
            numbers << condition.number;
        for (int number = 1; number <= 187; ++number)
            QVERIFY2(numbers.contains(QString::number(number)), qPrintable(QString::number(number)));
        for (int number = 1; number <= 18; ++number)
            QVERIFY2(numbers.contains(u"D%1"_s.arg(number)), qPrintable(QString::number(number)));
    }

    void condition_data()
    {
        QTest::addColumn<int>("index");
        const QList<Condition> all = conditions();
        for (int i = 0; i < all.size(); ++i)
            QTest::addRow("%d: %s, %s", i, qPrintable(all[i].number), qPrintable(all[i].what)) << i;
    }

    void condition()
    {
        static const QList<Condition> all = conditions();
        QFETCH(int, index);
        const Condition &condition = all[index];
        if (condition.outcome == "open"_L1) {
            QVERIFY(saysThatItIsNotCovered(condition.what));
            return;
        }
        const QString path = QStringLiteral(FIXTURES "/") + condition.fixture;
        QVERIFY2(QFileInfo::exists(path), qPrintable(path));
        const QList<FileReport> reports = m_validator.validateAll(filesOf(path), {.ruleset = RulesetName::Strict});
        const QList<Finding> findings = allFindings(reports);
        QVERIFY(areOfRule(findings, condition));
        if (condition.outcome == "release"_L1)
            return;
        QCOMPARE(std::ranges::any_of(findings, &Finding::engine), condition.outcome == "rejected"_L1);
    }

private:
    static bool saysThatItIsNotCovered(const QString &what)
    {
        static const QString page = QString::fromUtf8(contentOf(QStringLiteral(HELP)))
                                        .section(u"## What is not covered"_s, 1)
                                        .section(u"\n## "_s, 0, 0)
                                        .simplified();
        return page.contains(what);
    }
};

QTEST_GUILESS_MAIN(TestConditions)
#include "tst_conditions.moc"
