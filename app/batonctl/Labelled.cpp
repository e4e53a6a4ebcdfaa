#include "app/batonctl/Labelled.h"

#include "app/batonctl/JsonObjects.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

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
    const auto read = eachObject(file, [&texts](const nlohmann::ordered_json &line) {
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
    const auto read = eachObject(file, [&texts](const nlohmann::ordered_json &line) {
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
