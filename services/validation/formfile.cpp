// SPDX-License-Identifier: Apache-2.0
#include "formfile.h"

#include "lenientjson.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

xml::Position positionIn(QStringView text, qsizetype offset)
{
    return TextCursor(text).at(offset);
}

QString unusable(LenientJson::Type type, const QString &text)
{
    if (type == LenientJson::Type::Object)
        return u"The form's `id` is an object."_s;
    if (type == LenientJson::Type::Literal && text.compare("null"_L1, Qt::CaseInsensitive) == 0)
        return u"The form's `id` is null."_s;
    return {};
}

} // namespace

FormFile readForm(const QByteArray &bytes)
{
    FormFile form;
    QStringDecoder decoder(QStringConverter::Utf8);
    const QString text = decoder(bytes);
    qsizetype idOffset = -1;
    FormComponentReader components(text);
    LenientJson json(text, [&](const LenientJson::Value &value) {
        components.read(value);
        if (value.depth != 1 || value.name != "id"_L1)
            return;
        form.hasId = true;
        form.idIsText = value.type == LenientJson::Type::Text;
        form.id = value.text;
        idOffset = value.offset;
        form.idRejected = {positionIn(text, value.offset), unusable(value.type, value.text)};
    });
    if (!json.read()) {
        form.rejected = {positionIn(text, json.problemOffset()), u"The form is not JSON: %1."_s.arg(json.problem())};
        return form;
    }
    if (json.isEmpty()) {
        form.lenient = {{1, 1}, u"The file is empty."_s};
        return form;
    }
    if (json.rootType() != LenientJson::Type::Object)
        form.rejected = {{1, 1}, u"The form is not a JSON object."_s};
    if (decoder.hasError())
        form.lenient = {{1, 1}, u"The file is not UTF-8."_s};
    else if (!json.leniency().isEmpty())
        form.lenient = {positionIn(text, json.leniencyOffset()),
                        u"The form is not proper JSON: %1."_s.arg(json.leniency())};
    form.components = components.components();
    if (idOffset >= 0)
        form.idPosition = positionIn(text, idOffset);
    return form;
}

} // namespace pipeline::validation
