#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# ksyntaxhighlighting.sh PREFIX: KSyntaxHighlighting for Qt 6 on Debian 12, which packages only the Qt 5 build.
#
# The prefix is put together from Debian's own signed packages:
#   library      Qt Creator carries a Qt 6 build of it (MIT); that package is unpacked, not installed
#   headers      of the Qt 5 build, libkf5syntaxhighlighting-dev, source compatible with it
#   definitions  are resources inside the Qt 5 library; a small program writes them out as files
# A CMake project then finds KF6::SyntaxHighlighting there, with KSH_DATA_DIR defined for
# Repository::addCustomSearchPath(). The prefix appears only after a program built with it highlighted XML.
set -euo pipefail

prefix=$1
qtcreator=9.0.2-2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
new=$work/prefix
mkdir -p "$new"/{lib/cmake/KF6SyntaxHighlighting,include,share/ksyntaxhighlighting}

# Library. apt checks the package's hash against Debian's signed index.
cd "$work"
download() { apt-get -qq -o APT::Sandbox::User=root download "qtcreator=$qtcreator"; }
download 2>/dev/null || { apt-get -qq update && download; }
dpkg-deb --extract qtcreator_*.deb unpacked
cp -a unpacked/usr/lib/*/qtcreator/libKSyntaxHighlighting.so* "$new/lib/"

# Headers.
kf5=/usr/include/KF5/KSyntaxHighlighting
cp -aL "$kf5/KSyntaxHighlighting" "$new/include/"

# Definitions.
cat >export.cpp <<'CPP'
#include <KSyntaxHighlighting/Repository>
#include <QCoreApplication>
#include <QDir>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const KSyntaxHighlighting::Repository keepsTheLibraryLinked;
    const QDir target(app.arguments().at(1));
    bool complete = true;
    for (const auto &folder : {QStringLiteral("syntax"), QStringLiteral("themes")}) {
        target.mkpath(folder);
        const QDir source(QStringLiteral(":/org.kde.syntax-highlighting/") + folder);
        for (const QString &name : source.entryList(QDir::Files))
            complete &= QFile::copy(source.filePath(name), target.filePath(folder + QLatin1Char('/') + name));
    }
    return complete ? 0 : 1;
}
CPP
# shellcheck disable=SC2046 # pkg-config answers with several words
g++ -fPIC -I"$kf5" export.cpp -o export $(pkg-config --cflags --libs Qt5Core) -lKF5SyntaxHighlighting
./export "$new/share/ksyntaxhighlighting"
chmod -R u+w "$new/share"

cat >"$new/lib/cmake/KF6SyntaxHighlighting/KF6SyntaxHighlightingConfig.cmake" <<'CMAKE'
include(CMakeFindDependencyMacro)
find_dependency(Qt6 COMPONENTS Core Gui Network)
cmake_path(SET ksh_prefix NORMALIZE "${CMAKE_CURRENT_LIST_DIR}/../../..")
if(NOT TARGET KF6::SyntaxHighlighting)
    add_library(KF6::SyntaxHighlighting SHARED IMPORTED)
    set_target_properties(KF6::SyntaxHighlighting PROPERTIES
        IMPORTED_LOCATION "${ksh_prefix}/lib/libKSyntaxHighlighting.so.9"
        INTERFACE_INCLUDE_DIRECTORIES "${ksh_prefix}/include;${ksh_prefix}/include/KSyntaxHighlighting"
        INTERFACE_COMPILE_DEFINITIONS "KSH_DATA_DIR=\"${ksh_prefix}/share/ksyntaxhighlighting\""
        INTERFACE_LINK_LIBRARIES "Qt6::Core;Qt6::Gui")
endif()
CMAKE

# The check.
mkdir check
cat >check/CMakeLists.txt <<'CMAKE'
cmake_minimum_required(VERSION 3.25)
project(check CXX)
set(CMAKE_CXX_STANDARD 20)
find_package(KF6SyntaxHighlighting REQUIRED)
add_executable(check check.cpp)
target_link_libraries(check KF6::SyntaxHighlighting)
CMAKE
cat >check/check.cpp <<'CPP'
#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <QCoreApplication>

struct Counter : KSyntaxHighlighting::AbstractHighlighter {
    int pieces = 0;
    void applyFormat(int, int length, const KSyntaxHighlighting::Format &format) override
    {
        pieces += length > 0 && format.isValid();
    }
    using AbstractHighlighter::highlightLine;
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    KSyntaxHighlighting::Repository repository;
    repository.addCustomSearchPath(QStringLiteral(KSH_DATA_DIR));
    for (const char *language : {"XML", "JSON", "HTML", "CSS", "JavaScript", "Diff"}) {
        if (!repository.definitionForName(QString::fromLatin1(language)).isValid())
            qFatal("no definition of %s", language);
    }
    Counter counter;
    counter.setDefinition(repository.definitionForName(QStringLiteral("XML")));
    counter.highlightLine(u"<task id=\"a\">text</task>", {});
    return counter.pieces > 4 ? 0 : 1;
}
CPP
{ cmake -G Ninja -S check -B check/build -DCMAKE_PREFIX_PATH="$new" && cmake --build check/build; } >check/log 2>&1 ||
    { cat check/log >&2; exit 1; }
check/build/check

mkdir -p "$(dirname "$prefix")"
mv -T "$new" "$prefix"
