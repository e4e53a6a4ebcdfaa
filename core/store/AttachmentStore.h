#pragma once

#include "core/base/Result.h"
#include "core/domain/Conversation.h"

#include <QtCore/QByteArray>

namespace baton::store {

/// Files that go with messages, by what their bytes are: <folder>/<first two digits>/<sha256>,
/// 0600, each there whole or not at all. A value; from any thread, and blocking, so never the
/// GUI's. Errors name the file as people know it (a safe name, no place).
class AttachmentStore
{
public:
    explicit AttachmentStore(QString folder)
        : m_folder(std::move(folder))
    { }

    /// Copies a file in. Errors: NotFound (no file, or none that may be read), InvalidInput
    /// (empty), TooLarge (largestAttachment), Io.
    Result<Attachment> add(const QString &path) const;
    /// Likewise what is in memory, under this name.
    Result<Attachment> add(const QByteArray &bytes, const QString &name) const;

    /// The bytes, which are those that its SHA-256 names. Errors: NotFound, Corrupt, Io.
    Result<QByteArray> read(const Attachment &file) const;

    /// Likewise, and first makes it there, from a folder where files lie by their SHA-256 (the
    /// resources too), unless it is. Errors: NotFound (it is not at hand), Corrupt (what lies there
    /// is another), TooLarge, Io.
    Result<QByteArray> fetch(const Attachment &file, const QString &from) const;

private:
    QString pathOf(const QString &sha256) const;
    Result<void> keep(const QByteArray &bytes, const Attachment &file) const;

    QString m_folder;
};

} // namespace baton::store
