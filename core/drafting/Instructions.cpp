#include "core/drafting/Instructions.h"

#include "core/facts/Patterns.h"
#include "core/signals/Plain.h"

#include <re2/re2.h>

#include <algorithm>

namespace baton::drafting {

namespace {

bool speaksToMachine(const QByteArray &plain)
{
    static const RE2 pattern(
        R"((?:\b(?:ignore|disregard|forget|override|bypass|ignorier\w*|vergiss|vergessen sie|missachte\w*|ignora|ignore|olvid\w+|omite)\b.{0,60}\b(?:instruction|rule|guideline|polic(?:y|ies)|prompt|direction|restriction|safeguard|anweisung|regel|vorgabe|richtlinie|instruccion|regla|norma|indicacion))"
        R"(|\b(?:system|developer) (?:prompt|message|override|note)\b|\b(?:new|updated|real|hidden|secret) (?:system )?instructions?\b|\bneue anweisung|\bnuevas? instruccion)"
        R"(|\byou are now\b|\bact as (?:an? |the )?(?:admin|manager|developer|system|assistant|supervisor)|\bpretend (?:to be|that)\b|\bdu bist (?:jetzt|nun)\b|\bahora eres\b)"
        R"(|\b(?:as an?|the|dear) (?:ai|a\.i\.|language model|chatbot|llm|assistant)\b.{0,40}\b(?:must|should|has to|will|shall|need)|\b(?:note|message|attention|instructions?) (?:to|for) (?:the |all )?(?:ai|assistant|bot|model|llm|agent assist)\w*)"
        R"(|\b(?:ki|assistent|sprachmodell)\b.{0,40}\b(?:muss|soll)\b|\b(?:asistente|modelo|ia)\b.{0,40}\bdebe\b)"
        R"(|\b(?:reply|respond|answer|output|print|write) (?:only |exactly |just )?(?:with|this|the following)\b|\bsay exactly\b|\bantworte (?:nur|genau|mit)\b|\bresponde (?:solo|exactamente|con)\b)"
        R"(|\b(?:do not|don't|never) (?:tell|mention|reveal|inform) (?:this|that|it|the (?:user|customer))\b.{0,30}\b(?:instruction|prompt|message)|\bjailbreak\b|\bdeveloper mode\b|<\s*/?\s*(?:system|instructions?|assistant)\s*>)"
        R"(|\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:agent|above|previous)\b|\bignore all\b)"
        R"(|\binstructions? to the (?:model|ai|assistant|bot)\b|\bhidden (?:data|prompt|instructions?)\b)"
        R"(|^\W*<?/?(?:system|assistant|developer|admin|administrator|root)\s*[:>]|\b(?:admin|debug|god) mode\b)"
        R"(|\bas (?:the|an) admin(?:istrator)?\b|\b(?:ai|language) (?:assistants?|models?|agents?)\b)"
        R"(|\bi (?:order|command) you\b|\bcall the (?:tool|function)\b|\bapprove everything\b))");
    return facts::matchesIn(pattern, plain);
}

bool saysWhatToWrite(const QByteArray &plain)
{
    static const RE2 pattern(
        R"(^\W*(?:please\s)?(?:write|say|state|repeat|claim|pretend)\b)"
        R"(|\b(?:and|now|must|should)\s(?:say|write|claim|state)\s(?:that|the|:))"
        R"(|\b(?:tell|inform)\s(?:the\s(?:customer|user|client)|them|everyone|every customer)\b)"
        R"(|\b(?:answer|respond|reply) with\b|\bsend the (?:customer|user)\b|\bevery(?:one| customer) gets\b)"
        R"(|\bto everyone\b|\bfrom now on\b|\bpretend you\b)"
        R"(|^\W*(?:schreib|sag|antworte|wiederhole)\w*\b|\bab jetzt\b)"
        R"(|^\W*(?:escribe|di|responde|repite)\b|\ba partir de ahora\b)"
        R"(|\b(?:ignora|olvida)\w*\b.{0,40}\banterior)");
    return facts::matchesIn(pattern, plain);
}

} // namespace

bool instructsMachine(QStringView sentence)
{
    const auto plain = signs::plain(sentence);
    return speaksToMachine(plain) || saysWhatToWrite(plain);
}

std::vector<text::Stretch> evidenceIn(QStringView text, Writer writer)
{
    std::vector<text::Stretch> evidence;
    for (const text::Stretch &stretch : text::sentenceStretches(text)) {
        const auto plain = signs::plain(text.sliced(stretch.begin, stretch.end - stretch.begin));
        if (speaksToMachine(plain))
            break;
        if (writer == Writer::Ours || !saysWhatToWrite(plain))
            evidence.push_back(stretch);
    }
    return evidence;
}

bool isEvidence(QStringView text, Writer writer)
{
    const auto stretches = text::sentenceStretches(text);
    return std::all_of(stretches.begin(), stretches.end(), [&](const text::Stretch &stretch) {
        const auto plain = signs::plain(text.sliced(stretch.begin, stretch.end - stretch.begin));
        return !speaksToMachine(plain) && (writer == Writer::Ours || !saysWhatToWrite(plain));
    });
}

} // namespace baton::drafting
