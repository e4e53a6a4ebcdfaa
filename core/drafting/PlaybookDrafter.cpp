#include "core/drafting/PlaybookDrafter.h"

#include "core/base/Text.h"
#include "core/drafting/DraftCheck.h"
#include "core/drafting/Lints.h"

#include <QtCore/QMap>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

constexpr int clearWords = 3;

QString writtenIn(const Request &request)
{
    return request.language.isEmpty() ? languageFor(request.grounds.conversation)
                                      : request.language;
}

/// One reply in the making.
class Composer
{
public:
    Composer(const Request &request, const Phrases &phrases, const PassageOf &passageOf)
        : m_request(request)
        , m_phrases(phrases)
        , m_passageOf(passageOf)
    {
        m_out.language = writtenIn(request);
        m_out.grounds = request.grounds;
        m_slots.emplace(request.grounds, phrases, m_out.language);
    }

    Composed run(const Playbook &book)
    {
        m_out.intent = book.intent == noIntent ? QString() : book.intent;
        QStringList paragraphs;
        const auto paragraph = [&](const QStringList &sentences) {
            if (!sentences.isEmpty())
                paragraphs += sentences.join(u' ');
        };
        QStringList opening = written(book, Part::Acknowledge);
        if (const QString tried = whatWasTried(); !tried.isEmpty())
            opening += tried;
        paragraph(opening);
        paragraph(written(book, Part::Answer));
        paragraph(written(book, Part::Ask) + written(book, Part::Next));
        paragraph(written(book, Part::Close));
        m_out.text = paragraphs.join(u"\n\n");
        return std::move(m_out);
    }

private:
    QStringList written(const Playbook &book, Part part)
    {
        QStringList sentences;
        for (const PlaybookSentence &sentence : book.sentences) {
            if (sentence.part != part || !applies(sentence))
                continue;
            const QString text = write(sentence);
            if (!text.isEmpty())
                sentences += text;
        }
        return sentences;
    }

    bool applies(const PlaybookSentence &sentence) const
    {
        const auto known = [this](const QString &slot) { return m_slots->find(slot) != nullptr; };
        return (!sentence.tone || *sentence.tone == m_request.tone)
            && std::all_of(sentence.when.begin(), sentence.when.end(), known)
            && std::none_of(sentence.unless.begin(), sentence.unless.end(), known);
    }

    QString write(const PlaybookSentence &sentence)
    {
        const QString form = sentence.text.value(m_out.language, sentence.text.value(u"en"_s));
        QList<Passage> passages;
        for (const Cite &cite : sentence.cites) {
            const std::optional<Passage> passage = m_passageOf(cite);
            if (!passage) {
                ++m_out.leftOut;
                return {};
            }
            passages.append(*passage);
        }
        Approved approved;
        for (const Passage &passage : passages)
            approved.supports.append(quoteFrom(passage, sentence));
        approved.text = filled(form, sentence, approved.supports);
        if (approved.text.isEmpty())
            return {};
        for (const Passage &passage : passages) {
            if (!m_out.grounds.passages.contains(passage))
                m_out.grounds.passages.append(passage);
        }
        const bool courtesy = sentence.part == Part::Acknowledge || sentence.part == Part::Close;
        if (passages.isEmpty() && courtesy)
            approved.supports.clear(); // names, which are checked as in any text
        if (courtesy || (!approved.supports.isEmpty() && restsOn(passages, form)))
            m_out.grounds.approved.append(approved);
        return approved.text;
    }

    /// Empty where a slot that carries the sentence has no value. A name that is not known is left
    /// out with what parts it from the words before.
    QString filled(QString text, const PlaybookSentence &sentence, QList<Support> &supports) const
    {
        for (const QString &slot : slotsIn(text)) {
            const QString mark = u'{' + slot + u'}';
            if (slot == "due"_L1) {
                text.replace(mark, dueWords(sentence.dueHours));
                continue;
            }
            const SlotValue *value = m_slots->find(slot);
            if (value) {
                text.replace(mark, value->text);
                supports.append(value->source);
                continue;
            }
            if (!slot.endsWith(".first"_L1))
                return {};
            text.remove(u", "_s + mark).remove(u' ' + mark).remove(mark);
        }
        return text;
    }

    QString dueWords(int hours) const
    {
        const DueDate due
            = dueAfter(hours, m_request.grounds.now, m_request.calendar, m_request.grounds.zone);
        return due.withTime ? m_phrases.timeIn(m_out.language, due.at)
                            : m_phrases.dayIn(m_out.language, due.at.date());
    }

    Written today() const
    {
        return {QDate::fromString(stamp(m_request.grounds.now, m_request.grounds.zone).left(10),
                                  Qt::ISODate)};
    }

    /// Whether the passages have every figure of the playbook's own words.
    bool restsOn(const QList<Passage> &passages, const QString &form) const
    {
        QString own = form;
        for (const QString &slot : slotsIn(form))
            own.remove(u'{' + slot + u'}');
        std::vector<Figure> evidence;
        for (const Passage &passage : passages) {
            for (const QString &text : {passage.text, passage.heading, passage.title}) {
                const std::vector<Figure> figures = figuresIn(text, today());
                evidence.insert(evidence.end(), figures.begin(), figures.end());
            }
        }
        const std::vector<Figure> said = figuresIn(own, today());
        const qint64 day = today().day.toJulianDay(); // "today" is the draft's own
        return std::all_of(said.begin(), said.end(), [&](const Figure &figure) {
            return (figure.kind == FigureKind::Date && figure.low == day)
                || std::any_of(evidence.begin(), evidence.end(),
                               [&](const Figure &other) { return matches(figure, other); });
        });
    }

