#include "app/batonctl/JsonObjects.h"

#include "core/packet/LineSource.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr int deepestObject = 64;

/// What nests deeper is left out: reading and writing JSON is recursive.
nlohmann::ordered_json parsed(const QByteArray &bytes)
{
    using Object = nlohmann::ordered_json;
    const auto shallow
        = [](int depth, Object::parse_event_t, Object &) { return depth <= deepestObject; };
    return Object::parse(bytes.begin(), bytes.end(), shallow, false);
}

} // namespace

Result<void> eachObject(const QString &file,
                        const std::function<QString(const nlohmann::ordered_json &)> &take)
{
    std::optional<Error> wrong;
    const auto stop = [&](qint64 line, const QString &what) {
        wrong = Error{ErrorCode::InvalidInput, file, u"line %1: %2"_s.arg(line).arg(what)};
        return false;
    };
    Result<void> done = eachObject(file, take, stop);
    if (wrong)
        return *wrong;
    return done;
}

Result<void> eachObject(const QString &file,
                        const std::function<QString(const nlohmann::ordered_json &)> &take,
                        const std::function<bool(qint64 line, const QString &what)> &refuse)
{
    const auto lines = packet::LineSource::open(file);
    if (!lines)
        return lines.error();
    for (;;) {
        QString what;
        switch ((*lines)->next()) {
        case packet::LineSource::Next::End:
            return {};
        case packet::LineSource::Next::Broken:
            return (*lines)->error();
        case packet::LineSource::Next::TooLong:
            what = u"too long"_s;
            break;
        case packet::LineSource::Next::Line:
            if ((*lines)->line().trimmed().isEmpty())
                continue;
            const nlohmann::ordered_json line = parsed((*lines)->line());
            what = line.is_object() ? take(line) : u"expected a JSON object"_s;
            break;
        }
        if (!what.isEmpty() && !refuse((*lines)->number(), what))
            return {};
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
