#include "core/knowledge/Editable.h"

#include "core/knowledge/FrontMatter.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

/// What means something to Markdown, or may at the beginning of a line.
QString escaped(const QString &line)
{
    static const QRegularExpression signs(uR"(([\\`*_\[\]<&]))"_s);
    static const QRegularExpression beginning(uR"(^(\s*)([#>+\-~=|]))"_s);
    static const QRegularExpression number(uR"(^(\s*\d+)([.)]))"_s);
    return QString(line)
        .replace(signs, u"\\\\1"_s)
        .replace(beginning, u"\\1\\\\2"_s)
        .replace(number, u"\\1\\\\2"_s);
}

QString bodyOf(const Document &document)
{
    QStringList blocks;
    QString heading;
    for (const Passage &passage : document.passages) {
        if (passage.heading != std::exchange(heading, passage.heading))
            blocks.append(u"## "_s + escaped(passage.heading));
        for (const QString &line : passage.text.split(u'\n', Qt::SkipEmptyParts))
            blocks.append(escaped(line));
    }
    return blocks.join(u"\n\n"_s) + u'\n';
}

bool isOurs(const QString &name)
{
    static const QStringList names{u"id"_s,      u"title"_s,    u"version"_s,
                                   u"kind"_s,    u"audience"_s, u"language"_s,
                                   u"changed"_s, u"review"_s,   u"intents"_s};
    return names.contains(name);
}

/// The lines of a head that say what we do not know of.
QString othersIn(const QString &head)
{
    QString others;
    bool keeps = false;
    for (const QString &line : head.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed == "---"_L1)
            continue;
        const bool continues = line.front().isSpace() || trimmed.startsWith(u'-');
        if (!continues)
            keeps = trimmed.startsWith(u'#') || !isOurs(line.section(u':', 0, 0).trimmed());
        if (keeps)
            others += line + u'\n';
    }
    return others;
}

QString valueOf(const QString &text)
{
    return text.startsWith(u'"') || text.startsWith(u'\'') ? u"'%1'"_s.arg(text) : text;
}

QString dayOf(Instant instant)
{
    return instant.utc().date().toString(Qt::ISODate);
}

} // namespace

QString editable(const Document &document, const QString &source, int version, QDate changed)
{
    const QByteArray utf8 = source.toUtf8();
    const auto read = readFrontMatter({}, utf8);
    const qsizetype body = read ? read->body : 0;
    QString head;
    const auto say = [&head](const QString &name, const QString &value) {
        if (!value.isEmpty())
            head += name + u": "_s + value + u'\n';
    };
    say(u"id"_s, document.id.text());
    say(u"title"_s, valueOf(document.title));
    say(u"version"_s, QString::number(version));
    say(u"kind"_s, valueOf(document.kind));
    say(u"audience"_s, document.audience == Audience::Customer ? u"customer"_s : u"internal"_s);
    say(u"language"_s, document.language);
    say(u"changed"_s, changed.toString(Qt::ISODate));
    say(u"review"_s, document.review ? dayOf(*document.review) : QString());
    say(u"intents"_s, document.intents.join(u", "_s));
    head += othersIn(QString::fromUtf8(utf8.left(body)));
    const QString text
        = source.isEmpty() ? u"\n"_s + bodyOf(document) : QString::fromUtf8(utf8.sliced(body));
    return u"---\n"_s + head + u"---\n"_s + text;
}

} // namespace baton::knowledge
