#include "core/base/PersonalData.h"

#include <QtCore/QHash>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

using namespace Qt::StringLiterals;

namespace baton::text {

namespace {

bool digit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
bool latin(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}
bool plainAlnum(QChar c)
{
    return digit(c) || latin(c);
}

// Letters of an IBAN, from the registry that SWIFT keeps.
int ibanLength(const QString &country)
{
    static const QHash<QString, int> lengths{
        {u"AD"_s, 24}, {u"AE"_s, 23}, {u"AL"_s, 28}, {u"AT"_s, 20}, {u"BA"_s, 20}, {u"BE"_s, 16},
        {u"BG"_s, 22}, {u"CH"_s, 21}, {u"CY"_s, 28}, {u"CZ"_s, 24}, {u"DE"_s, 22}, {u"DK"_s, 18},
        {u"EE"_s, 20}, {u"ES"_s, 24}, {u"FI"_s, 18}, {u"FR"_s, 27}, {u"GB"_s, 22}, {u"GI"_s, 23},
        {u"GR"_s, 27}, {u"HR"_s, 21}, {u"HU"_s, 28}, {u"IE"_s, 22}, {u"IL"_s, 23}, {u"IS"_s, 26},
        {u"IT"_s, 27}, {u"LI"_s, 21}, {u"LT"_s, 20}, {u"LU"_s, 20}, {u"LV"_s, 21}, {u"MC"_s, 27},
        {u"ME"_s, 22}, {u"MK"_s, 19}, {u"MT"_s, 31}, {u"NL"_s, 18}, {u"NO"_s, 15}, {u"PL"_s, 28},
        {u"PT"_s, 25}, {u"RO"_s, 24}, {u"RS"_s, 22}, {u"SA"_s, 24}, {u"SE"_s, 24}, {u"SI"_s, 19},
        {u"SK"_s, 24}, {u"SM"_s, 27}, {u"TR"_s, 26}, {u"UA"_s, 29}};
    return lengths.value(country);
}

/// ISO 7064, mod 97-10.
bool ibanAddsUp(const QString &iban)
{
    int rest = 0;
    for (const QChar c : iban.sliced(4) + iban.first(4)) {
        const int value = digit(c) ? c.unicode() - u'0' : c.unicode() - u'A' + 10;
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
}

/// ISO/IEC 7812.
bool luhn(const QString &digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        int value = digits[digits.size() - 1 - i].unicode() - u'0';
        if (i % 2 == 1)
            value = value > 4 ? 2 * value - 9 : 2 * value;
        sum += value;
    }
    return sum % 10 == 0;
}

/// Digits in groups: "+44 20 7946 1907".
struct Run
{
    struct Group
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        qsizetype size() const { return end - begin; }
    };
    std::vector<Group> groups;
    QString separators; ///< the first between each two groups
    bool plus = false;

    std::vector<qsizetype> sizes(size_t count) const
    {
        std::vector<qsizetype> out;
        for (size_t i = 0; i < count; ++i)
            out.push_back(groups[i].size());
        return out;
    }
};

using Sizes = std::vector<qsizetype>;

/// Words as they begin, in lower case.
bool hasWord(QStringView text, std::initializer_list<QStringView> starts)
{
    const QString low = text.toString().toLower();
    return std::any_of(starts.begin(), starts.end(), [&](QStringView start) {
        for (qsizetype at = low.indexOf(start); at >= 0; at = low.indexOf(start, at + 1)) {
            if (at == 0 || !low[at - 1].isLetter())
                return true;
        }
        return false;
    });
}

bool namesPhone(QStringView text)
{
    return hasWord(text, {u"phone",   u"telephone", u"call",    u"tel.",     u"tel:",      u"tel ",
                          u"mobile",  u"cell",      u"fax",     u"whatsapp", u"text me",   u"txt",
                          u"dial",    u"ring",      u"contact", u"helpline", u"hotline",   u"reach",
                          u"handy",   u"telefon",   u"anruf",   u"rückruf",  u"rufnummer", u"mobil",
                          u"erreich", u"móvil",     u"movil",   u"teléfono", u"llam",      u"llám",
                          u"contacto"});
}
bool namesOther(QStringView text)
{
    return hasWord(text, {u"order",   u"account",    u"reference",   u"ref",     u"code",
                          u"case",    u"ticket",     u"tracking",    u"flight",  u"pin",
                          u"invoice", u"item",       u"serial",      u"imei",    u"booking",
                          u"card",    u"member",     u"customer",    u"bestell", u"auftrag",
                          u"konto",   u"rechnung",   u"sendung",     u"vorgang", u"kunden",
                          u"karte",   u"pedido",     u"cuenta",      u"factura", u"reserva",
                          u"id ",     u"id:",        u"id#",         u"artikel", u"tarjeta",
                          u"cliente", u"referencia", u"confirmation"});
}

class PersonalScanner
{
public:
    explicit PersonalScanner(QStringView text)
        : m_text(text)
    { }

