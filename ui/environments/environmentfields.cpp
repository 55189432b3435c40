// SPDX-License-Identifier: Apache-2.0
#include "environmentfields.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pipeline::ui::EnvironmentForm)
};

using Field = EnvironmentField;

QList<Field> connectionFields()
{
    return {
        {u"engine"_s, Field::Group::Connection, Field::Kind::Text, Words::tr("Engine address"),
         Words::tr("/engine-rest is appended unless the address ends in it."),
         Words::tr("This needs an http or https address without user and password, such as "
                   "https://camunda.example.com.")},
        {u"worker_webhook"_s, Field::Group::Connection, Field::Kind::Text, Words::tr("Workers’ webhook"),
         Words::tr("After the push a signed webhook restarts the workers. Empty: this environment has none."),
         Words::tr("This needs an http or https address without user and password.")},
    };
}

QList<Field> ruleFields()
{
    return {
        {u"policy"_s,
         Field::Group::Rules,
         Field::Kind::Choice,
         Words::tr("A release needs"),
         {},
         {},
         {{u"none"_s, Words::tr("nothing")},
          {u"validated"_s, Words::tr("a passed validation")},
          {u"approved"_s, Words::tr("an approval by a second person")}}},
        {u"approval_valid_days"_s,
         Field::Group::Rules,
         Field::Kind::Text,
         Words::tr("An approval holds"),
         {},
         Words::tr("This needs a whole number from 1 to 3650."),
         {},
         6,
         Words::tr("days")},
        {u"minimum_coverage"_s,
         Field::Group::Rules,
         Field::Kind::Text,
         Words::tr("Coverage, at least"),
         {},
         Words::tr("This needs a number from 0 to 100."),
         {},
         6,
         Words::tr("% of lines; 0 demands nothing")},
        {u"history_time_to_live"_s,
         Field::Group::Rules,
         Field::Kind::Choice,
         Words::tr("History time to live"),
         {},
         {},
         {{u"required"_s, Words::tr("models must have one")}, {u"optional"_s, Words::tr("models may lack it")}}},
        {u"smoke"_s,
         Field::Group::Rules,
         Field::Kind::Choice,
         Words::tr("Smoke tests"),
         {},
         {},
         {{u"none"_s, Words::tr("none")},
          {u"decisions"_s, Words::tr("of decisions")},
          {u"all"_s, Words::tr("of decisions and processes")}}},
        {u"on_failure"_s,
         Field::Group::Rules,
         Field::Kind::Choice,
         Words::tr("When VERIFY fails"),
         {},
         {},
         {{u"keep"_s, Words::tr("what was deployed stays")},
          {u"rollback"_s, Words::tr("the release before is deployed again")}}},
        {u"settle_s"_s,
         Field::Group::Rules,
         Field::Kind::Text,
         Words::tr("VERIFY waits"),
         {},
         Words::tr("This needs a whole number from 0 to 3600."),
         {},
         6,
         Words::tr("s for workers and incidents to settle")},
    };
}

QList<Field> moreFields()
{
    const QString file = Words::tr("This needs the full path of a file.");
    return {
        {u"cockpit"_s, Field::Group::More, Field::Kind::Text, Words::tr("Cockpit"),
         Words::tr("Where people look at instances."), Words::tr("This needs an http or https address.")},
        {u"tenant"_s, Field::Group::More, Field::Kind::Text, Words::tr("Tenant"), {}, {}, {}, 24},
        {u"time_zone"_s,
         Field::Group::More,
         Field::Kind::Text,
         Words::tr("Time zone"),
         Words::tr("Of deployments’ names; empty: this computer’s."),
         Words::tr("This needs a time zone such as America/Sao_Paulo."),
         {},
         24},
        {u"ca_file"_s, Field::Group::More, Field::Kind::Text, Words::tr("Authorities"),
         Words::tr("A PEM file of authorities to trust besides the system’s."), file},
        {u"client_certificate"_s,
         Field::Group::More,
         Field::Kind::Text,
         Words::tr("Client certificate"),
         {},
         Words::tr("This needs the full path of a file, and its key below.")},
        {u"client_key"_s,
         Field::Group::More,
         Field::Kind::Text,
         Words::tr("Client key"),
         {},
         Words::tr("This needs the full path of a file, and its certificate above.")},
        {u"allow_plain_http"_s,
         Field::Group::More,
         Field::Kind::Flag,
         Words::tr("Plain http"),
         Words::tr("May go to another computer without TLS"),
         {}},
        {u"worker_trigger"_s,
         Field::Group::More,
         Field::Kind::Choice,
         Words::tr("Workers restart by"),
         {},
         {},
         {{u"webhook"_s, Words::tr("the signed webhook")}, {u"push"_s, Words::tr("the push itself")}}},
        {u"worker_health"_s, Field::Group::More, Field::Kind::List, Words::tr("Workers’ health"),
         Words::tr("Addresses that tell whether workers are well, separated by blanks."),
         Words::tr("This needs http or https addresses, separated by blanks.")},
    };
}

} // namespace

QList<EnvironmentField> environmentFields()
{
    return connectionFields() + ruleFields() + moreFields();
}

} // namespace pipeline::ui
