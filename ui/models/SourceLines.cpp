#include "ui/models/SourceLines.h"

#include "core/base/Text.h"
#include "ui/text/Words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

struct Source
{
    Q_DECLARE_TR_FUNCTIONS(Source)
};

constexpr int quoteUnits = 140;

QString whoSaid(const QString &message, const Conversation &conversation)
{
    const auto at = std::find_if(conversation.messages.begin(), conversation.messages.end(),
                                 [&](const Message &m) { return m.id.text() == message; });
    if (at == conversation.messages.end())
        return Source::tr("This conversation");
    switch (at->from) {
    case Sender::Customer:
        return displayName(conversation);
    case Sender::Bot:
        return Source::tr("Bot");
    case Sender::Agent:
    case Sender::System:
        break;
    }
    return at->author.name.isEmpty() ? Source::tr("A colleague") : at->author.name;
}

/// As people read it: the cells of a table's row, and a status that was written for machines.
QString shownQuote(const Support &support)
{
    QString quote = support.quote;
    if (support.kind == SupportKind::Order)
        quote.replace(u'_', u' ');
    return support.kind == SupportKind::Passage ? shownPassage(quote) : quote;
}

QString asideOf(const PassagePlace &place)
{
    return Source::tr("%1 v%2", "document, version").arg(place.document.text()).arg(place.version);
}

SourceLine lineOf(const Support &support, const Conversation &conversation)
{
    SourceLine line;
    line.kind = support.kind;
    line.source = support.source;
    line.whole = shownQuote(support);
    line.quote = text::firstWords(line.whole, quoteUnits);
    switch (support.kind) {
    case SupportKind::Passage:
        line.title = support.heading;
        line.passage = PassagePlace{DocumentId(support.source), support.version, support.heading};
        line.aside = asideOf(*line.passage);
        break;
    case SupportKind::LookUp:
        line.title = words::plainName(QString(support.source).replace(u'.', u' '));
        line.aside = Source::tr("look-up");
        break;
    case SupportKind::Order:
        line.title = support.source;
        line.aside = Source::tr("order");
        break;
    case SupportKind::Message:
        line.title = whoSaid(support.source, conversation);
        line.aside = Source::tr("in this conversation");
        break;
    case SupportKind::Field:
        break;
    }
    return line;
}

} // namespace

QString shownPassage(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        if (!line.contains(u'|'))
            continue;
        QStringList cells = line.split(u'|', Qt::SkipEmptyParts);
        for (QString &cell : cells)
            cell = cell.trimmed();
        cells.removeAll(QString());
        line = cells.join(u" · "_s);
    }
    return lines.join(u'\n');
}

SourceLine lineOf(const Passage &passage)
{
    SourceLine line;
    line.kind = SupportKind::Passage;
    line.passage = PassagePlace{passage.document, passage.version, passage.heading};
    line.title = passage.heading.isEmpty() ? passage.title : passage.heading;
    line.aside = asideOf(*line.passage);
    return line;
}

QList<SourceLine> sourceLines(const Draft &draft, const Conversation &conversation)
{
    QList<SourceLine> lines;
    for (const DraftSentence &sentence : draft.sentences) {
        if (!sentence.isClaim())
            continue;
        for (const Support &support : sentence.supports) {
            if (support.kind == SupportKind::Field)
                continue;
            if (sourceNumber(lines, support, conversation) == 0)
                lines.append(lineOf(support, conversation));
        }
    }
    return lines;
}

int sourceNumber(const QList<SourceLine> &lines, const Support &support,
                 const Conversation &conversation)
{
    if (support.kind == SupportKind::Field)
        return 0;
    const SourceLine line = lineOf(support, conversation);
    const auto at = std::find_if(lines.begin(), lines.end(), [&](const SourceLine &other) {
        return other.kind == line.kind && other.title == line.title && other.aside == line.aside;
    });
    return at == lines.end() ? 0 : int(at - lines.begin()) + 1;
}

} // namespace baton::ui
