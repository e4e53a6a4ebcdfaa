#include "ui/text/LiveWords.h"

#include "ui/text/Format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

struct LiveWords
{
    Q_DECLARE_TR_FUNCTIONS(LiveWords)
};

/// What a server that was asked did wrong, for a look-up or an action.
QString whatHappened(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Offline:
        return LiveWords::tr("It did not answer.");
    case ErrorCode::Refused:
        return LiveWords::tr("It refused.");
    case ErrorCode::NotFound:
        return LiveWords::tr("It knows no such thing.");
    case ErrorCode::TooLarge:
        return LiveWords::tr("Its answer is too large.");
    case ErrorCode::Conflict:
        return LiveWords::tr("Its answer is about somebody or something else, and is not shown.");
    default:
        return LiveWords::tr("Its answer is not what was declared, and is not shown.");
    }
}

/// "Refund RF-4101, Amount 20.00 EUR"
QString answerWords(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    QStringList parts;
    for (auto it = object.begin(); it != object.end(); ++it)
        parts += LiveWords::tr("%1 %2", "what, its value").arg(it.key(), it.value().toString());
    return QLocale().createSeparatedList(parts);
}

} // namespace

QString liveValue(const LiveValue &value, Instant now, const QTimeZone &zone)
{
    if (const auto *money = std::get_if<Money>(&value))
        return format::money(*money);
    if (const auto *at = std::get_if<Instant>(&value))
        return format::moment(*at, now, zone);
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? LiveWords::tr("Yes") : LiveWords::tr("No");
    return std::get<QString>(value);
}

QString liveAge(const LiveLookUp &lookUp, Instant now, const QTimeZone &zone)
{
    if (!lookUp.at)
        return {};
    const QString at = format::when(*lookUp.at, now, zone);
    return lookUp.isStale(now) ? LiveWords::tr("as of %1, old", "a time").arg(at)
                               : LiveWords::tr("as of %1", "a time").arg(at);
}

QString liveProblem(const LiveLookUp &lookUp)
{
    if (!lookUp.problem)
        return {};
    const QString happened = whatHappened(*lookUp.problem);
    return lookUp.at
        ? LiveWords::tr("%1 This is what it said before.", "what happened").arg(happened)
        : happened;
}

QString actionState(const ActionEntry &entry, Instant now, const QTimeZone &zone)
{
    const auto at = [&](Instant moment) { return format::when(moment, now, zone); };
    switch (entry.status) {
    case ActionStatus::Asked:
        return LiveWords::tr("Waits for a lead. Asked by %1 at %2.")
            .arg(entry.request.asked.name, at(entry.request.askedAt));
    case ActionStatus::Waiting:
        return entry.problem ? LiveWords::tr("%1 It is tried again.", "what happened")
                                   .arg(whatHappened(*entry.problem))
                             : LiveWords::tr("On its way.");
    case ActionStatus::Done: {
        const QString answer = answerWords(entry.answer);
        return answer.isEmpty() ? LiveWords::tr("Done at %1.").arg(at(entry.settledAt))
                                : LiveWords::tr("Done at %1. %2", "a time, what was answered")
                                      .arg(at(entry.settledAt), answer);
    }
    case ActionStatus::Refused:
        return entry.problem
            ? LiveWords::tr("Not done. %1", "what happened").arg(whatHappened(*entry.problem))
            : LiveWords::tr("Not done.");
    case ActionStatus::Unconfirmed:
        return LiveWords::tr("It may have been done. Look there before you try again.");
    case ActionStatus::Withdrawn:
        return LiveWords::tr("Withdrawn. Nothing was sent.");
    }
    Q_UNREACHABLE();
}

QString actionIcon(ActionStatus status)
{
    switch (status) {
    case ActionStatus::Asked:
        return u"lock"_s;
    case ActionStatus::Waiting:
        return u"outbox"_s;
    case ActionStatus::Done:
        return u"step-ok"_s;
    case ActionStatus::Refused:
        return u"step-fail"_s;
    case ActionStatus::Unconfirmed:
        return u"warning"_s;
    case ActionStatus::Withdrawn:
        return u"undo"_s;
    }
    Q_UNREACHABLE();
}

QString actionWords(const QString &title, const std::optional<Money> &amount)
{
    return amount
        ? LiveWords::tr("%1 %2", "an action, an amount").arg(title, format::money(*amount))
        : title;
}

} // namespace baton::ui
