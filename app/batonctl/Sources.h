#pragma once

#include "app/batonctl/Command.h"
#include "core/packet/LineSource.h"

#include <vector>

namespace baton::ctl {

/// An operand that is read line by line.
struct Source
{
    QString name; ///< as the user gave it; "<stdin>" for -
    std::unique_ptr<packet::LineSource> lines;
    double fraction() const; ///< 0 … 1 of the bytes read; 0 where the end is unknown
};

/// All operands, opened before anything is done; absent (and told) if one cannot be.
std::optional<std::vector<Source>> openSources(Session &session);

} // namespace baton::ctl
