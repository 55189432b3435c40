// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validator.h"

#include "models/result.h"

#include <QTemporaryFile>

#include <functional>
#include <vector>

namespace pipeline::validation {

/// How much was found in a file.
struct Counts {
    qsizetype errors = 0;
    qsizetype warnings = 0;
    qsizetype infos = 0;
    qsizetype fixable = 0; ///< findings that a fix repairs

    Counts &operator+=(const Counts &other);
};

/// What is to be said of any number of files, in memory that their findings do not fill: these wait in a temporary
/// file, for what is wrong between the files is known last and told with each file. Only what the rules across files
/// ask for stays, and findings that the disk does not take.
class Reports {
public:
    /// Takes what is to be said of a file by itself.
    void add(FileReport report);

    /// Adds what is wrong between the files, and puts them in the order of their paths; once, when all are there.
    void finish(const Validator &validator, const Options &options);

    qsizetype size() const { return qsizetype(m_kept.size()); }

    /// Of file \a i, without its findings.
    const Counts &counts(qsizetype i) const { return m_kept[size_t(i)].counts; }

    /// Hands over the files one by one, without their fixes. Fails with ErrorCode::Storage when the temporary file
    /// cannot be read.
    Result<void> forEach(const std::function<void(const FileReport &report)> &take) const;

private:
    struct Kept {
        Counts counts;
        FileReport report;
        qint64 begin = -1; ///< of its findings in the temporary file; -1: they are in the report
        qint64 size = 0;
    };

    /// Without a buffer, so that what the disk does not take is known at once.
    struct File : QTemporaryFile {
        File() { QTemporaryFile::open(ReadWrite | Unbuffered); }
    };

    Result<FileReport> read(const Kept &kept) const;

    mutable File m_file;
    qint64 m_end = 0; ///< of what is in the file
    std::vector<Kept> m_kept;
};

} // namespace pipeline::validation
