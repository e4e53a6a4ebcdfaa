#pragma once

#include "core/domain/HandoffCard.h"

#include <QtCore/QTimeZone>

/// The words of the handoff card. Pure.
namespace baton::ui {

struct CardLine
{
    QString icon; ///< empty for none
    QString text;
    QString aside; ///< quiet words behind it
    bool good = false;
    bool bad = false;  ///< failed, or late
    QString late;      ///< at the right: "1 day late"
    MessageId message; ///< where it was said; empty: nowhere to lead to
    bool operator==(const CardLine &) const = default;
};

/// A risk, in words.
struct CareLine
{
    QString icon;
    QString text;
    bool operator==(const CareLine &) const = default;
};

struct CardLines
{
    QString from;     ///< "From the bot 14:06"
    QString complete; ///< "9 of 9 fields", "5 of 9 fields, 3 inferred"
    QStringList need;
    bool needInferred = false;
    QString expects;
    bool expectsInferred = false;
    QList<CardLine> tried;
    QList<CardLine> promised;
    QList<CareLine> careful;
    QStringList questions;
    bool questionsInferred = false;
    QString next;
    QString missing; ///< the fields that neither packet nor messages give
    bool operator==(const CardLines &) const = default;
};

struct CardInput
{
    const HandoffCard &card;
    bool botWasThere = true;
    Instant now;
    QTimeZone zone = QTimeZone::systemTimeZone();
};

CardLines cardLines(const CardInput &input);

} // namespace baton::ui
