// SPDX-License-Identifier: Apache-2.0
#include "languagebox.h"

#include "preferences.h"

using namespace Qt::StringLiterals;

namespace pipeline::ui {

LanguageBox::LanguageBox(QWidget *parent) : ComboBox(parent)
{
    addItem(tr("As the system"), QString());
    addItem(u"English"_s, u"en"_s);
    addItem(u"Português (Brasil)"_s, u"pt_BR"_s);
    setCurrentIndex(findData(preferences::language()));
    setAccessibleName(tr("Language"));
    connect(this, &QComboBox::activated, this, [this] {
        preferences::setLanguage(currentData().toString());
        emit languageChanged();
    });
}

} // namespace pipeline::ui
