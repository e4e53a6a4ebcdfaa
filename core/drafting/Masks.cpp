#include "core/drafting/Masks.h"

#include "core/drafting/PrivateParts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

QString wordOf(Private kind)
{
    switch (kind) {
    case Private::Email:
        return u"EMAIL"_s;
    case Private::Phone:
        return u"PHONE"_s;
    case Private::Card:
        return u"CARD"_s;
    case Private::Iban:
        return u"IBAN"_s;
    case Private::Number:
        return u"NUMBER"_s;
    case Private::Order:
        return u"ORDER"_s;
    case Private::Address:
        return u"ADDRESS"_s;
    case Private::Name:
        return u"NAME"_s;
    case Private::Link:
        return u"LINK"_s;
    }
    return {};
}

} // namespace

const QRegularExpression &writtenMask()
{
    static const QString kinds = u"(EMAIL|PHONE|CARD|IBAN|NUMBER|ORDER|ADDRESS|NAME|LINK)"_s;
    static const QRegularExpression pattern(
        u"\\\\?\\[\\s?%1[\\\\]?[_ -]?(\\d{1,5})\\s?\\\\?\\]|\\b%1\\\\?_(\\d{1,5})\\b"_s.arg(kinds),
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

Masks::Masks(const Conversation &conversation, const Person &agent)
    : m_known(conversation, agent)
{ }

void Masks::learn(const Conversation &conversation, const Person &agent)
{
    m_known = KnownPrivate(conversation, agent);
}

QString Masks::maskOf(Private kind, const QString &value)
{
    QString &mask = m_maskOf[value];
    if (!mask.isEmpty())
        return mask;
    const QString word = wordOf(kind);
    const QString name = word + u'_' + QString::number(++m_counts[word]);
    mask = u'[' + name + u']';
    m_valueOf.insert(name, value);
    return mask;
}

QString Masks::mask(const QString &text)
{
    QString out;
    qsizetype from = 0;
    for (const PrivateStretch &one : privateIn(text, m_known)) {
        out += QStringView(text).sliced(from, one.begin - from);
        out += maskOf(one.kind, text.mid(one.begin, one.end - one.begin));
        from = one.end;
    }
    return out.append(QStringView(text).sliced(from));
}

QString Masks::unmask(const QString &text, Links links) const
{
    QString out;
    qsizetype from = 0;
    for (auto all = writtenMask().globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        const int kind = match.capturedLength(1) > 0 ? 1 : 3;
        const QString name = match.captured(kind).toUpper() + u'_' + match.captured(kind + 1);
        out += QStringView(text).sliced(from, match.capturedStart() - from);
        const auto value = m_valueOf.constFind(name);
        const bool stays = links == Links::Stay && name.startsWith("LINK"_L1);
        if (value != m_valueOf.cend() && !stays)
            out += *value;
        else
            out += u'[' + name + u']';
        from = match.capturedEnd();
    }
    return out.append(QStringView(text).sliced(from));
}

qsizetype Masks::settled(QStringView text)
{
    constexpr qsizetype longestMask = 20;
    const qsizetype open = std::max(text.lastIndexOf(u'['), text.lastIndexOf(u'\\'));
    if (open >= 0 && text.size() - open <= longestMask && text.indexOf(u']', open) < 0)
        return open;
    // "EMAIL_1" may go on as "EMAIL_12".
    qsizetype end = text.size();
    while (end > 0 && text.size() - end < longestMask
           && (text[end - 1].isUpper() || text[end - 1].isDigit() || text[end - 1] == u'_'))
        --end;
    return end < text.size() && text.sliced(end).contains(u'_') ? end : text.size();
}

} // namespace baton::drafting
