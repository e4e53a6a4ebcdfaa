#pragma once

#include "core/base/Clock.h"
#include "core/base/Id.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

/// A suggested reply, sentence by sentence, with what each rests on (DESIGN §6). Plain values;
/// core/drafting makes and checks them.
namespace baton {

/// Who wrote the words that were checked.
enum class DraftProvider { Playbook, Model, Person };

enum class SupportKind {
    Passage, ///< of the knowledge: source is the document's id, with version and heading
    LookUp,  ///< what a tool of a step returned: source is the tool's name
    Order,   ///< of the packet: source is the order's id
    Message, ///< source is the message's id
    Field    ///< another fact that is on file: source is its place, as "customer.name"
};

/// One thing that a sentence rests on. begin and end are UTF-16 offsets of quote in the text of the
/// passage or the message; both 0 for the other kinds.
struct Support
{
    SupportKind kind = SupportKind::Field;
    QString source;
    int version = 0; ///< of the document; 0 for the other kinds
    QString heading; ///< of the passage
    QString quote;
    int begin = 0;
    int end = 0;
    bool operator==(const Support &) const = default;
};

enum class SentenceKind {
    Fact,
    Question,
    Promise, ///< what we shall do, mostly with a due time
    Courtesy,
    Action ///< what we say that we have done
};

/// What a sentence is about, as far as that decides whether it may go out unsupported.
enum class Subject { Other, Money, Dates, Law };

/// What can stand in a sentence that has to be matched exactly by what is on file.
enum class FigureKind {
    Amount,
    Percentage,
    Date,
    Time,
    Duration,
    Code,    ///< an order, a return, a payment, a promo code: letters and digits
    Number,  ///< any other number; a card's last digits
    Contact, ///< an e-mail or web address
    Name     ///< of a person
};

/// A figure without a source. Offsets into the draft's text.
struct Unmatched
{
    FigureKind kind = FigureKind::Number;
    QString text;
    int begin = 0;
    int end = 0;
    QString nearest; ///< what the evidence has in its place, as the evidence writes it; or empty
    Support nearestSource;
    bool operator==(const Unmatched &) const = default;
};

/// Why a sentence is unsupported.
enum class Lack {
    None,
    Figures,    ///< those in unmatched
    Statement,  ///< nothing on file says this
    Contradicts ///< what is on file says the opposite
};

struct DraftSentence
{
    QString text; ///< folded
    int begin = 0;
    int end = 0; ///< of the sentence in the draft's text
    SentenceKind kind = SentenceKind::Fact;
    Subject subject = Subject::Other;
    QList<Support> supports; ///< the strongest first; may be empty for a courtesy or a question
    Lack lack = Lack::None;
    QList<Unmatched> unmatched; ///< by place; names too where lack is None for all else
    bool blocks = false;        ///< must not be sent as it is
    bool operator==(const DraftSentence &) const = default;

    bool supported() const { return lack == Lack::None; }
    /// Whether it says something that has to be true.
    bool isClaim() const
    {
        return kind == SentenceKind::Fact || kind == SentenceKind::Action
            || kind == SentenceKind::Promise;
    }
};

enum class LintKind {
    AsksForGiven,       ///< asks for what the customer already gave; found is that
    RepeatsFailedStep,  ///< suggests what was tried and failed; found is the step
    ContradictsPromise, ///< names another time or amount than was promised; found is the promise
    WrongName,          ///< addresses somebody else; found is the customer's name
    MaskLeft            ///< a mask or a slot was not filled; found is it
};

struct Lint
{
    LintKind kind = LintKind::MaskLeft;
    int sentence = 0; ///< index
    QString found;
    Support source; ///< where what is found stands; empty for a mask
    bool operator==(const Lint &) const = default;
};

struct Draft
{
    DraftProvider provider = DraftProvider::Playbook;
    QString intent;   ///< of the catalogue; empty: none of these
    QString language; ///< "en", "de", "es"
    QString text;     ///< as it would go out
    QList<DraftSentence> sentences;
    QList<Lint> lints;
    bool operator==(const Draft &) const = default;

    qsizetype claims() const
    {
        qsizetype n = 0;
        for (const DraftSentence &sentence : sentences)
            n += sentence.isClaim() ? 1 : 0;
        return n;
    }
    /// Claims that are supported.
    qsizetype grounded() const
    {
        qsizetype n = 0;
        for (const DraftSentence &sentence : sentences)
            n += sentence.isClaim() && sentence.supported() ? 1 : 0;
        return n;
    }
};

/// Why a draft must not go out as it is: the first sentence that blocks.
struct Block
{
    int sentence = 0; ///< index
    Subject subject = Subject::Other;
    bool operator==(const Block &) const = default;
};

} // namespace baton
