#pragma once

#include "core/packet/Packet.h"

#include <nlohmann/json_fwd.hpp>

namespace baton::packet {

/// handoff-1.schema.json, compiled. Validity is valijson's verdict; where and why is told by
/// walking schema and value side by side, because valijson's own list of errors grows with the
/// input. Formats (times, durations) are annotations here: the conversion to domain values checks
/// them.
class Schema
{
public:
    Schema();
    ~Schema();
    std::optional<Rejection> check(const nlohmann::json &packet);

private:
    struct Compiled;
    std::unique_ptr<Compiled> m_compiled;
};

} // namespace baton::packet
