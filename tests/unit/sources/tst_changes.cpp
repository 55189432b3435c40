// SPDX-License-Identifier: Apache-2.0
#include "sources/changes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pipeline::sources;
using namespace Qt::StringLiterals;

class TestChanges : public QObject {
    Q_OBJECT

    const QTemporaryDir m_folder;
    const QString m_a = m_folder.filePath(u"a"_s);
    const QString m_b = m_folder.filePath(u"b"_s);

    static void write(const QString &path, const QByteArray &bytes, const QDateTime &modified)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        QVERIFY(file.flush());
        QVERIFY(file.setFileTime(modified, QFile::FileModificationTime));
    }

private slots:
    void tellsWhatIsNewChangedAndGone()
    {
        const QDateTime then(QDate(2026, 3, 1), QTime(12, 0));
        write(m_a, "1", then);
        write(m_b, "1", then);
        Changes changes;
        QCOMPARE(changes.changed({m_a, m_b}), (QStringList{m_a, m_b}));
        QCOMPARE(changes.changed({m_a, m_b}), QStringList());
        QCOMPARE(changes.removed(), QStringList());

        write(m_a, "2", then.addMSecs(1));
        QCOMPARE(changes.changed({m_a, m_b}), QStringList{m_a});
        write(m_b, "12", then);
        QCOMPARE(changes.changed({m_a, m_b}), QStringList{m_b});

        QCOMPARE(changes.changed({m_b}), QStringList());
        QCOMPARE(changes.removed(), QStringList{m_a});
        QCOMPARE(changes.changed({m_a, m_b}), QStringList{m_a});
        QCOMPARE(changes.removed(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
