#include "core/drafting/Falsehoods.h"

#include "core/base/Text.h"
#include "core/drafting/FalseClaims.h"
#include "core/drafting/Phrasing.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

constexpr int tries = 12;

template <class List>
auto anyOf(const List &list, QRandomGenerator &dice)
{
    return list[qsizetype(dice.bounded(quint32(list.size())))];
}

struct Piece
{
    qsizetype begin = 0;
    qsizetype size = 0;
};

/// A question, a courtesy: nothing that could be false.
bool isNoStatement(const QString &sentence)
{
    static const QRegularExpression courtesy(
        u"^((hello|hi|dear|good \\w+|hallo|guten \\w+|liebe[rs]?|sehr geehrte[r]?|hola|buen[oa]s "
        "\\w+|estimad[oa])\\b[^,:!]*([,:!]\\s*|$))?"
        "($|thanks?\\b|many thanks|sorry|i[ '’]a?m (so |very )?sorry|i understand|danke|vielen "
        "dank|"
        "es tut mir|das tut mir|ich verstehe|gracias|muchas gracias|lo siento|lamento|entiendo)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return sentence.contains(u'?') || sentence.contains(courtesy);
}

/// Whether what stands behind hangs on a condition or an indirect question.
bool isSubordinate(const QString &before)
{
    static const QRegularExpression opening(
        u"\\b(if|when|who|which|what|where|how|whether|why|that|while|wenn|falls|ob|wer|was|wo|wie|"
        "welche\\w*|dass|si|cuando|que|qué|quién|dónde|cómo)\\b[^,;]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return before.contains(opening);
}

/// One true sentence under the hands of a forger.
class Forger
{
public:
    Forger(const TrueSentences &about, const QString &sentence, const Swaps &swaps,
           QRandomGenerator &dice)
        : m_about(about)
        , m_sentence(sentence)
        , m_swaps(swaps)
        , m_dice(dice)
        , m_written(facts::Written{about.grounds.now.utc().date()})
        , m_figures(figuresIn(sentence, m_written))
    { }

    std::optional<QString> figure(FigureKind kind)
    {
        const auto pieces = piecesOf(kind);
        for (int i = 0; i < tries && !pieces.empty(); ++i) {
            const Piece piece = anyOf(pieces, m_dice);
            QString text = m_sentence.mid(piece.begin, piece.size);
            if (kind == FigureKind::Date)
                text = otherDay(text);
            else if (kind == FigureKind::Duration && m_dice.bounded(3) == 0)
                text = otherUnit(text);
            else
                text = otherDigits(text);
            if (const auto made = put(piece, text, kind))
                return made;
        }
        return {};
    }

    std::optional<QString> currency()
    {
        static const QList<QStringList> same{{u"€"_s, u"EUR"_s, u"euros"_s, u"Euro"_s},
                                             {u"£"_s, u"GBP"_s, u"pounds"_s, u"Pfund"_s},
                                             {u"$"_s, u"USD"_s, u"dollars"_s, u"Dollar"_s},
                                             {u"CHF"_s, u"CHF"_s, u"francs"_s, u"Franken"_s}};
        const auto pieces = piecesOf(FigureKind::Amount);
        if (pieces.empty())
            return {};
        const Piece piece = anyOf(pieces, m_dice);
        QString text = m_sentence.mid(piece.begin, piece.size);
        for (const QStringList &one : same) {
            for (qsizetype form = 0; form < one.size(); ++form) {
                if (!text.contains(one[form]))
                    continue;
                const QStringList &other = anyOf(same, m_dice);
                text.replace(one[form], other[form]);
                return other == one ? std::nullopt : put(piece, text, FigureKind::Amount);
            }
        }
        return {};
    }

    std::optional<QString> id()
    {
        const auto pieces = piecesOf(FigureKind::Code);
        if (pieces.empty())
            return {};
        const Piece piece = anyOf(pieces, m_dice);
        const QString text = m_sentence.mid(piece.begin, piece.size);
        const bool another = !m_swaps.codes.isEmpty() && m_dice.bounded(2) == 0;
        return put(piece, another ? anyOf(m_swaps.codes, m_dice) : otherDigits(text),
                   FigureKind::Code);
    }

    std::optional<QString> name()
    {
        static const QStringList others{u"Petra"_s,  u"Oliver"_s,   u"Yusuf"_s,   u"Marta"_s,
                                        u"Ingrid"_s, u"Pablo"_s,    u"Chloe"_s,   u"Henrik"_s,
                                        u"Amina"_s,  u"Dieter"_s,   u"Lucía"_s,   u"Gareth"_s,
                                        u"Xenia"_s,  u"Fernando"_s, u"Beatrix"_s, u"Tomasz"_s};
        const std::vector<Named> named = namesIn(m_sentence);
        if (named.empty())
            return {};
        const Named place = named[m_dice.bounded(quint32(named.size()))];
        const QString other = anyOf(others, m_dice);
        const Conversation &known = m_about.grounds.conversation;
        QStringList people{known.customer.name, m_about.grounds.agent.name};
        for (const Message &message : known.messages)
            people += message.author.name + u' ' + message.text;
        if (std::any_of(people.begin(), people.end(),
                        [&](const QString &one) { return one.contains(other); }))
            return {};
        return QString(m_sentence).replace(place.begin, place.end - place.begin, other);
    }

    /// Takes the one "not" out, or puts one in where there is none.
    std::optional<QString> negation()
    {
        struct Rule
        {
            QRegularExpression from;
            QString to;
        };
        struct Rules
        {
            QRegularExpression denials; ///< and what bears none: "only"
            QList<Rule> out;
            QList<Rule> in;
        };
        static const QHash<QString, Rules> rules{
            {u"en"_s,
             {QRegularExpression(u"\\b(not|no|never|none|nothing|nobody|nor|neither|cannot|"
                                 "without|only|unless)\\b|n['’]t\\b"_s,
                                 QRegularExpression::CaseInsensitiveOption),
              {{QRegularExpression(u"\\bcannot\\b"_s), u"can"_s},
               {QRegularExpression(u"\\b(is|are|was|were|can|may|will|must|has|have) not\\b"_s),
                u"\\1"_s},
               {QRegularExpression(u"\\bdoes not (\\w+)\\b"_s), u"does \\1"_s},
               {QRegularExpression(u"\\bdo not (\\w+)\\b"_s), u"do \\1"_s}},
              {{QRegularExpression(u"\\bcan\\b"_s), u"cannot"_s},
               {QRegularExpression(u"\\b(is|are|was|were|may|will|must|has been|have been)\\b"_s),
                u"\\1 not"_s},
               {QRegularExpression(u"\\b(take|ask|need|send|accept)s\\b"_s), u"does not \\1"_s}}}},
            {u"de"_s,
             {QRegularExpression(u"\\b(nicht|kein\\w*|nie|niemals|ohne|nur|weder|nichts)\\b"_s,
                                 QRegularExpression::CaseInsensitiveOption),
              {{QRegularExpression(u"\\bnicht "_s), {}},
               {QRegularExpression(u"\\bkeine(n|r|m)?\\b"_s), u"eine\\1"_s},
               {QRegularExpression(u"\\bkein\\b"_s), u"ein"_s}},
              {{QRegularExpression(
                    u"\\b(ist|sind|wird|werden|kann|können|gilt|dauert|kostet|geht)\\b"_s),
                u"\\1 nicht"_s}}}},
            {u"es"_s,
             {QRegularExpression(u"\\b(no|ni|nunca|sin|solo|sólo|nada|ningún|ninguna|tampoco)\\b"_s,
                                 QRegularExpression::CaseInsensitiveOption),
              {{QRegularExpression(u"\\bno (?=\\w)"_s), {}}},
              {{QRegularExpression(
                    u"\\b(es|son|está|puede|pueden|tiene|se|debe|cuesta|tarda|vuelve)\\b"_s),
                u"no \\1"_s}}}}};
        if (isNoStatement(m_sentence))
            return {};
        const Rules own = rules.value(languageOf(m_sentence));
        auto denials = own.denials.globalMatch(m_sentence);
        int count = 0;
        for (; denials.hasNext(); ++count)
            denials.next();
        if (count > 1)
            return {};
        for (const Rule &rule : count == 1 ? own.out : own.in) {
            const auto found = rule.from.match(m_sentence);
            if (!found.hasMatch() || isSubordinate(m_sentence.first(found.capturedStart())))
                continue;
            QString to = rule.to;
            to.replace(u"\\1"_s, found.captured(1));
            return QString(m_sentence).replace(found.capturedStart(), found.capturedLength(), to);
        }
        return {};
    }

    std::optional<QString> entity()
    {
        constexpr qsizetype fewest = 4; // words of more than a heading
        if (m_sentence.split(u' ').size() < fewest || isNoStatement(m_sentence))
            return {};
        std::vector<std::pair<Piece, QString>> all;
        for (const QString &name : m_swaps.names) {
            const qsizetype at = m_sentence.indexOf(name);
            const auto part = [this](qsizetype i) {
                return i >= 0 && i < m_sentence.size() && m_sentence[i].isLetterOrNumber();
            };
            if (at >= 0 && !part(at - 1) && !part(at + name.size()))
                all.emplace_back(Piece{at, name.size()}, name);
        }
        for (int i = 0; i < tries && !all.empty(); ++i) {
            const auto &[piece, name] = all[m_dice.bounded(quint32(all.size()))];
            const QString other = anyOf(m_swaps.names, m_dice);
            if (!m_sentence.contains(other) && !name.contains(other) && !other.contains(name))
                return QString(m_sentence).replace(piece.begin, piece.size, other);
        }
        return {};
    }

private:
    std::vector<Piece> piecesOf(FigureKind kind) const
    {
        std::vector<Piece> pieces;
        for (const Figure &figure : m_figures) {
            if (figure.kind == kind)
                pieces.push_back({figure.begin, figure.end - figure.begin});
        }
        return pieces;
    }

    /// Nothing where the sentence would still say what it said, or something else altogether.
    std::optional<QString> put(Piece piece, const QString &text, FigureKind kind) const
    {
        QString made = m_sentence;
        made.replace(piece.begin, piece.size, text);
        const std::vector<Figure> figures = figuresIn(made, m_written);
        if (figures.size() != m_figures.size())
            return {};
        for (const Figure &figure : figures) {
            if (figure.begin != piece.begin)
                continue;
            const bool said = std::any_of(m_figures.begin(), m_figures.end(),
                                          [&](const Figure &one) { return matches(figure, one); });
            return said || figure.kind != kind ? std::nullopt : std::optional(made);
        }
        return {};
    }

    QString otherDigits(QString text)
    {
        QList<qsizetype> digits;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i].isDigit())
                digits.append(i);
        }
        if (digits.isEmpty())
            return text;
        const qsizetype at = anyOf(digits, m_dice);
        text[at] = QChar(u'0' + ushort((text[at].digitValue() + 1 + int(m_dice.bounded(9))) % 10));
        return text;
    }

    QString otherDay(QString text)
    {
        static const QList<QStringList> circles{
            {u"Monday"_s, u"Tuesday"_s, u"Wednesday"_s, u"Thursday"_s, u"Friday"_s, u"Saturday"_s},
            {u"Montag"_s, u"Dienstag"_s, u"Mittwoch"_s, u"Donnerstag"_s, u"Freitag"_s,
             u"Samstag"_s},
            {u"lunes"_s, u"martes"_s, u"miércoles"_s, u"jueves"_s, u"viernes"_s, u"sábado"_s},
            {u"January"_s, u"March"_s, u"May"_s, u"July"_s, u"October"_s, u"November"_s,
             u"December"_s},
            {u"Januar"_s, u"März"_s, u"Juli"_s, u"Oktober"_s, u"November"_s, u"Dezember"_s},
            {u"enero"_s, u"marzo"_s, u"julio"_s, u"octubre"_s, u"noviembre"_s, u"diciembre"_s}};
        if (m_dice.bounded(3) != 0)
            return otherDigits(text);
        for (const QStringList &circle : circles) {
            for (const QString &word : circle) {
                if (text.contains(word))
                    return text.replace(word, anyOf(circle, m_dice));
            }
        }
        return otherDigits(text);
    }

    QString otherUnit(QString text)
    {
        static const QList<std::pair<QString, QString>> units{{u"banking days"_s, u"days"_s},
                                                              {u"working days"_s, u"hours"_s},
                                                              {u"days"_s, u"weeks"_s},
                                                              {u"hours"_s, u"days"_s},
                                                              {u"minutes"_s, u"hours"_s},
                                                              {u"weeks"_s, u"days"_s},
                                                              {u"months"_s, u"weeks"_s},
                                                              {u"years"_s, u"months"_s},
                                                              {u"Bankarbeitstage"_s, u"Tage"_s},
                                                              {u"Werktage"_s, u"Stunden"_s},
                                                              {u"Tage"_s, u"Wochen"_s},
                                                              {u"Stunden"_s, u"Tage"_s},
                                                              {u"Minuten"_s, u"Stunden"_s},
                                                              {u"Monate"_s, u"Wochen"_s},
                                                              {u"Jahre"_s, u"Monate"_s},
                                                              {u"días bancarios"_s, u"días"_s},
                                                              {u"días laborables"_s, u"horas"_s},
                                                              {u"días"_s, u"semanas"_s},
                                                              {u"horas"_s, u"días"_s},
                                                              {u"minutos"_s, u"horas"_s},
                                                              {u"meses"_s, u"semanas"_s},
                                                              {u"años"_s, u"meses"_s}};
        for (const auto &[from, to] : units) {
            if (text.contains(from))
                return text.replace(from, to);
        }
        return otherDigits(text);
    }

    const TrueSentences &m_about;
    const QString &m_sentence;
    const Swaps &m_swaps;
    QRandomGenerator &m_dice;
    Written m_written;
    std::vector<Figure> m_figures;
};

} // namespace

