#include "app/batonctl/DraftWords.h"

#include "app/batonctl/Output.h"

#include <cmath>

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

Json toJson(const Support &support)
{
    return {{"kind", nameOf(support.kind)},
            {"source", utf8(support.source)},
            {"version", support.version == 0 ? Json(nullptr) : Json(support.version)},
            {"heading", support.heading.isEmpty() ? Json(nullptr) : Json(utf8(support.heading))},
            {"quote", utf8(support.quote)},
            {"begin", support.begin},
            {"end", support.end}};
}

Json toJson(const DraftSentence &sentence)
{
    Json supports = Json::array();
    for (const Support &support : sentence.supports)
        supports.push_back(toJson(support));
    Json unmatched = Json::array();
    for (const Unmatched &one : sentence.unmatched)
        unmatched.push_back(
            {{"kind", nameOf(one.kind)},
             {"text", utf8(one.text)},
             {"begin", one.begin},
             {"end", one.end},
             {"nearest", one.nearest.isEmpty() ? Json() : Json(utf8(one.nearest))}});
    return {{"text", utf8(sentence.text)},
            {"begin", sentence.begin},
            {"end", sentence.end},
            {"kind", nameOf(sentence.kind)},
            {"supported", sentence.supported()},
            {"supports", std::move(supports)},
            {"unmatched", std::move(unmatched)},
            {"why", sentence.supported() ? Json(nullptr) : Json(utf8(whyUnsupported(sentence)))},
            {"blocks", sentence.blocks}};
}

double milliseconds(qint64 nanoseconds)
{
    return std::round(double(nanoseconds) / 1e4) / 100;
}

} // namespace

QString whyUnsupported(const DraftSentence &sentence)
{
    if (sentence.supported())
        return {};
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

nlohmann::ordered_json toJson(const ConversationId &conversation, const Draft &draft,
                              const DraftTimes &times)
{
    Json sentences = Json::array();
    for (const DraftSentence &sentence : draft.sentences)
        sentences.push_back(toJson(sentence));
    Json lints = Json::array();
    for (const Lint &lint : draft.lints)
        lints.push_back({{"kind", nameOf(lint.kind)},
                         {"sentence", lint.sentence},
                         {"found", utf8(lint.found)}});
    return {
        {"id", utf8(conversation.text())},
        {"intent", draft.intent.isEmpty() ? "none_of_these" : utf8(draft.intent)},
        {"language", utf8(draft.language)},
        {"text", utf8(draft.text)},
        {"sentences", std::move(sentences)},
        {"lints", std::move(lints)},
        {"grounded", draft.grounded()},
        {"claims", draft.claims()},
        {"timings",
         {{"read_ms", milliseconds(times.reading)}, {"draft_ms", milliseconds(times.drafting)}}}};
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
            : sentence.blocks                     ? u"BLOCKS: "_s + whyUnsupported(sentence)
                                                  : u"unsupported: "_s + whyUnsupported(sentence);
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

nlohmann::ordered_json judgedJson(const QString &id, const QList<DraftSentence> &sentences)
{
    Json judged = Json::array();
    for (const DraftSentence &sentence : sentences) {
        Json by = Json::array();
        for (const Support &support : sentence.supports)
            by.push_back(toJson(support));
        const bool supported = sentence.supported();
        judged.push_back({{"text", utf8(sentence.text)},
                          {"kind", nameOf(sentence.kind)},
                          {"supported", supported},
                          {"by", std::move(by)},
                          {"why", supported ? Json() : Json(utf8(whyUnsupported(sentence)))},
                          {"blocks", sentence.blocks}});
    }
    return {{"id", utf8(id)}, {"sentences", std::move(judged)}};
}

QStringList judgedLines(const QString &id, const QList<DraftSentence> &sentences)
{
    QStringList lines;
    for (const DraftSentence &sentence : sentences) {
        QStringList by;
        for (const Support &support : sentence.supports)
            by += support.source;
        lines += u"%1: %2"_s.arg(id, sentence.text);
        lines += u"      "_s
            + (sentence.supported() ? u"supported "_s + by.join(u", ")
                                    : u"unsupported: "_s + whyUnsupported(sentence));
    }
    return lines;
}

} // namespace baton::ctl
