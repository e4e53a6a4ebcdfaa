#include "core/desk/PlaybookReading.h"

#include "core/base/JsonPlace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

std::optional<PlaybookFault> faultIn(const QByteArray &json, const Error &error)
{
    const QString pointer = error.detail.left(error.detail.indexOf(": "_L1));
    return PlaybookFault{pointer.startsWith(u'/') ? jsonLine(json, pointer) : 1, error.detail};
}

} // namespace

Conversation unanswered(Conversation conversation)
{
    const auto answer = std::find_if(
        conversation.messages.begin(), conversation.messages.end(), [](const Message &message) {
            return message.from == Sender::Agent && message.visibility == Visibility::Public;
        });
    if (answer == conversation.messages.begin() || answer == conversation.messages.end())
        return conversation;
    const Instant end = answer->at;
    conversation.messages.erase(answer, conversation.messages.end());
    conversation.stepsTried.removeIf(
        [end](const Step &step) { return step.at && *step.at >= end; });
    const auto gone = [&](const Promise &promise) {
        return std::none_of(conversation.messages.begin(), conversation.messages.end(),
                            [&](const Message &message) { return message.id == promise.message; });
    };
    conversation.promises.removeIf(gone);
    conversation.outcome.reset();
    return conversation;
}

std::optional<PlaybookFault> readPlaybookText(const QByteArray &json, const QString &intent,
                                              drafting::Playbook &book)
{
    if (const auto flaw = jsonFlaw(json))
        return PlaybookFault{flaw->line, flaw->what};
    auto made = drafting::readPlaybook(json, intent);
    if (!made)
        return faultIn(json, made.error());
    if (made->intent != intent)
        return PlaybookFault{jsonLine(json, u"/intent"_s), u"/intent: expected %1"_s.arg(intent)};
    book = std::move(made).value();
    return {};
}

} // namespace baton
