#include "core/drafting/Lints.h"

#include "core/drafting/Slots.h"

#include <QtCore/QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

using Given = std::optional<Support>;

/// Words or their beginnings, in text that is spaced.
bool mentions(const QByteArray &all, const std::vector<const char *> &words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return all.contains(word); });
}

/// Looks through one conversation once, then judges sentences.
class Linter
{
public:
    explicit Linter(const Grounds &grounds)
        : m_grounds(grounds)
        , m_today{QDate::fromString(stamp(grounds.now, grounds.zone).left(10), Qt::ISODate),
                  grounds.conversation.locale.endsWith("-US"_L1)}
        , m_phrases(bundledPhrases())
        , m_known(grounds, m_phrases, u"en"_s)
    {
        for (const Message &message : grounds.conversation.messages) {
            if (message.from != Sender::Customer || message.presence != Presence::Present)
                continue;
            const QString text = message.text.left(longestText);
            for (const Figure &figure : figuresIn(text, m_today)) {
                const Support source{SupportKind::Message,
                                     message.id.text(),
                                     0,
                                     {},
                                     text.sliced(figure.begin, figure.end - figure.begin),
                                     figure.begin,
                                     figure.end};
                if (figure.kind == FigureKind::Contact)
                    (figure.unit.contains('@') ? m_mail : m_phone) = source;
            }
            if (!message.attachments.isEmpty())
                m_picture = Support{SupportKind::Message,
                                    message.id.text(),
                                    0,
                                    {},
                                    message.attachments.front().name,
                                    0,
                                    0};
        }
        const QString &contact = grounds.conversation.customer.contact;
        Given &onFile = contact.contains(u'@') ? m_mail : m_phone;
        if (!onFile && contact.size() > 1 && !contact.startsWith(u'@'))
            onFile = Support{SupportKind::Field, u"customer.contact"_s, 0, {}, contact, 0, 0};
    }

    QList<Lint> run(const Draft &draft)
    {
        for (qsizetype i = 0; i < draft.sentences.size(); ++i) {
            m_index = int(i);
            m_sentence = &draft.sentences[i];
            m_spaced = spaced(m_sentence->text);
            m_words = contentWords(m_sentence->text);
            m_figures = figuresIn(m_sentence->text, m_today);
            asks();
            repeats();
            contradicts();
            address();
            masks();
        }
        return m_lints;
    }

private:
    void found(LintKind kind, const QString &what, const Support &source)
    {
        m_lints.append({kind, m_index, what, source});
    }

    Given slot(const QString &name) const
    {
        const SlotValue *value = m_known.find(name);
        return value ? Given(value->source) : Given();
    }

    void asks()
    {
        const bool question = m_sentence->kind == SentenceKind::Question;
        const bool request
            = mentions(m_spaced,
                       {" please ", " bitte ", " por favor ", " could you ", " can you ",
                        " konnen sie ", " puede ", " let me know ", " tell me ", " tell us "});
        const bool wants = mentions(
            m_spaced,
            {" send",        " give ",    " tell ",    " let me know ", " share ",  " provide ",
             " upload ",     " attach ",  " what is ", " what's ",      " which ",  " schick",
             " sende",       " nenn",     " teilen ",  " angeben ",     " mitteil", " welche",
             " wie lautet ", " wie ist ", " laden ",   " envi",         " indi",    " facilit",
             " mand",        " diga",     " cual ",    " que numero ",  " adjunt"});
        // "Do not send your e-mail address" asks for nothing.
        if (!wants || (!question && (!request || negates(m_sentence->text))))
            return;
        struct Wanted
        {
            std::vector<const char *> words;
            Given given;
        };
        const std::array wanted{
            Wanted{{" order number ", " order no ", " bestellnummer ", " numero de pedido ",
                    " numero del pedido "},
                   slot(u"order.id"_s)},
            Wanted{{" return number ", " retourennummer ", " rucksendenummer ",
                    " numero de devolucion "},
                   slot(u"return.id"_s)},
            Wanted{
                {" payment number ", " zahlungsnummer ", " numero de pago ", " numero del pago "},
                slot(u"payment.id"_s)},
            Wanted{{" gift card number ", " number of the gift card ", " geschenkkartennummer ",
                    " nummer der geschenkkarte ", " numero de la tarjeta regalo ",
                    " numero de la tarjeta de regalo "},
                   slot(u"giftcard.id"_s)},
            Wanted{{" e mail address ", " email address ", " mailadresse ", " mail adresse ",
                    " su correo electronico ", " direccion de correo "},
                   m_mail},
            Wanted{{" phone number ", " telefonnummer ", " handynummer ", " numero de telefono "},
                   m_phone},
            Wanted{{" photo", " picture", " foto", " bild ", " bilder "}, m_picture}};
        for (const Wanted &one : wanted) {
            if (one.given && mentions(m_spaced, one.words)) {
                found(LintKind::AsksForGiven, one.given->quote, *one.given);
                return;
            }
        }
    }

    /// Advice: neither what we did nor what we ask.
    void repeats()
    {
        if (m_sentence->kind == SentenceKind::Action || m_sentence->kind == SentenceKind::Courtesy)
            return;
        const QList<Step> &steps = m_grounds.conversation.stepsTried;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            const Step &step = steps[i];
            if (step.outcome != StepOutcome::Failed || m_sentence->text.contains(step.what))
                continue;
            const ContentWords words = contentWords(step.what);
            const double share = shareIn(words, m_words, {});
            const std::vector<Figure> figures = figuresIn(step.what, m_today);
            const bool figure
                = std::any_of(figures.begin(), figures.end(), [this](const Figure &f) {
                      return std::any_of(m_figures.begin(), m_figures.end(),
                                         [&](const Figure &own) { return matches(own, f); });
                  });
            const double wanted = figure ? 0.3 : 0.6;
            if (words.size() < 2 || share < wanted)
                continue;
            found(LintKind::RepeatsFailedStep, step.what,
                  {step.tool ? SupportKind::LookUp : SupportKind::Field,
                   step.tool ? step.tool->name : u"steps_tried/%1"_s.arg(i),
                   0,
                   {},
                   step.what,
                   0,
                   0});
            return;
        }
    }

    void contradicts()
    {
        if (!m_sentence->isClaim())
            return;
        constexpr double same = 0.34;
        const QList<Promise> &promises = m_grounds.conversation.promises;
        for (qsizetype i = 0; i < promises.size(); ++i) {
            const Promise &promise = promises[i];
            if (shareIn(contentWords(promise.text), m_words, {}) < same)
                continue;
            QString kept = promise.text;
            if (promise.dueAt)
                kept += u" ("_s + stamp(*promise.dueAt, m_grounds.zone) + u')';
            if (differs(figuresIn(kept, m_today), FigureKind::Date)
                || differs(figuresIn(kept, m_today), FigureKind::Amount)) {
                found(LintKind::ContradictsPromise, promise.text,
                      {SupportKind::Field, u"promises/%1"_s.arg(i), 0, {}, kept, 0, 0});
                return;
            }
        }
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

    void address()
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
    Phrases m_phrases;
    Slots m_known;
    Given m_mail;
    Given m_phone;
    Given m_picture;
    int m_index = 0;
    const DraftSentence *m_sentence = nullptr;
    QByteArray m_spaced;
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
