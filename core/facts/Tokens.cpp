#include "core/facts/Tokens.h"

#include "core/signals/Plain.h"

#include <QtCore/QString>

#include <algorithm>
#include <array>

namespace baton::facts {

namespace {

bool digit(char c)
{
    return c >= '0' && c <= '9';
}
bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || c == '_';
}
bool all(QByteArrayView bytes, bool (*is)(char))
{
    return std::all_of(bytes.begin(), bytes.end(), is);
}

class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_text(text)
        , m_bytes(signs::plain(text))
    { }

    std::vector<Token> run()
    {
        while (m_at < size()) {
            const char c = m_bytes[m_at];
            if (!digit(c) && !letter(c))
                sign();
            else if (const int end = contactEnd())
                add(Token::Contact, end);
            else if (digit(c))
                number();
            else
                word();
        }
        return std::move(m_tokens);
    }

private:
    int size() const { return int(m_bytes.size()); }
    char at(int i) const { return i >= 0 && i < size() ? m_bytes[i] : ' '; }

    void add(Token::Kind kind, int end)
    {
        m_tokens.push_back({kind, m_at, end, m_bytes.mid(m_at, end - m_at)});
        m_at = end;
    }

    void sign()
    {
        const QChar c = m_text[m_at];
        const int begin = m_at++;
        if (!c.isSpace())
            m_tokens.push_back({Token::Sign, begin, m_at, m_text.sliced(begin, 1).toUtf8()});
    }

    /// "name@host.example", "www.host.example/path", "host.example/path"; 0 where none starts here.
    int contactEnd() const
    {
        constexpr int longest = 200;
        const int last = std::min(size(), m_at + longest);
        int end = m_at;
        bool mail = false;
        bool path = false;
        bool dot = false;
        for (; end < last; ++end) {
            const char c = m_bytes[end];
            if (c == '@')
                mail = true;
            else if (c == '/')
                path = path || (dot && letter(at(end - 1)));
            else if (c == '.')
                dot = dot || letter(at(end - 1));
            else if (c == ':' && QByteArrayView(m_bytes).sliced(end).startsWith("://"))
                dot = path = true;
            else if (!letter(c) && !digit(c) && c != '-' && c != '+' && c != '%' && c != '?'
                     && c != '=' && c != '&' && c != '#')
                break;
        }
        while (end > m_at && !letter(m_bytes[end - 1]) && !digit(m_bytes[end - 1]))
            --end;
        const bool www = QByteArrayView(m_bytes).sliced(m_at).startsWith("www.");
        const bool host
            = dot && !mail && endsAsHost(QByteArrayView(m_bytes).sliced(m_at, end - m_at));
        return (mail && dot) || (path && dot && letter(m_bytes[m_at])) || www || host ? end : 0;
    }

    /// "shop.example": two words that forgot the blank between them end otherwise.
    static bool endsAsHost(QByteArrayView text)
    {
        static constexpr std::array tops{"com", "net", "org",  "io",   "de",   "eu",      "uk",
                                         "at",  "ch",  "info", "shop", "app",  "online",  "site",
                                         "xyz", "ru",  "cn",   "biz",  "link", "example", "test"};
        const auto dot = text.lastIndexOf('.');
        return dot > 1 && std::any_of(tops.begin(), tops.end(), [&](const char *top) {
                   return text.sliced(dot + 1) == top;
               });
    }

    /// Letters and digits, joined by single dashes.
    int joinedEnd() const
    {
        int end = m_at;
        while (end < size()
               && (letter(m_bytes[end]) || digit(m_bytes[end])
                   || (m_bytes[end] == '-' && end > m_at
                       && (letter(at(end + 1)) || digit(at(end + 1))))))
            ++end;
        return end;
    }

