#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Files.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/KnowledgeParts.h"
#include "app/batonctl/Stores.h"
#include "app/batonctl/Totals.h"
#include "core/desk/KnowledgeImport.h"

#include <QtCore/QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

/// A folder that holds nothing may be one that is not mounted.
bool mayRetire(Session &session, const QStringList &folders)
{
    for (const QString &folder : folders) {
        const auto files = filesBelow({folder}, knowledge::readableEndings());
        if (files && !files->isEmpty())
            continue;
        session.output.problem(
            u"There is no document below %1, so nothing was retired. Check the folder."_s.arg(
                folder));
        return false;
    }
    return true;
}

Result<void> retire(Session &session, KnowledgeImport &import, const QStringList &paths)
{
    QStringList folders;
    std::copy_if(paths.begin(), paths.end(), std::back_inserter(folders),
                 [](const QString &path) { return QFileInfo(path).isDir(); });
    const Result<int> retired = import.retireMissing(folders);
    if (!retired)
        return retired.error();
    if (session.output.isJson())
        session.output.json({{"retired", *retired}});
    else
        session.output.line(u"%L1 retired"_s.arg(*retired));
    return {};
}

} // namespace

Exit addKnowledge(Session &session, const QStringList &paths)
{
    const Interrupt interrupt;
    const Result<QStringList> files = filesBelow(paths, knowledge::readableEndings());
    if (!files) {
        session.output.problem(words(files.error(), u"add the documents"_s));
        return Exit::CouldNot;
    }
    const bool retires = session.options.retireMissing;
    if (retires && !mayRetire(session, paths))
        return Exit::CouldNot;
    const auto store = openStore(session, store::Access::ReadWrite);
    if (!store)
        return Exit::CouldNot;
    const auto told
        = [&](const Error &error) { session.output.aside(error.subject + u": "_s + error.detail); };
    KnowledgeImport import(
        *store, {session.options.audience.value_or(Audience::Internal), session.options.language},
        {told, told, [&](double done) {
             session.output.progress(u"Reading"_s, done);
             return !Interrupt::isRequested();
         }});
    Result<void> added = import.read(*files);
    session.output.endProgress();
    tell(session, import.totals());
    if (added && retires)
        added = retire(session, import, paths);
    if (!added && added.error().code == ErrorCode::Cancelled)
        session.output.problem(u"Adding was cancelled. What came before that is stored."_s);
    else if (!added)
        session.output.problem(words(added.error(), u"add the documents"_s));
    if (!added)
        return Exit::CouldNot;
    return import.totals().rejected > 0 ? Exit::DoneWithRejects : Exit::Done;
}

} // namespace baton::ctl
