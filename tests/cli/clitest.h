// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <stop_token>

namespace pipeline::tests {

/// What one call of the program came to.
struct Ran {
    int code = 0;
    QString out;
    QString err;
};

/// A user of the program, with folders and variables of their own.
class CliUser {
public:
    CliUser();

    QString folder() const { return m_folder.path(); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString configurationFile() const { return file(QStringLiteral("config/prometheus-pipeline/pipeline.toml")); }
    QString backlogFile() const { return file(QStringLiteral("data/prometheus-pipeline/backlog.sqlite")); }
    void write(const QString &name, const QByteArray &bytes) const;
    /// Makes the configuration of \a toml; @FOLDER@ stands for the folder.
    void configure(const QByteArray &toml) const;

    QProcessEnvironment environment;
    std::stop_token stop;
    bool terminal = false; ///< both streams are one, of 80 columns

    /// Runs the program in process and adds the call to the transcript.
    Ran run(const QStringList &arguments, const QByteArray &input = {});

    /// The calls so far, normalised; the next transcript begins after them.
    QString takeTranscript();

private:
    const QTemporaryDir m_folder;
    QString m_transcript;
};

/// \a text with placeholders for what differs from run to run; \a folder is that of the user.
QString normalised(QString text, const QString &folder);

/// Why \a text is not what tests/cli/golden/NAME.txt holds; empty when it is. Renews the file when that is asked for.
QString goldenProblem(const QString &name, const QString &text);

/// Runs test classes one after the other in one program.
template<class... Tests>
int runTests(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    int failures = 0;
    const auto run = [&](QObject &&test) { failures += QTest::qExec(&test, argc, argv); };
    (run(Tests()), ...);
    return failures;
}

} // namespace pipeline::tests

/// Compares a transcript with a golden file.
#define VERIFY_GOLDEN(name, text)                                                                                      \
    do {                                                                                                               \
        const QString goldenDifference = pipeline::tests::goldenProblem(name, text);                                   \
        QVERIFY2(goldenDifference.isEmpty(), qPrintable(goldenDifference));                                            \
    } while (false)
