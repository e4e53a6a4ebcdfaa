#pragma once

#include "core/domain/Review.h"

/// Errors that are put into the copy that a reviewer sees, so that one knows how well reviewers
/// look. Pure: the same conversation gets the same error everywhere.
namespace baton::quality {

/// A draft and a reply of which only the reviewer sees these words; they are nowhere else.
struct PlantedCopy
{
    QString draft;
    QString sent;
    PlantedError error;
    bool operator==(const PlantedCopy &) const = default;
};

/// Another amount, day or length of time in place of one that the reply names; the draft gets the
/// same where it names it too. No value where the reply names none that could be altered without
/// becoming one that it names as well. seed picks among several.
std::optional<PlantedCopy> plant(const QString &draft, const QString &sent, quint64 seed);

} // namespace baton::quality
