#include "ui/models/CompareColumns.h"

#include "core/base/Text.h"
#include "ui/text/Format.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace baton::ui {

namespace {

struct ColumnWords
{
    Q_DECLARE_TR_FUNCTIONS(CompareColumns)
};

constexpr int quoteLength = 60;

QString nameOf(const Person &person)
{
    if (!person.name.isEmpty())
        return text::firstName(person.name);
    return person.id.isEmpty() ? ColumnWords::tr("a colleague") : person.id;
}

/// What their sentence says where mine does not: the words from the first to the last that mine
/// lacks, and two more for the sense.
QString whatDiffers(const QString &mine, const QString &theirs)
{
    QStringList known;
    for (const QString &word : mine.split(u' ', Qt::SkipEmptyParts))
        known += text::comparable(word);
    const QStringList words = theirs.split(u' ', Qt::SkipEmptyParts);
    const auto isNew = [&](const QString &word) { return !known.contains(text::comparable(word)); };
    const auto first = std::find_if(words.begin(), words.end(), isNew);
    if (first == words.end())
        return text::firstWords(theirs, quoteLength);
    const qsizetype last = words.rend() - std::find_if(words.rbegin(), words.rend(), isNew);
    const qsizetype begin = first - words.begin();
    QString out = words.mid(begin, last - begin + 2).join(u' ');
    while (!out.isEmpty() && QStringView(u".,;:!?").contains(out.back()))
        out.chop(1);
    return text::firstWords(out, quoteLength);
}

QString writerOf(const Message &message, const QString &customer)
{
    switch (message.from) {
    case Sender::Customer:
        return customer.isEmpty() ? ColumnWords::tr("Customer") : text::firstName(customer);
    case Sender::Agent:
        return nameOf(message.author);
    case Sender::Bot:
        return ColumnWords::tr("Bot");
    case Sender::System:
        return ColumnWords::tr("System");
    }
    Q_UNREACHABLE();
}

/// The only colleague who wrote; empty where nobody or several did.
QString soleColleague(const Comparison &comparison)
{
    QString name;
    for (const Message &message : comparison.theirs) {
        const QString next = nameOf(message.author);
        if (!name.isEmpty() && next != name)
            return {};
        name = next;
    }
    return name;
}

CompareColumn addedColumn(const Comparison &comparison, const QString &customer,
                          const QTimeZone &zone)
{
    CompareColumn column;
    column.title = ColumnWords::tr("New in the thread");
    if (comparison.writtenFrom.ms > 0)
        column.aside = ColumnWords::tr("since %1").arg(format::time(comparison.writtenFrom, zone));
    for (const Message &message : comparison.added) {
        CompareLine line;
        line.kind = CompareLine::Kind::Turn;
        line.who = writerOf(message, customer);
        line.person = message.from == Sender::Customer ? customer : message.author.name;
        line.when = format::time(message.at, zone);
        line.customer = message.from == Sender::Customer;
        if (message.from == Sender::Agent)
            line.remark = ColumnWords::tr("reply, next column");
        else
            line.text = message.text;
        column.lines += line;
    }
    if (comparison.newOwner) {
        CompareLine line;
        line.text
            = ColumnWords::tr("%1 has this conversation now.").arg(nameOf(*comparison.newOwner));
        column.lines += line;
    }
    if (comparison.closed) {
        CompareLine line;
        line.text = ColumnWords::tr("The conversation was closed.");
        column.lines += line;
    }
    return column;
}

CompareColumn theirColumn(const Comparison &comparison, const QTimeZone &zone)
{
    CompareColumn column;
    if (comparison.theirs.isEmpty()) {
        column.title = ColumnWords::tr("No colleague answered");
        return column;
    }
    const QString sole = soleColleague(comparison);
    // The whole name for the initials.
    if (!sole.isEmpty())
        column.person = comparison.theirs.first().author.name;
    column.title = sole.isEmpty() ? ColumnWords::tr("Colleagues answered")
                                  : ColumnWords::tr("%1 answered").arg(sole);
    column.aside = ColumnWords::tr("sent %1").arg(format::time(comparison.theirs.last().at, zone));
    for (const Message &message : comparison.theirs) {
        if (sole.isEmpty()) {
            CompareLine head;
            head.kind = CompareLine::Kind::Turn;
            head.who = nameOf(message.author);
            head.person = message.author.name;
            head.when = format::time(message.at, zone);
            column.lines += head;
        }
        for (const QString &sentence : text::sentences(message.text)) {
            CompareLine line;
            line.text = sentence;
            const bool differs = std::any_of(
                comparison.yours.begin(), comparison.yours.end(), [&](const MarkedSentence &m) {
                    return m.mark == SentenceMark::Differs && m.theirs == sentence;
                });
            if (differs) {
                line.kind = CompareLine::Kind::Differs;
                line.remark = ColumnWords::tr("Differs from yours");
            }
            column.lines += line;
        }
    }
    return column;
}

CompareColumn yourColumn(const Comparison &comparison, const QTimeZone &zone)
{
    CompareColumn column;
    column.title = ColumnWords::tr("Yours", "my reply");
    column.state = ColumnWords::tr("held", "my reply");
    column.person = comparison.held.act.agent.name;
    column.aside = ColumnWords::tr("written %1").arg(format::time(comparison.held.act.at, zone));
    for (const MarkedSentence &sentence : comparison.yours) {
        CompareLine line;
        line.text = sentence.text;
        switch (sentence.mark) {
        case SentenceMark::SaidAlready:
            line.kind = CompareLine::Kind::Said;
            line.remark = ColumnWords::tr("%1 said this").arg(nameOf(sentence.colleague));
            break;
        case SentenceMark::Differs:
            line.kind = CompareLine::Kind::Differs;
            line.remark
                = ColumnWords::tr("Differs from %1: %2", "the colleague, what they wrote")
                      .arg(nameOf(sentence.colleague), whatDiffers(sentence.text, sentence.theirs));
            break;
        case SentenceMark::OnlyInYours:
            line.kind = CompareLine::Kind::Mine;
            line.remark = ColumnWords::tr("Only in yours");
            break;
        case SentenceMark::Courtesy:
            break;
        }
        // What stands one after the other and is the same is told once.
        const bool same = !column.lines.isEmpty() && line.kind != CompareLine::Kind::Differs
            && column.lines.last().kind == line.kind && column.lines.last().remark == line.remark;
        if (same)
            column.lines.last().text += u' ' + line.text;
        else
            column.lines += line;
    }
    return column;
}

QString whoWrote(const Comparison &comparison, const QString &customer)
{
    const bool customerWrote
        = std::any_of(comparison.added.begin(), comparison.added.end(),
                      [](const Message &m) { return m.from == Sender::Customer; });
    const QString first = text::firstName(customer);
    const QString them = first.isEmpty() ? ColumnWords::tr("the customer") : first;
    const QString sole = soleColleague(comparison);
    if (!comparison.theirs.isEmpty()) {
        const QString who
            = sole.isEmpty() ? ColumnWords::tr("Colleagues", "as in: Colleagues answered") : sole;
        return customerWrote
            ? ColumnWords::tr("Your reply is held. %1 answered and %2 wrote again.").arg(who, them)
            : ColumnWords::tr("Your reply is held. %1 answered.").arg(who);
    }
    if (customerWrote)
        return ColumnWords::tr("Your reply is held. In the meantime %1 wrote again.").arg(them);
    return ColumnWords::tr("Your reply is held.");
}

} // namespace

