// SPDX-License-Identifier: Apache-2.0
#include "samplemodels.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <map>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace pipeline;

namespace {

/// What one run took.
struct Cost {
    double wall = 0; ///< seconds
    double processor = 0; ///< seconds, of all threads and children
    double memory = 0; ///< MB that were resident at most
};

/// A program that is given files to check.
struct Validator {
    QString name;
    QStringList command; ///< the files come after it
    QString needs; ///< a file or program without which it cannot run
};

/// What our program should cost at most, or the linter at least, in wall clocks of `xmllint --schema` or of ours.
struct Wanted {
    QString subject;
    QString measure;
    double most = 0; ///< of the subject's wall clock divided by the measure's
};

const QString engineRules = u"ours, --ruleset engine"_s;
const QString allRules = u"ours, all rules"_s;
const QString wellFormed = u"xmllint --noout"_s;
const QString schema = u"xmllint --schema"_s;
const QString linter = u"bpmnlint, recommended"_s;
const QString modelApi = u"camunda-bpmn-model"_s;

QList<Validator> validators()
{
    const QString peers = QStringLiteral(PEERS);
    const QString modelJar = peers + u"/modelapi/modelapi.jar"_s;
    return {
        {engineRules, {QStringLiteral(PROGRAM), u"validate"_s, u"--ruleset"_s, u"engine"_s}, {}},
        {allRules, {QStringLiteral(PROGRAM), u"validate"_s, u"--ruleset"_s, u"strict"_s}, {}},
        {wellFormed, {u"xmllint"_s, u"--noout"_s}, u"xmllint"_s},
        {schema, {u"xmllint"_s, u"--noout"_s, u"--schema"_s, QStringLiteral(SCHEMA)}, u"xmllint"_s},
        {linter,
         {u"node"_s, peers + u"/linter/node_modules/bpmnlint/bin/bpmnlint.js"_s, u"-c"_s,
          peers + u"/linter/.bpmnlintrc"_s},
         peers + u"/linter/node_modules/bpmnlint/bin/bpmnlint.js"_s},
        {modelApi,
         {u"java"_s, u"-cp"_s, modelJar + u':' + peers + u"/modelapi/lib/*"_s, u"bench.ReadModels"_s},
         modelJar},
    };
}

/// Of all of them: bpmnlint looks for its rules from there.
QString workingFolder()
{
    return QStringLiteral(PEERS) + u"/linter"_s;
}

bool isThere(const QString &needed)
{
    return needed.isEmpty() || QFileInfo::exists(needed) || !QStandardPaths::findExecutable(needed).isEmpty();
}

std::optional<Cost> run(const QStringList &command)
{
    QProcess process;
    process.setWorkingDirectory(workingFolder());
    process.start(QStringLiteral(COST), command, QIODevice::ReadOnly);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        return {};
    const QList<QByteArray> numbers = process.readAllStandardOutput().simplified().split(' ');
    return Cost{numbers.value(0).toDouble(), numbers.value(1).toDouble(), numbers.value(2).toDouble() / 1024};
}

/// Each number by itself.
Cost median(std::vector<Cost> costs)
{
    const auto of = [&](double Cost::*number) {
        std::ranges::sort(costs, {}, number);
        return costs[costs.size() / 2].*number;
    };
    return {of(&Cost::wall), of(&Cost::processor), of(&Cost::memory)};
}

/// One table: every validator on the same files, by turns, so that whatever else the machine does meets them all.
class Comparison {
public:
    Comparison(const QString &title, const QStringList &files, int times) : m_files(files)
    {
        std::printf("\n%s\n%-26s %9s %9s %9s  %s\n", qPrintable(title), "", "wall s", "CPU s", "MB",
                    "wall, by xmllint --schema");
        std::map<QString, std::vector<Cost>> costs;
        for (int i = 0; i < times; ++i) {
            for (const Validator &validator : validators()) {
                // A single run of what takes long is long enough.
                const auto &known = costs[validator.name];
                if (!isThere(validator.needs) || (!known.empty() && known.front().wall > 20))
                    continue;
                if (const auto cost = run(validator.command + m_files))
                    costs[validator.name].push_back(*cost);
            }
        }
        for (const auto &[name, runs] : costs) {
            if (!runs.empty())
                m_costs[name] = median(runs);
        }
    }

