#include "core/desk/Compare.h"

#include "core/base/Text.h"
#include "core/drafting/Phrasing.h"

#include <algorithm>

namespace baton {

namespace {

constexpr double sameShare = 0.8;
constexpr double relatedShare = 0.5;

struct Word
{
    QString text;         ///< comparable
    bool weighty = false; ///< a number, a name or a negation: one of them turns the meaning
};

struct Sentence
{
    QString text;
    QString form; ///< comparable
    QList<Word> words;
    Person author;
};

bool negates(const QString &word)
{
    static const QStringList negations{
        QStringLiteral("not"),   QStringLiteral("no"),      QStringLiteral("never"),
        QStringLiteral("none"),  QStringLiteral("nothing"), QStringLiteral("cannot"),
        QStringLiteral("nicht"), QStringLiteral("kein"),    QStringLiteral("keine"),
        QStringLiteral("nie"),   QStringLiteral("pas"),     QStringLiteral("jamais"),
        QStringLiteral("nunca"), QStringLiteral("without"), QStringLiteral("ohne")};
    return negations.contains(word) || word.endsWith(QStringLiteral("n't"))
        || word.endsWith(QStringLiteral("n’t"));
}

bool capital(const QString &word)
{
    const auto letter
        = std::find_if(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
    return letter != word.end() && letter->isUpper();
}

Sentence sentenceOf(const QString &text, const Person &author)
{
    Sentence out{text, text::comparable(text), {}, author};
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString word = text::comparable(parts[i]);
        if (word.isEmpty())
            continue;
        const bool number
            = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
        const bool name = i > 0 && capital(parts[i]) && word != u"i" && !word.startsWith(u"i'")
            && !word.startsWith(u"i’");
        out.words += {word, number || name || negates(word)};
    }
    return out;
}

struct Likeness
{
    double share = 0; ///< of the longer sentence's words
    bool weightyDiffers = false;
};

Likeness likeness(const Sentence &mine, const Sentence &theirs)
{
    if (mine.form == theirs.form)
        return {mine.form.isEmpty() && mine.text != theirs.text ? 0.0 : 1.0, false};
    QList<Word> left = theirs.words;
    Likeness out;
    int shared = 0;
    for (const Word &word : mine.words) {
        const auto same = std::find_if(left.begin(), left.end(),
                                       [&](const Word &other) { return other.text == word.text; });
        if (same == left.end()) {
            out.weightyDiffers = out.weightyDiffers || word.weighty;
            continue;
        }
        left.erase(same);
        ++shared;
    }
    out.weightyDiffers = out.weightyDiffers
        || std::any_of(left.begin(), left.end(), [](const Word &word) { return word.weighty; });
    const qsizetype longer = std::max(mine.words.size(), theirs.words.size());
    out.share = longer == 0 ? 0 : double(shared) / double(longer);
    return out;
}

/// Whether it does no more than say hello to somebody and who writes: no figure stands in it.
bool greets(const QString &text)
{
    constexpr qsizetype longestGreeting = 12; // words
    const std::vector<drafting::Named> names = drafting::namesIn(text);
    return text.count(u' ') < longestGreeting
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); })
        && std::any_of(names.begin(), names.end(),
                       [](const drafting::Named &one) { return one.addressed; });
}

MarkedSentence mark(const QString &text, const QList<Sentence> &theirs)
{
    const Sentence mine = sentenceOf(text, {});
    MarkedSentence out{text, SentenceMark::OnlyInYours, {}, {}};
    double best = 0;
    for (const Sentence &other : theirs) {
        const Likeness like = likeness(mine, other);
        const bool said = like.share >= sameShare && !like.weightyDiffers;
        if (like.share < relatedShare || (!said && like.share <= best))
            continue;
        best = like.share;
        out.mark = said ? SentenceMark::SaidAlready : SentenceMark::Differs;
        out.theirs = other.text;
        out.colleague = other.author;
        if (said)
            break;
    }
    if (out.mark == SentenceMark::Differs && greets(text) && greets(out.theirs))
        return {text, SentenceMark::Courtesy, {}, {}};
    return out;
}

/// The lines of text without the sentences said already. A line that loses nothing stays as typed.
QString withoutSaid(const QString &text, const QList<Sentence> &theirs)
{
    QStringList kept;
    for (const QString &line : text.split(u'\n')) {
        QStringList own;
        bool lost = false;
        for (const QString &sentence : text::sentences(line)) {
            if (mark(sentence, theirs).mark == SentenceMark::SaidAlready)
                lost = true;
            else
                own += sentence;
        }
        if (!lost)
            kept += line;
        else if (!own.isEmpty())
            kept += own.join(u' ');
    }
    // Where a whole paragraph went, its blank line goes too.
    QString out;
    int blanks = 0;
    for (const QString &line : kept) {
        if (line.trimmed().isEmpty()) {
            ++blanks;
            continue;
        }
        if (!out.isEmpty())
            out += blanks > 0 ? QStringLiteral("\n\n") : QStringLiteral("\n");
        out += line;
        blanks = 0;
    }
    return out;
}

qsizetype placeOf(const QList<Message> &messages, const MessageId &id)
{
    const auto at = std::find_if(messages.begin(), messages.end(),
                                 [&](const Message &message) { return message.id == id; });
    return id.isEmpty() || at == messages.end() ? -1 : at - messages.begin();
}

} // namespace

Comparison compare(const OutboxEntry &held, const Conversation &current)
{
    const Act &act = held.act;
    Comparison out;
    out.held = held;
    const qsizetype seen = placeOf(current.messages, act.base.lastPublic);
    out.writtenFrom = seen < 0 ? act.at : current.messages[seen].at;
    for (const Message &message : current.messages.sliced(seen + 1)) {
        const bool mine = message.from == Sender::Agent && message.author.id == act.agent.id;
        if (message.visibility != Visibility::Public || message.presence != Presence::Present
            || message.from == Sender::System || mine)
            continue;
        out.added += message;
        if (message.from == Sender::Agent)
            out.theirs += message;
    }
    if (current.owner && current.owner->id != act.base.owner.text()
        && current.owner->id != act.agent.id)
        out.newOwner = current.owner;
    out.closed = current.state == State::Closed && act.base.state != State::Closed;

    QList<Sentence> theirs;
    for (const Message &message : out.theirs) {
        for (const QString &sentence : text::sentences(message.text))
            theirs += sentenceOf(sentence, message.author);
    }
    for (const QString &sentence : text::sentences(act.text))
        out.yours += mark(sentence, theirs);
    out.proposal = withoutSaid(act.text, theirs);
    return out;
}

} // namespace baton