QString CompareLine::spoken() const
{
    switch (kind) {
    case Kind::Turn:
        return ColumnWords::tr("%1, %2. %3", "who, when, what")
            .arg(who, when, text.isEmpty() ? remark : text);
    case Kind::Plain:
        return text;
    case Kind::Said:
    case Kind::Differs:
    case Kind::Mine:
        return ColumnWords::tr("%1: %2", "a remark, the sentence").arg(remark, text);
    }
    Q_UNREACHABLE();
}

CompareWords compareWords(const Comparison &comparison, const QString &customer,
                          const QTimeZone &zone)
{
    CompareWords words;
    if (!comparison.added.isEmpty())
        words.what = ColumnWords::tr("The thread moved since you wrote.");
    else if (comparison.closed)
        words.what = ColumnWords::tr("The conversation was closed before your reply left.");
    else if (comparison.newOwner)
        words.what
            = ColumnWords::tr("%1 has this conversation now.").arg(nameOf(*comparison.newOwner));
    else
        words.what = ColumnWords::tr("The conversation changed since you wrote.");
    words.detail = whoWrote(comparison, customer);
    words.added = addedColumn(comparison, customer, zone);
    words.theirs = theirColumn(comparison, zone);
    words.yours = yourColumn(comparison, zone);
    return words;
}

} // namespace baton::ui
