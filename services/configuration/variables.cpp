// SPDX-License-Identifier: Apache-2.0
#include "parser.h"
#include "webaddress.h"

#include <QDir>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace pipeline::configuration {

namespace {

/// An address from a variable; a problem when it is none.
QUrl addressFrom(const QString &variable, const QProcessEnvironment &variables, Problems &problems)
{
    const QString text = variables.value(variable);
    if (text.isEmpty())
        return {};
    const QString problem = webAddressProblem(text);
    if (!problem.isEmpty())
        problems.add(u"The variable %1 %2"_s.arg(variable, problem));
    return problem.isEmpty() ? QUrl(text, QUrl::StrictMode) : QUrl();
}

void fillEnvironment(Environment &environment, bool saysAuthentication, const QProcessEnvironment &variables,
                     Problems &problems)
{
    if (environment.engine.isEmpty())
        environment.engine = addressFrom(u"CAMUNDA_URL"_s, variables, problems);
    const QString user = variables.value(u"CAMUNDA_USER"_s);
    if (!saysAuthentication && !user.isEmpty()) {
        environment.user = user;
        environment.authentication = Authentication::Basic;
    }
    if (environment.workerWebhook.isEmpty())
        environment.workerWebhook = addressFrom(u"DEPLOY_URL"_s, variables, problems);
}

} // namespace

void fillGaps(Parsed &parsed, const QProcessEnvironment &variables, Problems &problems)
{
    Configuration &configuration = parsed.configuration;
    if (configuration.environments.isEmpty() && !variables.value(u"CAMUNDA_URL"_s).isEmpty()) {
        Environment environment;
        environment.name = u"padrao"_s;
        configuration.environments << environment;
        configuration.defaultEnvironment = environment.name;
    }
    for (Environment &environment : configuration.environments) {
        if (environment.name == configuration.defaultEnvironment)
            fillEnvironment(environment, parsed.authenticated.contains(environment.name), variables, problems);
        if (environment.engine.isEmpty() && parsed.withoutEngine.contains(environment.name))
            problems.add(parsed.withoutEngine.value(environment.name),
                         u"environments.%1.engine is missing: the address of the engine"_s.arg(environment.name));
    }
    if (configuration.workers && configuration.workers->clone.isEmpty()) {
        configuration.workers->clone = variables.value(u"REPO_PATH"_s);
        if (!configuration.workers->clone.isEmpty() && QDir::isRelativePath(configuration.workers->clone))
            problems.add(
                u"The variable REPO_PATH must be an absolute path, it is \"%1\""_s.arg(configuration.workers->clone));
    }
    if (configuration.backlogUrl.isEmpty())
        configuration.backlogUrl = "sqlite:"_L1 + dataFolder(variables) + "/backlog.sqlite"_L1;
}

} // namespace pipeline::configuration
