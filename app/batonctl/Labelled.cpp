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

/// Calls take(line) for each object; what it returns is what is wrong with it, or nothing.
template <class Take>
Result<void> readObjects(const QString &file, Take take)
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
        const nlohmann::json line
            = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
        if (!line.is_object())
            return bad(u"expected a JSON object"_s);
        if (const QString wrong = take(line); !wrong.isEmpty())
            return bad(wrong);
    }
}

std::optional<signs::Feeling> feelingOf(const QString &label)
{
    if (label == "negative"_L1)
        return signs::Feeling::Negative;
    if (label == "neutral"_L1)
        return signs::Feeling::Neutral;
    if (label == "positive"_L1)
        return signs::Feeling::Positive;
    return {};
}

} // namespace

Result<QList<signs::LabelledText>> readLabelled(const QString &file)
{
    QList<signs::LabelledText> texts;
    const auto read = readObjects(file, [&texts](const nlohmann::json &line) {
        const auto text = textOf(line, "text");
        const auto intent = textOf(line, "intent");
        if (!text || !intent)
            return u"expected \"text\" and \"intent\", both text"_s;
        texts.append({*text, *intent});
        return QString();
    });
    if (!read)
        return read.error();
    return texts;
}

Result<QList<signs::FeltText>> readFelt(const QString &file)
{
    QList<signs::FeltText> texts;
    const auto read = readObjects(file, [&texts](const nlohmann::json &line) {
        const auto text = textOf(line, "text");
        const auto label = textOf(line, "label");
        if (!text || !label)
            return u"expected \"text\" and \"label\", both text"_s;
        const auto feeling = feelingOf(*label);
        if (!feeling)
            return u"expected \"label\" to be negative, neutral or positive"_s;
        texts.append({*text, *feeling, textOf(line, "locale").value_or(QString())});
        return QString();
    });
    if (!read)
        return read.error();
    return texts;
}

} // namespace baton::ctl
