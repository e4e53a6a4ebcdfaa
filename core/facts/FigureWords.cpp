#include "core/facts/FigureWords.h"

#include "core/signals/TextTable.h"

namespace baton::facts {

namespace {

using signs::TextTable;
using signs::WordSet;

template <class T>
T look(const TextTable<T> &table, const QByteArray &word)
{
    const T *found = table.find(text::viewOf(word));
    return found ? *found : T{};
}

template <class T>
std::optional<T> known(const TextTable<T> &table, const QByteArray &word)
{
    const T *found = table.find(text::viewOf(word));
    return found ? std::optional(*found) : std::nullopt;
}

} // namespace

int monthNamed(const QByteArray &word)
{
    static const TextTable<int> months{
        {"january", 1},    {"jan", 1},       {"januar", 1},    {"enero", 1},      {"ene", 1},
        {"february", 2},   {"feb", 2},       {"februar", 2},   {"febrero", 2},    {"march", 3},
        {"mar", 3},        {"marz", 3},      {"marzo", 3},     {"april", 4},      {"apr", 4},
        {"abril", 4},      {"abr", 4},       {"may", 5},       {"mai", 5},        {"mayo", 5},
        {"june", 6},       {"jun", 6},       {"juni", 6},      {"junio", 6},      {"july", 7},
        {"jul", 7},        {"juli", 7},      {"julio", 7},     {"august", 8},     {"aug", 8},
        {"agosto", 8},     {"ago", 8},       {"september", 9}, {"sep", 9},        {"sept", 9},
        {"septiembre", 9}, {"october", 10},  {"oct", 10},      {"oktober", 10},   {"okt", 10},
        {"octubre", 10},   {"november", 11}, {"nov", 11},      {"noviembre", 11}, {"december", 12},
        {"dec", 12},       {"dezember", 12}, {"dez", 12},      {"diciembre", 12}, {"dic", 12}};
    return look(months, word);
}

int weekdayNamed(const QByteArray &word)
{
    static const TextTable<int> days{
        {"monday", 1},     {"montag", 1},    {"lunes", 1},     {"tuesday", 2},   {"dienstag", 2},
        {"martes", 2},     {"wednesday", 3}, {"mittwoch", 3},  {"miercoles", 3}, {"thursday", 4},
        {"donnerstag", 4}, {"jueves", 4},    {"friday", 5},    {"freitag", 5},   {"viernes", 5},
        {"saturday", 6},   {"samstag", 6},   {"sonnabend", 6}, {"sabado", 6},    {"sunday", 7},
        {"sonntag", 7},    {"domingo", 7}};
    return look(days, word);
}

std::optional<int> smallNumber(const QByteArray &word)
{
    static const TextTable<int> numbers{
        {"one", 1},    {"ein", 1},   {"eine", 1},    {"einem", 1},  {"einer", 1},  {"einen", 1},
        {"un", 1},     {"una", 1},   {"two", 2},     {"zwei", 2},   {"dos", 2},    {"three", 3},
        {"drei", 3},   {"tres", 3},  {"four", 4},    {"vier", 4},   {"cuatro", 4}, {"five", 5},
        {"funf", 5},   {"cinco", 5}, {"six", 6},     {"sechs", 6},  {"seis", 6},   {"seven", 7},
        {"sieben", 7}, {"siete", 7}, {"eight", 8},   {"acht", 8},   {"ocho", 8},   {"nine", 9},
        {"neun", 9},   {"nueve", 9}, {"ten", 10},    {"zehn", 10},  {"diez", 10},  {"eleven", 11},
        {"elf", 11},   {"once", 11}, {"twelve", 12}, {"zwolf", 12}, {"doce", 12}};
    return known(numbers, word);
}

QByteArray currencyNamed(const QByteArray &wordOrSign)
{
    static const TextTable<QByteArray> currencies{
        {"€", "EUR"},       {"eur", "EUR"},    {"euro", "EUR"},    {"euros", "EUR"},
        {"£", "GBP"},       {"gbp", "GBP"},    {"pound", "GBP"},   {"pounds", "GBP"},
        {"pfund", "GBP"},   {"libra", "GBP"},  {"libras", "GBP"},  {"$", "USD"},
        {"usd", "USD"},     {"dollar", "USD"}, {"dollars", "USD"}, {"dolar", "USD"},
        {"dolares", "USD"}, {"chf", "CHF"},    {"franken", "CHF"}, {"francs", "CHF"},
        {"francos", "CHF"}, {"pln", "PLN"},    {"sek", "SEK"},     {"nok", "NOK"},
        {"dkk", "DKK"},     {"czk", "CZK"},    {"huf", "HUF"},     {"¥", "JPY"},
        {"jpy", "JPY"},     {"cad", "CAD"},    {"aud", "AUD"},     {"xxx", "XXX"}};
    return look(currencies, wordOrSign);
}

bool isPercent(const QByteArray &wordOrSign)
{
    static const WordSet words{"%", "percent", "prozent", "pct"};
    return words.contains(wordOrSign);
}

std::optional<TimeUnit> timeUnitNamed(const QByteArray &word)
{
    static const TimeUnit minute{"min", 1};
    static const TimeUnit hour{"min", 60};
    static const TimeUnit day{"d", 1};
    static const TimeUnit week{"d", 7};
    static const TimeUnit working{"wd", 1};
    static const TimeUnit night{"n", 1};
    static const TimeUnit month{"mo", 1};
    static const TimeUnit year{"y", 1};
    static const TextTable<TimeUnit> units{{"minute", minute},
                                           {"minutes", minute},
                                           {"min", minute},
                                           {"mins", minute},
                                           {"minuten", minute},
                                           {"minuto", minute},
                                           {"minutos", minute},
                                           {"hour", hour},
                                           {"hours", hour},
                                           {"hrs", hour},
                                           {"stunde", hour},
                                           {"stunden", hour},
                                           {"offnungsstunden", hour},
                                           {"std", hour},
                                           {"hora", hour},
                                           {"horas", hour},
                                           {"day", day},
                                           {"days", day},
                                           {"tag", day},
                                           {"tage", day},
                                           {"tagen", day},
                                           {"tages", day},
                                           {"dia", day},
                                           {"dias", day},
                                           {"week", week},
                                           {"weeks", week},
                                           {"woche", week},
                                           {"wochen", week},
                                           {"semana", week},
                                           {"semanas", week},
                                           {"werktag", working},
                                           {"werktage", working},
                                           {"werktagen", working},
                                           {"werktags", working},
                                           {"arbeitstag", working},
                                           {"arbeitstage", working},
                                           {"arbeitstagen", working},
                                           {"bankarbeitstag", working},
                                           {"bankarbeitstage", working},
                                           {"bankarbeitstagen", working},
                                           {"banktage", working},
                                           {"banktagen", working},
                                           {"geschaftstage", working},
                                           {"geschaftstagen", working},
                                           {"night", night},
                                           {"nights", night},
                                           {"nacht", night},
                                           {"nachte", night},
                                           {"nachten", night},
                                           {"noche", night},
                                           {"noches", night},
                                           {"month", month},
                                           {"months", month},
                                           {"monat", month},
                                           {"monate", month},
                                           {"monaten", month},
                                           {"monats", month},
                                           {"mes", month},
                                           {"meses", month},
                                           {"year", year},
                                           {"years", year},
                                           {"jahr", year},
                                           {"jahre", year},
                                           {"jahren", year},
                                           {"ano", year},
                                           {"anos", year}};
    return known(units, word);
}

bool meansWorking(const QByteArray &word)
{
    static const WordSet words{"working",   "business",  "banking",  "bank",
                               "work",      "bancarios", "bancario", "laborables",
                               "laborable", "habiles",   "habil"};
    return words.contains(word);
}

bool isBeside(const QByteArray &word)
{
    static const WordSet words{"full",  "whole",   "calendar", "volle",     "vollen",
                               "ganze", "ganzen",  "enteros",  "completos", "naturales",
                               "more",  "weitere", "opening",  "open"};
    return words.contains(word);
}

} // namespace baton::facts
