// SPDX-License-Identifier: Apache-2.0
#include "workers/npmsettings.h"

#include "support/resultchecks.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using workers::pickNpmSettings;

class TestNpmSettings : public QObject {
    Q_OBJECT

private slots:
    void picksRegistryProxyAndAuthorities()
    {
        QTemporaryDir folder;
        QFile authorities(folder.filePath(u"ca.pem"_s));
        QVERIFY(authorities.open(QIODevice::WriteOnly));
        const auto settings = pickNpmSettings({{u"registry"_s, u"https://registry.example/"_s},
                                               {u"@zaz:registry"_s, u"https://own.example/npm/"_s},
                                               {u"https-proxy"_s, u"http://proxy.example:3128"_s},
                                               {u"proxy"_s, QJsonValue()},
                                               {u"noproxy"_s, QJsonArray{u""_s, u"a.example"_s, u"b.example"_s}},
                                               {u"cafile"_s, authorities.fileName()},
                                               {u"ca"_s, u"-----BEGIN\nEND; # x"_s},
                                               {u"strict-ssl"_s, false},
                                               {u"prefix"_s, u"/home/somebody"_s},
                                               {u"//registry.example/:_authToken"_s, u"planted-token"_s},
                                               {u"_auth"_s, u"planted-token"_s},
                                               {u"email"_s, u"planted-token"_s}},
                                              {});
        QCOMPARE(settings.configuration.split('\n'),
                 (QByteArrayList{"@zaz:registry=\"https://own.example/npm/\"", "ca=\"-----BEGIN\\nEND; # x\"",
                                 "cafile=\"" + authorities.fileName().toUtf8() + '"',
                                 "https-proxy=\"http://proxy.example:3128\"", "noproxy[]=\"a.example\"",
                                 "noproxy[]=\"b.example\"", "registry=\"https://registry.example/\"",
                                 "strict-ssl=\"false\"", ""}));
        QCOMPARE(settings.files, QStringList{authorities.fileName()});
        QCOMPARE(settings.notes, QStringList());
    }

    void takesPasswordsOutOfUrls()
    {
        QProcessEnvironment environment;
        environment.insert(u"HTTPS_PROXY"_s, u"http://somebody:planted-password@proxy.example:3128"_s);
        environment.insert(u"no_proxy"_s, u"localhost,.example"_s);
        environment.insert(u"NPM_TOKEN"_s, u"planted-password"_s);
        const auto settings = pickNpmSettings(
            {{u"proxy"_s, u"http://somebody:planted-password@proxy.example:3128"_s},
             {u"registry"_s, u"https://somebody:planted-password@registry.example/"_s}},
            environment);
        QVERIFY(!settings.configuration.contains("planted-password"));
        QVERIFY(settings.configuration.contains("proxy=\"http://proxy.example:3128\""));
        QCOMPARE(settings.environment.toStringList(),
                 (QStringList{u"HTTPS_PROXY=http://proxy.example:3128"_s, u"no_proxy=localhost,.example"_s}));
        QCOMPARE(settings.notes.size(), 3);
        QVERIFY(!settings.notes.join(u' ').contains(u"planted-password"_s));
    }

    void asksTheRealNpm()
    {
        const auto node = workers::findNode({});
        if (!node || node->npm.isEmpty())
            QSKIP("needs Node.js and npm");
        QTemporaryDir home;
        QFile file(home.filePath(u".npmrc"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("registry=https://registry.example/\n@zaz:registry=https://own.example/\nstrict-ssl=false\n"
                   "//registry.example/:_authToken=planted-token\n_auth=planted-token\n");
        file.close();
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
        environment.insert(u"HOME"_s, home.path());
        environment.insert(u"npm_config_noproxy"_s, u"intern.example"_s);
        const auto settings = workers::readNpmSettings(*node, environment, {});
        VERIFY_RESULT(settings);
        QVERIFY(!settings->configuration.contains("planted-token"));
        for (const auto &line : {"registry=\"https://registry.example/\"\n", "@zaz:registry=\"https://own.example/\"\n",
                                 "strict-ssl=\"false\"\n", "\"intern.example\"\n"})
            QVERIFY2(settings->configuration.contains(line), settings->configuration.constData());
    }

    void npmThatCannotRead()
    {
        auto node = workers::findNode({});
        if (!node)
            QSKIP("needs Node.js");
        node->npm = u"/no/such/npm-cli.js"_s;
        COMPARE_ERROR(workers::readNpmSettings(*node, {}, {}), ErrorCode::Refused);
    }
};

QTEST_GUILESS_MAIN(TestNpmSettings)
#include "tst_npmsettings.moc"
