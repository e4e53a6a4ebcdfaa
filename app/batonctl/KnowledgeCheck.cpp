#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/KnowledgeParts.h"
#include "app/batonctl/Stores.h"
#include "core/desk/Knowledge.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using OrderedJson = nlohmann::ordered_json;

const char *kindName(FigureKind kind)
{
    return kind == FigureKind::Amount    ? "amount"
        : kind == FigureKind::Percentage ? "percentage"
        : kind == FigureKind::Duration   ? "duration"
                                         : "time";
}

OrderedJson jsonOf(const Claim &claim)
{
    return {{"document", utf8(claim.place.document.text())},
            {"version", claim.place.version},
            {"title", utf8(claim.title)},
            {"heading", utf8(claim.place.heading)},
            {"sentence", utf8(claim.sentence)},
            {"figure", utf8(claim.figure)}};
}

QString placeOf(const Claim &claim)
{
    return u"%1 version %2, %3: “%4”"_s.arg(
        claim.place.document.text(), QString::number(claim.place.version),
        claim.place.heading.isEmpty() ? claim.title : claim.place.heading, claim.sentence);
}

void tellOne(Session &session, const Contradiction &one)
{
    if (session.output.isJson())
        session.output.json({{"check", "contradiction"},
                             {"kind", kindName(one.kind)},
                             {"alike", one.alike},
                             {"first", jsonOf(one.first)},
                             {"second", jsonOf(one.second)}});
    else
        session.output.line(u"%1 or %2?  %3  –  %4"_s.arg(one.first.figure, one.second.figure,
                                                          placeOf(one.first), placeOf(one.second)));
}

void tellOne(Session &session, const OverdueReview &one)
{
    const QString day = one.review.utc().date().toString(Qt::ISODate);
    if (session.output.isJson())
        session.output.json({{"check", "overdue"},
                             {"document", utf8(one.document.text())},
                             {"version", one.version},
                             {"title", utf8(one.title)},
                             {"review", utf8(day)}});
    else
        session.output.line(u"Review was due on %1:  %2 version %3, %4"_s.arg(
            day, one.document.text(), QString::number(one.version), one.title));
}

} // namespace

Exit checkKnowledge(Session &session)
{
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    const auto review = awaited(reviewKnowledge(*store, {}, session.clock.now()));
    if (!review) {
        session.output.problem(words(review.error(), u"check the documents"_s));
        return Exit::CouldNot;
    }
    const KnowledgeCheck &check = review->check;
    for (const Contradiction &one : check.contradictions)
        tellOne(session, one);
    for (const OverdueReview &one : check.overdue)
        tellOne(session, one);
    const bool clean = check.contradictions.isEmpty() && check.overdue.isEmpty();
    if (clean && !session.output.isJson())
        session.output.line(u"No contradictions, and no review is overdue."_s);
    return clean ? Exit::Done : Exit::DoneWithRejects;
}

} // namespace baton::ctl
