#include "app/batonctl/DraftEvidence.h"
#include "app/batonctl/DraftParts.h"
#include "app/batonctl/DraftWords.h"
#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/JsonObjects.h"
#include "core/drafting/DraftCheck.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

void writeJudged(Session &session, const GivenDraft &given)
{
    const drafting::DraftCheck check(given.grounds);
    QList<DraftSentence> judged;
    for (const QString &sentence : given.sentences)
        judged.append(check.sentence(sentence));
    if (session.output.isJson()) {
        session.output.json(judgedJson(given.id, judged));
        return;
    }
    for (const QString &line : judgedLines(given.id, judged))
        session.output.line(line);
}

} // namespace

Exit checkDrafts(Session &session, const QStringList &files)
{
    const Interrupt interrupt;
    Exit exit = Exit::Done;
    for (const QString &file : files) {
        const auto refuse = [&](qint64 line, const QString &what) {
            session.output.aside(u"%1:%2: %3"_s.arg(file).arg(line).arg(what));
            exit = std::max(exit, Exit::DoneWithRejects);
            return !Interrupt::isRequested();
        };
        const auto judge = [&](const nlohmann::ordered_json &line) {
            const Result<GivenDraft> given = readGivenDraft(line, session.clock.now());
            if (!given)
                return given.error().detail;
            writeJudged(session, *given);
            return QString();
        };
        if (const Result<void> done = eachObject(file, judge, refuse); !done) {
            session.output.problem(words(done.error(), u"read %1"_s.arg(file)));
            exit = Exit::CouldNot;
        }
    }
    return exit;
}

} // namespace baton::ctl
