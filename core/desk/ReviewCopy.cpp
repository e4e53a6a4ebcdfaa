#include "core/desk/ReviewCopy.h"

#include "core/desk/ConversationJudge.h"
#include "core/desk/ReplyDrafter.h"
#include "core/knowledge/Query.h"
#include "core/policy/Policy.h"
#include "core/quality/Monitors.h"
#include "core/quality/Planting.h"
#include "core/quality/Scorecards.h"
#include "core/quality/WordDiff.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace baton {

namespace {

bool isPublicFrom(const Message &message, Sender from)
{
    return message.from == from && message.visibility == Visibility::Public
        && message.presence == Presence::Present;
}

/// The reply that the draft became, else the first of a person, else the bot's last word.
const Message *replyIn(const Conversation &conversation, const std::optional<DraftUse> &use)
{
    const QList<Message> &all = conversation.messages;
    const Message *first = nullptr;
    const Message *bot = nullptr;
    for (const Message &message : all) {
        if (isPublicFrom(message, Sender::Agent)) {
            if (use && !use->sent.isEmpty() && message.text == use->sent)
                return &message;
            if (!first)
                first = &message;
        } else if (isPublicFrom(message, Sender::Bot)) {
            bot = &message;
        }
    }
    return first ? first : bot;
}

/// As it stood when the reply was written.
Conversation before(const Conversation &conversation, const Message *reply)
{
    Conversation then = conversation;
    then.outcome.reset();
    then.state = State::Claimed;
    if (reply) {
        const auto end
            = std::find_if(then.messages.begin(), then.messages.end(),
                           [reply](const Message &message) { return message.id == reply->id; });
        then.messages.erase(end, then.messages.end());
    }
    return then;
}

QString lastAsked(const Conversation &then)
{
    for (auto it = then.messages.rbegin(); it != then.messages.rend(); ++it) {
        if (isPublicFrom(*it, Sender::Customer))
            return it->text;
    }
    return {};
}

quint64 seedFor(const ConversationId &id, int monitors)
{
    constexpr double spread = 1'000'000'007;
    return quint64(quality::lot(quality::Lot::Planted, monitors, 1, id) * spread);
}

void plantIn(ReviewSnapshot &copy, const Message *reply, int monitors)
{
    if (!copy.row.planted || copy.sentByBot || !reply)
        return;
    auto planted = quality::plant(copy.draft, copy.sent, seedFor(copy.row.conversation, monitors));
    if (!planted)
        return;
    copy.draft = planted->draft;
    copy.sent = planted->sent;
    copy.planted = planted->error;
    for (Message &message : copy.conversation.messages) {
        if (message.id == reply->id)
            message.text = copy.sent;
    }
}

void readCard(ReviewSnapshot &copy, const ReviewMaterial &material)
{
    if (!material.judge)
        return;
    const Conversation &packet = material.record.upstream;
    const Judged judged = material.judge->judge(packet);
    const HandoffCard card = material.judge->card(packet, judged);
    copy.fieldsGiven = cardFields - card.count(Given::Missing);
    copy.promisedWaitMs = card.promisedWaitMs;
    copy.policyVersion = judged.decision.policyVersion;
    if (const Intent *intent = material.judge->catalogue().find(copy.row.intent))
        copy.intentTitle = intent->title;
}

/// What the draft rested on, what rules say of the reply.
void check(ReviewSnapshot &copy, const ReviewMaterial &material, const Message *reply)
{
    quality::Observed observed;
    observed.promised = !copy.conversation.promises.isEmpty();
    observed.overrides = material.review.overrides;
    observed.cameBack = copy.cameBack.has_value();
    if (copy.conversation.outcome)
        observed.csat = copy.conversation.outcome->csat;
    if (material.drafter && material.judge && reply) {
        const Conversation then = before(material.record.conversation, reply);
        const Signals signs = material.judge->judge(material.record.upstream).signs;
        const auto checked = [&](const QString &text) {
            return material.drafter->check(text, then, signs, reply->author, reply->at,
                                           material.found);
        };
        observed.reply = checked(reply->text);
        const auto &use = material.review.use;
        copy.checked = use ? checked(use->suggested) : observed.reply;
        copy.askedAgain
            = std::any_of(observed.reply.lints.begin(), observed.reply.lints.end(),
                          [](const Lint &lint) { return lint.kind == LintKind::AsksForGiven; });
        for (int i = 0; i < int(copy.checked.sentences.size()); ++i) {
            if (copy.checked.sentences[i].lack == Lack::Contradicts)
                copy.contradicted.append(i);
        }
    }
    copy.ruleScores = quality::ruleScores(material.card, observed);
}

QString masked(QString text, const QStringList &names)
{
    for (const QString &name : names)
        text.replace(QRegularExpression(QStringLiteral("(?<![\\p{L}\\p{N}])%1(?![\\p{L}\\p{N}])")
                                            .arg(QRegularExpression::escape(name)),
                                        QRegularExpression::UseUnicodePropertiesOption),
                     maskedName);
    return text;
}

/// Of everybody who wrote for us, the longer names first.
QStringList namesIn(const Conversation &conversation, const Person &agent)
{
    QStringList names;
    const auto add = [&names](const Person &person) {
        if (person.name.isEmpty())
            return;
        names += person.name;
        names += text::firstName(person.name);
    };
    add(agent);
    for (const Message &message : conversation.messages) {
        if (message.from == Sender::Agent)
            add(message.author);
    }
    names.removeDuplicates();
    names.removeAll(text::firstName(conversation.customer.name)); // theirs stays readable
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return names;
}

} // namespace