std::optional<Falsehood> falsified(FalseKind kind, const TrueSentences &about,
                                   const QString &sentence, const Swaps &swaps,
                                   QRandomGenerator &dice)
{
    Forger forger(about, sentence, swaps, dice);
    const auto of = [&](const std::optional<QString> &made) -> std::optional<Falsehood> {
        if (!made || text::comparable(*made) == text::comparable(sentence))
            return {};
        return Falsehood{kind, *made, sentence, {}};
    };
    switch (kind) {
    case FalseKind::Amount:
        return of(forger.figure(FigureKind::Amount));
    case FalseKind::Currency:
        return of(forger.currency());
    case FalseKind::Date:
        return of(forger.figure(FigureKind::Date));
    case FalseKind::Deadline:
        return of(forger.figure(FigureKind::Duration));
    case FalseKind::Name:
        return of(forger.name());
    case FalseKind::Id:
        return of(forger.id());
    case FalseKind::Negation:
        return of(forger.negation());
    case FalseKind::SwappedEntity:
        return of(forger.entity());
    case FalseKind::StaleValue:
        return staleValue(about, sentence, forger.figure(FigureKind::Amount),
                          forger.figure(FigureKind::Duration), dice);
    case FalseKind::InventedPolicy:
        return Falsehood{kind, inventedPolicy(languageOf(sentence), dice), {}, {}};
    case FalseKind::OverPromise:
        return Falsehood{kind, overPromise(languageOf(sentence), dice), {}, {}};
    }
    return {};
}

} // namespace baton::drafting
