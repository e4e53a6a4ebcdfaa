#include "ui/text/AttachmentWords.h"

#include "ui/text/ErrorText.h"
#include "ui/text/Format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace baton::ui::words {

namespace {

struct FileWords
{
    Q_DECLARE_TR_FUNCTIONS(Attachments)
};

QString largestWords()
{
    return FileWords::tr("%1 MB").arg(largestAttachment / 1'000'000);
}

} // namespace

QString fileLine(const Attachment &file)
{
    return FileWords::tr("%1 · %2", "attachment: name, size")
        .arg(safeFileName(file.name), format::bytes(file.bytes));
}

QString goesWith(const QList<Attachment> &files)
{
    if (files.isEmpty())
        return {};
    QStringList lines;
    for (const Attachment &file : files)
        lines.append(fileLine(file));
    return FileWords::tr("Goes with it: %1", "names of files")
        .arg(QLocale().createSeparatedList(lines));
}

QString notAttached(const Error &error)
{
    switch (error.code) {
    case ErrorCode::TooLarge:
        return FileWords::tr("%1 is larger than %2, which is all that mail takes. Make it smaller, "
                             "or send a link to it.")
            .arg(error.subject, largestWords());
    case ErrorCode::InvalidInput:
        return FileWords::tr("%1 is empty. Save it again where it was made, then attach it.")
            .arg(error.subject);
    case ErrorCode::NotFound:
        return FileWords::tr("%1 is not a file that can be read. Choose another one.")
            .arg(error.subject);
    case ErrorCode::InvalidArgument:
        return FileWords::tr(
                   "Nothing was attached: a reply takes %1 files at most. Remove one first.")
            .arg(mostAttachments);
    default:
        return errorText(error).toString();
    }
}

QString aboutFile(const AttachmentLook &look)
{
    if (look.problem) {
        switch (look.problem->code) {
        case ErrorCode::NotFound:
            return FileWords::tr("The file is not at hand: only its name came with the message. "
                                 "Ask for it again, or look where the message came from.");
        case ErrorCode::Corrupt:
            return FileWords::tr("The file is damaged: it is not the one that the message names. "
                                 "Ask for it again.");
        case ErrorCode::TooLarge:
            return FileWords::tr("The file is larger than %1, which is all that Baton takes. Look "
                                 "at it where the message came from.")
                .arg(largestWords());
        default:
            return errorText(*look.problem).toString();
        }
    }
    if (look.kind == FileKind::Other)
        return FileWords::tr("Only pictures, PDF and plain text that are what their names say open "
                             "from here. Anything else may do harm: save it if you trust it.");
    return {};
}

} // namespace baton::ui::words
