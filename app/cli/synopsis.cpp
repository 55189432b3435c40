// SPDX-License-Identifier: Apache-2.0
#include "synopsis.h"

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

QString alternatives(const QStringList &words)
{
    return words.size() < 2 ? words.join(QString())
                            : words.mid(0, words.size() - 1).join(", "_L1) + " or "_L1 + words.last();
}

QString counted(qsizetype number)
{
    return number == 0 ? u"no argument"_s : u"%1 argument%2"_s.arg(number).arg(number == 1 ? u""_s : u"s"_s);
}

Result<void> checkValue(const Option &option, const QString &value)
{
    if (!option.choices.isEmpty() && !option.choices.contains(value))
        return fail(ErrorCode::InvalidInput,
                    u"--%1 must be %2, it is \"%3\""_s.arg(option.name, alternatives(option.choices), value));
    if (!option.range)
        return {};
    bool numeric = false;
    const int number = value.toInt(&numeric);
    if (!numeric || number < option.range->first || number > option.range->second)
        return fail(ErrorCode::InvalidInput,
                    u"--%1 must be a number from %2 to %3, it is \"%4\""_s.arg(option.name)
                        .arg(option.range->first)
                        .arg(option.range->second)
                        .arg(value));
    return {};
}

Result<void> checkArguments(const Synopsis &synopsis, const QStringList &words)
{
    qsizetype least = 0;
    bool several = false;
    for (const Argument &argument : synopsis.arguments) {
        least += argument.number == Argument::Number::AtMostOne ? 0 : 1;
        several = several || argument.number == Argument::Number::Several;
    }
    if (words.size() < least)
        return fail(ErrorCode::InvalidInput,
                    u"%1 needs %2"_s.arg(synopsis.name, synopsis.arguments[words.size()].spelling()));
    if (words.size() > synopsis.arguments.size() && !several) {
        // What was given is not repeated, for it may be a secret in the wrong place.
        return fail(
            ErrorCode::InvalidInput,
            u"%1 takes %2; there are %3"_s.arg(synopsis.name, counted(synopsis.arguments.size())).arg(words.size()));
    }
    for (qsizetype i = 0; i < words.size(); ++i) {
        const Argument &argument = synopsis.arguments[std::min(i, synopsis.arguments.size() - 1)];
        if (!argument.choices.isEmpty() && !argument.choices.contains(words[i]))
            return fail(ErrorCode::InvalidInput,
                        u"%1 must be %2, it is \"%3\""_s.arg(argument.name, alternatives(argument.choices), words[i]));
    }
    return {};
}

} // namespace

QString Option::spelling() const
{
    return (letter.isEmpty() ? QString() : u"-%1, "_s.arg(letter)) + u"--"_s + name
        + (value.isEmpty() ? QString() : u' ' + value);
}

QString Argument::spelling() const
{
    switch (number) {
    case Number::One:
        return name;
    case Number::AtMostOne:
        return u'[' + name + u']';
    case Number::Several:
        return name + u'…';
    }
    return name;
}

ExitCode wrongCall()
{
    return {2, u"The call or the configuration is wrong."_s};
}

ExitCode databaseAway()
{
    return {3, u"The backlog database is out of reach."_s};
}

QList<Option> Synopsis::allOptions() const
{
    return options + commonOptions(formats);
}

QList<Option> commonOptions(const QStringList &formats)
{
    return {
        {.name = u"config"_s, .description = u"Configuration file instead of the user's own."_s, .value = u"FILE"_s},
        {.name = u"backlog"_s,
         .description = u"Backlog instead of the configured one: sqlite:/path."_s,
         .value = u"URL"_s},
        {.name = u"environment"_s,
         .description = u"Environment instead of the default one; lists show it alone."_s,
         .value = u"NAME"_s},
        {.name = u"format"_s,
         .description = u"How results are printed."_s,
         .value = u"FORMAT"_s,
         .fallback = formats.first(),
         .choices = formats},
        {.name = u"by"_s, .description = u"Who acts, instead of PIPELINE_USER or the login."_s, .value = u"NAME"_s},
        {.name = u"quiet"_s, .description = u"Print results and errors only."_s, .letter = u"q"_s},
        {.name = u"verbose"_s, .description = u"Print every log line."_s},
        {.name = u"help"_s, .description = u"Show this help."_s, .letter = u"h"_s},
        {.name = u"version"_s, .description = u"Show the version."_s, .letter = u"v"_s},
    };
}

void declare(QCommandLineParser &parser, const QList<Option> &options)
{
    for (const Option &option : options) {
        QStringList names{option.name};
        if (!option.letter.isEmpty())
            names.prepend(option.letter);
        parser.addOption({names, option.description, option.value, option.fallback});
    }
}

Result<void> checkCall(const Synopsis &synopsis, const QCommandLineParser &parser)
{
    for (const Option &option : synopsis.allOptions()) {
        if (option.value.isEmpty() || !parser.isSet(option.name))
            continue;
        for (const QString &value : parser.values(option.name))
            if (const auto valid = checkValue(option, value); !valid)
                return valid;
    }
    return checkArguments(synopsis, parser.positionalArguments());
}

} // namespace pipeline::cli
