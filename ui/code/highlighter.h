// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <memory>
#include <mutex>
#include <stop_token>

namespace pipeline::ui {

/// A part of a line and the colour of the tokens that it is drawn in.
struct Span {
    int start = 0;
    int length = 0;
    QString token;
};

/// Finds the words, texts and comments of a source by the rules of its language.
///
/// It blocks and may be used from any thread; the languages are read when the first source is asked for.
class Highlighter {
public:
    /// Sources above this size are shown plain.
    static constexpr qsizetype LargestSource = 2 * 1024 * 1024;

    Highlighter();
    ~Highlighter();

    /// The spans of each line; none for an unknown language, and in a build without highlighting.
    QList<QList<Span>> spans(const QString &fileName, const QStringList &lines, std::stop_token stop);

private:
    struct Languages;
    std::mutex m_mutex; ///< one language is read at a time
    std::unique_ptr<Languages> m_languages;
};

} // namespace pipeline::ui
