// SPDX-License-Identifier: Apache-2.0
#include "console.h"
#include "consoleservices.h"
#include "singleinstance.h"

#include "ui/session/preferences.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QMessageBox>
#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace pipeline;

namespace {

Actor user(const QProcessEnvironment &environment)
{
    const passwd *entry = getpwuid(getuid());
    const QString account = entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(getuid());
    return {environment.value(u"PIPELINE_USER"_s, account), account, QSysInfo::machineHostName(), u"console"_s};
}

std::optional<ui::ThemeChoice> themeOf(const QString &name)
{
    if (name == "light"_L1)
        return ui::ThemeChoice::Light;
    if (name == "dark"_L1)
        return ui::ThemeChoice::Dark;
    return name == "system"_L1 ? std::optional(ui::ThemeChoice::System) : std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication::setApplicationName(u"prometheus-console"_s);
    QApplication::setOrganizationName(u"prometheus-pipeline"_s);
    // Qt reads it once, when the application is made.
    if (const int percent = ui::preferences::scale(); percent > 0 && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(percent / 100.0));
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Prometheus Pipeline"_s);
    QApplication::setApplicationVersion(QStringLiteral(PIPELINE_VERSION));
    QApplication::setDesktopFileName(u"prometheus-pipeline"_s);

    QCommandLineParser parser;
    parser.addOptions({{u"config"_s, u"Configuration file instead of the user's own."_s, u"FILE"_s},
                       {u"backlog"_s, u"Backlog instead of the configured one, as sqlite:/path."_s, u"URL"_s},
                       {u"theme"_s, u"light, dark or system."_s, u"NAME"_s}});
    QCommandLineOption sheet(u"sheet"_s, u"Open the page of the window's components."_s);
    sheet.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(sheet);
    parser.addPositionalArgument(u"link"_s, u"prometheus-pipeline://release/R-… opens that release."_s, u"[LINK]"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);

    const QString link = parser.positionalArguments().value(0);
    const QString file = parser.isSet(u"config"_s) ? QFileInfo(parser.value(u"config"_s)).absoluteFilePath()
                                                   : QString();
    app::SingleInstance instance(file + u'|' + parser.value(u"backlog"_s));
    if (instance.handOver(link))
        return 0;

    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // Read again whenever the services are opened, for the window writes to the file.
    const app::LoadConfiguration load = [&]() -> Result<configuration::Configuration> {
        auto configuration = configuration::load(parser.value(u"config"_s), environment);
        if (configuration && parser.isSet(u"backlog"_s))
            configuration->backlogUrl = parser.value(u"backlog"_s);
        return configuration;
    };
    const auto configuration = load();
    if (!configuration) {
        const Error &error = configuration.error();
        QMessageBox::critical(nullptr, QApplication::applicationDisplayName(),
                              error.message + u"\n\n"_s + error.detail + u"\n\n"_s + error.hint);
        return exitCode(error.code);
    }
    int code = 0;
    {
        app::Console console(
            *configuration, user(environment), [=](std::stop_token) { return app::openServices(load, environment); },
            themeOf(parser.value(u"theme"_s)));
        QObject::connect(&instance, &app::SingleInstance::asked, &console, &app::Console::show);
        instance.listen();
        console.start();
        if (parser.isSet(u"sheet"_s))
            console.showSheet();
        if (!link.isEmpty())
            console.show(link);
        code = QApplication::exec();
    }
    ui::waitForPool();
    return code;
}
