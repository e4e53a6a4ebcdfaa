#include "core/knowledge/Bundled.h"

#include "core/knowledge/DocumentReader.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QResource>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

QStringList bundledFiles()
{
    QStringList files;
    const QDir folder(u":/knowledge"_s);
    for (const QString &name : folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name))
        files.append(folder.filePath(name));
    return files;
}

} // namespace

QList<Document> bundledDocuments()
{
    QList<Document> documents;
    for (const QString &name : bundledFiles()) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s: %s", qPrintable(name), qPrintable(file.errorString()));
        Result<Document> document = readDocument(name, file.readAll());
        if (!document)
            qFatal("%s: %s", qPrintable(document.error().subject),
                   qPrintable(document.error().detail));
        documents.append(*std::move(document));
    }
    return documents;
}

QByteArray bundledFingerprint()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &name : bundledFiles()) {
        const QResource resource(name);
        hash.addData(name.toUtf8() + '\n');
        hash.addData(QByteArrayView(resource.data(), resource.size())); // as packed
    }
    return hash.result().toHex();
}

} // namespace baton::knowledge
