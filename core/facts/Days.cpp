#include "core/facts/Days.h"

#include "core/facts/FigureWords.h"
#include "core/facts/Patterns.h"

#include <QtCore/QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace baton::facts {

namespace {

constexpr int daysAWeek = 7;

constexpr std::array backward{" last ",    " past ",   " previous ",    " letzten ",
                              " letzter ", " letzte ", " letztem ",     " vorigen ",
                              " voriger ", " since ",  " vergangenen ", " seit ",
                              " pasado ",  " ultimo ", " desde el "};
constexpr std::array forward{" next ",      " this ",      " coming ",   " upcoming ",
                             " by ",        " until ",     " nachsten ", " nachster ",
                             " kommenden ", " kommender ", " diesen ",   " bis ",
                             " proximo ",   " este ",      " hasta ",    " que viene "};
constexpr std::array weekAfter{" next week ",       " nachster woche ", " nachste woche ",
                               " kommender woche ", " kommende woche ", " semana que viene ",
                               " proxima semana ",  " semana proxima "};
constexpr std::array weekBefore{" last week ", " letzter woche ", " letzte woche ",
                                " semana pasada "};
constexpr std::array todays{" it is ", " it's ",   " is ",    " today is ", " heute ist ",
                            " ist ",   " hoy es ", " today ", " heute ",    " hoy "};
constexpr std::array toCome{" will ",    " 'll ",      " i'll ",   " we'll ", " you'll ",
                            " it'll ",   " going to ", " gonna ",  " due ",   " wird ",
                            " werde ",   " werden ",   " soll ",   " va a ",  " voy a ",
                            " vamos a ", " sera ",     " llegara "};
constexpr std::array happened{
    " was ",     " were ",     " had ",       " did ",      " didn't ",    " told ",     " said ",
    " ordered ", " bought ",   " arrived ",   " came ",     " sent ",      " received ", " paid ",
    " booked ",  " flew ",     " called ",    " got ",      " went ",      " made ",     " took ",
    " been ",    " happened ", " purchased ", " returned ", " delivered ", " tried ",    " hat ",
    " hatte ",   " habe ",     " hab ",       " haben ",    " wurde ",     " wurden ",   " war ",
    " kam ",     " sagte ",    " bestellte ", " fue ",      " ha ",        " he ",       " hemos ",
    " han ",     " dijeron ",  " dijo ",      " pedi ",     " compre ",    " llego ",    " recibi ",
    " hice ",    " pague ",    " llame ",     " envie ",    " devolvi "};
constexpr std::array namedDays{" black ", " cyber ", " good ", " happy ", " easter ", " casual "};
constexpr std::array everyDays{" every ", " each ", " jeden ", " jeder ", " cada ", " todos los "};

bool inRangeOfDays(const Figure &figure, const QByteArray &plain)
{
    const auto isDay = [](QByteArray words, bool last) {
        const QList<QByteArray> all = words.trimmed().split(' ');
        const QByteArray &near = last ? all.back() : all.front();
        const QByteArray &far = last ? all.front() : all.back();
        const bool joins = near == "to" || near == "bis" || near == "a" || near == "through"
            || near == "thru" || near == "and" || near == "und" || near == "y" || near == "or";
        return weekdayNamed(near) != 0 || (all.size() == 2 && joins && weekdayNamed(far) != 0);
    };
    return isDay(wordsBefore(plain, figure.begin, 2), true)
        || isDay(wordsBehind(plain, figure.end, 2), false);
}

QDate weekdayMeant(const Figure &figure, const QByteArray &plain, const QDate &day)
{
    const QByteArray before = wordsBefore(plain, figure.begin, 3);
    const QByteArray last = wordsBefore(plain, figure.begin, 1);
    const QByteArray behind = wordsBehind(plain, figure.end, 5);
    if (holds(last, namedDays) || holds(before, everyDays) || inRangeOfDays(figure, plain))
        return {};
    const int ahead = (figure.weekday - day.dayOfWeek() + daysAWeek - 1) % daysAWeek + 1; // 1 … 7
    const QDate monday = day.addDays(1 - day.dayOfWeek());
    if (holds(behind, weekAfter))
        return monday.addDays(daysAWeek + figure.weekday - 1);
    if (holds(behind, weekBefore))
        return monday.addDays(figure.weekday - 1 - daysAWeek);
    const QByteArray close = wordsBefore(plain, figure.begin, 2);
    if (holds(close, todays) && ahead == daysAWeek)
        return day;
    const QByteArray next = wordsBehind(plain, figure.end, 2);
    if (holds(close, backward) || next.startsWith(" pasado "))
        return day.addDays(ahead == daysAWeek ? -daysAWeek : ahead - daysAWeek);
    if (holds(close, forward) || next.startsWith(" que viene ") || next.startsWith(" proximo "))
        return day.addDays(ahead);
    const Hit sentence = sentenceAt(plain, figure.begin);
    const QByteArray words = wordsBehind(plain, sentence.begin, 200);
    const bool past = holds(words, happened) && !holds(words, toCome);
    return day.addDays(!past ? ahead : ahead == daysAWeek ? 0 : ahead - daysAWeek);
}

/// "2 weeks ago", "vor zwei Wochen", "hace 3 días".
QDate dayAgo(const Figure &figure, const QByteArray &plain, const QDate &day)
{
    const bool ago = wordsBehind(plain, figure.end, 1) == " ago "
        || wordsBefore(plain, figure.begin, 1) == " vor "
        || wordsBefore(plain, figure.begin, 1) == " hace ";
    if (!ago || figure.low != figure.high || figure.low > 10'000)
        return {};
    const int count = int(figure.low);
    if (figure.unit == "d")
        return day.addDays(-count);
    if (figure.unit == "mo")
        return day.addMonths(-count);
    return figure.unit == "y" ? day.addYears(-count) : QDate();
}

/// "1/2" is a half as often as the second of January.
bool saidAsDate(const Figure &figure, const QByteArray &plain)
{
    const QByteArray said = plain.mid(figure.begin, figure.end - figure.begin);
    if (said.count('/') != 1)
        return true;
    constexpr std::array leading{" on ",  " by ",  " until ", " till ",  " from ",   " since ",
                                 " for ", " of ",  " the ",   " dated ", " before ", " after ",
                                 " am ",  " vom ", " bis ",   " zum ",   " seit ",   " ab ",
                                 " el ",  " del ", " dia ",   " desde ", " hasta "};
    const QByteArray before = wordsBefore(plain, figure.begin, 1);
    return figure.weekday != 0 || holds(before, leading);
}

} // namespace

Written writtenAt(Instant at, const QByteArray &zone, const QString &locale)
{
    const QTimeZone known(zone);
    const QDateTime local = known.isValid() ? at.utc().toTimeZone(known) : at.utc();
    return {local.date(), locale.endsWith("-US"_L1) || locale.endsWith("_US"_L1)};
}

QByteArray zoneOf(const Conversation &conversation)
{
    return conversation.customer.timeZone.isEmpty() ? QByteArray("UTC")
                                                    : conversation.customer.timeZone.toLatin1();
}

QDate dayMeant(const Figure &figure, const QByteArray &plain, const Written &written)
{
    if (figure.kind == FigureKind::Duration)
        return dayAgo(figure, plain, written.day);
    if (figure.kind != FigureKind::Date || figure.low < 0)
        return {};
    if (figure.low == 0)
        return weekdayMeant(figure, plain, written.day);
    const QDate day = QDate::fromJulianDay(figure.low);
    constexpr int firstYear = 1900;
    constexpr int lastYear = 2200;
    return day.year() >= firstYear && day.year() <= lastYear && saidAsDate(figure, plain) ? day
                                                                                          : QDate();
}

} // namespace baton::facts
