#include "core/facts/Places.h"

#include "core/base/FunctionWords.h"
#include "core/base/Text.h"
#include "core/facts/FigureWords.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace baton::facts {

namespace {

// What may follow a street: flat, town, state and postcode.
const std::string behindStreet
    = R"(\b(?:,? {0,2}(?:apt|apartment|suite|unit|flat|floor)\.? ?#?\w{1,5}\b)?(?:(?:[ ,]{1,3}[a-z][a-z '-]{1,28}?)??,? {0,2}(?:(?:[a-z]{2},? )?\d{5}(?:-\d{4})?|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})\b)?)";

const RE2 &surelyStreet()
{
    static const RE2 pattern(
        std::string(
            R"(\b(\d{1,6}[a-d]? (?:[a-z][a-z'.-]* ){1,3}(?:street|road|avenue|ave|lane|boulevard|blvd|crescent|parkway|rd|ln|pkwy))")
        + behindStreet + ")");
    return pattern;
}

const RE2 &perhapsStreet()
{
    static const RE2 pattern(
        std::string(
            R"(\b(\d{1,6}[a-d]? (?:[a-z][a-z'.-]* ){1,3}(?:st|drive|dr|close|court|ct|way|place|pl|square|terrace|gardens|grove|hill|mews|highway|hwy|row|walk|park))")
        + behindStreet + ")");
    return pattern;
}

const RE2 &germanStreet()
{
    static const RE2 pattern(
        R"(\b((?:[a-z]+(?:-[a-z]+)*-?(?:stras?se|str\.|weg|platz|gasse|allee|ring|damm|ufer|chaussee)|[a-z]+e[rnms]? stras?se|(?:am|im|an der|auf der) [a-z]+(?:weg|platz|ring|damm|ufer|tor|markt|berg|bach|graben)) ?\d{1,3}(?: ?[a-h]\b)?(?:,? {0,2}(?:d-)?\d{5} [a-z][a-z-]+)?)\b)");
    return pattern;
}

const RE2 &spanishStreet()
{
    static const RE2 pattern(
        R"(\b((?:c/ ?|(?:calle|avenida|avda\.?|plaza|paseo|camino|carretera|ronda|travesia) )(?:[a-z']+ ){0,5}?[a-z']+,? (?:n\.?[o ]?\.? ?|numero )?\d{1,4}(?:,? \d{1,2} ?[a-z]\b)?(?:,? {0,2}\d{5}(?: [a-z]+)?)?)\b)");
    return pattern;
}

const RE2 &britishCode()
{
    static const RE2 pattern(
        R"(\b((?:ab|al|ba|bb|bd|bh|bl|bn|br|bs|bt|ca|cb|cf|ch|cm|co|cr|ct|cv|cw|da|dd|de|dg|dh|dl|dn|dt|dy|ec|eh|en|ex|fk|fy|gl|gu|gy|ha|hd|hg|hp|hr|hs|hu|hx|ig|im|ip|iv|ka|kt|kw|ky|la|ld|le|ll|ln|ls|lu|me|mk|ml|ne|ng|nn|np|nr|nw|ol|ox|pa|pe|ph|pl|po|pr|rg|rh|rm|sa|se|sg|sk|sl|sm|sn|so|sp|sr|ss|st|sw|sy|ta|td|tf|tn|tq|tr|ts|tw|ub|wa|wc|wd|wf|wn|wr|ws|wv|yo|ze|[beglmnsw])\d[a-z\d]? \d[abd-hjlnp-uw-z]{2})\b)");
    return pattern;
}

const RE2 &americanCode()
{
    static const RE2 pattern(
        R"(\b((?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc),? \d{5}(?:-\d{4})?)\b)");
    return pattern;
}

const RE2 &namedCode()
{
    static const RE2 pattern(
        R"(\b(?:zip(?: ?code)?|post ?code|postal code|plz|postleitzahl|codigo postal|cp)\b[ .:#]{0,3}(?:(?:is|ist|lautet|es|of|was) )?(?:still )?(\d{5}(?:-\d{4})?|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|\d{4} ?[a-z]{2})\b)");
    return pattern;
}

const RE2 &codeAndTown()
{
    static const RE2 pattern(R"(\b(?:in|aus|nach|plz|en) ((?:d-)?\d{5} [a-z][a-z-]{2,})\b)");
    return pattern;
}

const RE2 &bareCode()
{
    static const RE2 pattern(
        R"((?:^|[ ,:(\n])(\d{5}(?:-\d{4})?|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})\b)");
    return pattern;
}

QByteArray cut(const QByteArray &plain, const Hit &hit)
{
    return plain.mid(hit.begin, hit.end - hit.begin);
}

bool hasCapital(QStringView text, int begin, int end)
{
    for (int i = begin; i < end; ++i) {
        if (text[i].isUpper())
            return true;
    }
    return false;
}

/// "10 minutes on the way": none of the words before "way" may be a unit or hold a sentence
/// together.
bool namesStreet(const QByteArray &hit)
{
    static const RE2 kinds(
        R"(^(?:street|road|avenue|ave|lane|boulevard|blvd|crescent|parkway|rd|ln|pkwy|st|drive|dr|close|court|ct|way|place|pl|square|terrace|gardens|grove|hill|mews|highway|hwy|row|walk|park)[.,]*$)");
    const QList<QByteArray> words = hit.split(' ');
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (matchesIn(kinds, words[i]) && i > 1)
            return true;
        if (text::isFunctionWord(text::viewOf(words[i]))
            || (words[i].size() > 2 && words[i].endsWith('.')) || words[i] == "pm"
            || words[i] == "am" || timeUnitNamed(words[i]) || monthNamed(words[i])
            || !currencyNamed(words[i]).isEmpty())
            return false;
    }
    return false;
}

