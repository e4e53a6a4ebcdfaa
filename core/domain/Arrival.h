#pragma once

#include "core/base/Clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <vector>

/// What is looked for when a conversation arrives: whether others are about the same.
namespace baton {

/// What a customer asks, so that near-identical texts are found (core/signals/NearDuplicates).
struct Sketch
{
    QByteArray words;          ///< what two are compared by; empty: too little was said
    std::vector<qint64> bands; ///< near-identical ones have one in common, next to certainly
    bool operator==(const Sketch &) const = default;
};

/// A policy's limits for it.
struct ArrivalLimits
{
    qint64 incidentWindowMs = 2 * hourMs; ///< between two who write the same
    int incidentCustomers = 5;            ///< so many within the window are an incident
    qint64 recontactMs = 72 * hourMs;     ///< W of DESIGN §7
    bool operator==(const ArrivalLimits &) const = default;
};

/// So many customers write the same that it has one cause. Rows are the store's numbers.
struct Incident
{
    qint64 id = 0;         ///< the row of the first who wrote it
    QString words;         ///< their need, in one line
    int customers = 0;     ///< who wrote it, answered or not
    Instant since;         ///< the first of them
    Instant newest;        ///< the last
    QList<qint64> waiting; ///< in the queue, oldest first
    /// Of those, what a list may stand one line for: nobody has it, and it is no matter of safety.
    QList<qint64> alike;
    bool operator==(const Incident &) const = default;
};

} // namespace baton
