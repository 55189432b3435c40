// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "filereport.h"
#include "sourcefile.h"

#include <map>
#include <span>

namespace pipeline::validation {

/// Where a finding points.
struct Place {
    xml::Position position;
    QString element; ///< id; empty for none

    Place() = default;
    explicit Place(xml::Position where, QString id = {}) : position(where), element(std::move(id)) {}
    /// \a where itself, or the nearest element around it that has an id.
    explicit Place(const xml::Element &where) : position(where.position), element(xml::toQString(where.nearestId())) {}
};

/// What a rule has found, before its severity is known.
struct Remark {
    bool engine = false; ///< the engine would not take the file, alone
    Place place;
    QString message;
    QString hint;
    qsizetype file = 0; ///< of a rule across files: which
    Fix fix = {}; ///< empty when there is not one obvious repair
};

/// Takes what a rule finds, in bounded memory: of each file the first 1,000 remarks that reject and the first 1,000
/// others are kept and the rest is counted, in a last remark of its own; long texts are cut.
class Remarks {
public:
    /// The engine rejects the file for this.
    void reject(const Place &place, const QString &message, const QString &hint = {}, const Fix &fix = {});

    /// The engine takes the file, and something is wrong with it still.
    void remark(const Place &place, const QString &message, const QString &hint = {}, const Fix &fix = {});

    /// Of a rule across files: something is wrong with \a file of the release.
    void remark(qsizetype file, const Place &place, const QString &message, const QString &hint = {});

    const QList<Remark> &all() const { return m_all; }

private:
    /// Of one file, those that reject or the others.
    struct Count {
        qsizetype added = 0;
        qsizetype last = 0; ///< index of the one that stands for the rest
    };

    void add(Remark remark);

    QList<Remark> m_all;
    std::map<std::pair<qsizetype, bool>, Count> m_counts;
};

/// A value of a file for a message, in back quotes; its beginning when it is long, for a name of megabytes, repeated in
/// each of many findings, would fill the memory.
QString quoted(std::string_view value);
QString quoted(const QString &value);

/// One thing that is checked. Its severity is the ruleset's affair.
struct Rule {
    /// What a rule needs of a file.
    enum class Needs { Nothing, Content };

    QString id; ///< also the name of its file, of its help page and of its fixtures' folder
    QList<FileKind> kinds; ///< of the files that it checks one by one
    Needs needs = Needs::Content; ///< Content: it is asked for readable files only
    void (*check)(const SourceFile &file, Remarks &remarks) = nullptr; ///< null for a rule across files only
    /// Files of one release in the order of their paths; null for a rule of single files.
    void (*checkRelease)(std::span<const FileReport> files, Remarks &remarks) = nullptr;
};

} // namespace pipeline::validation
