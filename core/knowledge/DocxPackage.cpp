#include "core/knowledge/DocxPackage.h"

#include <QtCore/QScopeGuard>

#include <zip.h>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr qsizetype largestPart = 64 << 20; // bytes, unpacked

Error damaged()
{
    return {ErrorCode::InvalidInput, u"1"_s,
            u"the file is damaged; open it in a word processor and save it again"_s};
}

} // namespace

Result<std::unique_ptr<DocxPackage>> DocxPackage::open(QByteArrayView bytes)
{
    if (bytes.startsWith("\xd0\xcf\x11\xe0"))
        return Error{ErrorCode::InvalidInput, u"1"_s,
                     u"the file is locked by a password, or an old .doc; save it as .docx without "
                     "a password"_s};
    zip_error_t error;
    zip_error_init(&error);
    const auto clean = qScopeGuard([&] { zip_error_fini(&error); });
    zip_source_t *source
        = zip_source_buffer_create(bytes.data(), zip_uint64_t(bytes.size()), 0, &error);
    if (!source)
        return damaged();
    zip *archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!archive) {
        zip_source_free(source);
        return damaged();
    }
    return std::unique_ptr<DocxPackage>(new DocxPackage(archive));
}

DocxPackage::~DocxPackage()
{
    zip_discard(m_archive);
}

Result<QByteArray> DocxPackage::part(const QByteArray &name) const
{
    const zip_int64_t index = zip_name_locate(m_archive, name.constData(), 0);
    if (index < 0)
        return QByteArray();
    zip_file_t *file = zip_fopen_index(m_archive, zip_uint64_t(index), 0);
    if (!file)
        return damaged();
    const auto close = qScopeGuard([&] { zip_fclose(file); });
    constexpr qsizetype step = 1 << 20;
    QByteArray bytes;
    for (;;) {
        const qsizetype before = bytes.size();
        bytes.resize(before + step);
        const zip_int64_t read = zip_fread(file, bytes.data() + before, zip_uint64_t(step));
        if (read < 0)
            return damaged();
        bytes.truncate(before + qsizetype(read));
        if (read == 0)
            return bytes;
        if (bytes.size() > largestPart)
            return Error{
                ErrorCode::TooLarge, u"1"_s,
                u"more than %1 MB of text when unpacked; split the file"_s.arg(largestPart >> 20)};
    }
}

} // namespace baton::knowledge
