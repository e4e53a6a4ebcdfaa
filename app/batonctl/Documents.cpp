#include "app/batonctl/Documents.h"

#include "core/knowledge/DocumentReader.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;

namespace baton::ctl {

Result<QList<Document>> documentsIn(const QString &folder)
{
    QList<Document> documents;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.md"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Io, file.fileName(), file.errorString()};
        auto document
            = knowledge::readDocument(file.fileName(), file.read(knowledge::largestFile + 1));
        if (!document)
            return document.error();
        documents.append(std::move(document).value());
    }
    if (documents.isEmpty())
        return Error{ErrorCode::NotFound, folder, u"no document there"_s};
    return documents;
}

} // namespace baton::ctl
