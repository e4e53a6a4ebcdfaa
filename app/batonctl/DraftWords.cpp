#include "app/batonctl/DraftWords.h"

#include "app/batonctl/Output.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json;

const char *nameOf(SupportKind kind)
{
    switch (kind) {
    case SupportKind::Passage:
        return "passage";
    case SupportKind::LookUp:
        return "look_up";
    case SupportKind::Order:
        return "order";
    case SupportKind::Message:
        return "message";
    case SupportKind::Field:
        return "field";
    }
    return "";
}

const char *nameOf(SentenceKind kind)
{
    switch (kind) {
    case SentenceKind::Fact:
        return "fact";
    case SentenceKind::Question:
        return "question";
    case SentenceKind::Promise:
        return "promise";
    case SentenceKind::Courtesy:
        return "courtesy";
    case SentenceKind::Action:
        return "action";
    }
    return "";
}

const char *nameOf(LintKind kind)
{
    switch (kind) {
    case LintKind::AsksForGiven:
        return "asks_for_given";
    case LintKind::RepeatsFailedStep:
        return "repeats_failed_step";
    case LintKind::ContradictsPromise:
        return "contradicts_promise";
    case LintKind::WrongName:
        return "wrong_name";
    case LintKind::MaskLeft:
        return "mask_left";
    }
    return "";
}

const char *nameOf(FigureKind kind)
{
    switch (kind) {
    case FigureKind::Amount:
        return "amount";
    case FigureKind::Percentage:
        return "percentage";
    case FigureKind::Date:
        return "date";
    case FigureKind::Time:
        return "time";
    case FigureKind::Duration:
        return "duration";
    case FigureKind::Code:
    case FigureKind::Number:
        return "number";
    case FigureKind::Contact:
        return "address";
    case FigureKind::Name:
        return "name";
    }
    return "";
}

QString why(const DraftSentence &sentence)
{
    QStringList reasons;
    for (const Unmatched &one : sentence.unmatched) {
        const QString kind = QString::fromLatin1(nameOf(one.kind));
        reasons += one.nearest.isEmpty()
            ? u"no source has the %1 “%2”"_s.arg(kind, one.text)
            : u"no source has the %1 “%2”; the nearest is “%3”"_s.arg(kind, one.text, one.nearest);
    }
    if (sentence.lack == Lack::Statement)
        reasons += u"no source says this"_s;
    if (sentence.lack == Lack::Contradicts)
        reasons += u"a source says the opposite"_s;
    return reasons.join(u"; "_s);
}

Json toJson(const Support &support)
{
    return {{"kind", nameOf(support.kind)},
            {"source", utf8(support.source)},
            {"version", support.version == 0 ? Json(nullptr) : Json(support.version)},
            {"heading", support.heading.isEmpty() ? Json(nullptr) : Json(utf8(support.heading))},
            {"quote", utf8(support.quote)}};
}

Json toJson(const DraftSentence &sentence)
{
    Json supports = Json::array();
    for (const Support &support : sentence.supports)
        supports.push_back(toJson(support));
    return {{"text", utf8(sentence.text)},
            {"kind", nameOf(sentence.kind)},
            {"supported", sentence.supported()},
            {"supports", std::move(supports)},
            {"why", sentence.supported() ? Json(nullptr) : Json(utf8(why(sentence)))},
            {"blocks", sentence.blocks}};
}

} // namespace

nlohmann::ordered_json toJson(const ConversationId &conversation, const Draft &draft)
{
    Json sentences = Json::array();
    for (const DraftSentence &sentence : draft.sentences)
        sentences.push_back(toJson(sentence));
    Json lints = Json::array();
    for (const Lint &lint : draft.lints)
        lints.push_back({{"kind", nameOf(lint.kind)},
                         {"sentence", lint.sentence},
                         {"found", utf8(lint.found)}});
    return {{"id", utf8(conversation.text())},
            {"intent", draft.intent.isEmpty() ? "none_of_these" : utf8(draft.intent)},
            {"language", utf8(draft.language)},
            {"sentences", std::move(sentences)},
            {"lints", std::move(lints)},
            {"grounded", draft.grounded()},
            {"claims", draft.claims()}};
}

QStringList toLines(const ConversationId &conversation, const Draft &draft)
{
    QStringList lines{
        u"%1: %2, %3 of %4 claims have a source"_s
            .arg(conversation.text(), draft.intent.isEmpty() ? u"none_of_these"_s : draft.intent)
            .arg(draft.grounded())
            .arg(draft.claims())};
    for (const DraftSentence &sentence : draft.sentences) {
        QStringList sources;
        for (const Support &support : sentence.supports)
            sources += support.heading.isEmpty() ? support.source
                                                 : support.source + u'#' + support.heading;
        const QString mark = sentence.supported() ? sources.join(u", ")
            : sentence.blocks                     ? u"BLOCKS: "_s + why(sentence)
                                                  : u"unsupported: "_s + why(sentence);
        lines += u"  "_s + sentence.text;
        if (!mark.isEmpty())
            lines += u"      "_s + mark;
    }
    for (const Lint &lint : draft.lints)
        lines += u"  %1 in sentence %2: %3"_s.arg(QString::fromLatin1(nameOf(lint.kind)))
                     .arg(lint.sentence + 1)
                     .arg(lint.found);
    return lines;
}

} // namespace baton::ctl
