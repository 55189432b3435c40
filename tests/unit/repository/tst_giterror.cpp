// SPDX-License-Identifier: Apache-2.0
#include "repository/giterror.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::repository;

/// Words of git for what cannot be brought about in a test of the mirror.
class tst_GitError : public QObject {
    Q_OBJECT

private slots:
    void classifies_data();
    void classifies();
    void takesCredentialsAway();
    void condensesWords();
};

void tst_GitError::classifies_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("disk full") << QByteArray(
        "error: file write error: No space left on device\nfatal: unable to write loose object file\n"
        "fatal: early EOF\nfatal: fetch-pack: invalid index-pack output")
                               << ErrorCode::Storage;
    QTest::newRow("read-only") << QByteArray(
        "error: cannot lock ref 'refs/heads/main': Unable to create '/c/main.lock': Read-only file system")
                               << ErrorCode::Storage;
    QTest::newRow("not ours") << QByteArray("fatal: could not create leading directories of '/c': Permission denied")
                              << ErrorCode::Storage;
    QTest::newRow("damaged") << QByteArray(
        "error: object file objects/aa/bb is empty\nfatal: loose object aabb (stored in objects/aa/bb) is corrupt")
                             << ErrorCode::Corrupt;
    QTest::newRow("expired certificate") << QByteArray("fatal: unable to access 'https://h/r.git/': server certificate "
                                                       "verification failed. CAfile: none CRLfile: none")
                                         << ErrorCode::Refused;
    QTest::newRow("owner") << QByteArray("fatal: detected dubious ownership in repository at '/srv/r.git'")
                           << ErrorCode::Refused;
    QTest::newRow("lost") << QByteArray("fatal: the remote end hung up unexpectedly") << ErrorCode::Unreachable;
    QTest::newRow("proxy") << QByteArray(
        "fatal: unable to access 'https://h/r.git/': Failed to connect to proxy port 3128: Connection refused")
                           << ErrorCode::Unreachable;
    QTest::newRow("anything else") << QByteArray("fatal: something new") << ErrorCode::Refused;
}

void tst_GitError::classifies()
{
    QFETCH(QByteArray, words);
    QFETCH(ErrorCode, code);
    const Error error = explainGit(u"purpose"_s, words, {u"workers"_s, u"https://h/r.git"_s, u"main"_s, {}},
                                   u"/cache/workers.git"_s);
    QVERIFY2(error.code == code, qPrintable(error.text()));
    QCOMPARE(error.message, u"purpose"_s);
    if (code == ErrorCode::Corrupt || code == ErrorCode::Storage)
        QVERIFY(error.hint.contains("/cache/workers.git"_L1));
}

void tst_GitError::takesCredentialsAway()
{
    const Remote remote{u"workers"_s, u"https://h/r.git"_s, u"main"_s, credentials::Secret("t0ken")};
    QCOMPARE(withoutCredentials(u"'https://me:hunter2@h/r.git/' and HTTPS://t0ken@h, t0ken"_s, remote),
             u"'https://h/r.git/' and HTTPS://h, …"_s);
    QCOMPARE(withoutCredentials(u"git@github.com:a/b.git"_s, remote), u"git@github.com:a/b.git"_s);
}

void tst_GitError::condensesWords()
{
    const Error error = explainGit({}, "remote: \x1b[31mCounting\r\n\nerror: a\nerror: a\nfatal: b\n", {}, {});
    QCOMPARE(error.detail, u"remote: [31mCounting; error: a; fatal: b"_s);
}

QTEST_GUILESS_MAIN(tst_GitError)
#include "tst_giterror.moc"
