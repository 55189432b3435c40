// SPDX-License-Identifier: Apache-2.0
#include "appearancecard.h"

#include "ui/common/segmentedswitch.h"
#include "ui/common/stillfield.h"
#include "ui/common/theme.h"
#include "ui/session/languagebox.h"
#include "ui/session/preferences.h"

using namespace Qt::StringLiterals;

namespace pipeline::ui {

AppearanceCard::AppearanceCard(Theme &theme, QWidget *parent)
    : SettingsCard(theme, u"sun"_s, tr("Appearance"), tr("for this user, at once"), parent)
{
    auto *themes = new SegmentedSwitch(tr("Theme"), this);
    const std::initializer_list<std::pair<QString, QString>> choices{// in the order of ThemeChoice
                                                                     {u"settings"_s, tr("System")},
                                                                     {u"sun"_s, tr("Light")},
                                                                     {u"moon"_s, tr("Dark")}};
    for (const auto &[icon, text] : choices)
        themes->addSegment(text, theme.icon(icon, u"textSecondary"_s), theme.icon(icon, u"accentText"_s));
    themes->setCurrent(int(theme.choice()));
    connect(themes, &SegmentedSwitch::chosen, this, [&theme](int index) {
        preferences::setTheme(ThemeChoice(index));
        theme.apply(ThemeChoice(index));
    });
    connect(&theme, &Theme::changed, themes, [themes, &theme] { themes->setCurrent(int(theme.choice())); });
    addRow(tr("Theme"), themes);

    auto *density = new SegmentedSwitch(tr("Density"), this);
    density->addSegment(tr("Normal"));
    density->addSegment(tr("Compact"));
    density->setCurrent(theme.isCompact() ? 1 : 0);
    connect(density, &SegmentedSwitch::chosen, this, [this, &theme](int index) {
        preferences::setCompact(index == 1);
        theme.setCompact(index == 1);
        emit layoutChanged();
    });
    addRow(tr("Density"), density, tr("height of the rows in tables"));

    auto *scale = new ComboBox(this);
    scale->addItem(tr("As the system"), 0);
    for (const int percent : {100, 125, 150, 175, 200})
        scale->addItem(tr("%1 %").arg(percent), percent);
    scale->setCurrentIndex(qMax(0, scale->findData(preferences::scale())));
    connect(scale, &QComboBox::activated, this, [scale] { preferences::setScale(scale->currentData().toInt()); });
    addRow(tr("Scale"), scale, tr("after a restart"));

    auto *language = new LanguageBox(this);
    connect(language, &LanguageBox::languageChanged, this, &AppearanceCard::layoutChanged);
    addRow(tr("Language"), language, tr("identifiers are never translated"));
}

} // namespace pipeline::ui
