#include "app/batonctl/Labelled.h"

#include "core/packet/LineSource.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

std::optional<QString> textOf(const nlohmann::json &line, const char *key)
{
    const auto found = line.find(key);
    if (found == line.end() || !found->is_string())
        return {};
    return QString::fromStdString(found->get<std::string>());
}

} // namespace

Result<QList<signs::LabelledText>> readLabelled(const QString &file)
{
    const auto lines = packet::LineSource::open(file);
    if (!lines)
        return lines.error();
    QList<signs::LabelledText> texts;
    const auto bad = [&](const QString &what) {
        return Error{ErrorCode::InvalidInput, file,
                     u"line %1: %2"_s.arg((*lines)->number()).arg(what)};
    };
    for (;;) {
        switch ((*lines)->next()) {
        case packet::LineSource::Next::End:
            return texts;
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
        const nlohmann::json line
            = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
        if (!line.is_object())
            return bad(u"expected a JSON object"_s);
        const auto text = textOf(line, "text");
        const auto intent = textOf(line, "intent");
        if (!text || !intent)
            return bad(u"expected \"text\" and \"intent\", both text"_s);
        texts.append({*text, *intent});
    }
}

} // namespace baton::ctl
