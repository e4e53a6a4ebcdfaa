#include "app/batonctl/JsonObjects.h"

#include "core/packet/LineSource.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

Result<void> eachObject(const QString &file,
                        const std::function<QString(const nlohmann::ordered_json &)> &take)
{
    const auto lines = packet::LineSource::open(file);
    if (!lines)
        return lines.error();
    const auto bad = [&](const QString &what) {
        return Error{ErrorCode::InvalidInput, file,
                     u"line %1: %2"_s.arg((*lines)->number()).arg(what)};
    };
    for (;;) {
        switch ((*lines)->next()) {
        case packet::LineSource::Next::End:
            return {};
        case packet::LineSource::Next::Broken:
            return (*lines)->error();
        case packet::LineSource::Next::TooLong:
            return bad(u"too long"_s);
        case packet::LineSource::Next::Line:
            break;
        }
        const QByteArray &bytes = (*lines)->line();
        if (bytes.trimmed().isEmpty())
            continue;
        const nlohmann::ordered_json line
            = nlohmann::ordered_json::parse(bytes.begin(), bytes.end(), nullptr, false);
        if (!line.is_object())
            return bad(u"expected a JSON object"_s);
        if (const QString what = take(line); !what.isEmpty())
            return bad(what);
    }
}

std::optional<QString> textOf(const nlohmann::ordered_json &object, const char *name)
{
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string())
        return {};
    return QString::fromStdString(found->get<std::string>());
}

} // namespace baton::ctl
