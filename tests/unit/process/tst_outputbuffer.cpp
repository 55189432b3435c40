// SPDX-License-Identifier: Apache-2.0
#include "process/outputbuffer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using pipeline::process::OutputBuffer;

class TestOutputBuffer : public QObject {
    Q_OBJECT

private slots:
    void keepsAllWithinTheLimit()
    {
        OutputBuffer buffer(10, {});
        buffer.append("12345");
        buffer.append("67890");
        QVERIFY(!buffer.isTruncated());
        QCOMPARE(buffer.content(), "1234567890");
    }

    void saysHowMuchIsMissing()
    {
        OutputBuffer buffer(10, {});
        for (int i = 0; i < 1000; ++i)
            buffer.append("abc");
        QVERIFY(buffer.isTruncated());
        QCOMPARE(buffer.content(), "abcab\n[... 2990 bytes left out ...]\nbcabc");
    }

    void oneByteTooMany()
    {
        OutputBuffer buffer(10, {});
        buffer.append("12345678901");
        QVERIFY(buffer.isTruncated());
        QCOMPARE(buffer.content(), "12345\n[... 1 bytes left out ...]\n78901");
    }

    void cutsBetweenCharacters()
    {
        // The halves of seven bytes would end and begin within a character of two.
        OutputBuffer buffer(14, {});
        buffer.append(u"ãããããããããã"_s.toUtf8());
        const QString content = QString::fromUtf8(buffer.content());
        QCOMPARE(content, u"ããã\n[... 8 bytes left out ...]\nããã"_s);
    }

    void bytesThatAreNoTextAreKept()
    {
        OutputBuffer buffer(8, {});
        buffer.append(QByteArray(100, char(0x80)));
        QVERIFY(buffer.content().startsWith(QByteArray(4, char(0x80))));
    }

    void cutsLongLinesBetweenCharacters()
    {
        QByteArrayList lines;
        OutputBuffer buffer(100, [&](const QByteArray &line) { lines << line; });
        const QByteArray text = "x" + u"ã"_s.repeated(20'000).toUtf8();
        buffer.append(text);
        QCOMPARE(lines.size(), 2);
        buffer.finish();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.join(), text);
        for (const QByteArray &line : lines)
            QVERIFY(!QString::fromUtf8(line).contains(QChar::ReplacementCharacter));
    }

    void linesArriveBytewise()
    {
        QByteArrayList lines;
        OutputBuffer buffer(100, [&](const QByteArray &line) { lines << line; });
        for (const char byte : QByteArray("a\r\n\nb\rc\nrest"))
            buffer.append(QByteArray(1, byte));
        QCOMPARE(lines, (QByteArrayList{"a", "", "b\rc"}));
        buffer.finish();
        QCOMPARE(lines.last(), "rest");
    }
};

QTEST_GUILESS_MAIN(TestOutputBuffer)
#include "tst_outputbuffer.moc"
