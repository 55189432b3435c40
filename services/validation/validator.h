// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "filereport.h"
#include "rule.h"

namespace pipeline::validation {

/// Says what is wrong with files, one by one and together. Its functions may be called from several threads at once.
///
/// One validator serves a whole program: it holds the compiled schemas.
class Validator {
public:
    Validator();

    /// All findings of one file. Workers have rules of their own elsewhere; for them there are none.
    FileReport validate(const InputFile &file, const Options &options) const;

    /// Adds to each report what is wrong between the files that are released together, and puts the reports in the
    /// order of their paths.
    void validateRelease(QList<FileReport> &reports, const Options &options) const;

    /// Both, for all files of a release.
    QList<FileReport> validateAll(const QList<InputFile> &files, const Options &options) const;

    /// What a file brings to a deployment and what it needs there; empty when it cannot be read.
    DefinitionFacts facts(const InputFile &file) const;

private:
    const QList<Rule> m_rules;
    const xml::Schemas m_schemas;
};

/// Every finding of \a reports, by path, line, column and rule.
QList<Finding> allFindings(const QList<FileReport> &reports);

} // namespace pipeline::validation
