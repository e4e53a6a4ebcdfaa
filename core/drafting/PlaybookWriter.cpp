#include "core/drafting/Playbook.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

QString quoted(const QString &text)
{
    return QString::fromStdString(nlohmann::json(text.toStdString()).dump());
}

QString quoted(const QStringList &texts)
{
    QStringList all;
    for (const QString &text : texts)
        all += quoted(text);
    return u'[' + all.join(u", "_s) + u']';
}

QString nameOf(Part part)
{
    switch (part) {
    case Part::Acknowledge:
        return u"acknowledge"_s;
    case Part::Answer:
        return u"answer"_s;
    case Part::Ask:
        return u"ask"_s;
    case Part::Next:
        return u"next"_s;
    case Part::Close:
        return u"close"_s;
    }
    Q_UNREACHABLE();
}

/// English first: the others are translations of it.
QStringList languagesOf(const QHash<QString, QString> &texts)
{
    QStringList languages = texts.keys();
    std::sort(languages.begin(), languages.end(), [](const QString &a, const QString &b) {
        return std::pair(a != "en"_L1, a) < std::pair(b != "en"_L1, b);
    });
    return languages;
}

QString written(const PlaybookSentence &sentence)
{
    QStringList members{u"\"part\": "_s + quoted(nameOf(sentence.part))};
    if (sentence.tone)
        members += u"\"mood\": "_s + quoted(*sentence.tone == Tone::Calm ? u"calm"_s : u"upset"_s);
    if (!sentence.when.isEmpty())
        members += u"\"when\": "_s + quoted(sentence.when);
    if (!sentence.unless.isEmpty())
        members += u"\"unless\": "_s + quoted(sentence.unless);
    if (sentence.dueHours > 0)
        members += u"\"due_h\": "_s + QString::number(sentence.dueHours);
    QStringList cites;
    for (const Cite &cite : sentence.cites)
        cites += cite.document.text() + u'#' + cite.heading;
    QString out = u"    {"_s + members.join(u", "_s);
    if (!cites.isEmpty())
        out += u",\n     \"cites\": "_s + quoted(cites);
    QStringList texts;
    for (const QString &language : languagesOf(sentence.text))
        texts += u"       "_s + quoted(language) + u": "_s + quoted(sentence.text.value(language));
    return out + u",\n     \"text\": {\n"_s + texts.join(u",\n"_s) + u"}}"_s;
}

} // namespace

QByteArray writePlaybook(const Playbook &book)
{
    QStringList sentences;
    for (const PlaybookSentence &sentence : book.sentences)
        sentences += written(sentence);
    return (u"{\n  \"playbook\": \"baton-playbook/1\",\n  \"intent\": "_s + quoted(book.intent)
            + u",\n  \"sentences\": [\n"_s + sentences.join(u",\n"_s) + u"\n  ]\n}\n"_s)
        .toUtf8();
}

} // namespace baton::drafting
