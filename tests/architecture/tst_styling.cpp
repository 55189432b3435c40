// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString ColourPattern =
    u"u\"#[0-9A-Fa-f]{3,8}\"|\\bQColor\\(\\s*(?:u\"|\\d|Qt::)|\\brgba?\\(|Qt::(?:red|green|blue|gray|black|white|yellow)\\b"_s;
const QString FontPattern =
    u"\\bset(?:PixelSize|PointSize|PointSizeF|Family)\\(\\s*(?:u\"|\\d)|font-(?:size|family)|\\bQFont\\(u\""_s;
const QString TokenPattern = u"\\bcolor\\(u\"(\\w+)\"_s\\)"_s;
const QString SizePattern = u"\\b(?:size|height)\\(u\"(\\w+\\.\\w+)\"_s"_s;
const QString IconPattern = u"\\b(?:icon|setThemeIcon)\\(u\"([\\w-]+)\"_s"_s;

} // namespace

/// Colours, sizes of text and icons come from the tokens, in one place.
class TestStyling : public QObject {
    Q_OBJECT

    const QDir m_root{qEnvironmentVariable("PIPELINE_SOURCE_DIR")};
    QJsonObject m_tokens;
    QMap<QString, QString> m_sources; ///< by path

    /// "file: text" for each match of \a pattern outside of the theme itself.
    QStringList matches(const QString &pattern, int group = 0) const
    {
        const QRegularExpression expression(pattern);
        QStringList found;
        for (auto it = m_sources.begin(); it != m_sources.end(); ++it) {
            for (auto match = expression.globalMatch(it.value()); match.hasNext();)
                found << it.key() + u": "_s + match.next().captured(group);
        }
        return found;
    }

    QStringList unknown(const QString &pattern, const QStringList &known) const
    {
        QStringList found = matches(pattern, 1);
        found.removeIf([&](const QString &each) { return known.contains(each.section(u": "_s, 1)); });
        return found;
    }

private slots:
    void initTestCase()
    {
        QFile tokens(m_root.filePath(u"resources/theme/tokens.json"_s));
        QVERIFY(tokens.open(QIODevice::ReadOnly));
        m_tokens = QJsonDocument::fromJson(tokens.readAll()).object();
        for (const QString &folder : {u"ui"_s, u"app/console"_s}) {
            QDirIterator files(m_root.filePath(folder), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString name = m_root.relativeFilePath(file.fileName());
                if (name != "ui/common/theme.cpp"_L1)
                    m_sources.insert(name, QString::fromUtf8(file.readAll()));
            }
        }
        QVERIFY(m_sources.size() > 40);
    }

    void noColourIsWrittenOut() { QCOMPARE(matches(ColourPattern).join(u'\n'), QString()); }

    /// QLabel has a property of that name, and the style sheet's would be shown as its text.
    void noStyleIsCalledText() { QCOMPARE(matches(u"setProperty\\(\"text\""_s).join(u'\n'), QString()); }

    void noSizeOrNameOfAFontIsWrittenOut() { QCOMPARE(matches(FontPattern).join(u'\n'), QString()); }

    void everyTokenExists()
    {
        const QStringList colors = m_tokens["color"_L1].toObject().keys();
        QVERIFY(colors.size() > 60);
        QCOMPARE(unknown(TokenPattern, colors).join(u'\n'), QString());
        QStringList sizes;
        for (const QString &group : {u"size"_s, u"space"_s, u"panels"_s, u"radius"_s, u"line"_s, u"motion"_s}) {
            for (const QString &name : m_tokens[group].toObject().keys())
                sizes << group + u'.' + name;
        }
        QCOMPARE(unknown(SizePattern, sizes).join(u'\n'), QString());
    }

    void everyIconExists()
    {
        QStringList icons = QDir(m_root.filePath(u"resources/icons"_s)).entryList({u"*.svg"_s});
        for (QString &icon : icons)
            icon.chop(4);
        QVERIFY(icons.size() > 60);
        QCOMPARE(unknown(IconPattern, icons).join(u'\n'), QString());
    }

    void theStyleSheetTakesItsColoursFromTheTokens()
    {
        QFile file(m_root.filePath(u"resources/theme/console.qss"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString sheet = QString::fromUtf8(file.readAll());
        QVERIFY(!sheet.contains(QRegularExpression(u"#[0-9A-Fa-f]{6}"_s)));
        static const QRegularExpression reference(u"@(?!font\\.|theme\\b)(\\w+)"_s);
        const QStringList colors = m_tokens["color"_L1].toObject().keys();
        QStringList missing;
        for (auto match = reference.globalMatch(sheet.section(u"*/"_s, 2)); match.hasNext();) {
            const QString name = match.next().captured(1);
            if (!colors.contains(name))
                missing << name;
        }
        QCOMPARE(missing.join(u' '), QString());
    }

    void textKeepsItsContrast()
    {
        const auto luminance = [](const QString &hex) {
            const auto channel = [&](int at) {
                const double value = hex.mid(at, 2).toInt(nullptr, 16) / 255.0;
                return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
        };
        const QJsonObject colors = m_tokens["color"_L1].toObject();
        const auto contrast = [&](const QString &first, const QString &second, const QString &theme) {
            const double a = luminance(colors[first].toObject()[theme].toString());
            const double b = luminance(colors[second].toObject()[theme].toString());
            return (qMax(a, b) + 0.05) / (qMin(a, b) + 0.05);
        };
        QStringList weak;
        for (const QString &theme : {u"light"_s, u"dark"_s}) {
            for (const QString &ground : {u"base"_s, u"window"_s, u"panel"_s, u"alternateBase"_s, u"selection"_s}) {
                for (const QString &text : {u"text"_s, u"textSecondary"_s, u"textTertiary"_s}) {
                    if (contrast(text, ground, theme) < 4.5)
                        weak << theme + u' ' + text + u" on "_s + ground;
                }
            }
            for (const QString &tone :
                 {u"okay"_s, u"run"_s, u"fail"_s, u"wait"_s, u"idle"_s, u"changed"_s, u"prod"_s}) {
                if (contrast(tone, tone + "Bg"_L1, theme) < 4.5)
                    weak << theme + u' ' + tone + u" on its tint"_s;
            }
        }
        QCOMPARE(weak.join(u'\n'), QString());
    }
};

QTEST_GUILESS_MAIN(TestStyling)
#include "tst_styling.moc"