    /// The sentence of the passage that the playbook's English words are nearest to.
    static Support quoteFrom(const Passage &passage, const PlaybookSentence &sentence)
    {
        const ContentWords words = contentWords(sentence.text.value(u"en"_s));
        Support best{SupportKind::Passage,
                     passage.document.text(),
                     passage.version,
                     passage.heading,
                     {},
                     0,
                     0};
        double bestShare = -1;
        for (const text::Stretch &stretch : text::sentenceStretches(passage.text)) {
            const QString quote = passage.text.sliced(stretch.begin, stretch.end - stretch.begin);
            const double share = shareIn(words, contentWords(quote), {});
            if (share <= bestShare)
                continue;
            bestShare = share;
            best.quote = quote;
            best.begin = int(stretch.begin);
            best.end = int(stretch.end);
        }
        return best;
    }

    struct Tried
    {
        QString what;
        Support source;
    };

    /// The step in its own words; nothing where the customer does not know of it, or not in the
    /// language of the reply.
    std::optional<Tried> triedAt(qsizetype i) const
    {
        constexpr qsizetype longestStep = 160;
        const Step &step = m_request.grounds.conversation.stepsTried[i];
        QString what = text::folded(step.what);
        while (what.endsWith(u'.'))
            what.chop(1);
        const QString language = languageOf(what);
        if (!step.toldCustomer || step.outcome == StepOutcome::Unknown || what.isEmpty()
            || what.size() > longestStep || text::sentences(what).size() != 1
            || (!language.isEmpty() && language != m_out.language))
            return {};
        return Tried{what,
                     {step.tool ? SupportKind::LookUp : SupportKind::Field,
                      step.tool ? step.tool->name : u"steps_tried/%1"_s.arg(i),
                      0,
                      {},
                      step.what,
                      0,
                      0}};
    }

    /// Every step that failed, and of the others the last ones up to two, in their order.
    QList<Tried> toldSteps() const
    {
        constexpr qsizetype fewest = 2;
        constexpr qsizetype most = 6;
        const QList<Step> &steps = m_request.grounds.conversation.stepsTried;
        QMap<qsizetype, Tried> told;
        const auto take = [&](bool failed, qsizetype upTo) {
            for (qsizetype i = steps.size() - 1; i >= 0 && told.size() < upTo; --i) {
                const auto tried = triedAt(i);
                const bool known = std::any_of(told.cbegin(), told.cend(), [&](const Tried &one) {
                    return tried && one.what == tried->what;
                });
                if (tried && !known && (steps[i].outcome == StepOutcome::Failed) == failed)
                    told.insert(i, *tried);
            }
        };
        take(true, most);
        take(false, fewest);
        return told.values();
    }

    /// One or two steps a sentence.
    QString whatWasTried()
    {
        const QList<Tried> steps = toldSteps();
        QStringList sentences;
        for (qsizetype i = 0; i < steps.size(); i += 2) {
            const QList<Tried> pair = steps.mid(i, 2);
            const Phrases::ByLanguage &form = i == 0
                ? (pair.size() == 1 ? m_phrases.oneTried : m_phrases.twoTried)
                : (pair.size() == 1 ? m_phrases.oneMore : m_phrases.twoMore);
            QString text = form.value(m_out.language);
            QList<Support> supports;
            qsizetype from = 0;
            for (const Tried &step : pair) {
                const qsizetype at = text.indexOf("{step}"_L1, from);
                if (at < 0)
                    return {};
                text.replace(at, 6, step.what);
                from = at + step.what.size();
                supports.append(step.source);
            }
            m_out.grounds.approved.append({text, supports});
            sentences += text;
        }
        return sentences.join(u' ');
    }

    const Request &m_request;
    const Phrases &m_phrases;
    const PassageOf &m_passageOf;
    std::optional<Slots> m_slots;
    Composed m_out;
};

} // namespace

QString languageFor(const Conversation &conversation)
{
    static const QStringList spoken{u"en"_s, u"de"_s, u"es"_s};
    QString words;
    for (const Message &message : conversation.messages) {
        if (message.from == Sender::Customer && words.size() < longestText)
            words += message.text.left(longestText) + u'\n';
    }
    const QString clear = languageOf(words, clearWords);
    if (!clear.isEmpty())
        return clear;
    const QString locale = text::primaryLanguage(conversation.locale);
    if (spoken.contains(locale))
        return locale;
    const QString guess = languageOf(words);
    return guess.isEmpty() ? spoken.front() : guess;
}

PlaybookDrafter::PlaybookDrafter(Playbooks books, Phrases phrases)
    : m_books(std::move(books))
    , m_phrases(std::move(phrases))
{ }

Composed PlaybookDrafter::compose(const Request &request, const PassageOf &passageOf) const
{
    auto book = m_books.constFind(request.intent);
    if (book == m_books.cend())
        book = m_books.constFind(noIntent.toString());
    if (book == m_books.cend())
        return {{}, writtenIn(request), {}, request.grounds, 0};
    return Composer(request, m_phrases, passageOf).run(*book);
}

Draft draft(const PlaybookDrafter &drafter, const Request &request, const PassageOf &passageOf)
{
    const Composed composed = drafter.compose(request, passageOf);
    Draft out = DraftCheck(composed.grounds).check(composed.text, DraftProvider::Playbook);
    out.intent = composed.intent;
    out.language = composed.language;
    out.lints = lintsOf(out, composed.grounds);
    return out;
}

} // namespace baton::drafting
