#include "core/desk/ConversationJudge.h"

#include "core/facts/Facts.h"
#include "core/policy/Rules.h"
#include "core/signals/CardReader.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>

namespace baton {

namespace {

qint64 numberOf(const QByteArray &hash)
{
    const auto id = qFromLittleEndian<qint64>(hash.constData());
    return id != 0 ? id : 1;
}

qint64 identityOf(const QByteArray &judgedBy, const policy::Policy &policy)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(judgedBy);
    hash.addData(policy.name.toUtf8());
    hash.addData(QByteArray::number(policy.version));

    return numberOf(hash.result());
}

} // namespace

ConversationJudge::ConversationJudge(std::shared_ptr<const signs::SignalReader> reader,
                                     policy::Policy policy, Catalogue catalogue)
    : m_reader(std::move(reader))
    , m_policy(std::move(policy))
    , m_catalogue(std::move(catalogue))
    , m_by(identityOf(m_reader->judgedBy(), m_policy))
    , m_readBy(numberOf(m_reader->judgedBy()))
{ }

ConversationJudge::ConversationJudge(signs::SignalReader reader, policy::Policy policy,
                                     Catalogue catalogue)
    : ConversationJudge(std::make_shared<const signs::SignalReader>(std::move(reader)),
                        std::move(policy), std::move(catalogue))
{ }

Judged ConversationJudge::judge(const Conversation &conversation) const
{
    Judged judged;
    judged.signs = m_reader->read(conversation);
    judged.decision = policy::decide(judged.signs, m_policy, m_catalogue);
    judged.flip = policy::explain(judged.signs, m_policy, m_catalogue);
    return judged;
}

HandoffCard ConversationJudge::card(const Conversation &conversation, const Judged &judged) const
{
    return signs::readCard(conversation, judged.signs, judged.decision,
                           facts::factsOf(conversation));
}

JudgedLine ConversationJudge::line(const Conversation &conversation) const
{
    return lineOf(m_reader->read(conversation));
}

store::Reading ConversationJudge::read(const Conversation &conversation) const
{
    const Signals signs = m_reader->read(conversation);
    return {lineOf(signs), policy::recordOf(conversation, signs)};
}

SignalRecord ConversationJudge::record(const Conversation &conversation) const
{
    return policy::recordOf(conversation, m_reader->read(conversation));
}

std::shared_ptr<const ConversationJudge> ConversationJudge::under(policy::Policy policy) const
{
    return std::make_shared<const ConversationJudge>(m_reader, std::move(policy), m_catalogue);
}

JudgedLine ConversationJudge::lineOf(const Signals &signs) const
{
    const policy::Judgement &limits = m_policy.judgement;
    JudgedLine line;
    line.rules = policy::rulesHeld(policy::observedOf(signs),
                                   policy::standingOf(signs.intent.name, limits, m_catalogue),
                                   limits, policy::switchedOn(limits));
    line.route = policy::routeOf(line.rules);
    line.mood = signs.mood.level;
    line.trend = signs.mood.trend;
    line.intent = signs.intent.name;
    line.confidence = signs.intent.confidence;
    line.by = m_by;
    return line;
}

} // namespace baton
