// SPDX-License-Identifier: Apache-2.0
#include "studio.h"

#include "sample/samplefiles.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

namespace pipeline::tests {

Studio::Studio(const QString &folder, ui::ThemeChoice theme, Backlog backlog, Environments environments)
    : m_folder(folder),
      m_theme(theme == ui::ThemeChoice::Light ? u"light"_s : u"dark"_s),
      m_surroundings(std::make_unique<ConsoleFixture>())
{
    if (backlog == Backlog::Sample) {
        m_surroundings->fill();
        m_repository = std::make_unique<SampleRepository>(m_surroundings->folder(), *m_surroundings);
        m_surroundings->approvals = [this](std::stop_token) { return m_repository->approvals(*m_surroundings); };
    }
    m_engine.setHandler([](const ReceivedRequest &request) {
        return request.path().endsWith("/version") ? Answer::json(R"({"version":"7.21.0"})")
                                                   : Answer::json(R"([{"name":"default"}])");
    });
    for (Environment &environment : m_surroundings->configuration.environments) {
        environment.engine = m_engine.url();
        environment.authentication = Authentication::Basic;
        environment.user = u"svc-pipeline"_s;
        environment.workerWebhook = QUrl(u"https://workers.example.com/hooks/prometheus"_s);
        m_surroundings->credentials.secrets.insert(environment.engineSecret(), "x");
        m_surroundings->credentials.secrets.insert(environment.webhookSecret(), "x");
    }
    if (environments == Environments::None) {
        m_surroundings->configuration.environments.clear();
        m_surroundings->configuration.defaultEnvironment.clear();
    }
    m_surroundings->writeConfiguration();
    m_console = std::make_unique<app::Console>(
        m_surroundings->configuration, m_surroundings->session->actor(),
        [this, hanging = backlog == Backlog::Hanging, letGo = m_letGo](std::stop_token) {
            while (hanging && !*letGo)
                QThread::msleep(10);
            auto services = m_surroundings->services();
            if (services)
                (*services)->artefactFiles = [](const contract::Artefact &artefact, std::stop_token) {
                    return sample::artefactFiles(artefact);
                };
            return services;
        },
        theme);
    m_console->start();
    window().resize(1440, 872);
}

Studio::~Studio()
{
    *m_letGo = true;
    m_console.reset();
    ui::waitForPool();
}

void Studio::draw(const QString &name, int milliseconds)
{
    draw(window(), name, milliseconds);
}

void Studio::draw(QWidget &window, const QString &name, int milliseconds)
{
    QTest::qWait(milliseconds);
    QPixmap picture = window.grab();
    // A dialog is a window of its own.
    if (QWidget *dialog = QApplication::activeModalWidget()) {
        QPainter painter(&picture);
        // The screen of this platform is smaller than the window: only a popup is where it would be.
        QRect place(dialog->pos() - window.pos(), dialog->size());
        if (dialog->windowType() != Qt::Popup)
            place.moveCenter(window.rect().center());
        painter.drawPixmap(place, dialog->grab());
    }
    const QString file = QDir(m_folder).filePath(u"%1-%2.png"_s.arg(name, m_theme));
    if (!QDir().mkpath(m_folder) || !picture.save(file))
        qFatal("%s cannot be written", qPrintable(file));
    qInfo("%s", qPrintable(file));
}

void Studio::stopEngine()
{
    m_engine.setHandler([](const ReceivedRequest &) { return Answer{.status = 502}; });
    m_console->session().testEngineNow();
}

void Studio::search(const QString &text)
{
    window().current()->focusSearch();
    if (auto *field = qobject_cast<QLineEdit *>(window().current()->focusWidget()))
        field->setText(text);
}

} // namespace pipeline::tests
