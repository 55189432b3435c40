// SPDX-License-Identifier: Apache-2.0
#include "ui/common/segmentedswitch.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using pipeline::ui::SegmentedSwitch;

class TestSegmentedSwitch : public QObject {
    Q_OBJECT

    std::unique_ptr<SegmentedSwitch> m_switch;

    QToolButton *button(int index) const { return m_switch->findChildren<QToolButton *>().at(index); }

private slots:
    void init()
    {
        m_switch = std::make_unique<SegmentedSwitch>(u"Group by"_s);
        for (const QString &text : {u"Sprint"_s, u"State"_s, u"None"_s})
            m_switch->addSegment(text);
        m_switch->show();
        QVERIFY(QTest::qWaitForWindowActive(m_switch.get()));
    }

    void oneSegmentIsOn()
    {
        QCOMPARE(m_switch->current(), 0);
        QSignalSpy chosen(m_switch.get(), &SegmentedSwitch::chosen);
        m_switch->setCurrent(2);
        QCOMPARE(m_switch->current(), 2);
        QCOMPARE(chosen.count(), 0);
        QTest::mouseClick(button(1), Qt::LeftButton);
        QCOMPARE(m_switch->current(), 1);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(!button(0)->isChecked() && button(1)->isChecked() && !button(2)->isChecked());
    }

    void arrowsMoveInside()
    {
        button(0)->setFocus();
        QTest::keyClick(button(0), Qt::Key_Right);
        QCOMPARE(m_switch->current(), 1);
        QVERIFY(button(1)->hasFocus());
        QTest::keyClick(button(1), Qt::Key_End);
        QCOMPARE(m_switch->current(), 2);
        QTest::keyClick(button(2), Qt::Key_Right);
        QCOMPARE(m_switch->current(), 2);
        QTest::keyClick(button(2), Qt::Key_Home);
        QCOMPARE(m_switch->current(), 0);
        QTest::keyClick(button(0), Qt::Key_Left);
        QCOMPARE(m_switch->current(), 0);
    }

    void tabStopsOnceAtTheOneThatIsOn()
    {
        m_switch->setCurrent(1);
        QList<bool> stops;
        for (int i = 0; i < 3; ++i)
            stops << bool(button(i)->focusPolicy() & Qt::TabFocus);
        QCOMPARE(stops, QList<bool>({false, true, false}));
        QCOMPARE(button(1)->accessibleName(), u"Group by: State"_s);
    }
};

QTEST_MAIN(TestSegmentedSwitch)
#include "tst_segmentedswitch.moc"
