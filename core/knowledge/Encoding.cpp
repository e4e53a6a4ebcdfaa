#include "core/knowledge/Encoding.h"

#include <QtCore/QScopeGuard>
#include <QtCore/QStringDecoder>

#include <iconv.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr qsizetype longestName = 40;

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError();
}

Error atLine(qsizetype line, const QString &what)
{
    return {ErrorCode::InvalidInput, QString::number(line), what};
}

/// The name by which iconv knows it; null where it cannot be one.
QByteArray knownName(QByteArrayView declared)
{
    const QByteArray name = declared.trimmed().toByteArray().toLower();
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    if (name.size() > longestName || !plain)
        return {};
    for (const char *latin :
         {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"}) {
        if (name == latin)
            return "windows-1252";
    }
    return name == "utf8" ? QByteArray("utf-8") : name;
}

Result<QByteArray> converted(QByteArrayView bytes, const QByteArray &from)
{
    const iconv_t converter = iconv_open("UTF-8", from.constData());
    // POSIX: the failure is −1 as a pointer. NOLINTNEXTLINE(performance-no-int-to-ptr)
    if (converter == iconv_t(-1))
        return atLine(1,
                      u"the encoding %1 is not known; save the file as UTF-8"_s.arg(
                          QString::fromLatin1(from)));
    const auto close = qScopeGuard([&] { iconv_close(converter); });
    constexpr size_t most = 4; // bytes of UTF-8 for one of any other encoding
    QByteArray utf8(bytes.size() * qsizetype(most), Qt::Uninitialized);
    char *in = const_cast<char *>(bytes.data());
    char *out = utf8.data();
    size_t left = size_t(bytes.size());
    size_t room = size_t(utf8.size());
    if (iconv(converter, &in, &left, &out, &room) == size_t(-1))
        return atLine(bytes.first(bytes.size() - qsizetype(left)).count('\n') + 1,
                      u"this is not %1; save the file as UTF-8"_s.arg(QString::fromLatin1(from)));
    utf8.truncate(utf8.size() - qsizetype(room));
    return utf8;
}

} // namespace

qsizetype lineOfBadUtf8(QByteArrayView bytes)
{
    if (isUtf8(bytes))
        return 0;
    qsizetype line = 1;
    for (qsizetype begin = 0; begin < bytes.size(); ++line) {
        qsizetype end = bytes.indexOf('\n', begin);
        end = end < 0 ? bytes.size() : end;
        if (!isUtf8(bytes.sliced(begin, end - begin)))
            return line;
        begin = end + 1;
    }
    return line;
}

Result<QByteArray> toUtf8(QByteArrayView bytes, QByteArrayView declared)
{
    for (const auto &[mark, name] :
         {std::pair<QByteArrayView, const char *>{"\xef\xbb\xbf", "utf-8"},
          {"\xff\xfe", "utf-16le"},
          {"\xfe\xff", "utf-16be"}}) {
        if (bytes.startsWith(mark))
            return converted(bytes.sliced(mark.size()), name);
    }
    QByteArray name = knownName(declared);
    if (!declared.trimmed().isEmpty() && name.isEmpty())
        return atLine(1, u"the encoding that the file names is none; save it as UTF-8"_s);
    // What names its encoding in single bytes is not written in two.
    if (name.startsWith("utf-16") || (name.isEmpty() && isUtf8(bytes)))
        name = "utf-8";
    return converted(bytes, name.isEmpty() ? QByteArray("windows-1252") : name);
}

} // namespace baton::knowledge
