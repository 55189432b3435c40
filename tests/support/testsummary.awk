# SPDX-License-Identifier: Apache-2.0
# Reads ctest's JUnit files and prints every skipped test with its reason, then "N passed, N failed, N skipped".
#
# A Qt Test program is counted by its functions and data rows, from the lines that it wrote, for ctest knows
# nothing of a QSKIP inside of it; any other test counts as one. initTestCase and cleanupTestCase are no tests.

function attribute(name) {
    if (!match($0, name "=\"[^\"]*\""))
        return ""
    return plain(substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 3))
}

function plain(text) {
    gsub(/&lt;/, "<", text)
    gsub(/&gt;/, ">", text)
    gsub(/&quot;/, "\"", text)
    gsub(/&amp;/, "\\&", text)
    return text
}

function skip(reason) {
    reasons[++skippedHere] = test ": " plain(reason)
}

/^\t<testcase / {
    test = attribute("name")
    if (ARGC > 2) { # the same test in several builds, build/PRESET/junit.xml
        split(FILENAME, folders, "/")
        test = folders[2] "/" test
    }
    status = attribute("status")
    passedHere = failedHere = skippedHere = 0
    notRun = ""
}
/^\t\t<skipped / { notRun = attribute("message") }

{ sub(/^\t\t<system-out>/, ""); sub(/<\/system-out>$/, "") }
/^PASS   : / && !/::(initTestCase|cleanupTestCase)\(\)/ { ++passedHere }
/^FAIL!  : / || /^XPASS  : / { ++failedHere }
/^SKIP   : / { skip(substr($0, 10)) }

/^\t<\/testcase>/ {
    if (status == "disabled")
        skip("disabled")
    else if (notRun ~ /^SKIP_/ && !skippedHere)
        skip(notRun)
    else if (notRun !~ /^SKIP_/ && status != "run" && !failedHere)
        failedHere = 1 # crashed, out of time, or could not be started
    else if (status == "run" && !(passedHere + skippedHere + failedHere))
        passedHere = 1
    passed += passedHere
    failed += failedHere
    for (i = 1; i <= skippedHere; ++i)
        print "skipped: " reasons[i]
    skipped += skippedHere
}

END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped }
