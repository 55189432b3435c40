// SPDX-License-Identifier: Apache-2.0
#include "environmentoptions.h"

using namespace Qt::StringLiterals;

namespace pipeline::cli {

QList<Option> environmentOptions()
{
    const QStringList yesOrNo{u"true"_s, u"false"_s};
    return {
        {.name = u"engine"_s,
         .description = u"The engine's address; /engine-rest is appended unless it ends in it."_s,
         .value = u"URL"_s},
        {.name = u"user"_s, .description = u"User of basic authentication."_s, .value = u"NAME"_s},
        {.name = u"auth"_s,
         .description = u"How the engine knows us; basic when there is a user."_s,
         .value = u"HOW"_s,
         .choices = {u"none"_s, u"basic"_s, u"bearer"_s}},
        {.name = u"production"_s,
         .description = u"Marks it, and redeploys ask for its name."_s,
         .value = u"YES"_s,
         .choices = yesOrNo},
        {.name = u"policy"_s,
         .description = u"What DEPLOY demands of a release."_s,
         .value = u"POLICY"_s,
         .choices = {u"none"_s, u"validated"_s, u"approved"_s}},
        {.name = u"approval-valid-days"_s, .description = u"How long an approval holds."_s, .value = u"DAYS"_s},
        {.name = u"history-time-to-live"_s,
         .description = u"Whether the engine demands it of models."_s,
         .value = u"HOW"_s,
         .choices = {u"required"_s, u"optional"_s}},
        {.name = u"minimum-coverage"_s,
         .description = u"Percent of lines; 0 demands nothing."_s,
         .value = u"PERCENT"_s},
        {.name = u"smoke"_s,
         .description = u"Which smoke tests VERIFY runs."_s,
         .value = u"WHICH"_s,
         .choices = {u"none"_s, u"decisions"_s, u"all"_s}},
        {.name = u"on-failure"_s,
         .description = u"What happens when VERIFY fails."_s,
         .value = u"WHAT"_s,
         .choices = {u"keep"_s, u"rollback"_s}},
        {.name = u"settle-s"_s,
         .description = u"Seconds that VERIFY waits for workers and incidents."_s,
         .value = u"SECONDS"_s},
        {.name = u"time-zone"_s, .description = u"Of deployments' names, as America/Sao_Paulo."_s, .value = u"ZONE"_s},
        {.name = u"tenant"_s, .description = u"Tenant of the engine."_s, .value = u"ID"_s},
        {.name = u"cockpit"_s, .description = u"Where people look at instances."_s, .value = u"URL"_s},
        {.name = u"ca-file"_s, .description = u"Authorities to trust besides the system's, PEM."_s, .value = u"FILE"_s},
        {.name = u"client-certificate"_s, .description = u"As whom we present ourselves, PEM."_s, .value = u"FILE"_s},
        {.name = u"client-key"_s, .description = u"Key of that certificate, PEM."_s, .value = u"FILE"_s},
        {.name = u"allow-plain-http"_s,
         .description = u"Permits http to another machine."_s,
         .value = u"YES"_s,
         .choices = yesOrNo},
        {.name = u"worker-webhook"_s,
         .description = u"Where the workers' server is told to update."_s,
         .value = u"URL"_s},
        {.name = u"worker-trigger"_s,
         .description = u"Who tells it: we, or the push itself."_s,
         .value = u"WHO"_s,
         .choices = {u"webhook"_s, u"push"_s}},
        {.name = u"worker-health"_s,
         .description = u"Address that tells whether workers are well; may be repeated."_s,
         .value = u"URL"_s},
    };
}

QString keyOf(const Option &option)
{
    return QString(option.name).replace(u'-', u'_');
}

} // namespace pipeline::cli
