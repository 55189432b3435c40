// SPDX-License-Identifier: Apache-2.0
#include "models/result.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;

class TestError : public QObject {
    Q_OBJECT

private slots:
    void text_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &message, const QString &detail, const QString &hint,
                            const QString &text) {
            QTest::newRow(name) << Error{ErrorCode::Storage, message, detail, hint} << text;
        };
        row("nothing", {}, {}, {}, {});
        row("a message", u"The disk is full"_s, {}, {}, u"The disk is full."_s);
        row("all parts", u"It failed"_s, u"ENOSPC"_s, u"Free some space"_s, u"It failed. ENOSPC. Free some space."_s);
        row("no detail", u"It failed"_s, {}, u"Try again"_s, u"It failed. Try again."_s);
        row("with ends of their own", u"It failed!"_s, u"Why?"_s, u"See:"_s, u"It failed! Why? See:"_s);
        row("a stop of its own", u"It failed."_s, u"x"_s, {}, u"It failed. x."_s);
    }

    void text()
    {
        QFETCH(Error, error);
        QFETCH(QString, text);
        QCOMPARE(error.text(), text);
    }

    void codes_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("exit");
        QTest::addColumn<bool>("transient");
        QTest::newRow("InvalidInput") << ErrorCode::InvalidInput << 2 << false;
        QTest::newRow("NotFound") << ErrorCode::NotFound << 2 << false;
        QTest::newRow("Conflict") << ErrorCode::Conflict << 1 << false;
        QTest::newRow("Refused") << ErrorCode::Refused << 1 << false;
        QTest::newRow("Unauthorized") << ErrorCode::Unauthorized << 1 << false;
        QTest::newRow("Unreachable") << ErrorCode::Unreachable << 3 << true;
        QTest::newRow("TimedOut") << ErrorCode::TimedOut << 3 << true;
        QTest::newRow("KeychainUnavailable") << ErrorCode::KeychainUnavailable << 3 << true;
        QTest::newRow("ToolMissing") << ErrorCode::ToolMissing << 3 << false;
        QTest::newRow("Storage") << ErrorCode::Storage << 3 << false;
        QTest::newRow("Corrupt") << ErrorCode::Corrupt << 3 << false;
        QTest::newRow("LeaseLost") << ErrorCode::LeaseLost << 3 << false;
        QTest::newRow("Cancelled") << ErrorCode::Cancelled << 130 << false;
        QTest::newRow("Internal") << ErrorCode::Internal << 3 << false;
    }

    void codes()
    {
        QFETCH(ErrorCode, code);
        QFETCH(int, exit);
        QFETCH(bool, transient);
        QCOMPARE(exitCode(code), exit);
        QCOMPARE(isTransient(code), transient);
    }

    void failBuildsTheErrorHalf()
    {
        const Result<int> result = fail(ErrorCode::NotFound, u"There is none"_s, {}, u"Make one"_s);
        QVERIFY(!result);
        QCOMPARE(result.error(), (Error{ErrorCode::NotFound, u"There is none"_s, {}, u"Make one"_s}));
        const Result<QString> handedOn = fail(result.error());
        QCOMPARE(handedOn.error(), result.error());
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
