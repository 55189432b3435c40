// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Include {
    QString file; ///< relative to the project
    QString header;
    bool system = false;
};

} // namespace

/// The arrows of the architecture: app → ui → services → models, and nothing the other way.
class TestLayers : public QObject {
    Q_OBJECT

    const QDir m_root{qEnvironmentVariable("PIPELINE_SOURCE_DIR")};

    QList<Include> includesBelow(const QString &folder) const
    {
        static const QRegularExpression line(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);
        QList<Include> includes;
        QDirIterator files(m_root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s cannot be read", qPrintable(file.fileName()));
            while (!file.atEnd()) {
                const auto match = line.match(QString::fromUtf8(file.readLine()));
                if (match.hasMatch())
                    includes << Include{m_root.relativeFilePath(file.fileName()), match.captured(2),
                                        match.captured(1) == "<"_L1};
            }
        }
        return includes;
    }

    /// The includes below \a folder that \a isForbidden names, as "file includes header".
    template<class F>
    QStringList offences(const QString &folder, F &&isForbidden) const
    {
        QStringList found;
        for (const Include &include : includesBelow(folder)) {
            if (isForbidden(include))
                found << include.file + u" includes "_s + include.header;
        }
        return found;
    }

    QStringList modules() const
    {
        return QDir(m_root.filePath(u"services"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }

private slots:
    void theTreeIsSeen()
    {
        QVERIFY(includesBelow(u"models"_s).size() > 20);
        QVERIFY(includesBelow(u"services"_s).size() > 100);
        QVERIFY(modules().contains("backlog"_L1));
    }

    void modelsKnowNothingButThemselvesAndValues()
    {
        static const QStringList io{
            u"QFile"_s, u"QDir"_s, u"QProcess"_s, u"QSqlDatabase"_s, u"QNetworkAccessManager"_s, u"QTcpSocket"_s};
        const QStringList services = modules();
        const QStringList found = offences(u"models"_s, [&](const Include &include) {
            const QString first = include.header.section(u'/', 0, 0);
            return io.contains(include.header)
                || (!include.system && (services.contains(first) || first == "ui"_L1 || first == "app"_L1));
        });
        QCOMPARE(found.join(u'\n'), QString());
    }

    void servicesKnowNoWindow()
    {
        static const QRegularExpression gui(
            u"^(QtWidgets|QtGui)(/|$)|^Q(Widget|Application|GuiApplication|Icon|Pixmap|Painter|Color|Font|Image|Palette)$"_s);
        const QStringList found = offences(u"services"_s, [](const Include &include) {
            return gui.match(include.header).hasMatch() || include.header.startsWith("ui/"_L1)
                || include.header.startsWith("app/"_L1);
        });
        QCOMPARE(found.join(u'\n'), QString());
    }

    void theWindowKnowsNoProgram()
    {
        const QStringList found = offences(u"ui"_s, [](const Include &include) {
            return include.header == "composition.h"_L1 || include.header.startsWith("cli/"_L1)
                || include.header.startsWith("app/"_L1);
        });
        QCOMPARE(found.join(u'\n'), QString());
    }

    void statementsStandInStores()
    {
        static const QRegularExpression sql(u"\"\\s*(select|insert into|update|delete from) "_s);
        QStringList found;
        for (const QString &folder : {u"services"_s, u"ui"_s, u"app"_s}) {
            QDirIterator files(m_root.filePath(folder), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                const QString name = m_root.relativeFilePath(file.fileName());
                // The ground of the stores, and the rows that two of them read.
                if (name.endsWith("store.cpp"_L1) || name.startsWith("services/store/"_L1)
                    || name.endsWith("rows.cpp"_L1))
                    continue;
                QVERIFY(file.open(QIODevice::ReadOnly));
                if (sql.match(QString::fromUtf8(file.readAll())).hasMatch())
                    found << name;
            }
        }
        QCOMPARE(found.join(u'\n'), QString());
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
