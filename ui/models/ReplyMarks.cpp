#include "ui/models/ReplyMarks.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

struct Check
{
    Q_DECLARE_TR_FUNCTIONS(ReplyCheck)
};

constexpr int mostNumbers = 3; // behind one sentence

SourceMark markOf(const DraftSentence &sentence, const QList<SourceLine> &lines,
                  const Conversation &conversation, const LiveSigns &live)
{
    SourceMark mark;
    mark.at = sentence.end;
    for (const Support &support : sentence.supports) {
        const int number = sourceNumber(lines, support, conversation);
        const auto same = [number](const SourceMark::Number &n) { return n.number == number; };
        if (number > 0 && std::none_of(mark.numbers.begin(), mark.numbers.end(), same)
            && mark.numbers.size() < mostNumbers)
            mark.numbers.append({number, support.kind, live.isOld(support.kind, support.source)});
    }
    return mark;
}

QString named(const Support &source)
{
    if (source.kind == SupportKind::Passage)
        return Check::tr("%1 v%2", "document, version").arg(source.source).arg(source.version);
    return source.source;
}

/// Whether one is a form of the other: "void" and "voiding", "refund" and "refunded".
bool isFormOf(const QString &a, const QString &b)
{
    constexpr qsizetype shortest = 4;
    constexpr qsizetype stem = 5;
    const QString begin = a.left(stem);
    const QString other = b.left(stem);
    return begin.size() >= shortest && other.size() >= shortest
        && (begin.startsWith(other, Qt::CaseInsensitive)
            || other.startsWith(begin, Qt::CaseInsensitive));
}

