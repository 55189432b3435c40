// SPDX-License-Identifier: Apache-2.0
#include "waitwatch.h"

#include <dlfcn.h>
#include <pthread.h>

namespace {

thread_local bool watched = false;
int waitsSeen = 0; // of the watched thread, which alone writes it

/// The C library's own function of that name, which the one below hides.
template<class Function>
Function *hidden(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

void note()
{
    if (watched)
        ++waitsSeen;
}

} // namespace

// The dynamic linker takes these for the program and all its libraries.
extern "C" {

int pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *mutex)
{
    static auto *const wait = hidden<decltype(pthread_cond_wait)>("pthread_cond_wait");
    note();
    return wait(condition, mutex);
}

int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const timespec *until)
{
    static auto *const wait = hidden<decltype(pthread_cond_timedwait)>("pthread_cond_timedwait");
    note();
    return wait(condition, mutex, until);
}

int pthread_cond_clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock, const timespec *until)
{
    static auto *const wait = hidden<decltype(pthread_cond_clockwait)>("pthread_cond_clockwait");
    note();
    return wait(condition, mutex, clock, until);
}
}

namespace pipeline::tests {

WaitWatch::WaitWatch()
{
    waitsSeen = 0;
    watched = true;
}

WaitWatch::~WaitWatch()
{
    watched = false;
}

int WaitWatch::waits() const
{
    return waitsSeen;
}

} // namespace pipeline::tests
