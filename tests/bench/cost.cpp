// SPDX-License-Identifier: Apache-2.0
// usage: cost COMMAND…
//
// Runs the command with its output thrown away and prints "SECONDS PROCESSOR_SECONDS KILOBYTES": wall clock, user and
// system time, and the most memory that was resident, of the command and its children. Exit 1 when it could not be
// started or was killed; its own exit code is of no concern, for a validator that finds something does not exit with 0.
//
// A program of its own, and a small one: the system counts what is resident in a process before it becomes another one.
#include <chrono>
#include <cstdio>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double seconds(const timeval &time)
{
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

int main(int argc, char *argv[])
{
    if (argc < 2)
        return 1;
    const auto begun = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        const int nowhere = open("/dev/null", O_RDWR);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            dup2(nowhere, stream);
        execvp(argv[1], argv + 1);
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child)
        return 1;
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begun;
    std::printf("%f %f %ld\n", wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss);
    return WIFEXITED(status) && WEXITSTATUS(status) != 127 ? 0 : 1;
}
