// SPDX-License-Identifier: Apache-2.0
#include "clitest.h"

#include "cli/program.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::tests {

namespace {

QString prefixed(const QString &prefix, const QString &text)
{
    QString result;
    if (text.isEmpty())
        return result;
    QStringList lines = text.split(u'\n');
    const bool ended = lines.last().isEmpty();
    if (ended)
        lines.removeLast();
    for (const QString &line : std::as_const(lines))
        result += (prefix + line).trimmed() + u'\n';
    return ended ? result : result + u"(no line end)\n"_s;
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

CliUser::CliUser()
{
    for (const QString &name : {u"PATH"_s, u"LANG"_s, u"DBUS_SESSION_BUS_ADDRESS"_s, u"XDG_RUNTIME_DIR"_s})
        if (qEnvironmentVariableIsSet(name.toUtf8()))
            environment.insert(name, qEnvironmentVariable(name.toUtf8()));
    environment.insert(u"HOME"_s, folder());
    environment.insert(u"XDG_CONFIG_HOME"_s, file(u"config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, file(u"data"_s));
    environment.insert(u"XDG_CACHE_HOME"_s, file(u"cache"_s));
    environment.insert(u"PIPELINE_USER"_s, u"ana.lima"_s);
}

void CliUser::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = QDir::isAbsolutePath(name) ? name : file(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile target(path);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size())
        QTest::qFail("a file of the test could not be written", __FILE__, __LINE__);
}

void CliUser::configure(const QByteArray &toml) const
{
    write(configurationFile(), QByteArray(toml).replace("@FOLDER@", folder().toUtf8()));
}

Ran CliUser::run(const QStringList &arguments, const QByteArray &input)
{
    Ran ran;
    QTextStream out(&ran.out);
    QTextStream err(&ran.err);
    QBuffer in;
    in.setData(input);
    in.open(QIODevice::ReadOnly);
    cli::Streams streams{out, err, in, terminal, terminal, [] { return 80; }};
    ran.code = cli::Program(cli::allCommands()).run(arguments, streams, environment, stop);
    QStringList words;
    for (const QString &argument : arguments)
        words << (argument.isEmpty() || argument.contains(u' ') ? u'"' + argument + u'"' : argument);
    m_transcript += u"$ prometheus-pipeline %1\n"_s.arg(words.join(u' ')) + prefixed(u"| "_s, ran.out)
        + prefixed(u"! "_s, ran.err) + u"exit %1\n\n"_s.arg(ran.code);
    return ran;
}

QString CliUser::takeTranscript()
{
    return normalised(std::exchange(m_transcript, QString()), folder());
}

QString normalised(QString text, const QString &folder)
{
    static const QList<QPair<QRegularExpression, QString>> replacements{
        {QRegularExpression(u"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"_s), u"<time>"_s},
        {QRegularExpression(u"(?m)^(! )?\\d\\d:\\d\\d:\\d\\d item"_s), u"\\1<time> item"_s},
        {QRegularExpression(u"\"(account|conta|host)\": ?\"[^\"]*\""_s), u"\"\\1\": \"<\\1>\""_s},
        {QRegularExpression(u"\"(duracao_ms|seconds)\": ?[0-9.e-]+"_s), u"\"\\1\": <number>"_s},
        {QRegularExpression(u"\\(\\d+\\.\\d\\d s\\)"_s), u"(<seconds>)"_s},
        {QRegularExpression(u" time=\"[0-9.]+\""_s), u" time=\"<seconds>\""_s},
        {QRegularExpression(u"\\b(127\\.0\\.0\\.1|localhost):\\d+"_s), u"\\1:<port>"_s},
        {QRegularExpression(u"\\b[0-9a-f]{64}\\b"_s), u"<sha256>"_s},
        {QRegularExpression(u"\\b[0-9a-f]{40}\\b"_s), u"<commit>"_s},
        {QRegularExpression(u"\\b(?=[0-9a-f]*[a-f])[0-9a-f]{12}\\b|\\b\\d{12}\\b"_s), u"<digest>"_s},
    };
    text.replace(folder, u"<folder>"_s);
    for (const auto &[pattern, placeholder] : replacements)
        text.replace(pattern, placeholder);
    return text;
}

QString goldenProblem(const QString &name, const QString &text)
{
    const QString path = qEnvironmentVariable("PIPELINE_SOURCE_DIR") + u"/tests/cli/golden/%1.txt"_s.arg(name);
    const QString expected = QString::fromUtf8(read(path));
    if (expected == text)
        return {};
    if (qEnvironmentVariable("PIPELINE_RENEW_GOLDEN") == "1"_L1 && !qEnvironmentVariableIsSet("CI")) {
        QFile file(path);
        const QByteArray bytes = text.toUtf8();
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            ? QString()
            : u"%1 cannot be written: %2"_s.arg(path, file.errorString());
    }
    const QStringList is = text.split(u'\n');
    const QStringList was = expected.split(u'\n');
    qsizetype line = 0;
    while (line < is.size() && line < was.size() && is[line] == was[line])
        ++line;
    return u"tests/cli/golden/%1.txt:%2 differs; tests/cli/README.md says how to renew it.\n"
           "expected: %3\nis now:   %4\n\nThe whole text now:\n%5"_s.arg(name)
               .arg(line + 1)
               .arg(was.value(line, u"(end)"_s), is.value(line, u"(end)"_s), text);
}

} // namespace pipeline::tests
