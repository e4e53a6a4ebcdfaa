#include "app/batonctl/DraftEvidence.h"

#include "app/batonctl/JsonObjects.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr size_t mostParts = 1'000; ///< of a list; more is refused

/// A member that is a list of objects, read one by one.
class Parts
{
public:
    explicit Parts(QString &wrong)
        : m_wrong(wrong)
    { }

    template <class Take>
    void each(const Json &of, const char *name, const char *place, const Take &take)
    {
        const auto list = of.find(name);
        if (!m_wrong.isEmpty() || list == of.end() || list->is_null())
            return;
        const QString where = QString::fromUtf8(place);
        if (!list->is_array())
            m_wrong = u"%1: expected a list"_s.arg(where);
        else if (list->size() > mostParts)
            m_wrong = u"%1: more than %2"_s.arg(where).arg(mostParts);
        for (size_t i = 0; m_wrong.isEmpty() && i < list->size(); ++i) {
            if (const QString what = take((*list)[i]); !what.isEmpty())
                m_wrong = u"%1/%2: %3"_s.arg(where).arg(i).arg(what);
        }
    }

private:
    QString &m_wrong;
};

QString textIn(const Json &object, const char *name)
{
    return textOf(object, name).value_or(QString());
}

Instant timeOf(const Json &object, const char *name, Instant otherwise)
{
    return instantFromRfc3339(textIn(object, name)).value_or(otherwise);
}

QString addPassage(const Json &json, drafting::Grounds &grounds)
{
    if (!json.is_object() || !textOf(json, "text"))
        return u"expected {\"id\", \"text\"}"_s;
    Passage passage;
    passage.document = DocumentId(textIn(json, "id"));
    passage.version = 1;
    passage.title = textIn(json, "title");
    passage.heading = textIn(json, "heading");
    passage.place = int(grounds.passages.size());
    passage.text = textIn(json, "text");
    grounds.passages.append(passage);
    return {};
}

QString addLookUp(const Json &json, drafting::Grounds &grounds)
{
    const auto answer = json.is_object() ? json.find("json") : json.end();
    if (!json.is_object() || answer == json.end())
        return u"expected {\"name\", \"json\"}"_s;
    const QString result = answer->is_string()
        ? textIn(json, "json")
        : QString::fromStdString(answer->dump(-1, ' ', false, Json::error_handler_t::replace));
    grounds.lookUps.append({textIn(json, "name"), result, timeOf(json, "at", grounds.now)});
    return {};
}

QString addMessage(const Json &json, drafting::Grounds &grounds)
{
    if (!json.is_object() || !textOf(json, "text"))
        return u"expected {\"from\", \"text\"}"_s;
    const QString from = textIn(json, "from");
    Message message;
    message.id = MessageId(QString::number(grounds.conversation.messages.size()));
    message.at = timeOf(json, "at", grounds.now);
    message.from = from == "agent"_L1 ? Sender::Agent
        : from == "bot"_L1            ? Sender::Bot
                                      : Sender::Customer;
    message.text = textIn(json, "text");
    grounds.conversation.messages.append(message);
    return {};
}

} // namespace

Result<GivenDraft> readGivenDraft(const Json &line, Instant now)
{
    GivenDraft given;
    given.id = textIn(line, "id");
    given.grounds.now = timeOf(line, "now", now);
    QString wrong;
    Parts parts(wrong);
    const auto evidence = line.find("evidence");
    if (evidence != line.end() && evidence->is_object()) {
        parts.each(*evidence, "passages", "/evidence/passages",
                   [&](const Json &one) { return addPassage(one, given.grounds); });
        parts.each(*evidence, "lookups", "/evidence/lookups",
                   [&](const Json &one) { return addLookUp(one, given.grounds); });
        parts.each(*evidence, "conversation", "/evidence/conversation",
                   [&](const Json &one) { return addMessage(one, given.grounds); });
    } else if (evidence != line.end() && !evidence->is_null()) {
        wrong = u"/evidence: expected an object"_s;
    }
    parts.each(line, "sentences", "/sentences", [&](const Json &one) {
        if (!one.is_object() || !textOf(one, "text"))
            return u"expected {\"text\"}"_s;
        given.sentences.append(textIn(one, "text"));
        return QString();
    });
    if (!wrong.isEmpty())
        return Error{ErrorCode::InvalidInput, {}, wrong};
    return given;
}

} // namespace baton::ctl