bool isGermanStreet(const QByteArray &hit)
{
    static const RE2 others(
        R"(^(?:parkplatz|arbeitsplatz|sitzplatz|stellplatz|fensterplatz|ruckweg|umweg|heimweg|postweg|hinweg|keineswegs|versandweg|startplatz|platz|weg|ring) ?\d)");
    return !matchesIn(others, hit);
}

} // namespace

std::vector<Hit> placesIn(QStringView text, const QByteArray &plain, bool bare)
{
    std::vector<Hit> places;
    if (std::none_of(plain.begin(), plain.end(), isDigit))
        return places; // neither a house nor a postcode
    const auto add = [&](const RE2 &pattern, const auto &holdsTrue) {
        for (const Hit &hit : hitsOf(pattern, plain)) {
            const bool apart = std::none_of(places.begin(), places.end(), [&](const Hit &other) {
                return hit.begin < other.end && other.begin < hit.end;
            });
            if (apart && holdsTrue(hit))
                places.push_back(hit);
        }
    };
    const auto capital = [&](const Hit &hit) { return hasCapital(text, hit.begin, hit.end); };
    add(surelyStreet(), [&](const Hit &hit) { return namesStreet(cut(plain, hit)); });
    add(perhapsStreet(), [&](const Hit &hit) {
        const QByteArray said = cut(plain, hit);
        const bool code = said.size() > 5 && said.back() >= '0' && said.back() <= '9';
        return namesStreet(said) && (code || capital(hit));
    });
    add(germanStreet(),
        [&](const Hit &hit) { return capital(hit) && isGermanStreet(cut(plain, hit)); });
    add(spanishStreet(), [&](const Hit &hit) {
        return hasCapital(text, hit.begin + 1, hit.end) || plain.mid(hit.begin, 2) == "c/";
    });
    add(namedCode(), [](const Hit &) { return true; });
    const auto shouted = [&](const Hit &hit) {
        return text[hit.begin].isUpper() && !text[hit.begin + 1].isLower()
            && !text[hit.end - 1].isLower();
    };
    add(britishCode(), shouted);
    add(americanCode(), shouted);
    add(codeAndTown(), capital);
    if (bare)
        add(bareCode(), [](const Hit &) { return true; });
    std::sort(places.begin(), places.end(),
              [](const Hit &a, const Hit &b) { return a.begin < b.begin; });
    return places;
}

} // namespace baton::facts
