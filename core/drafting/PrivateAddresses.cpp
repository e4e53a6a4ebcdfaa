#include "core/base/Text.h"
#include "core/drafting/NameWords.h"
#include "core/drafting/PrivateParts.h"
#include "core/facts/Places.h"
#include "core/signals/Plain.h"

#include <algorithm>

using namespace Qt::StringLiterals;

/// Where people live and parcels go.
namespace baton::drafting {

namespace {

const QString unitBefore
    = u"(?:(?i:flat|apt|apartment|unit|suite|room|wohnung|piso|appt)\\.?\\s?#?[\\p{L}\\p{N}]{1,5},?\\s{1,2})?"_s;
const QString streetKinds
    = u"(?i:street|str|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|crescent|place|pl|square|sq|terrace|way|boulevard|blvd|gardens|grove|hill|mews|walk|row|park|highway|hwy|parkway|pkwy|circle|cir|trail|loop|alley|plaza|green|rise|view|quay|wharf|gate|vale|bridge)"_s;

/// "Flat 3, 22 Acacia Avenue".
const QRegularExpression &numberFirst()
{
    static const QRegularExpression pattern(
        unitBefore
        + u"(?<![\\p{L}\\p{N}])\\d{1,5}\\s?[A-Za-z]?(?:[-/]\\d{1,4}[A-Za-z]?)?,?\\s{1,2}(?:(?:\\p{Lu}[\\p{L}'’.-]{0,30}|\\d{1,3}(?:st|nd|rd|th)|of|the|de|la)\\s){1,5}?"_s
        + streetKinds + u"\\b\\.?"_s);
    return pattern;
}

/// "12 rue de la Paix", "4 bis avenue Foch".
const QRegularExpression &frenchStreet()
{
    static const QRegularExpression pattern(
        u"(?<![\\p{L}\\p{N}])\\d{1,4}(?:\\s?(?i:bis|ter))?,?\\s(?i:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|impasse|quai|route|cours)(?:\\s(?:(?i:de|du|des|la|le|les)|(?:d'|l')?\\p{Lu}[\\p{L}'’-]{0,30})){1,6}"_s);
    return pattern;
}

/// "Via Roma 12", "Calle Mayor, 3", "ul. Długa 5".
const QRegularExpression &kindFirst()
{
    static const QRegularExpression pattern(
        u"(?<![\\p{L}\\p{N}])(?i:via|viale|piazza|corso|calle|c/|avenida|avda\\.?|av\\.|plaza|paseo|camino|carretera|ronda|rua|travessa|largo|praça|ulica|ul\\.|aleja|strada|am|an der|auf der|in der|im|zum|zur)\\s?(?:[\\p{L}'’.-]{1,30}\\s){0,4}?\\p{Lu}[\\p{L}'’.-]{1,30},?\\s(?:n[.ºo°]{0,2}\\s?)?\\d{1,4}\\s?[A-Za-z]?(?![\\p{L}\\p{N}])"_s);
    return pattern;
}

/// "Lindenstraße 4", "Keizersgracht 123", "Storgatan 9".
const QRegularExpression &kindLast()
{
    static const QRegularExpression pattern(
        u"(?<![\\p{L}\\p{N}])(?:\\p{Lu}[\\p{L}-]{1,30}\\s){0,2}\\p{Lu}?[\\p{L}-]{1,40}[\\s-]?(?i:straße|strasse|str\\.|weg|platz|gasse|allee|ring|damm|ufer|chaussee|gracht|straat|laan|plein|kade|gatan|gata|vägen|vej|gade|veien|katu|tie|utca)\\s{1,2}\\d{1,4}\\s?[a-zA-Z]?(?:[-/]\\d{1,3})?(?![\\p{L}\\p{N}])"_s);
    return pattern;
}

const QRegularExpression &postBox()
{
    static const QRegularExpression pattern(
        u"(?i)\\b(?:p\\.?\\s?o\\.?\\s?box|postfach|apartado(?: de correos)?)\\s{0,2}\\d+"_s);
    return pattern;
}

const QRegularExpression &postCode()
{
    static const QRegularExpression pattern(
        u"(?<![\\p{L}\\p{N}])(?:[A-Za-z]{1,2}\\d[A-Za-z\\d]?\\s?\\d[A-Za-z]{2}|[A-Za-z]\\d[A-Za-z]\\s?\\d[A-Za-z]\\d|\\d{4}\\s?[A-Z]{2}|(?:[A-Z]{1,2}-)?\\d{5}\\s\\p{Lu}[\\p{L}-]+)(?![\\p{L}\\p{N}])"_s);
    return pattern;
}

/// "My new address is 5 Elm, Bath": what follows, to the sentence's end.
const QRegularExpression &said()
{
    static const QRegularExpression pattern(
        u"(?i)(?:\\baddress(?:\\s(?:is|was|to|now|changed to)|:)|\\bi\\slive\\s(?:at|in|on)|\\b(?:deliver|ship|send|sent|delivered|shipped|going|moved)\\s(?:it\\s|them\\s|that\\s|this\\s)?to|\\bwohne\\s(?:in|am)|adresse(?:\\s(?:ist|lautet)|:)|anschrift:?|\\bvivo\\sen|direcci[oó]n(?:\\ses|:)?)\\s{1,2}([^\\n!?]{4,140})"_s);
    return pattern;
}

/// Where the words that say a place end.
qsizetype endOfSaid(const QString &text, qsizetype begin, qsizetype end)
{
    static const QRegularExpression further(
        u"(?i)(?:[.;]\\s|[.;]?$|,?\\s(?:and|but|because|please|instead|since|so|as|if|und|aber|bitte|weil|pero|por favor|y)\\s)"_s);
    const QRegularExpressionMatch match = further.match(text.mid(begin, end - begin), 0);
    return match.hasMatch() ? begin + match.capturedStart() : end;
}

/// Town, county, postcode and country behind a street, apart by a comma or in the next line.
qsizetype pastTown(const QString &text, qsizetype from)
{
    static const QRegularExpression part(
        u"\\G(?:(?:,\\s{0,2}|\\s?\\n|\\s)(?:[A-Z]{1,2}-)?(?:\\d{4,6}(?:-\\d{3,4})?(?:\\s[A-Z]{2}\\b)?|[A-Za-z]{1,2}\\d[A-Za-z\\d]?\\s?\\d[A-Za-z]{2})(?:\\s\\p{Lu}[\\p{L}'’-]+(?:\\s(?:am|an der|upon|of|de|la|\\p{Lu}[\\p{L}'’-]+)){0,3})?|(?:,\\s{0,2}|\\n)(?:(?i:flat|apt|apartment|unit|suite|floor|piso|no)\\.?\\s?#?[\\p{L}\\p{N}]{1,5}|\\d{1,2}[ºª°]?\\s?[A-Za-z]\\b|([\\p{Lu}][\\p{L}'’.-]+)(?:\\s(?:upon|on|of|de|la|am|\\p{Lu}[\\p{L}'’-]+)){0,3}|[A-Z]{2,3}\\b))(?![\\p{L}\\p{N}])"_s);
    constexpr int mostParts = 6;
    for (int i = 0; i < mostParts; ++i) {
        const QRegularExpressionMatch match
            = part.match(text, from, QRegularExpression::NormalMatch,
                         QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            break;
        if (const QString town = match.captured(1).toLower();
            !town.isEmpty() && isOrdinaryWord(town))
            break;
        from = match.capturedEnd();
    }
    return from;
}

} // namespace

void takeAddresses(Taken &taken)
{
    const QString &text = taken.text;
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); }))
        return;
    std::vector<text::Stretch> found;
    const auto add = [&](qsizetype begin, qsizetype end) {
        if (taken.isFree(begin))
            found.push_back({begin, pastTown(text, end)});
    };
    for (const facts::Hit &hit : facts::placesIn(text, signs::plain(text), false))
        add(hit.begin, hit.end);
    for (const QRegularExpression *pattern :
         {&numberFirst(), &frenchStreet(), &kindFirst(), &kindLast(), &postBox(), &postCode()}) {
        for (auto all = pattern->globalMatch(text); all.hasNext();) {
            const QRegularExpressionMatch match = all.next();
            add(match.capturedStart(), match.capturedEnd());
        }
    }
    for (auto all = said().globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        const qsizetype begin = match.capturedStart(1);
        const qsizetype end = endOfSaid(text, begin, match.capturedEnd(1));
        const QStringView words = QStringView(text).sliced(begin, end - begin);
        if (std::any_of(words.begin(), words.end(), [](QChar c) { return c.isDigit(); }))
            add(begin, end);
    }
    std::sort(found.begin(), found.end(), [](const text::Stretch &a, const text::Stretch &b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    for (size_t i = 0; i < found.size(); ++i) {
        // What overlaps is one address.
        text::Stretch whole = found[i];
        while (i + 1 < found.size() && found[i + 1].begin < whole.end)
            whole.end = std::max(whole.end, found[++i].end);
        // A name or a number that was taken inside stays what it is; the rest around it goes.
        qsizetype at = whole.begin;
        while (at < whole.end) {
            while (at < whole.end && !taken.isFree(at))
                ++at;
            qsizetype end = at;
            while (end < whole.end && taken.isFree(end))
                ++end;
            taken.take(Private::Address, at, end);
            at = end;
        }
    }
}

} // namespace baton::drafting
