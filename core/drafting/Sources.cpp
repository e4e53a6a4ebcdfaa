#include "core/drafting/Sources.h"

#include "core/base/Text.h"
#include "core/drafting/Instructions.h"
#include "core/drafting/Superseded.h"
#include "core/facts/Days.h"

#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

constexpr size_t mostStatements = 4'000;

Support field(const QString &name, const QString &value)
{
    return {
        SupportKind::Field, name, 0, {}, value.first(std::min(value.size(), longestQuote)), 0, 0};
}

QDateTime local(Instant instant, const QByteArray &zone)
{
    const QTimeZone known(zone);
    return known.isValid() ? instant.utc().toTimeZone(known) : instant.utc();
}

} // namespace

QString stamp(Instant instant, const QByteArray &zone)
{
    return local(instant, zone).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString written(const Money &money)
{
    return QString::number(money.amount, 'f', 2) + u' ' + money.currency;
}

QString currencyOf(const Conversation &conversation)
{
    for (const Order &order : conversation.customer.orders) {
        if (order.total && !order.total->currency.isEmpty())
            return order.total->currency;
    }
    return conversation.customer.lifetimeValue ? conversation.customer.lifetimeValue->currency
                                               : QString();
}

Sources::Sources(const Grounds &grounds)
    : m_zone(grounds.zone)
    , m_approved(grounds.approved)
{
    m_today = facts::writtenAt(grounds.now, m_zone, grounds.conversation.locale);
    for (qsizetype i = 0; i < m_approved.size(); ++i) {
        add(Origin::Approved, m_approved[i].supports.value(0), m_approved[i].text, m_today);
        if (!m_statements.empty() && m_statements.back().origin == Origin::Approved)
            m_statements.back().approved = int(i);
    }
    addPassages(newestOf(grounds.passages));
    addSteps(grounds.conversation);
    const QList<baton::LookUp> lookUps = newestOf(grounds.lookUps);
    addOrders(grounds.conversation, lookUps);
    addLookUps(lookUps, currencyOf(grounds.conversation));
    addFields(grounds.conversation, grounds.agent);
    addMessages(grounds.conversation);
}

Written Sources::on(Instant instant) const
{
    return {local(instant, m_zone).date(), m_today.monthFirst};
}

void Sources::add(Origin origin, Support support, const QString &text, const Written &written)
{
    if (text.isEmpty() || m_statements.size() >= mostStatements)
        return;
    const QString bounded = text.first(std::min(text.size(), longestText));
    m_statements.push_back({origin, std::move(support), bounded, wordingOf(bounded),
                            wholeWords(bounded), figuresIn(bounded, written), -1, -1});
}

void Sources::addPassages(const QList<Passage> &passages)
{
    for (const Passage &passage : passages) {
        m_headings.push_back(wordingOf(QString(passage.title + u". "_s + passage.heading)));
        for (const text::Stretch &stretch : evidenceIn(passage.text, Writer::Ours)) {
            const QString quote = passage.text.sliced(stretch.begin, stretch.end - stretch.begin);
            const size_t before = m_statements.size();
            add(Origin::Passage,
                {SupportKind::Passage, passage.document.text(), passage.version, passage.heading,
                 quote, int(stretch.begin), int(stretch.end)},
                quote, m_today);
            if (m_statements.size() > before)
                m_statements.back().context = int(m_headings.size()) - 1;
        }
    }
}

void Sources::addSteps(const Conversation &conversation)
{
    const QString currency = currencyOf(conversation);
    for (qsizetype i = 0; i < conversation.stepsTried.size(); ++i) {
        const Step &step = conversation.stepsTried[i];
        if (isRepeatedLater(conversation.stepsTried, i))
            continue;
        const bool failed = step.outcome == StepOutcome::Failed
            || (step.tool && step.tool->status != ToolStatus::Ok);
        QString text = isEvidence(step.what, Writer::Outside) ? step.what : QString();
        for (const QString &effect : step.sideEffects)
            text += u'\n' + effect;
        Support support = field(u"steps_tried/%1"_s.arg(i), step.what);
        if (step.tool) {
            QString result = flattened(step.tool->result, currency);
            if (!isEvidence(result, Writer::Outside))
                result.clear();
            text += u'\n' + flattened(step.tool->arguments, currency) + u'\n' + result;
            support.kind = SupportKind::LookUp;
            support.source = step.tool->name;
            if (!result.isEmpty() && !failed)
                support.quote = text::folded(result).left(longestQuote);
        }
        add(failed ? Origin::FailedStep : Origin::Step, support, text,
            step.at ? on(*step.at) : m_today);
    }
}

void Sources::addOrders(const Conversation &conversation, const QList<baton::LookUp> &lookUps)
{
    for (const Order &order : conversation.customer.orders) {
        QStringList parts{order.id};
        if (!tellsStateOf(lookUps, order))
            parts += order.status;
        if (order.total)
            parts += written(*order.total);
        if (order.at)
            parts += stamp(*order.at, m_zone);
        for (const OrderItem &item : order.items) {
            parts += u"%1 × %2"_s.arg(item.quantity).arg(item.name);
            if (item.price)
                parts += written(*item.price);
        }
        for (const Payment &payment : order.payments) {
            for (const QString &word : {payment.id, payment.status}) {
                if (!word.isEmpty())
                    parts += word;
            }
            if (payment.amount)
                parts += written(*payment.amount);
            if (const auto when = payment.at ? payment.at : payment.due)
                parts += stamp(*when, m_zone);
        }
        const QString text = parts.join(u", ");
        add(Origin::Order, {SupportKind::Order, order.id, 0, {}, text.left(longestQuote), 0, 0},
            text, m_today);
    }
}

void Sources::addLookUps(const QList<baton::LookUp> &lookUps, const QString &currency)
{
    for (const baton::LookUp &lookUp : lookUps) {
        for (const QString &record : recordsOf(lookUp.result, currency)) {
            if (!isEvidence(record, Writer::Outside))
                continue;
            m_headings.push_back(wordingOf(QString(lookUp.name).replace(u'_', u' ')));
            const size_t before = m_statements.size();
            add(Origin::LookUp,
                {SupportKind::LookUp,
                 lookUp.name,
                 0,
                 {},
                 text::folded(record).remove(u" "_s.append(noCurrency)).left(longestQuote),
                 0,
                 0},
                record, on(lookUp.at));
            if (m_statements.size() > before)
                m_statements.back().context = int(m_headings.size()) - 1;
        }
    }
}

void Sources::addMessages(const Conversation &conversation)
{
    for (const Message &message : conversation.messages) {
        if (message.presence != Presence::Present)
            continue;
        const Origin origin = message.from == Sender::Customer ? Origin::CustomerMessage
            : message.from == Sender::Bot                      ? Origin::BotMessage
                                                               : Origin::OwnMessage;
        const QStringView bounded
            = QStringView(message.text).first(std::min(message.text.size(), longestText));
        const Writer writer = origin == Origin::OwnMessage ? Writer::Ours : Writer::Outside;
        for (const text::Stretch &stretch : evidenceIn(bounded, writer)) {
            const QString quote
                = bounded.sliced(stretch.begin, stretch.end - stretch.begin).toString();
            add(origin,
                {SupportKind::Message,
                 message.id.text(),
                 0,
                 {},
                 quote,
                 int(stretch.begin),
                 int(stretch.end)},
                quote, on(message.at));
        }
    }
}

void Sources::addFields(const Conversation &conversation, const Person &agent)
{
    const Customer &customer = conversation.customer;
    const auto fact = [this](const QString &name, const QString &value) {
        if (!value.isEmpty())
            add(Origin::Field, field(name, value), value, m_today);
    };
    const auto told = [&fact](const QString &name, const QString &value) {
        if (isEvidence(value, Writer::Outside))
            fact(name, value);
    };
    told(u"customer.name"_s, customer.name);
    fact(u"customer.contact"_s, customer.contact);
    for (const Attribute &attribute : customer.attributes)
        fact(u"customer.attributes."_s + attribute.name,
             attribute.name + u": "_s + attribute.value);
    if (customer.verified)
        fact(u"customer.verified"_s, customer.verified->how);
    told(u"subject"_s, conversation.subject);
    fact(u"agent.name"_s, agent.name);
    if (conversation.owner)
        fact(u"owner.name"_s, conversation.owner->name);
    if (conversation.bot)
        fact(u"bot.name"_s, conversation.bot->name);
    QSet<QString> authors{agent.name};
    for (const Message &message : conversation.messages) {
        if (!authors.contains(message.author.name))
            fact(u"messages.author"_s, message.author.name);
        authors.insert(message.author.name);
    }
    for (qsizetype i = 0; i < conversation.promises.size(); ++i) {
        const Promise &promise = conversation.promises[i];
        const QString due
            = promise.dueAt ? u" ("_s + stamp(*promise.dueAt, m_zone) + u')' : QString();
        fact(u"promises/%1"_s.arg(i), promise.text + due);
    }
}

} // namespace baton::drafting
