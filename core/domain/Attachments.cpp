#include "core/domain/Attachments.h"

#include "core/base/Text.h"

#include <QtCore/QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype longestFileBytes = 200;
constexpr qsizetype longestEnding = 16;
constexpr qsizetype textLookedAt = 64 << 10;

bool isUnsafe(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // turns the reading direction, or is not seen at all
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return c < 0x80 && QStringView(u"/\\:*?\"<>|").contains(QChar(ushort(c)));
    }
}

bool fits(const QString &name)
{
    return name.size() <= longestFileName && name.toUtf8().size() <= longestFileBytes;
}

void chopOne(QString &text)
{
    const bool pair = text.size() > 1 && text.back().isLowSurrogate();
    text.chop(pair ? 2 : 1);
}

QString endingOf(QStringView name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot < 0 ? QString() : name.sliced(dot + 1).toString().toLower();
}

bool isPlainText(const QByteArray &bytes)
{
    const QByteArray begin = bytes.first(std::min(bytes.size(), textLookedAt));
    if (begin.startsWith("#!") || begin.startsWith("%!"))
        return false;
    const bool control = std::any_of(begin.begin(), begin.end(), [](char c) {
        return (uchar(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7f;
    });
    if (control)
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8); // a letter that is cut off at the end is no error
    const QString text = decoder(begin);
    return !decoder.hasError();
}

} // namespace

QString safeFileName(QStringView name)
{
    const qsizetype slash = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    QString safe;
    for (const char32_t c : name.sliced(slash + 1).toUcs4()) {
        if (!isUnsafe(c))
            safe += QString::fromUcs4(&c, 1);
    }
    safe = safe.simplified();
    while (safe.startsWith(u'.') || safe.startsWith(u' '))
        safe.remove(0, 1);
    while (safe.endsWith(u'.') || safe.endsWith(u' '))
        safe.chop(1);
    if (!fits(safe)) {
        const qsizetype dot = safe.lastIndexOf(u'.');
        const bool hasEnding = dot > 0 && safe.size() - dot <= longestEnding;
        const QString ending = hasEnding ? safe.sliced(dot) : QString();
        safe.chop(ending.size());
        safe.truncate(longestFileName); // what is shortened one by one is short
        while (!safe.isEmpty() && (safe.back().isHighSurrogate() || !fits(safe + ending)))
            chopOne(safe);
        safe = safe.trimmed() + ending;
    }
    return safe.isEmpty() ? u"attachment"_s : safe;
}

bool isAmong(const QList<Attachment> &files, const QString &sha256)
{
    return std::any_of(files.begin(), files.end(),
                       [&](const Attachment &file) { return file.sha256 == sha256; });
}

bool isSha256(QStringView text)
{
    constexpr qsizetype digits = 64;
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f')
                   || (c >= u'A' && c <= u'F');
           });
}

FileKind harmlessKind(QStringView name, const QByteArray &bytes)
{
    const QString ending = endingOf(name);
    if (ending == "png"_L1 && bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return FileKind::Image;
    if ((ending == "jpg"_L1 || ending == "jpeg"_L1) && bytes.startsWith("\xff\xd8\xff"))
        return FileKind::Image;
    if (ending == "gif"_L1 && (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")))
        return FileKind::Image;
    if (ending == "webp"_L1 && bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return FileKind::Image;
    if (ending == "pdf"_L1 && bytes.startsWith("%PDF-"))
        return FileKind::Pdf;
    if ((ending == "txt"_L1 || ending == "log"_L1) && isPlainText(bytes))
        return FileKind::Text;
    return FileKind::Other;
}

bool saysAttached(QStringView reply)
{
    static constexpr QLatin1StringView theirs[]
        = {"you attached"_L1, "you have attached"_L1, "you've attached"_L1, "your attach"_L1,
           "you sent"_L1,     "not attached"_L1,      "could you"_L1,       "can you"_L1,
           "sie angeh"_L1,    "ihr anhang"_L1,        "ihrem anhang"_L1,    "ihren anhang"_L1,
           "su adjunto"_L1,   "tu adjunto"_L1,        "puede adjunt"_L1,    "puedes adjunt"_L1};
    static constexpr QStringView ours[] = {u" i have attached ",
                                           u" i've attached ",
                                           u" i attach ",
                                           u" i am attaching ",
                                           u" we have attached ",
                                           u" we've attached ",
                                           u" is attached ",
                                           u" are attached ",
                                           u" attached you will ",
                                           u" attached you'll ",
                                           u" find attached ",
                                           u" attached is ",
                                           u" attached are ",
                                           u" see attached ",
                                           u" in the attachment ",
                                           u" see the attachment ",
                                           u" the attached ",
                                           u" im anhang ",
                                           u" anbei ",
                                           u" beigefügt ",
                                           u" habe ich angehängt ",
                                           u" hänge ich ",
                                           u" ich hänge ",
                                           u" le adjunto ",
                                           u" te adjunto ",
                                           u" adjunto le ",
                                           u" adjunto te ",
                                           u" adjuntamos ",
                                           u" en el adjunto ",
                                           u" adjunto encontrará ",
                                           u" adjunto encontrarás "};
    for (const QString &sentence : text::sentences(reply)) {
        QString plain = u' ' + sentence.toLower() + u' ';
        for (QChar &c : plain) {
            if (c == u'’')
                c = u'\'';
            else if (c.isPunct() && c != u'\'')
                c = u' ';
        }
        plain = u' ' + plain.simplified() + u' ';
        const bool notOurs = std::any_of(std::begin(theirs), std::end(theirs),
                                         [&](auto words) { return plain.contains(words); });
        const bool says = std::any_of(std::begin(ours), std::end(ours),
                                      [&](auto words) { return plain.contains(words); });
        if (says && !notOurs)
            return true;
    }
    return false;
}

} // namespace baton