    std::vector<PersonalStretch> run()
    {
        for (m_at = 0; m_at < m_text.size();) {
            const QChar c = m_text[m_at];
            const bool found = c == u'@' ? email() : begins() ? iban() || digits() : false;
            if (!found)
                ++m_at;
        }
        return std::move(m_found);
    }

private:
    QChar at(qsizetype i) const { return i >= 0 && i < m_text.size() ? m_text[i] : QChar(u' '); }

    bool begins() const
    {
        const QChar c = at(m_at);
        const QChar before = at(m_at - 1);
        return (plainAlnum(c) || c == u'+' || c == u'(') && !before.isLetterOrNumber();
    }

    void take(Personal kind, qsizetype begin, qsizetype end, const QString &value)
    {
        m_found.push_back({kind, begin, end, value});
        m_at = end;
    }

    bool email()
    {
        constexpr qsizetype longestName = 64;
        constexpr qsizetype longestHost = 255;
        const auto inName = [](QChar c) {
            return plainAlnum(c) || QStringView(u"._%+-").contains(c)
                || (c.isLetter() && c.unicode() > 0x7f);
        };
        const qsizetype least = std::max(m_found.empty() ? 0 : m_found.back().end,
                                         std::max<qsizetype>(0, m_at - longestName));
        qsizetype begin = m_at;
        while (begin > least && inName(at(begin - 1)))
            --begin;
        while (begin < m_at && !at(begin).isLetterOrNumber())
            ++begin;
        qsizetype end = m_at + 1;
        while (end - m_at < longestHost
               && (plainAlnum(at(end)) || at(end) == u'-' || at(end) == u'.'))
            ++end;
        while (end > m_at && !plainAlnum(at(end - 1)))
            --end;
        const QStringView host = m_text.sliced(m_at + 1, std::max<qsizetype>(0, end - m_at - 1));
        const qsizetype dot = host.lastIndexOf(u'.');
        const QStringView top = dot < 0 ? QStringView() : host.sliced(dot + 1);
        const bool real = begin < m_at && dot > 0 && top.size() >= 2 && top.size() <= 24
            && std::all_of(top.begin(), top.end(), latin) && !host.contains(u"..");
        if (!real)
            return false;
        take(Personal::Email, begin, end, m_text.sliced(begin, end - begin).toString().toLower());
        return true;
    }

    bool iban()
    {
        if (!latin(at(m_at)) || !latin(at(m_at + 1)) || !digit(at(m_at + 2))
            || !digit(at(m_at + 3)))
            return false;
        const int length = ibanLength(m_text.sliced(m_at, 2).toString().toUpper());
        QString value;
        qsizetype end = m_at;
        while (value.size() < length) {
            const bool gap = at(end) == u' ' || at(end) == u'-' || at(end) == u'\u00a0';
            if (gap && plainAlnum(at(end + 1)))
                ++end;
            if (!plainAlnum(at(end)))
                return false;
            value += at(end++).toUpper();
        }
        if (value.isEmpty() || at(end).isLetterOrNumber() || !ibanAddsUp(value))
            return false;
        take(Personal::Iban, m_at, end, value);
        return true;
    }

    Run runHere() const
    {
        constexpr size_t mostGroups = 8;
        Run run;
        qsizetype i = m_at;
        if (at(i) == u'+') {
            run.plus = true;
            ++i;
        }
        if (at(i) == u'(')
            ++i;
        while (run.groups.size() < mostGroups && digit(at(i))) {
            const qsizetype begin = i;
            while (digit(at(i)))
                ++i;
            run.groups.push_back({begin, i});
            const qsizetype gap = i;
            while (i - gap < 2 && QStringView(u" -./()\u00a0\u2011\u2013").contains(at(i)))
                ++i;
            // Two signs stand between groups only around a bracket.
            if (i - gap == 2 && at(gap) != u')' && at(i - 1) != u'(')
                break;
            if (i == gap || !digit(at(i)))
                break;
            run.separators += at(gap);
        }
        // Digits that run on into a word are a code.
        if (!run.groups.empty() && at(run.groups.back().end).isLetter())
            run.groups.pop_back();
        return run;
    }

    bool digits()
    {
        const Run run = runHere();
        if (run.groups.empty())
            return false;
        for (size_t count = run.groups.size(); count > 0; --count) {
            QString digits;
            for (size_t i = 0; i < count; ++i)
                digits += m_text.sliced(run.groups[i].begin, run.groups[i].size());
            const qsizetype end = run.groups[count - 1].end;
            if (isCard(run, count, digits)) {
                take(Personal::Card, m_at, end, digits.right(4));
                return true;
            }
            if (isPhone(run, count, digits)) {
                take(Personal::Phone, m_at, end, (run.plus ? u"+"_s : QString()) + digits);
                return true;
            }
        }
        m_at = run.groups.back().end;
        return true;
    }

    QStringView before(qsizetype length) const
    {
        const qsizetype from = std::max<qsizetype>(0, m_at - length);
        return sinceSentence(m_text.sliced(from, m_at - from));
    }
    static QStringView sinceSentence(QStringView text)
    {
        for (qsizetype i = text.size() - 1; i >= 0; --i) {
            if (text[i] == u'\n' || text[i] == u'!' || text[i] == u'?')
                return text.sliced(i + 1);
        }
        return text;
    }
    QStringView after(qsizetype end, qsizetype length) const
    {
        return m_text.sliced(end, std::min(length, m_text.size() - end));
    }

