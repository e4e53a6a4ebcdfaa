#pragma once

#include "core/base/Result.h"

#include <QtCore/QByteArrayView>

#include <memory>

struct zip;

namespace baton::knowledge {

/// The zip file that a Word document is, by libzip.
class DocxPackage
{
public:
    /// bytes outlive it. Errors: InvalidInput.
    static Result<std::unique_ptr<DocxPackage>> open(QByteArrayView bytes);
    ~DocxPackage();
    DocxPackage(const DocxPackage &) = delete;
    DocxPackage &operator=(const DocxPackage &) = delete;

    /// A part's bytes; of an absent one none. Errors: InvalidInput (damaged, encrypted) and
    /// TooLarge: what a part says of its size is not believed.
    Result<QByteArray> part(const QByteArray &name) const;

private:
    explicit DocxPackage(zip *archive)
        : m_archive(archive)
    { }
    zip *m_archive;
};

} // namespace baton::knowledge
