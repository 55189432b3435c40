// SPDX-License-Identifier: Apache-2.0
#include "http/multipart.h"

#include <QTest>

using namespace Qt::StringLiterals;
using pipeline::http::Multipart;

/// The bytes of multipart/form-data. The real engine reads them in the integration tests.
class TestMultipart : public QObject {
    Q_OBJECT

private slots:
    void writesFieldsAndFiles();
    void keepsBytes();
    void quotesNames_data();
    void quotesNames();
    void choosesOwnBoundaries();

private:
    static QByteArray boundary(const Multipart &form) { return form.contentType().split('=').last(); }
};

void TestMultipart::writesFieldsAndFiles()
{
    Multipart form;
    form.addField(u"deployment-name"_s, u"Gênesis"_s);
    form.addFile(u"file0"_s, u"análise crédito.bpmn"_s, "<a/>");
    const QByteArray limit = "--" + boundary(form);
    QCOMPARE(form.body(),
             limit + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nG\xc3\xaanesis\r\n" + limit
                 + "\r\nContent-Disposition: form-data; name=\"file0\"; filename=\"an\xc3\xa1lise cr\xc3\xa9"
                   "dito.bpmn\"\r\nContent-Type: application/octet-stream\r\n\r\n<a/>\r\n"
                 + limit + "--\r\n");
    QVERIFY(form.contentType().startsWith("multipart/form-data; boundary="));
}

void TestMultipart::keepsBytes()
{
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += char(i);
    all += "\r\n--\r\n";
    Multipart form;
    form.addFile(u"f"_s, u"x.bin"_s, all);
    QVERIFY(form.body().contains("\r\n\r\n" + all + "\r\n--" + boundary(form)));
}

void TestMultipart::quotesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("written");
    QTest::addRow("quote") << u"a\"b"_s << QByteArray("a%22b");
    QTest::addRow("line break") << u"a\r\nX: y"_s << QByteArray("a%0D%0AX: y");
    QTest::addRow("backslash") << u"a\\b"_s << QByteArray("a\\b");
    QTest::addRow("separators") << u"a;b=c"_s << QByteArray("a;b=c");
    QTest::addRow("beyond Latin 1") << u"日本"_s << QByteArray("\xe6\x97\xa5\xe6\x9c\xac");
}

void TestMultipart::quotesNames()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, written);
    Multipart form;
    form.addFile(name, name, "");
    QVERIFY2(form.body().contains("name=\"" + written + "\"; filename=\"" + written + "\"\r\n"), form.body());
}

void TestMultipart::choosesOwnBoundaries()
{
    QVERIFY(boundary(Multipart()) != boundary(Multipart()));
    QVERIFY(boundary(Multipart()).size() >= 32);
}

QTEST_GUILESS_MAIN(TestMultipart)
#include "tst_multipart.moc"
