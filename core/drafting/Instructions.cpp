#include "core/drafting/Instructions.h"

#include "core/facts/Patterns.h"
#include "core/signals/Plain.h"

#include <re2/re2.h>

namespace baton::drafting {

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

} // namespace baton::drafting