    bool isCard(const Run &run, size_t count, const QString &digits) const
    {
        if (run.plus || digits.size() < 13 || digits.size() > 19 || digits[0] < u'2'
            || digits[0] > u'6' || !luhn(digits))
            return false;
        const Sizes sizes = run.sizes(count);
        const bool fours
            = std::all_of(sizes.begin(), sizes.end() - 1, [](qsizetype size) { return size == 4; })
            && sizes.back() <= 4;
        const bool amex = sizes == Sizes{4, 6, 5} || sizes == Sizes{4, 6, 4};
        constexpr qsizetype near = 24;
        return (count == 1 || fours || amex)
            && !hasWord(before(near),
                        {u"order", u"bestell", u"auftrag", u"pedido", u"tracking", u"sendung"});
    }

    bool isPhone(const Run &run, size_t count, const QString &digits) const
    {
        constexpr qsizetype near = 24;
        const qsizetype n = digits.size();
        const qsizetype end = run.groups[count - 1].end;
        const QChar ahead = at(m_at - 1);
        const bool stuck
            = QStringView(u"#/.,-_=$€£").contains(ahead) || (ahead == u'@' && count == 1);
        if (n < 7 || n > 15 || stuck || QStringView(u"$€£%").contains(at(end))
            || digits.count(digits[0]) == n || hasDate(run, count))
            return false;
        if (run.plus)
            return n >= 8;
        if (namesOther(before(near)) && !namesPhone(before(near)))
            return false;
        if (saysPhone(end))
            return true;
        const Sizes sizes = run.sizes(count);
        const bool parted = count > 1 && !run.separators.left(qsizetype(count) - 1).contains(u'/');
        // North America; with a trunk 1; abroad; with a trunk 0; Spain.
        if (parted && (sizes == Sizes{3, 3, 4} || sizes == Sizes{1, 3, 3, 4}))
            return sizes.size() == 3 || digits[0] == u'1';
        if (digits.startsWith("00"_L1))
            return n >= 10 && count > 1 && sizes[0] <= 5;
        if (digits[0] == u'0')
            return n >= 9 && n <= 12 && count > 1 && sizes[0] >= 2 && sizes[0] <= 6;
        return parted && n == 9 && digits[0] >= u'6'
            && (sizes == Sizes{3, 3, 3} || sizes == Sizes{3, 2, 2, 2});
    }

    bool saysPhone(qsizetype end) const
    {
        constexpr qsizetype far = 48;
        constexpr qsizetype beside = 12;
        const QStringView ahead = before(far);
        if (namesPhone(ahead) && !namesOther(ahead.last(std::min(ahead.size(), beside))))
            return true;
        return hasWord(after(end, far / 2),
                       {u"is my phone", u"is my mobile", u"is my cell", u"mobile", u"cell"});
    }

    /// "20.11.2025" and "2025-11-20" among the groups.
    static bool hasDate(const Run &run, size_t count)
    {
        for (size_t i = 0; i + 2 < count; ++i) {
            const QChar sign = run.separators[qsizetype(i)];
            const qsizetype first = run.groups[i].size();
            const qsizetype second = run.groups[i + 1].size();
            const qsizetype third = run.groups[i + 2].size();
            if (sign != u' ' && run.separators[qsizetype(i) + 1] == sign && second <= 2
                && ((first == 4 && third <= 2) || (first <= 2 && (third == 4 || third == 2))))
                return true;
        }
        return false;
    }

    QStringView m_text;
    std::vector<PersonalStretch> m_found;
    qsizetype m_at = 0;
};

} // namespace

std::vector<PersonalStretch> personalDataIn(QStringView text)
{
    return PersonalScanner(text).run();
}

QString masked(Personal kind, QStringView text)
{
    constexpr qsizetype cardShown = 4;
    constexpr qsizetype phoneShown = 3;
    const QString whole = text.toString();
    switch (kind) {
    case Personal::Email: {
        const qsizetype sign = std::max<qsizetype>(0, whole.lastIndexOf(u'@'));
        return sign < 2 ? u"•••"_s + whole.sliced(sign)
                        : whole.first(1) + u"•••"_s + whole.sliced(sign - 1);
    }
    case Personal::Phone:
        return u"•••"_s + whole.right(phoneShown);
    case Personal::Card:
        return u"•••• "_s + whole.right(cardShown);
    case Personal::Iban:
        return whole.left(2) + u"•••"_s + whole.right(cardShown);
    }
    return {};
}

QString masked(QStringView text)
{
    QString out;
    qsizetype from = 0;
    for (const PersonalStretch &one : personalDataIn(text)) {
        const QStringView said = text.sliced(one.begin, one.end - one.begin);
        out += text.sliced(from, one.begin - from);
        out += masked(one.kind, one.kind == Personal::Email ? said : QStringView(one.value));
        from = one.end;
    }
    out += text.sliced(from);
    return out;
}

} // namespace baton::text
