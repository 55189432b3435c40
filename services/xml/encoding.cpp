// SPDX-License-Identifier: Apache-2.0
#include "encoding.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <libxml/encoding.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace pipeline::xml {

namespace {

QByteArray declaredEncoding(const QByteArray &bytes)
{
    static const QRegularExpression declaration(u"^<\\?xml\\s[^>]*?encoding\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')"_s);
    if (!bytes.startsWith("<?xml"))
        return {};
    const auto match = declaration.match(QString::fromLatin1(bytes.left(bytes.indexOf('>'))));
    return (match.captured(1) + match.captured(2)).toLatin1().toLower();
}

DecodedText fromUtf16(QByteArrayView bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding);
    const QString text = decoder(bytes);
    if (decoder.hasError() || bytes.size() % 2 != 0 || !text.isValidUtf16())
        return {{}, u"The file is not proper UTF-16, which its first bytes announce."_s};
    QByteArray utf8 = text.toUtf8();
    if (const QByteArray name = declaredEncoding(utf8); !name.isEmpty() && !name.startsWith("utf-16")) {
        return {{}, u"The file is in UTF-16, but its XML declaration says %1."_s.arg(QString::fromLatin1(name))};
    }
    return {std::move(utf8), {}};
}

struct BufferDeleter {
    void operator()(xmlBuffer *buffer) const { xmlBufferFree(buffer); }
};
using Buffer = std::unique_ptr<xmlBuffer, BufferDeleter>;

DecodedText fromNamed(const QByteArray &bytes, const QByteArray &name)
{
    xmlCharEncodingHandler *handler = xmlFindCharEncodingHandler(name.constData());
    if (!handler)
        return {{}, u"The encoding %1 of the XML declaration is not known."_s.arg(QString::fromLatin1(name))};
    const Buffer in(xmlBufferCreateSize(size_t(bytes.size()) + 1));
    const Buffer out(xmlBufferCreateSize(size_t(bytes.size()) * 2 + 16));
    xmlBufferAdd(in.get(), reinterpret_cast<const xmlChar *>(bytes.constData()), int(bytes.size()));
    int converted = 0;
    // It converts a piece at a time; 0 means that nothing is left, -3 that the buffer has grown and to go on.
    do {
        converted = xmlCharEncInFunc(handler, out.get(), in.get());
    } while ((converted > 0 || converted == -3) && xmlBufferLength(in.get()) > 0);
    const bool complete = converted >= 0 && xmlBufferLength(in.get()) == 0;
    xmlCharEncCloseFunc(handler);
    if (!complete)
        return {{},
                u"The file is not in the encoding %1 that its XML declaration names."_s.arg(QString::fromLatin1(name))};
    return {QByteArray(reinterpret_cast<const char *>(xmlBufferContent(out.get())), xmlBufferLength(out.get())), {}};
}

} // namespace

DecodedText decode(const QByteArray &bytes)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        return {bytes.sliced(3), {}, 3};
    if (bytes.startsWith("\xff\xfe"))
        return fromUtf16(QByteArrayView(bytes).sliced(2), QStringConverter::Utf16LE);
    if (bytes.startsWith("\xfe\xff"))
        return fromUtf16(QByteArrayView(bytes).sliced(2), QStringConverter::Utf16BE);
    // Without a byte order mark only an XML declaration is known as UTF-16, as the engine's parser has it.
    if (bytes.startsWith(QByteArrayView("<\0?\0", 4)))
        return fromUtf16(bytes, QStringConverter::Utf16LE);
    if (bytes.startsWith(QByteArrayView("\0<\0?", 4)))
        return fromUtf16(bytes, QStringConverter::Utf16BE);

    const QByteArray name = declaredEncoding(bytes);
    if (name.isEmpty() || name == "utf-8" || name == "utf8")
        return {bytes, {}, 0};
    return fromNamed(bytes, name);
}

} // namespace pipeline::xml
