#include "core/drafting/Instructions.h"

#include "core/base/Text.h"
#include "core/facts/Patterns.h"
#include "core/signals/Plain.h"

#include <QtCore/QRegularExpression>

#include <re2/re2.h>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

/// Cheap: most texts hold none of these.
bool mayInstruct(const QString &text)
{
    static const QRegularExpression hint(
        u"(?i)instruction|prompt|ignore|disregard|forget|system|admin|assistant|developer|"
        "\\bAI\\b|model|\\b(?:write|say|tell|repeat|answer|respond|reply|pretend|act|call|order|"
        "command|approve|promise|give|send|click|from now on)\\b|anweisung|ignorier|schreib|sage|"
        "antworte|instruccion|ignora|escribe|responde|di que"_s);
    return hint.match(text).hasMatch();
}

void blank(QString &text)
{
    if (!mayInstruct(text))
        return;
    for (const text::Stretch &stretch : text::sentenceStretches(text)) {
        const qsizetype length = stretch.end - stretch.begin;
        if (instructsMachine(text.mid(stretch.begin, length)))
            text.replace(stretch.begin, length, QString(length, u' '));
    }
}

} // namespace

bool instructsMachine(const QString &sentence)
{
    static const QRegularExpression pattern(
        u"(?i)(?:"
        // Of what was told before.
        "\\b(?:ignore|disregard|forget|override|bypass)\\b.{0,40}\\b(?:instructions?|prompts?|"
        "rules?|"
        "agent|guidelines?|above|previous|policy|policies)\\b|"
        "\\bignore all\\b|\\bnew instructions?\\b|\\binstructions? to the "
        "(?:model|ai|assistant|bot)\\b|"
        "\\bsystem prompt\\b|\\bhidden (?:data|prompt|instructions?)\\b|"
        // Who speaks, and to whom.
        "^\\W*<?/?(?:system|assistant|developer|admin|administrator|root)\\s*[:>]|"
        "\\b(?:admin|developer|debug|god) mode\\b|\\bas (?:the|an) admin(?:istrator)?\\b|"
        "\\b(?:ai|language) (?:assistants?|models?|agents?)\\b|\\bi (?:order|command) you\\b|"
        "\\byou are now\\b|\\bfrom now on\\b|\\bpretend (?:to be|that|you)\\b|"
        // What to say or to do.
        "^\\W*(?:please\\s)?(?:write|say|state|repeat|claim|pretend)\\b|"
        "\\b(?:and|now|must|should)\\s(?:say|write|claim|state)\\s(?:that|the|:)|"
        "\\b(?:tell|inform)\\s(?:the\\s(?:customer|user|client)|them|everyone|every customer)\\b|"
        "\\b(?:answer|respond|reply) (?:only )?with\\b|\\bcall the (?:tool|function)\\b|"
        "\\bsend the (?:customer|user)\\b|\\bevery(?:one| customer) gets\\b|\\bapprove "
        "everything\\b|"
        "\\bto everyone\\b|"
        // German and Spanish.
        "\\bignorier\\w*\\b.{0,40}\\b(?:anweisung|regel|vorgabe)|\\bneue anweisung|"
        "^\\W*(?:schreib|sag|antworte|wiederhole)\\w*\\b|\\bab jetzt\\b|"
        "\\b(?:ignora|olvida)\\w*\\b.{0,40}\\b(?:instruccion|regla|anterior)|\\bnuevas? instrucci|"
        "^\\W*(?:escribe|di|responde|repite)\\b|\\ba partir de ahora\\b"
        ")"_s);
    return pattern.match(sentence).hasMatch();
}

bool instructsUs(QStringView sentence)
{
    static const RE2 pattern(
        R"((?:\b(?:ignore|disregard|forget|override|bypass|ignorier\w*|vergiss|vergessen sie|missachte\w*|ignora|ignore|olvid\w+|omite)\b.{0,60}\b(?:instruction|rule|guideline|polic(?:y|ies)|prompt|direction|restriction|safeguard|anweisung|regel|vorgabe|richtlinie|instruccion|regla|norma|indicacion))"
        R"(|\b(?:system|developer) (?:prompt|message|override|note)\b|\b(?:new|updated|real|hidden|secret) (?:system )?instructions?\b|\bneue anweisung|\bnuevas? instruccion)"
        R"(|\byou are now\b|\bact as (?:an? |the )?(?:admin|manager|developer|system|assistant|supervisor)|\bpretend (?:to be|that)\b|\bdu bist (?:jetzt|nun)\b|\bahora eres\b)"
        R"(|\b(?:as an?|the|dear) (?:ai|a\.i\.|language model|chatbot|llm|assistant)\b.{0,40}\b(?:must|should|has to|will|shall|need)|\b(?:note|message|attention|instructions?) (?:to|for) (?:the |all )?(?:ai|assistant|bot|model|llm|agent assist)\w*)"
        R"(|\b(?:ki|assistent|sprachmodell)\b.{0,40}\b(?:muss|soll)\b|\b(?:asistente|modelo|ia)\b.{0,40}\bdebe\b)"
        R"(|\b(?:reply|respond|answer|output|print|write) (?:only |exactly |just )?(?:with|this|the following)\b|\bsay exactly\b|\bantworte (?:nur|genau|mit)\b|\bresponde (?:solo|exactamente|con)\b)"
        R"(|\b(?:do not|don't|never) (?:tell|mention|reveal|inform) (?:this|that|it|the (?:user|customer))\b.{0,30}\b(?:instruction|prompt|message)|\bjailbreak\b|\bdeveloper mode\b|<\s*/?\s*(?:system|instructions?|assistant)\s*>))");
    return facts::matchesIn(pattern, signs::plain(sentence));
}

bool repeatsCustomer(QStringView sentence)
{
    static const RE2 pattern(
        R"(\byou (?:\w+ ){0,2}?(?:write|wrote|say|said|mention\w*|report\w*|tell|told|ask\w*|want\w*|request\w*|expect\w*|state\w*|describe\w*|claim\w*)\b|\bas you\b|\baccording to you\b|\bsie (?:\w+ ){0,2}?(?:schreiben|schrieben|sagen|sagten|melden|berichten|bitten|mochten|verlangen|erwarten|geschrieben|gesagt)\b|\b(?:usted )?(?:escribe|escribio|dice|dijo|menciona|indica|pide|solicita|comenta|quiere|espera)\b)");
    return facts::matchesIn(pattern, signs::plain(sentence));
}

void blankInstructions(Grounds &grounds)
{
    for (Message &message : grounds.conversation.messages) {
        if (message.from == Sender::Customer || message.from == Sender::Bot)
            blank(message.text);
    }
    for (Step &step : grounds.conversation.stepsTried) {
        blank(step.what);
        if (step.tool)
            blank(step.tool->result);
    }
    for (Passage &passage : grounds.passages)
        blank(passage.text);
    for (LookUp &one : grounds.lookUps)
        blank(one.result);
    blank(grounds.conversation.customer.name);
    blank(grounds.conversation.subject);
    if (grounds.conversation.handoff)
        blank(grounds.conversation.handoff->need);
}

} // namespace baton::drafting
