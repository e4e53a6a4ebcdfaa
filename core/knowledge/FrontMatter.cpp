#include "core/knowledge/FrontMatter.h"

#include "core/base/Text.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr qsizetype longestLine = 10'000; // bytes
constexpr qsizetype longestValue = 300;   // UTF-16 units
constexpr qsizetype mostIntents = 100;

QString unquoted(QString value)
{
    value = text::folded(value);
    if (value.size() >= 2 && (value.front() == u'"' || value.front() == u'\'')
        && value.back() == value.front())
        return value.mid(1, value.size() - 2);
    return value;
}

QStringList itemsOf(QString value)
{
    value = value.trimmed();
    if (value.startsWith(u'[') && value.endsWith(u']'))
        value = value.mid(1, value.size() - 2);
    QStringList items;
    for (const QString &item : value.split(u',')) {
        if (const QString plain = unquoted(item); !plain.isEmpty())
            items.append(plain);
    }
    return items;
}

bool isRule(QByteArrayView line)
{
    return line.trimmed() == "---";
}

/// Reads line by line; the first thing wrong ends it.
class Head
{
public:
    explicit Head(QString file, QList<HeadField> fields = {})
        : m_file(std::move(file))
        , m_fields(std::move(fields))
    { }

    Error wrong(int line, const QString &what) const
    {
        return {ErrorCode::InvalidInput, u"%1:%2"_s.arg(m_file).arg(line), what};
    }
    Result<void> add(QByteArrayView bytes, int line);
    Result<FrontMatter> values(FrontMatter head) const;

private:
    Result<void> set(FrontMatter &head, const HeadField &field) const;
    Result<std::optional<Instant>> day(const HeadField &field) const;

    QString m_file;
    QList<HeadField> m_fields;
};

Result<void> Head::add(QByteArrayView bytes, int line)
{
    if (bytes.size() > longestLine)
        return wrong(line, u"the line is too long; close the head with a line of ---"_s);
    const QString text = QString::fromUtf8(bytes);
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
        return {};
    if (text.front().isSpace() || trimmed.startsWith(u"- ") || trimmed == u"-") {
        if (!m_fields.isEmpty())
            m_fields.last().values.append(trimmed.startsWith(u'-') ? trimmed.mid(1) : trimmed);
        return {};
    }
    const qsizetype colon = text.indexOf(u':');
    if (colon <= 0)
        return wrong(line, u"expected \"name: value\", or --- at the end of the head"_s);
    HeadField field{text.left(colon).trimmed(), {}, line};
    if (const QString value = text.mid(colon + 1).trimmed(); !value.isEmpty())
        field.values.append(value);
    for (const HeadField &other : m_fields) {
        if (other.name == field.name)
            return wrong(line,
                         u"%1 was given in line %2 already; keep one of the two"_s.arg(field.name)
                             .arg(other.line));
    }
    m_fields.append(std::move(field));
    return {};
}

Result<std::optional<Instant>> Head::day(const HeadField &field) const
{
    const QString value = unquoted(field.values.join(u' '));
    if (value.isEmpty())
        return std::optional<Instant>();
    const QDate date = QDate::fromString(value, Qt::ISODate);
    if (!date.isValid() || value.size() != 10 || date.year() < 1970 || date.year() > 2200)
        return wrong(field.line, u"%1: expected a day as 2025-11-18"_s.arg(field.name));
    return std::optional(Instant::from(date.startOfDay(Qt::UTC)));
}

Result<void> Head::set(FrontMatter &head, const HeadField &field) const
{
    static const QRegularExpression languageTag(u"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"_s);
    const QString value = unquoted(field.values.join(u' '));
    const auto bad = [&](const QString &expected) {
        return wrong(field.line, u"%1: expected %2"_s.arg(field.name, expected));
    };
    if (field.name == u"intents") {
        for (const QString &item : field.values)
            head.intents += itemsOf(item);
        head.intents.removeDuplicates();
        if (head.intents.size() > mostIntents
            || std::any_of(head.intents.begin(), head.intents.end(),
                           [](const QString &i) { return i.size() > longestValue; }))
            return bad(u"at most %1 intents"_s.arg(mostIntents));
        return {};
    }
    if (value.size() > longestValue)
        return bad(u"at most %1 characters"_s.arg(longestValue));
    if (field.name == u"id") {
        head.id = DocumentId(value);
    } else if (field.name == u"title") {
        head.title = value;
    } else if (field.name == u"kind") {
        head.kind = value;
    } else if (field.name == u"version") {
        bool ok = false;
        head.version = value.toInt(&ok);
        if (!ok || head.version < 1)
            return bad(u"a whole number from 1 on"_s);
    } else if (field.name == u"audience") {
        if (value != u"customer" && value != u"internal")
            return bad(u"customer or internal"_s);
        head.audience = value == u"customer" ? Audience::Customer : Audience::Internal;
    } else if (field.name == u"language") {
        if (!value.isEmpty() && !languageTag.match(value).hasMatch())
            return bad(u"a language as en or de-AT"_s);
        head.language = value;
    } else if (field.name == u"changed" || field.name == u"review") {
        const Result<std::optional<Instant>> date = day(field);
        if (!date)
            return date.error();
        (field.name == u"changed" ? head.changed : head.review) = *date;
    }
    return {};
}

Result<FrontMatter> Head::values(FrontMatter head) const
{
    for (const HeadField &field : m_fields) {
        if (const Result<void> set = this->set(head, field); !set)
            return set.error();
    }
    return head;
}

} // namespace

Result<FrontMatter> readHead(const QString &file, const QList<HeadField> &fields,
                             const FrontMatter &assumed)
{
    return Head(file, fields).values(assumed);
}

Result<FrontMatter> readFrontMatter(const QString &file, QByteArrayView utf8,
                                    const FrontMatter &assumed)
{
    const auto lineAt = [&](qsizetype begin) {
        const qsizetype end = utf8.indexOf('\n', begin);
        return utf8.sliced(begin, (end < 0 ? utf8.size() : end) - begin);
    };
    if (!isRule(lineAt(0)))
        return assumed;
    Head head(file);
    qsizetype begin = lineAt(0).size() + 1;
    for (int number = 2; begin < utf8.size(); ++number) {
        const QByteArrayView line = lineAt(begin);
        // A text may begin with a rule of its own.
        if (number == 2 && !isRule(line) && !line.contains(':'))
            return assumed;
        begin += line.size() + 1;
        if (isRule(line)) {
            Result<FrontMatter> values = head.values(assumed);
            if (values)
                values->body = std::min(begin, utf8.size());
            return values;
        }
        if (const Result<void> added = head.add(line, number); !added)
            return added.error();
    }
    return head.wrong(1, u"the head that begins here has no end; close it with a line of ---"_s);
}

} // namespace baton::knowledge