    void print(const QList<Wanted> &wishes) const
    {
        for (const Validator &validator : validators()) {
            const Cost *cost = find(validator.name);
            const Cost *measure = find(schema);
            std::printf("%-26s ", qPrintable(validator.name));
            if (!cost)
                std::printf("NOT MEASURED: %s\n", isThere(validator.needs) ? "it failed" : "it is not installed");
            else if (!measure)
                std::printf("%9.3f %9.3f %9.0f\n", cost->wall, cost->processor, cost->memory);
            else
                std::printf("%9.3f %9.3f %9.0f  %9.2f\n", cost->wall, cost->processor, cost->memory,
                            cost->wall / measure->wall);
        }
        for (const Wanted &wish : wishes) {
            const Cost *subject = find(wish.subject);
            const Cost *measure = find(wish.measure);
            if (subject && measure)
                judge(u"%1 by %2"_s.arg(wish.subject, wish.measure), subject->wall / measure->wall, wish.most);
        }
        std::fflush(stdout);
    }

    const Cost *find(const QString &name) const
    {
        const auto found = m_costs.find(name);
        return found == m_costs.end() ? nullptr : &found->second;
    }

    static void judge(const QString &what, double is, double most)
    {
        std::printf("  %-52s %9.3f, wanted at most %g %s\n", qPrintable(what), is, most, is <= most ? "" : "EXCEEDED");
    }

private:
    QStringList m_files;
    std::map<QString, Cost> m_costs;
};

double megabytes(const QStringList &files)
{
    double bytes = 0;
    for (const QString &file : files)
        bytes += double(QFileInfo(file).size());
    return bytes / 1e6;
}

void compareFolder(const QStringList &files)
{
    const Comparison comparison(u"a folder: %1 models, %2 MB"_s.arg(files.size()).arg(megabytes(files), 0, 'f', 1),
                                files, 5);
    comparison.print({{engineRules, schema, 1.5}, {allRules, schema, 3}, {allRules, linter, 1.0 / 25}});
    const Validator ours = validators()[1];
    const auto few = run(ours.command + files.mid(0, std::max<qsizetype>(files.size() / 10, 1)));
    if (const Cost *many = comparison.find(allRules); many && few)
        Comparison::judge(u"MB for these files by MB for a tenth of them"_s, many->memory / few->memory, 2);
}

void compareLarge(const QString &file)
{
    const Comparison comparison(u"10,000 tasks with their diagram: %1 MB"_s.arg(megabytes({file}), 0, 'f', 1), {file},
                                7);
    comparison.print({{engineRules, schema, 2}, {allRules, schema, 2}, {allRules, linter, 1.0 / 25}});
}

void compareSmall(const QString &file)
{
    const Comparison comparison(
        u"one small file, from start to answer: %1 kB"_s.arg(megabytes({file}) * 1000, 0, 'f', 1), {file}, 21);
    comparison.print({});
    if (const Cost *ours = comparison.find(allRules))
        Comparison::judge(u"ours, all rules, seconds"_s, ours->wall, 0.03);
}

Result<QString> written(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return fail(ErrorCode::Storage, u"The file %1 cannot be written"_s.arg(path), file.errorString());
    return path;
}

Result<void> compareAll()
{
    const QTemporaryDir folder;
    QString corpus = qEnvironmentVariable("PIPELINE_CORPUS");
    if (corpus.isEmpty()) {
        corpus = folder.filePath(u"samples"_s);
        QDir().mkpath(corpus);
        if (const auto copied = bench::copySamples(corpus, 2000); !copied)
            return copied;
    }
    const QStringList files = bench::modelsBelow(QDir(corpus).absolutePath());
    if (files.isEmpty())
        return fail(ErrorCode::NotFound, u"There is no .bpmn file below %1"_s.arg(corpus));
    const auto large = written(folder.filePath(u"large.bpmn"_s), bench::modelOf(10'000));
    const auto small = written(folder.filePath(u"small.bpmn"_s), bench::modelOf(5));
    if (!large || !small)
        return fail(large ? small.error() : large.error());
    compareSmall(*small);
    compareLarge(*large);
    compareFolder(files);
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QDir().mkpath(workingFolder());
    const auto done = compareAll();
    if (!done)
        std::printf("%s\n", qPrintable(done.error().text()));
    return done ? 0 : 1;
}
