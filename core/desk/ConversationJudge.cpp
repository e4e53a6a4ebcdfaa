#include "core/desk/ConversationJudge.h"

#include "core/facts/Facts.h"
#include "core/signals/CardReader.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>

namespace baton {

namespace {

qint64 identityOf(const QByteArray &judgedBy, const policy::Policy &policy)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(judgedBy);
    hash.addData(policy.name.toUtf8());
    hash.addData(QByteArray::number(policy.version));
    const auto id = qFromLittleEndian<qint64>(hash.result().constData());
    return id != 0 ? id : 1;
}

} // namespace

ConversationJudge::ConversationJudge(signs::SignalReader reader, policy::Policy policy,
                                     Catalogue catalogue)
    : m_reader(std::move(reader))
    , m_policy(std::move(policy))
    , m_catalogue(std::move(catalogue))
    , m_by(identityOf(m_reader.judgedBy(), m_policy))
{ }

Judged ConversationJudge::judge(const Conversation &conversation) const
{
    Judged judged;
    judged.signs = m_reader.read(conversation);
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
    const Signals signs = m_reader.read(conversation);
    const Decision decision = policy::decide(signs, m_policy, m_catalogue);
    JudgedLine line;
    line.route = decision.route;
    for (const Trigger &trigger : decision.triggers)
        line.rules |= 1U << static_cast<unsigned>(trigger.rule);
    line.mood = signs.mood.level;
    line.trend = signs.mood.trend;
    line.intent = signs.intent.name;
    line.confidence = signs.intent.confidence;
    line.by = m_by;
    return line;
}

} // namespace baton