    void word()
    {
        const int joined = joinedEnd();
        const auto run = QByteArrayView(m_bytes).sliced(m_at, joined - m_at);
        if (std::any_of(run.begin(), run.end(), digit)) {
            add(Token::Code, joined);
            return;
        }
        int end = m_at;
        while (letter(at(end)) || (at(end) == '\'' && letter(at(end + 1))))
            ++end;
        add(Token::Word, end);
    }

    bool isoDateHere() const
    {
        const auto digits = [&](int from, int n) {
            for (int i = 0; i < n; ++i) {
                if (!digit(at(m_at + from + i)))
                    return false;
            }
            return true;
        };
        return digits(0, 4) && at(m_at + 4) == '-' && digits(5, 2) && at(m_at + 7) == '-'
            && digits(8, 2) && !digit(at(m_at + 10));
    }

    void number()
    {
        if (isoDateHere()) {
            add(Token::IsoDate, m_at + 10);
            if (at(m_at) == 't' && digit(at(m_at + 1)))
                ++m_at;
            return;
        }
        int end = m_at;
        while (digit(at(end)))
            ++end;
        if (at(end) == ':' && end - m_at <= 2 && digit(at(end + 1)) && digit(at(end + 2))
            && !digit(at(end + 3))) {
            add(Token::Clock, end + 3);
            return;
        }
        const int joined = joinedEnd();
        if (joined > end) {
            // "24h", "15th" and "30-day" are a number and a word, "00a1-77" is a code; "3-5" goes
            // on.
            auto rest = QByteArrayView(m_bytes).sliced(end, joined - end);
            const bool dash = rest.front() == '-';
            const bool words
                = std::none_of(rest.begin(), rest.end(), digit) && (dash || all(rest, letter));
            const bool range = dash && digit(at(end + 1));
            const bool onlyDigits = std::none_of(rest.begin(), rest.end(), letter);
            if (!words && !range && !onlyDigits) {
                add(Token::Code, joined);
                return;
            }
        }
        end = separatedEnd(end);
        Token token{Token::Number, m_at, end, m_bytes.mid(m_at, end - m_at)};
        read(token);
        m_tokens.push_back(token);
        m_at = end;
    }

    /// Past ".234", ",50", "'000" and "/11", as long as digits follow.
    int separatedEnd(int end) const
    {
        const char c = at(end);
        while ((at(end) == '.' || at(end) == ',' || at(end) == '\'' || at(end) == '/')
               && (at(end) != '/' || c == '/') && digit(at(end + 1))) {
            ++end;
            while (digit(at(end)))
                ++end;
        }
        return end;
    }

    static void read(Token &token)
    {
        QByteArray digits = token.plain;
        digits.replace('\'', "");
        const auto dots = digits.count('.');
        const auto commas = digits.count(',');
        char decimal = 0;
        if (dots > 0 && commas > 0)
            decimal = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
        else if (dots + commas == 1) {
            const auto place = digits.indexOf(dots == 1 ? '.' : ',');
            const bool thousands
                = digits.size() - place == 4 && place <= 3 && digits.front() != '0';
            decimal = thousands ? 0 : digits[place];
        }
        QByteArray whole;
        QByteArray part;
        const auto point = decimal == 0 ? digits.size() : digits.lastIndexOf(decimal);
        for (qsizetype i = 0; i < digits.size(); ++i) {
            if (digit(digits[i]))
                (i < point ? whole : part) += digits[i];
        }
        constexpr qsizetype mostDigits = 12;
        token.exact = whole.size() > mostDigits || (whole.size() > 1 && whole.front() == '0')
            || digits.contains('/');
        token.value = whole.right(mostDigits).toLongLong() * 10'000
            + part.leftJustified(4, '0', true).toLongLong();
    }

    QStringView m_text;
    QByteArray m_bytes;
    std::vector<Token> m_tokens;
    int m_at = 0;
};

} // namespace

std::vector<Token> tokensOf(QStringView text)
{
    return Scanner(text).run();
}

} // namespace baton::facts