PassageQuery passagesFor(const ReviewMaterial &material)
{
    if (!material.judge || !material.drafter)
        return {};
    const Conversation then = before(material.record.conversation,
                                     replyIn(material.record.conversation, material.review.use));
    return knowledge::queryFor(then, material.judge->judge(material.record.upstream).signs);
}

ReviewSnapshot reviewCopy(const ReviewMaterial &material)
{
    ReviewSnapshot copy;
    copy.card = material.card;
    copy.row = material.review.row.value_or(ReviewRow{});
    copy.row.conversation = material.record.row.id;
    copy.origin = material.record.row.origin;
    copy.conversation = material.record.conversation;
    copy.use = material.review.use;
    copy.cameBack = material.review.cameBack;
    // W (DESIGN §7)
    copy.windowEnds = copy.row.closedAt
        + (material.judge ? material.judge->policy().arrivals : ArrivalLimits{}).recontactMs;
    const Message *reply = replyIn(material.record.conversation, copy.use);
    if (reply) {
        copy.sent = reply->text;
        copy.sentAt = reply->at;
        copy.sentByBot = reply->from == Sender::Bot;
        copy.agent = copy.sentByBot ? Person{} : reply->author;
        if (!copy.sentByBot && copy.conversation.handedOffAt)
            copy.firstReplyMs = reply->at - *copy.conversation.handedOffAt;
    }
    if (copy.use) {
        copy.draft = copy.use->suggested;
        copy.draftAt = copy.use->shownAt;
        copy.use->suggested.clear();
        copy.use->sent.clear();
    }
    copy.asked = lastAsked(before(material.record.conversation, reply));
    for (const Feedback &one : material.record.feedback) {
        if (one.kind == FeedbackKind::Card)
            copy.cardComplete = one.became == QLatin1StringView("complete");
    }
    readCard(copy, material);
    check(copy, material, reply);
    plantIn(copy, reply, material.monitors);
    copy.rows = quality::diff(copy.draft, copy.sent);
    for (const Review &review : material.review.reviews) {
        if (review.reviewer.id == material.me.text())
            copy.review = review;
        else
            copy.others.append(review);
    }
    copy.revealed = copy.review || (material.review.row && material.review.row->verdict);
    if (copy.revealed && !copy.review && !copy.others.isEmpty())
        copy.review = copy.others.takeLast();
    return copy;
}

ReviewSnapshot blind(ReviewSnapshot whole)
{
    const QStringList names = namesIn(whole.conversation, whole.agent);
    whole.draft = masked(whole.draft, names);
    whole.sent = masked(whole.sent, names);
    whole.rows = quality::diff(whole.draft, whole.sent);
    for (Message &message : whole.conversation.messages) {
        message.text = masked(message.text, names);
        if (message.from == Sender::Agent)
            message.author = {};
    }
    whole.conversation.owner.reset();
    if (whole.use)
        whole.use->agent = {};
    whole.revealed = false;
    whole.review.reset();
    whole.others.clear();
    whole.planted.reset();
    whole.ruleScores.clear();
    whole.contradicted.clear();
    whole.askedAgain = false;
    whole.agent = {};
    return whole;
}

Review reviewOf(const ReviewSnapshot &whole, const ReviewAnswer &answer)
{
    Review review;
    review.conversation = whole.row.conversation;
    review.agent = whole.agent;
    review.scorecard = whole.card.version;
    review.verdict = answer.verdict;
    review.scores = answer.scores + whole.ruleScores;
    review.wrong = answer.wrong;
    review.comment = answer.comment;
    review.planted = whole.planted.has_value();
    review.caught = review.planted && review.wrong.removeAll(whole.planted->sentence) > 0;
    return review;
}

} // namespace baton
