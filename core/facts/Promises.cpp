#include "core/facts/Promises.h"

#include "core/base/Text.h"
#include "core/facts/Days.h"
#include "core/facts/Patterns.h"
#include "core/signals/Plain.h"

#include <re2/re2.h>

#include <QtCore/QTimeZone>

namespace baton::facts {

namespace {

constexpr int longestPromise = 160; // UTF-16 units of one quotation

const RE2 &promising()
{
    static const RE2 pattern(
        R"(\b(?:(?:we|i)(?: will|'ll)|(?:we|i) (?:are|am) going to|(?:we|i) promise|you(?: will|'ll) (?:receive|get|have|hear|be|see)|(?:will be|is going to be) (?:refunded|sent|delivered|with you|credited|shipped|called|contacted|there|here|replaced|processed|completed|resolved|repaired|ready|in touch|paid|issued|dispatched|arriving|reviewed|answered)|will (?:arrive|reach|call you|write to you|contact you|get back|get in touch|send you|come back to you|receive)|you should (?:receive|get|have|hear|see)|(?:wir|ich) (?:werden?|melden?|erstatten?|schreiben?|prufen?|rufen?|senden?|schicken?)|(?:melden?|erstatten?|schreiben?|rufen?|senden?|schicken?) (?:wir|ich) |sie (?:erhalten|bekommen|horen)|(?:erhalten|bekommen|horen) sie|(?:wird|werden)(?: \S+){0,10} (?:erstattet|geliefert|zugestellt|gesendet|verschickt|versandt|versendet|gutgeschrieben|ersetzt|bearbeitet|gebucht|uberwiesen|melden|kontaktieren|anrufen|repariert)|(?:le|te|lo) (?:escrib|llam|avis|reembols|envi|contact|devolv)\w*|(?:recibir|tendr)\w*|se (?:reembolsar|enviar|le enviar)\w*|(?:vamos|voy) a)\b)");
    return pattern;
}

// What the customer has to do is no promise to them.
const RE2 &demanding()
{
    static const RE2 pattern(
        R"(\b(?:you(?: will|'ll) (?:need|have to|be asked|be charged)|will be charged|you must|mussen sie|sie mussen|tendra que|tiene que)\b)");
    return pattern;
}

Instant afterWorkingDays(Instant from, qint64 days)
{
    QDateTime at = from.utc();
    while (days > 0) {
        at = at.addDays(1);
        if (at.date().dayOfWeek() < Qt::Saturday)
            --days;
    }
    return Instant::from(at);
}

std::optional<Instant> afterSpan(const Figure &span, Instant said)
{
    constexpr qint64 longest = 1'000;
    if (span.unit == "min")
        return span.high < longest * 60 ? std::optional(said + span.high * minuteMs) : std::nullopt;
    if (span.high > longest)
        return {};
    if (span.unit == "wd")
        return afterWorkingDays(said, span.high);
    if (span.unit == "d")
        return said + span.high * dayMs;
    return span.unit == "mo" ? std::optional(Instant::from(said.utc().addMonths(int(span.high))))
                             : std::nullopt;
}

} // namespace

std::optional<Instant> dueOf(QStringView sentence, Instant said, const QByteArray &zone,
                             const QString &locale)
{
    const Written written = writtenAt(said, zone, locale);
    const QByteArray plain = signs::plain(sentence.first(std::min(sentence.size(), longestText)));
    QDate day;
    int minute = 24 * 60 - 1;
    for (const Figure &figure : figuresIn(sentence, written)) {
        if (figure.kind == FigureKind::Duration && !dayMeant(figure, plain, written).isValid()) {
            if (const auto due = afterSpan(figure, said))
                return due;
        }
        if (figure.kind == FigureKind::Time && figure.low >= 0 && figure.low < 24 * 60)
            minute = int(figure.low);
        if (figure.kind == FigureKind::Date && !day.isValid())
            day = dayMeant(figure, plain, written);
    }
    if (!day.isValid())
        return {};
    const QTimeZone known(zone);
    const Instant due = Instant::from(QDateTime(day, QTime(minute / 60, minute % 60),
                                                known.isValid() ? known : QTimeZone::utc()));
    return due > said ? std::optional(due) : std::nullopt;
}

QList<Fact> promisesIn(const Message &message, const QByteArray &plain, const QByteArray &zone,
                       const QString &locale)
{
    QList<Fact> promises;
    for (const signs::Word &sentence : signs::sentencesOf(plain)) {
        const QByteArray words = plain.mid(sentence.begin, sentence.end - sentence.begin);
        if (words.endsWith('?') || !matchesIn(promising(), words) || matchesIn(demanding(), words))
            continue;
        const QString said = message.text.mid(sentence.begin, sentence.end - sentence.begin);
        const auto due = dueOf(said, message.at, zone, locale);
        if (due)
            promises.append({FactKind::Promise,
                             text::firstWords(said, longestPromise),
                             {message.id, sentence.begin, sentence.end, said},
                             {},
                             message.from,
                             message.at,
                             due});
    }
    return promises;
}

} // namespace baton::facts
