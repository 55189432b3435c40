// SPDX-License-Identifier: Apache-2.0
#include "ui/common/theme.h"
#include "ui/shell/toast.h"
#include "ui/shell/toasts.h"

#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;

class TestToasts : public QObject {
    Q_OBJECT

private slots:
    void theyStandOneAboveTheOtherInFull()
    {
        ui::Theme theme;
        theme.apply(ui::ThemeChoice::Light);
        QWidget window;
        window.resize(1100, 680);
        window.show();
        QMenu notices;
        ui::Toasts toasts(theme, &notices, &window);
        for (const QString &text :
             {u"Short."_s, u"A text that needs more than one line of a toast, for it goes on. "_s.repeated(3),
              u"Short again."_s})
            toasts.show({.tone = u"fail"_s, .icon = u"fail"_s, .title = u"A title"_s, .text = text});
        const QList<ui::Toast *> shown = toasts.findChildren<ui::Toast *>();
        QCOMPARE(shown.size(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(shown.last()->isVisible(), 30000);
        int bottom = 0;
        for (const ui::Toast *toast : shown) {
            QVERIFY(toast->height() >= toast->heightForWidth(toast->width()));
            const QRect place(toast->mapTo(&window, QPoint()), toast->size());
            QVERIFY(place.top() >= bottom);
            QVERIFY(window.rect().contains(place));
            bottom = place.bottom();
        }
        QVERIFY(shown[1]->height() > shown[0]->height());
        QCOMPARE(notices.actions().size(), 3);
        QCOMPARE(notices.actions().first()->toolTip(), u"Short again."_s);
    }

    void theOldestGivesWay()
    {
        ui::Theme theme;
        theme.apply(ui::ThemeChoice::Light);
        QWidget window;
        window.resize(1100, 680);
        QMenu notices;
        ui::Toasts toasts(theme, &notices, &window);
        for (int i = 0; i < 4; ++i)
            toasts.show({.tone = u"fail"_s, .title = QString::number(i)});
        const QList<ui::Toast *> shown = toasts.findChildren<ui::Toast *>();
        QCOMPARE(shown.size(), 3);
        QVERIFY(shown.first()->accessibleName().startsWith(u'1'));
        QCOMPARE(notices.actions().size(), 4); // all are remembered
    }
};

QTEST_MAIN(TestToasts)
#include "tst_toasts.moc"
