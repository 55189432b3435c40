// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QFile>

#include <cstdint>
#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// Runs a fuzz target once on each seed: what the compilers without a fuzzer can do of it.
int main()
{
    int count = 0;
    for (const QString &folder : QStringLiteral(SEEDS).split(u':')) {
        QDirIterator seeds(folder, QDir::Files, QDirIterator::Subdirectories);
        while (seeds.hasNext()) {
            QFile seed(seeds.next());
            if (!seed.open(QIODevice::ReadOnly)) {
                std::fprintf(stderr, "cannot read %s\n", qPrintable(seed.fileName()));
                return 1;
            }
            const QByteArray bytes = seed.readAll();
            LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size()));
            ++count;
        }
    }
    std::printf("%d seeds\n", count);
    return count > 0 ? 0 : 1;
}