/// The action under way that a sentence says was taken. Titles are the team's own words; what is
/// done stands first in them, in German last ("Refund the payment", "Bestellung stornieren").
const Undone *underWay(const DraftSentence &sentence, const LiveSigns &live)
{
    if (sentence.kind != SentenceKind::Action || sentence.lack != Lack::Statement)
        return nullptr;
    static const QRegularExpression between(u"\\W+"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    const QStringList said = sentence.text.split(between, Qt::SkipEmptyParts);
    const auto says = [&said](const QString &word) {
        return std::any_of(said.begin(), said.end(),
                           [&word](const QString &one) { return isFormOf(one, word); });
    };
    const auto at = std::find_if(live.undone.begin(), live.undone.end(), [&](const Undone &one) {
        const QStringList title = one.title.split(between, Qt::SkipEmptyParts);
        return !title.isEmpty() && (says(title.first()) || says(title.last()));
    });
    return at == live.undone.end() ? nullptr : &*at;
}

/// An amount that a sentence gives away, where a document names another.
bool gives(const DraftSentence &sentence, const Unmatched &unmatched)
{
    return unmatched.kind == FigureKind::Amount
        && unmatched.nearestSource.kind == SupportKind::Passage
        && (sentence.kind == SentenceKind::Promise || sentence.kind == SentenceKind::Action);
}

Doubt unsupported(const DraftSentence &sentence, const LiveSigns &live)
{
    Doubt doubt{sentence.begin, sentence.end, sentence.text, {}, {}, {}, sentence.blocks};
    if (const Undone *undone = underWay(sentence, live)) {
        doubt.what = Check::tr("Not true yet.");
        doubt.detail
            = Check::tr("%1: %2", "an action, how it stands").arg(undone->title, undone->state);
        return doubt;
    }
    switch (sentence.lack) {
    case Lack::None:
        break;
    case Lack::Statement:
        doubt.what = Check::tr("Nothing on file says this.");
        break;
    case Lack::Contradicts:
        doubt.what = Check::tr("What is on file says the opposite.");
        break;
    case Lack::Figures: {
        QStringList figures;
        for (const Unmatched &unmatched : sentence.unmatched)
            figures += unmatched.text;
        doubt.what = Check::tr("Nothing supports %1.", "figures")
                         .arg(figures.join(Check::tr(", ", "between figures")));
        for (const Unmatched &unmatched : sentence.unmatched) {
            if (unmatched.nearest.isEmpty())
                continue;
            if (const QString source = named(unmatched.nearestSource); !source.isEmpty())
                doubt.detail = (gives(sentence, unmatched)
                                    ? Check::tr("%1 allows %2.", "a document, an amount")
                                    : Check::tr("%1 has %2.", "a source, a figure"))
                                   .arg(source, unmatched.nearest);
            doubt.fix = SentenceFix{unmatched.begin, unmatched.end, unmatched.nearest};
            break;
        }
        break;
    }
    }
    return doubt;
}

/// What a lint says of its sentence. Words for the whole are in checksOf().
Doubt linted(const Lint &lint, const DraftSentence &sentence)
{
    Doubt doubt{sentence.begin, sentence.end, sentence.text, {}, lint.found, {}, false};
    switch (lint.kind) {
    case LintKind::AsksForGiven:
        doubt.what = Check::tr("This is known already.");
        break;
    case LintKind::RepeatsFailedStep:
        doubt.what = Check::tr("This was tried and failed.");
        break;
    case LintKind::ContradictsPromise:
        doubt.what = Check::tr("Something else was promised.");
        break;
    case LintKind::WrongName:
        doubt.what = Check::tr("This is not the customer’s name.");
        break;
    case LintKind::MaskLeft:
        doubt.what = Check::tr("Something is left to fill in.");
        break;
    }
    return doubt;
}

QList<WholeCheck> checksOf(const Draft &draft)
{
    const auto has = [&](LintKind kind) {
        return std::any_of(draft.lints.begin(), draft.lints.end(),
                           [kind](const Lint &lint) { return lint.kind == kind; });
    };
    const bool unmatched
        = std::any_of(draft.sentences.begin(), draft.sentences.end(),
                      [](const DraftSentence &s) { return s.lack == Lack::Figures; });
    return {has(LintKind::AsksForGiven) ? WholeCheck{Check::tr("Asks for what is known"), false}
                                        : WholeCheck{Check::tr("Asks nothing already answered")},
            has(LintKind::RepeatsFailedStep) ? WholeCheck{Check::tr("Repeats a failed step"), false}
                                             : WholeCheck{Check::tr("Repeats no failed step")},
            has(LintKind::ContradictsPromise)
                ? WholeCheck{Check::tr("Not all amounts and dates match"), false}
                // Those that do not have a row of their own each.
                : unmatched ? WholeCheck{Check::tr("Other amounts and dates match")}
                            : WholeCheck{Check::tr("Amounts and dates match")}};
}

} // namespace

ReplyMarks replyMarks(const Draft &checked, const Conversation &conversation,
                      const QSet<QString> &kept, const LiveSigns &live)
{
    ReplyMarks marks;
    marks.claims = int(checked.claims());
    marks.grounded = int(checked.grounded());
    marks.checks = checksOf(checked);
    const QList<SourceLine> lines = sourceLines(checked, conversation);
    for (const DraftSentence &sentence : checked.sentences) {
        if (sentence.isClaim() && sentence.supported()) {
            if (SourceMark mark = markOf(sentence, lines, conversation, live);
                !mark.numbers.isEmpty())
                marks.sources.append(std::move(mark));
        }
        if (!sentence.supported() && !kept.contains(sentence.text))
            marks.doubts.append(unsupported(sentence, live));
    }
    for (const Lint &lint : checked.lints) {
        if (lint.sentence < 0 || lint.sentence >= checked.sentences.size())
            continue;
        const DraftSentence &sentence = checked.sentences[lint.sentence];
        const auto there = [&](const Doubt &doubt) { return doubt.begin == sentence.begin; };
        if (!kept.contains(sentence.text)
            && std::none_of(marks.doubts.begin(), marks.doubts.end(), there))
            marks.doubts.append(linted(lint, sentence));
    }
    std::stable_sort(marks.doubts.begin(), marks.doubts.end(),
                     [](const Doubt &a, const Doubt &b) { return a.begin < b.begin; });
    return marks;
}

} // namespace baton::ui
