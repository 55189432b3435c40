// SPDX-License-Identifier: Apache-2.0
#include "clitest.h"

#include "validation/allrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::CliUser;

class tst_RuleCommands : public QObject {
    Q_OBJECT

private slots:
    void listsEveryRule();
    void showsEveryRule();
    void knowsNoOther();
};

void tst_RuleCommands::listsEveryRule()
{
    CliUser user;
    const auto listed = user.run({u"rule"_s, u"list"_s});
    QCOMPARE(listed.code, 0);
    const QStringList lines = listed.out.split(u'\n', Qt::SkipEmptyParts);
    const auto json = user.run({u"rule"_s, u"list"_s, u"--format"_s, u"json"_s});
    const QJsonArray items = QJsonDocument::fromJson(json.out.toUtf8())["items"_L1].toArray();
    const QList<validation::Rule> rules = validation::allRules();
    QCOMPARE(lines.size(), rules.size());
    QCOMPARE(items.size(), rules.size());
    for (qsizetype i = 0; i < rules.size(); ++i) {
        QVERIFY2(lines[i].startsWith(rules[i].id + u' '), qPrintable(lines[i]));
        QCOMPARE(items[i]["rule"_L1].toString(), rules[i].id);
        QVERIFY2(!items[i]["title"_L1].toString().isEmpty(), qPrintable(rules[i].id));
        QVERIFY2(lines[i].endsWith(items[i]["title"_L1].toString()), qPrintable(lines[i]));
        QVERIFY2(!items[i]["subjects"_L1].toArray().isEmpty(), qPrintable(rules[i].id));
        for (const auto name : {"engine"_L1, "recommended"_L1, "strict"_L1})
            QVERIFY2(!items[i]["rulesets"_L1][name].toString().isEmpty(), qPrintable(rules[i].id));
    }
}

void tst_RuleCommands::showsEveryRule()
{
    CliUser user;
    for (const validation::Rule &rule : validation::allRules()) {
        const auto shown = user.run({u"rule"_s, u"show"_s, rule.id});
        QCOMPARE(shown.code, 0);
        QVERIFY2(shown.out.startsWith(u"# %1: "_s.arg(rule.id)), qPrintable(shown.out));
    }
    user.takeTranscript();
    user.run({u"rule"_s, u"show"_s, u"idref"_s});
    user.run({u"rule"_s, u"show"_s, u"idref"_s, u"--format"_s, u"json"_s});
    VERIFY_GOLDEN(u"rule-show"_s, user.takeTranscript());
}

void tst_RuleCommands::knowsNoOther()
{
    CliUser user;
    QCOMPARE(user.run({u"rule"_s, u"show"_s, u"no-such"_s}).code, 2);
    QCOMPARE(user.run({u"rule"_s, u"show"_s, u"../../contract"_s}).code, 2);
    QCOMPARE(user.run({u"rule"_s, u"show"_s}).code, 2);
    VERIFY_GOLDEN(u"rule-wrong"_s, user.takeTranscript());
}

QTEST_GUILESS_MAIN(tst_RuleCommands)
#include "tst_rulecommands.moc"
