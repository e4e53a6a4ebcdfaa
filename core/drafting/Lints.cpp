#include "core/drafting/Lints.h"

#include "core/base/Text.h"
#include "core/drafting/Advice.h"
#include "core/drafting/Slots.h"
#include "core/facts/Asks.h"
#include "core/facts/Days.h"
#include "core/facts/Facts.h"
#include "core/facts/Patterns.h"
#include "core/facts/Promises.h"
#include "core/signals/Plain.h"

#include <QtCore/QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

using Given = std::optional<Support>;

constexpr std::array deadlineWords{" by ",    " until ",      " within ",    " before ",
                                   " bis ",   " spatestens ", " innerhalb ", " hasta ",
                                   " antes ", " no later "};
constexpr std::array refusalWords{
    " cannot ",        " can't ",        " can not ",    " won't ",         " will not ",
    " unable ",        " not possible ", " no longer ",  " not able ",      " not entitled ",
    " nicht moglich ", " leider nicht ", " no podemos ", " no es posible ", " no puedo ",
    " no vamos a ",    " no se puede ",  " ya no "};
constexpr std::array germanModals{" kann ", " konnen ", " werde ", " werden "};

bool isPostcode(const QString &address)
{
    static const QRegularExpression code(
        u"^(?:[a-z]{2},? )?(?:\\d{4,5}(?:-\\d{4})?|[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2})$"_s);
    return code.match(address).hasMatch();
}
bool holdsPostcode(const QString &address)
{
    static const QRegularExpression code(
        u"\\b(?:\\d{5}(?:-\\d{4})?|[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2})\\b"_s);
    return code.match(address).hasMatch();
}

/// Looks through one conversation once, then judges sentences.
class Linter
{
public:
    explicit Linter(const Grounds &grounds)
        : m_grounds(grounds)
        , m_today(facts::writtenAt(grounds.now, grounds.zone, grounds.conversation.locale))
        , m_facts(facts::factsOf(grounds.conversation))
    {
        for (const Message &message : grounds.conversation.messages) {
            if (message.from == Sender::Customer && message.presence == Presence::Present
                && !message.attachments.isEmpty())
                m_picture = Support{SupportKind::Message,
                                    message.id.text(),
                                    0,
                                    {},
                                    message.attachments.front().name,
                                    0,
                                    0};
        }
    }

    QList<Lint> run(const Draft &draft)
    {
        for (qsizetype i = 0; i < draft.sentences.size(); ++i) {
            m_index = int(i);
            m_sentence = &draft.sentences[i];
            m_words = contentWords(m_sentence->text);
            m_figures = figuresIn(m_sentence->text, m_today);
            asks();
            repeats();
            contradicts();
            names();
            masks();
        }
        return m_lints;
    }

private:
    void found(LintKind kind, const QString &what, const Support &source)
    {
        m_lints.append({kind, m_index, what, source});
    }

    /// Few sentences ask for one, so they are filled when the first does.
    Given slot(const QString &name)
    {
        static const Phrases phrases = bundledPhrases();
        if (!m_known)
            m_known.emplace(m_grounds, phrases, u"en"_s);
        const SlotValue *value = m_known->find(name);
        return value ? Given(value->source) : Given();
    }

    Support supportOf(const Fact &fact) const
    {
        const Evidence &said = fact.said;
        if (fact.field.isEmpty())
            return {
                SupportKind::Message, said.message.text(), 0, {}, said.text, said.begin, said.end};
        if (fact.field.startsWith("customer.orders/"_L1))
            return {SupportKind::Order, fact.value, 0, {}, fact.value, 0, 0};
        if (fact.field.startsWith("steps_tried/"_L1)) {
            const Step &step
                = m_grounds.conversation.stepsTried[fact.field.section(u'/', 1).toInt()];
            if (step.tool)
                return {SupportKind::LookUp, step.tool->name, 0, {}, said.text, 0, 0};
        }
        return {SupportKind::Field, fact.field, 0, {}, said.text, 0, 0};
    }
    /// The customer's last one that holds.
    template <class Holds>
    Given said(FactKind kind, const Holds &holds) const
    {
        for (auto fact = m_facts.crbegin(); fact != m_facts.crend(); ++fact) {
            if (fact->kind == kind && fact->by == Sender::Customer && holds(*fact))
                return supportOf(*fact);
        }
        return {};
    }
    Given onFile(FactKind kind, const std::function<bool(const Fact &)> &holds = {}) const
    {
        const Fact *fact = facts::given(m_facts, kind, holds);
        return fact ? Given(supportOf(*fact)) : Given();
    }
    /// "When did you order?" is answered by a day in a sentence about ordering.
    Given saidOf(FactKind kind) const
    {
        const unsigned topics = facts::topicsOf(m_sentence->text);
        return said(
            kind, [&](const Fact &fact) { return (facts::topicsOf(around(fact)) & topics) != 0; });
    }
    /// The sentence that a fact stands in.
    QString around(const Fact &fact) const
    {
        for (const Message &message : m_grounds.conversation.messages) {
            if (message.id != fact.said.message)
                continue;
            for (const text::Stretch &stretch :
                 text::sentenceStretches(QStringView(message.text).left(longestText))) {
                if (stretch.begin <= fact.said.begin && fact.said.begin < stretch.end)
                    return message.text.sliced(stretch.begin, stretch.end - stretch.begin);
            }
        }
        return {};
    }

