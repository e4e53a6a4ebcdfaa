#include "core/desk/SpellBoard.h"

#include "core/drafting/PlaybookDrafter.h"
#include "core/spelling/Dictionary.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int spellAfterMs = 300;

/// "en-GB" where the packet says so and the customer writes English, else "en".
QString localeOf(const Conversation &conversation)
{
    const QString language = drafting::languageFor(conversation);
    return conversation.locale.startsWith(language, Qt::CaseInsensitive) ? conversation.locale
                                                                         : language;
}

/// Names of people and things are right as they are on file.
QSet<QString> namesIn(const Conversation &conversation, const QStringList &words)
{
    static const QRegularExpression parts(u"[^\\p{L}\\p{M}'’]+"_s);
    QSet<QString> known;
    const auto add = [&known](const QString &text) {
        for (const QString &word : text.split(parts, Qt::SkipEmptyParts))
            known.insert(word.toCaseFolded());
    };
    for (const QString &word : words)
        add(word);
    add(conversation.customer.name);
    for (const Attribute &attribute : conversation.customer.attributes)
        add(attribute.value);
    for (const Order &order : conversation.customer.orders) {
        for (const OrderItem &item : order.items)
            add(item.name);
    }
    for (const Message &message : conversation.messages)
        add(message.author.name);
    if (conversation.owner)
        add(conversation.owner->name);
    return known;
}

} // namespace

SpellBoard::SpellBoard()
    : m_dictionaries(std::make_shared<Dictionaries>())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(spellAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &SpellBoard::ask);
}

SpellBoard::~SpellBoard() = default;

void SpellBoard::setWords(const QStringList &words)
{
    if (words == m_words)
        return;
    m_words = words;
    if (!m_text.isEmpty())
        ask();
}

void SpellBoard::check(const QString &text, const Conversation &conversation)
{
    m_text = text;
    m_conversation = conversation;
    ++m_asking; // an answer to what stood there before is dropped
    m_soon.start();
}

void SpellBoard::ask()
{
    const auto answer = m_thread.run([dictionaries = m_dictionaries, text = m_text,
                                      conversation = m_conversation, words = m_words] {
        const QString locale = localeOf(conversation);
        const auto [at, missing] = dictionaries->try_emplace(locale);
        if (missing)
            at->second = spelling::Dictionary::open(locale);
        return at->second ? at->second->misspelt(text, namesIn(conversation, words))
                          : QList<Misspelling>();
    });
    onFinished(answer, this,
               [this, asking = ++m_asking, text = m_text](const QList<Misspelling> &wrong) {
                   if (asking == m_asking)
                       Q_EMIT checked(text, wrong);
               });
}

} // namespace baton
