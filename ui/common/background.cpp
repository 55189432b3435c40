// SPDX-License-Identifier: Apache-2.0
#include "background.h"

#include <QThreadPool>

namespace pipeline::ui {

namespace {

QThreadPool &pool()
{
    // Owned by the application, so that it ends before the services that its threads use are forgotten by Qt.
    static QThreadPool *const threads = [] {
        auto *made = new QThreadPool(QCoreApplication::instance());
        made->setMaxThreadCount(24);
        return made;
    }();
    return *threads;
}

} // namespace

void runInPool(std::function<void()> work)
{
    pool().start(std::move(work));
}

void waitForPool()
{
    pool().waitForDone();
}

} // namespace pipeline::ui