    Given givenOf(facts::Asked asked)
    {
        using facts::Asked;
        const auto any = [](const Fact &) { return true; };
        switch (asked) {
        case Asked::OrderNumber: {
            const Given number = said(FactKind::OrderNumber, any);
            return number ? number : slot(u"order.id"_s);
        }
        case Asked::ReturnNumber:
            return slot(u"return.id"_s);
        case Asked::PaymentNumber:
            return slot(u"payment.id"_s);
        case Asked::GiftCardNumber:
            return slot(u"giftcard.id"_s);
        case Asked::Email:
            return onFile(FactKind::Email);
        case Asked::Phone:
            return onFile(FactKind::Phone);
        case Asked::Address:
            return onFile(FactKind::Address,
                          [](const Fact &fact) { return !isPostcode(fact.value); });
        case Asked::Postcode:
            return onFile(FactKind::Address,
                          [](const Fact &fact) { return holdsPostcode(fact.value); });
        case Asked::CardTail:
            return onFile(FactKind::CardTail);
        case Asked::Iban:
            return onFile(FactKind::Iban);
        case Asked::Date:
            return saidOf(FactKind::Date);
        case Asked::Amount:
            return saidOf(FactKind::Amount);
        case Asked::Product:
            return said(FactKind::Product, any);
        case Asked::Name: {
            const QString &name = m_grounds.conversation.customer.name;
            return name.isEmpty()
                ? Given()
                : Given(Support{SupportKind::Field, u"customer.name"_s, 0, {}, name, 0, 0});
        }
        case Asked::Picture:
            return m_picture;
        }
        return {};
    }
    void asks()
    {
        for (const facts::Asked asked : facts::askedIn(m_sentence->text)) {
            const Given given = givenOf(asked);
            // Who says it in asking does not ask for it.
            if (given
                && (given->quote.isEmpty()
                    || !m_sentence->text.contains(given->quote, Qt::CaseInsensitive))) {
                found(LintKind::AsksForGiven, given->quote, *given);
                return;
            }
        }
    }

    void repeats()
    {
        // Who asks for what was given is told so already.
        const bool told = !m_lints.isEmpty() && m_lints.last().sentence == m_index;
        if (told || m_sentence->kind == SentenceKind::Action
            || m_sentence->kind == SentenceKind::Courtesy)
            return;
        const bool advice = advises(m_sentence->text);
        for (const Fact &fact : m_facts) {
            if (fact.kind != FactKind::Tried || m_sentence->text.contains(fact.said.text))
                continue;
            const bool again = (advice && suggestsAgain(m_sentence->text, fact.said.text))
                || (!fact.field.isEmpty() && !negates(m_sentence->text)
                    && repeatsStep(fact.said.text));
            if (!again)
                continue;
            found(LintKind::RepeatsFailedStep, fact.value, supportOf(fact));
            return;
        }
    }
    /// Neither what we did nor what we ask; a step's words are few and chosen.
    bool repeatsStep(const QString &what) const
    {
        const ContentWords words = contentWords(what);
        const std::vector<Figure> figures = figuresIn(what, m_today);
        const bool figure = std::any_of(figures.begin(), figures.end(), [this](const Figure &f) {
            return std::any_of(m_figures.begin(), m_figures.end(),
                               [&](const Figure &own) { return matches(own, f); });
        });
        const double wanted = figure ? 0.3 : 0.6;
        return words.size() >= 2 && shareIn(words, m_words, {}) >= wanted;
    }

