#pragma once

#include "core/packet/Packet.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace baton::packet {

using Json = nlohmann::json;

/// One line as a JSON value, within the limits of Packet.h: valid UTF-8, no member twice, finite
/// numbers.
struct JsonDocument
{
    Json root;
    /// Members of /customer/attributes as the line has them; root sorts its keys.
    std::vector<std::string> attributeOrder;
};

/// Fills document, or says why not; then document is unspecified. Never recurses with the input.
std::optional<Rejection> readJson(QByteArrayView line, JsonDocument &document);

} // namespace baton::packet
