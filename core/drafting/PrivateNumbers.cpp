#include "core/drafting/PrivateParts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

/// Numbers and codes: phones, cards, accounts, orders. Five digits are enough, wherever they stand.
namespace baton::drafting {

namespace {

constexpr int fewestOfNumber = 5;
constexpr int fewestOfCode = 3;
constexpr qsizetype longestNumber = 60;

const QString months
    = u"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)[a-z]*"_s;

/// Amounts, days, times, spans: what a reply is about.
void keepMeasures(Taken &taken)
{
    static const QString digits
        = u"\\d{1,3}(?:[.,'\\x{a0}]\\d{3})*(?:[.,]\\d{1,2})?|\\d{1,7}(?:[.,]\\d{1,2})?"_s;
    static const QRegularExpression amount(
        u"(?i)(?<![\\p{L}\\p{N}.,])(?:(?:[$€£¥]|\\b(?:eur|usd|gbp|chf)\\s?)\\s?(?:"_s + digits
        + u")(?![\\p{L}\\p{N}]|[.,-]?\\d)|(?:"_s + digits
        + u")\\s?(?:[$€£¥%]|(?:eur|usd|gbp|chf|euros?|dollars?|pounds?|cents?|percent|prozent|dólares)\\b))"_s);
    static const QRegularExpression isoDay(
        u"(?<![\\p{L}\\p{N}-])(?:19|20)\\d\\d-(?:0\\d|1[0-2])-[0-3]\\d(?:[T ][0-2]\\d:[0-5]\\d(?::[0-5]\\d)?(?:\\.\\d{1,6})?(?:Z|[+-]\\d\\d:?\\d\\d)?)?(?![\\p{N}-])"_s);
    static const QRegularExpression day(
        u"(?<![\\p{L}\\p{N}./-])(?:[0-3]?\\d([./-])[01]?\\d\\1(?:19|20)?\\d\\d|[01]?\\d/[0-3]?\\d/(?:19|20)?\\d\\d)(?![\\p{L}\\p{N}/-]|\\.\\d)"_s);
    static const QRegularExpression monthDay(
        u"(?i)(?<![\\p{L}\\p{N}])(?:[0-3]?\\d(?:st|nd|rd|th|\\.)?\\s(?:of\\s|de\\s)?"_s + months
        + u"(?:,?\\s(?:de\\s)?(?:19|20)\\d\\d)?|"_s + months
        + u"\\s[0-3]?\\d(?:st|nd|rd|th)?(?:,?\\s(?:19|20)\\d\\d)?)(?![\\p{L}\\p{N}])"_s);
    static const QRegularExpression clock(
        u"(?i)(?<![\\p{L}\\p{N}:.])[0-2]?\\d[:.][0-5]\\d(?:\\s?(?:am|pm|uhr|h))?(?![\\p{L}\\p{N}:.])"_s);
    static const QRegularExpression decimal(
        u"(?<![\\p{L}\\p{N}.,/-])(?<!\\d )\\d{1,6}[.,]\\d{2}(?![\\p{L}\\p{N}]|[.,/-]\\d| \\d)"_s);
    for (const QRegularExpression *pattern : {&isoDay, &day, &monthDay, &amount, &clock, &decimal})
        taken.keepAll(*pattern);
}

/// "DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819"; whether it adds up does not matter.
void takeIbans(Taken &taken)
{
    static const QRegularExpression iban(
        u"(?<![\\p{L}\\p{N}])[A-Za-z]{2}\\d{2}(?:[A-Za-z0-9]{11,30}|(?:[ \\x{a0}-][A-Za-z]{4}(?![A-Za-z]))?(?:[ \\x{a0}-](?:[A-Z0-9]{1,4}|(?=[a-z]*\\d)[a-z0-9]{1,4})(?![\\p{L}\\p{N}])){2,8})(?![\\p{L}\\p{N}])"_s);
    taken.takeAll(Private::Iban, iban);
}

bool isUnit(QStringView code)
{
    static const QRegularExpression unit(
        u"^\\d{1,4}(?:[.,]\\d+)?(?:st|nd|rd|th|ml|cl|l|g|kg|lb|lbs|oz|cm|mm|m|km|in|inch|ft|kb|gb|mb|tb|w|v|mah|hz|ghz|p|px|k|x|eur|usd|gbp|h|hrs?|min|mins|s|sec|am|pm|pcs|er|te|ten|days?)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return unit.match(code.toString()).hasMatch();
}

/// Letters and digits together, in parts or in one: "LF-204-117", "W5362037", "#A-42".
void takeCodes(Taken &taken, const KnownPrivate &known)
{
    static const QRegularExpression code(
        u"#?(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]+(?:[-_/.:][\\p{L}\\p{N}]+)*"_s);
    for (auto all = code.globalMatch(taken.text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        const QString said = match.captured();
        const auto digits
            = std::count_if(said.begin(), said.end(), [](QChar c) { return c.isDigit(); });
        const bool letters
            = std::any_of(said.begin(), said.end(), [](QChar c) { return c.isLetter(); });
        const bool parted = said.contains(u'-') || said.contains(u'_');
        const bool marked = said.startsWith(u'#') && digits >= 2;
        const bool enough = letters ? digits >= fewestOfCode || (parted && digits >= 2) : false;
        if ((!enough && !marked) || isUnit(said) || known.isOfProduct(said.toLower())
            || !taken.isFree(match.capturedStart(), match.capturedEnd()))
            continue;
        taken.take(Private::Order, match.capturedStart(), match.capturedEnd());
    }
}

Private kindOfDigits(const QString &digits, QStringView said)
{
    constexpr qsizetype shortestCard = 13;
    constexpr qsizetype longestCard = 19;
    constexpr qsizetype shortestPhone = 8;
    if (said.startsWith(u'+') || said.startsWith(u'(')
        || (digits.startsWith(u'0') && digits.size() >= shortestPhone))
        return Private::Phone;
    if (digits.size() >= shortestCard && digits.size() <= longestCard)
        return Private::Card;
    const bool parted = digits.size() < said.size();
    return parted && digits.size() >= shortestPhone ? Private::Phone : Private::Number;
}

/// Digits in groups, however they are parted.
void takeDigits(Taken &taken)
{
    const QString &text = taken.text;
    static const QString between = u" \u00a0-./()\u2011\u2012\u2013\u2212"_s;
    for (qsizetype at = 0; at < text.size();) {
        if (!text[at].isDigit() || !taken.isFree(at)) {
            ++at;
            continue;
        }
        QString digits;
        qsizetype end = at;
        qsizetype i = at;
        int gap = 0;
        for (; i < text.size() && i - at < longestNumber && taken.isFree(i); ++i) {
            if (text[i].isDigit()) {
                digits += text[i];
                end = i + 1;
                gap = 0;
            } else if (!between.contains(text[i]) || ++gap > 3) {
                break;
            }
        }
        qsizetype begin = at;
        while (begin > 0 && taken.isFree(begin - 1) && u"+(#"_s.contains(text[begin - 1]))
            --begin;
        if (digits.size() >= fewestOfNumber) {
            // What runs on in the same word belongs to it.
            while (end < text.size() && text[end].isLetterOrNumber() && taken.isFree(end))
                ++end;
            taken.take(kindOfDigits(digits, QStringView(text).sliced(begin, end - begin)), begin,
                       end);
        }
        at = std::max(end, at + 1);
    }
}

/// Fewer digits where a word says what they are: "card ending 4471", "Bestellung Nr. 812".
void takeNamedNumbers(Taken &taken)
{
    static const QRegularExpression named(
        u"(?i)(?<![\\p{L}])(?:orders?|bestell\\w*|auftrag\\w*|pedidos?|purchase|invoice|rechnung\\w*|factura|ticket|case|fall|caso|reference|ref|referenz|referencia|account|konto\\w*|cuenta|customer|kunden\\w*|cliente|member\\w*|number|nummer|numero|número|nr|no|num|n\\.?º|id|pass\\w*|code|pin|cvv|cvc|card|karte|tarjeta|visa|mastercard|amex|ending|ends|endet|endung|termina\\w*|digits|ziffern|dígitos|zip|plz|postcode|postleitzahl|tracking|parcel|booking|reserva|policy|serial|#|extension|ext|durchwahl)(?![\\p{L}])[^\\d\\n!?]{0,18}?#?(?<![\\d.,])(\\d{2,4})(?![\\d:/]|[.,]\\d|\\s?(?:%|€|\\$|£|eur|usd|gbp|euros?|dollars?|pounds?|days?|tage?n?|d[ií]as?|hours?|stunden?|horas?|weeks?|wochen?|semanas?|months?|monate?n?|mes(?:es)?|years?|jahre?n?|años?|minutes?|minuten?|minutos?|times?|mal|veces|x|items?|artikel|pieces|points?|punkte?)\\b)"_s);
    static const QRegularExpression tail(u"(?:[*xX•·]{2,4}[ -]?){1,4}(\\d{2,4})(?!\\d)"_s);
    static const QRegularExpression letters(
        u"(?:(?i:order|booking|reference|ref|confirmation|code|voucher|tracking|bestellung|buchung|pedido|reserva)\\b[^\\n.!?]{0,16}?)[ :#]([A-Z]{5,12})(?![\\p{L}\\p{N}])"_s);
    static const QRegularExpression alone(u"^\\s*#?(\\d{3,4})\\s*[.!]?\\s*$"_s);
    taken.takeAll(Private::Number, named, 1);
    taken.takeAll(Private::Card, tail, 1);
    taken.takeAll(Private::Order, letters, 1);
    taken.takeAll(Private::Number, alone, 1);
}

} // namespace

void takeNumbers(Taken &taken, const KnownPrivate &known)
{
    static const QRegularExpression born(
        u"(?i)(?:born|birth\\w*|dob|geboren|geburts\\w*|nacid[oa]|nacimiento)[^\\d\\n]{0,20}(\\d[\\d./ -]{4,12}\\d)"_s);
    taken.takeAll(Private::Number, born, 1); // a day that does not stay
    takeIbans(taken);
    keepMeasures(taken);
    takeCodes(taken, known);
    takeDigits(taken);
    takeNamedNumbers(taken);
}

} // namespace baton::drafting