    void contradicts()
    {
        if (!m_sentence->isClaim())
            return;
        for (const Fact &fact : m_facts) {
            if (fact.kind != FactKind::Promise)
                continue;
            Support support = supportOf(fact);
            QString kept = fact.said.text;
            if (fact.due)
                kept += u" ("_s + stamp(*fact.due, m_grounds.zone) + u')';
            if (!fact.field.isEmpty())
                support.quote = kept;
            if (breaks(fact, kept)) {
                found(LintKind::ContradictsPromise, fact.value, support);
                return;
            }
        }
    }
    bool breaks(const Fact &promise, const QString &kept) const
    {
        constexpr double same = 0.34;
        constexpr double mostly = 0.5;
        const Written written
            = facts::writtenAt(promise.at, m_grounds.zone, m_grounds.conversation.locale);
        const std::vector<Figure> own = figuresIn(promise.said.text, written);
        QString words = promise.said.text;
        for (const Figure &figure : own)
            words.replace(figure.begin, figure.end - figure.begin,
                          QString(figure.end - figure.begin, u' '));
        const double alike = shareIn(contentWords(words), m_words, {});
        if (alike < same)
            return false;
        const std::vector<Figure> figures
            = figuresIn(kept, promise.field.isEmpty() ? written : m_today);
        const bool onThatDay
            = std::any_of(own.begin(), own.end(),
                          [](const Figure &f) { return f.kind == FigureKind::Date; })
            && !facts::holds(spaced(promise.said.text), deadlineWords);
        return (differs(figures, FigureKind::Date) && (onThatDay || namesDayAfter(promise)))
            || differs(figures, FigureKind::Amount) || later(promise)
            || (alike >= mostly && denies() && !negates(promise.said.text));
    }
    bool namesDayAfter(const Fact &promise) const
    {
        if (!promise.due)
            return true;
        const QDate due
            = facts::writtenAt(*promise.due, m_grounds.zone, m_grounds.conversation.locale).day;
        const QByteArray plain = signs::plain(m_sentence->text);
        return std::any_of(m_figures.begin(), m_figures.end(), [&](const Figure &figure) {
            return facts::dayMeant(figure, plain, m_today) > due;
        });
    }
    /// Names a span that ends more than a day after what was promised and can still be kept.
    bool later(const Fact &promise) const
    {
        if (!promise.due || *promise.due <= m_grounds.now
            || m_sentence->kind == SentenceKind::Action)
            return false;
        const bool dated = std::any_of(m_figures.begin(), m_figures.end(),
                                       [](const Figure &f) { return f.kind == FigureKind::Date; });
        const auto due
            = dated ? std::nullopt : facts::dueOf(m_sentence->text, m_grounds.now, m_grounds.zone);
        return due && *due - *promise.due > dayMs;
    }
    bool denies() const
    {
        const QByteArray words = spaced(m_sentence->text);
        return facts::holds(words, refusalWords)
            || (words.contains(" nicht ") && facts::holds(words, germanModals));
    }

    /// Whether both name one of this kind and none is the same.
    bool differs(const std::vector<Figure> &promised, FigureKind kind) const
    {
        bool said = false;
        bool same = false;
        bool known = false;
        for (const Figure &other : promised) {
            known = known || other.kind == kind;
            for (const Figure &own : m_figures) {
                said = said || own.kind == kind;
                same = same || (own.kind == kind && matches(own, other));
            }
        }
        return said && known && !same;
    }

    void names()
    {
        const QString &customer = m_grounds.conversation.customer.name;
        if (customer.isEmpty())
            return;
        const ContentWords known = wholeWords(customer);
        for (const Named &name : namesIn(m_sentence->text)) {
            const QString said = m_sentence->text.sliced(name.begin, name.end - name.begin);
            if (name.addressed && shareIn(wholeWords(said), known, {}) < 1)
                found(LintKind::WrongName, customer,
                      {SupportKind::Field, u"customer.name"_s, 0, {}, customer, 0, 0});
        }
    }

    void masks()
    {
        static const QRegularExpression mask(u"\\[[A-Z]{2,16}_[0-9]{1,4}\\]|\\{[a-z_.]{1,40}\\}"_s);
        if (const auto match = mask.match(m_sentence->text); match.hasMatch())
            found(LintKind::MaskLeft, match.captured(), {});
    }

    const Grounds &m_grounds;
    Written m_today;
    std::optional<Slots> m_known;
    QList<Fact> m_facts;
    Given m_picture;
    int m_index = 0;
    const DraftSentence *m_sentence = nullptr;
    ContentWords m_words;
    std::vector<Figure> m_figures;
    QList<Lint> m_lints;
};

} // namespace

QList<Lint> lintsOf(const Draft &draft, const Grounds &grounds)
{
    return Linter(grounds).run(draft);
}

} // namespace baton::drafting
