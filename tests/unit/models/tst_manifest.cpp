// SPDX-License-Identifier: Apache-2.0
#include "models/manifest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;

class TestManifest : public QObject {
    Q_OBJECT

private slots:
    // The digests here are what  printf '…' | LC_ALL=C sort | sha256sum  says.

    void ofNothing()
    {
        QCOMPARE(Manifest().digest(), u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s);
        QCOMPARE(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    void ofARelease()
    {
        Manifest manifest;
        manifest.addFile(sha256Hex("b"), u"dmn"_s, u"Genesis/dmn/faixa-risco.dmn"_s);
        manifest.setWorkerCommit(QString(40, u'f'));
        manifest.addFile(sha256Hex("a"), u"bpmn"_s, u"Genesis/bpmn/análise.bpmn"_s);
        manifest.addFile(sha256Hex("a"), u"worker"_s, u"worker/é/index.js"_s);
        QCOMPARE(manifest.digest(), u"7bc83a81e1b083532dc4227d3fc96cd152e82a0071d99bc11350bc1f3e58ade5"_s);
    }

    void theOrderOfAddingIsNothing()
    {
        Manifest forth;
        Manifest back;
        for (int i = 0; i < 20; ++i) {
            forth.addFile(sha256Hex(QByteArray::number(i % 3)), u"bpmn"_s, u"é%1"_s.arg(i));
            back.addFile(sha256Hex(QByteArray::number((19 - i) % 3)), u"bpmn"_s, u"é%1"_s.arg(19 - i));
        }
        QCOMPARE(forth.digest(), back.digest());
    }

    void everythingCounts()
    {
        const auto digest = [](const QByteArray &bytes, const QString &type, const QString &path,
                               const QString &commit = {}) {
            Manifest manifest;
            manifest.addFile(sha256Hex(bytes), type, path);
            if (!commit.isEmpty())
                manifest.setWorkerCommit(commit);
            return manifest.digest();
        };
        const QSet<QString> digests{digest("a", u"bpmn"_s, u"G/a"_s),
                                    digest("b", u"bpmn"_s, u"G/a"_s),
                                    digest("a", u"dmn"_s, u"G/a"_s),
                                    digest("a", u"bpmn"_s, u"G/A"_s),
                                    digest("a", u"bpmn"_s, u"G/a"_s, QString(40, u'1')),
                                    digest("a", u"bpmn"_s, u"G/a"_s, QString(40, u'2')),
                                    Manifest().digest()};
        QCOMPARE(digests.size(), 7);
    }

    void twiceIsNotOnce()
    {
        Manifest once;
        once.addFile(sha256Hex("a"), u"bpmn"_s, u"G/a"_s);
        Manifest twice = once;
        twice.addFile(sha256Hex("a"), u"bpmn"_s, u"G/a"_s);
        QVERIFY(once.digest() != twice.digest());
    }
};

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
