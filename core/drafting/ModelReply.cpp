#include "core/drafting/ModelReply.h"

#include "core/base/Text.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

constexpr qsizetype mostSentences = 100;
constexpr qsizetype mostCites = 8;

bool holdsText(const QString &key)
{
    static const QStringList keys{u"text"_s,     u"sentence"_s, u"content"_s, u"reply"_s,
                                  u"response"_s, u"answer"_s,   u"message"_s, u"draft"_s};
    return keys.contains(key.toLower());
}

bool holdsCites(const QString &key)
{
    static const QStringList keys{u"cites"_s,   u"cite"_s,   u"citations"_s, u"citation"_s,
                                  u"sources"_s, u"source"_s, u"refs"_s,      u"references"_s};
    return keys.contains(key.toLower());
}

/// The strings of a JSON text in order, whatever is around them and however it ends: keys tell what
/// a string is.
class StringReader
{
public:
    explicit StringReader(QStringView json)
        : m_json(json)
    { }

    QList<ModelSentence> run()
    {
        while (m_at < m_json.size()) {
            if (m_json[m_at++] != u'"')
                continue;
            const QString string = read();
            const QChar next = behind();
            const bool ended = !next.isNull();
            if (next == u':')
                m_key = string;
            else
                take(string, ended);
        }
        return std::move(m_sentences);
    }

private:
    /// The sign behind a string; null where nothing has come yet.
    QChar behind() const
    {
        qsizetype i = m_at;
        while (i < m_json.size() && m_json[i].isSpace())
            ++i;
        return i < m_json.size() ? m_json[i] : QChar();
    }

    /// What has no end yet may be the beginning of a key, unless a text stands there.
    void take(const QString &value, bool ended)
    {
        const bool room = m_sentences.size() < mostSentences;
        if (holdsText(m_key)) {
            if (room && !value.trimmed().isEmpty())
                m_sentences.append({value, {}});
            m_key.clear(); // one key, one text
        } else if (!ended) {
            return;
        } else if (m_key.toLower() == "sentences"_L1 && room) {
            m_sentences.append({value, {}}); // a list of texts alone
        } else if (holdsCites(m_key) && !m_sentences.isEmpty()
                   && m_sentences.last().cites.size() < mostCites) {
            m_sentences.last().cites.append(value.left(8));
        }
    }

    /// Behind the opening quote; up to the closing one, or to the end.
    QString read()
    {
        QString out;
        while (m_at < m_json.size() && m_json[m_at] != u'"') {
            const QChar c = m_json[m_at++];
            if (c != u'\\') {
                out += c;
                continue;
            }
            if (m_at == m_json.size())
                break;
            out += escaped(m_json[m_at++]);
        }
        ++m_at;
        if (!out.isEmpty() && out.back().isHighSurrogate())
            out.chop(1); // its other half is on the way
        return out;
    }

    QString escaped(QChar c)
    {
        switch (c.unicode()) {
        case u'n':
            return u"\n"_s;
        case u't':
            return u" "_s;
        case u'r':
        case u'b':
        case u'f':
            return {};
        case u'u': {
            const QStringView digits
                = m_json.sliced(m_at, std::min<qsizetype>(4, m_json.size() - m_at));
            bool ok = false;
            const ushort unit = digits.toUShort(&ok, 16);
            m_at += digits.size();
            return ok && digits.size() == 4 && unit >= u' ' ? QString(QChar(unit)) : QString();
        }
        default:
            return c;
        }
    }

    QStringView m_json;
    qsizetype m_at = 0;
    QString m_key;
    QList<ModelSentence> m_sentences;
};

/// Where JSON begins in an answer; −1: nowhere.
qsizetype jsonIn(const QString &answer)
{
    const QString trimmed = answer.trimmed();
    if (trimmed.startsWith(u'{') || trimmed.startsWith(u'[')) {
        static const QRegularExpression mask(u"^\\[[A-Z]+[_ ]?\\d"_s);
        return mask.match(trimmed).hasMatch() ? -1 : answer.indexOf(trimmed.front());
    }
    static const QRegularExpression inside(u"(?:```(?:json)?\\s*|\\n|:\\s?)([{\\[]\\s*[{\"])"_s);
    const QRegularExpressionMatch match = inside.match(answer);
    return match.hasMatch() ? match.capturedStart(1) : -1;
}

QString withoutMarkdown(QString text)
{
    static const QRegularExpression strong(u"\\*\\*([^*\\n]{1,400})\\*\\*"_s);
    static const QRegularExpression heading(u"(?m)^#{1,6}\\s+"_s);
    static const QRegularExpression fence(u"(?m)^```\\w*\\s*$\\n?"_s);
    return text.replace(strong, u"\\1"_s).remove(heading).remove(fence);
}

/// "Your parcel left on Monday [P1, M2]."
QList<ModelSentence> plainSentences(const QString &text)
{
    static const QRegularExpression cite(
        u"\\s?[\\[(【]((?:[A-Z]\\d{1,2})(?:\\s?[,;]\\s?[A-Z]\\d{1,2}){0,7})[\\])】]"_s);
    QList<ModelSentence> sentences;
    qsizetype from = 0;
    for (const text::Stretch &stretch : text::sentenceStretches(text)) {
        if (sentences.size() == mostSentences)
            break;
        ModelSentence sentence{text.mid(from, stretch.end - from), {}};
        from = stretch.end;
        for (auto all = cite.globalMatch(sentence.text); all.hasNext();) {
            for (const QString &label : all.next().captured(1).split(u','))
                sentence.cites.append(label.trimmed());
        }
        sentence.text.remove(cite);
        sentences.append(sentence);
    }
    return sentences;
}

} // namespace

QString withoutThinking(QString answer)
{
    for (const auto &[open, close] :
         {std::pair(u"<think>"_s, u"</think>"_s), std::pair(u"<thinking>"_s, u"</thinking>"_s)}) {
        qsizetype begin = 0;
        while ((begin = answer.indexOf(open)) >= 0) {
            const qsizetype end = answer.indexOf(close, begin);
            if (end < 0)
                answer.truncate(begin);
            else
                answer.remove(begin, end + close.size() - begin);
        }
        // Some servers leave out where it began.
        if (const qsizetype end = answer.indexOf(close); end >= 0)
            answer.remove(0, end + close.size());
    }
    return answer;
}

QString ModelReply::text() const
{
    QString all;
    for (const ModelSentence &sentence : sentences) {
        const bool apart = all.isEmpty() || all.back().isSpace()
            || (!sentence.text.isEmpty() && sentence.text.front().isSpace());
        all += (apart ? QString() : u" "_s) + sentence.text;
    }
    static const QRegularExpression gaps(u"[ \\t]*\\n[ \\t]*(?:\\n\\s*)?\\n?"_s);
    QString out;
    qsizetype from = 0;
    const QString trimmed = all.trimmed();
    for (auto each = gaps.globalMatch(trimmed); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        out += QStringView(trimmed).sliced(from, match.capturedStart() - from);
        out += match.captured().count(u'\n') > 1 ? u"\n\n"_s : u"\n"_s;
        from = match.capturedEnd();
    }
    return out.append(QStringView(trimmed).sliced(from));
}

ModelReply readModelReply(const QString &answer)
{
    const QString said = withoutThinking(answer);
    ModelReply reply;
    if (const qsizetype json = jsonIn(said); json >= 0) {
        reply.sentences = StringReader(QStringView(said).sliced(json)).run();
        reply.structured = true;
        for (ModelSentence &sentence : reply.sentences)
            sentence.text = withoutMarkdown(sentence.text);
        return reply;
    }
    reply.sentences = plainSentences(withoutMarkdown(said));
    return reply;
}

QString withoutLinks(const QString &text)
{
    static const QRegularExpression link(
        u"(?i)(?:\\b[a-z][a-z0-9+.-]{1,15}:/{2}[^\\s<>\"]*|\\b(?:javascript|data|mailto|tel):[^\\s<>\"]+|\\bwww\\.[^\\s<>\"]+|(?<![\\p{L}\\p{N}@._-])(?:[\\p{L}\\p{N}-]{1,63}\\.){1,4}(?:[a-z]{2,24}/[^\\s<>\"]*|(?:com|net|org|info|biz|io|co|me|tv|app|dev|shop|store|online|site|link|click|xyz|top|live|support|help|example|test|invalid|de|uk|eu|fr|es|nl|ru|cn|ch|ly|cc)(?![\\p{L}\\p{N}])))"_s);
    QString out;
    qsizetype from = 0;
    int count = 0;
    for (auto all = link.globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        qsizetype end = match.capturedEnd();
        while (end > match.capturedStart() && u".,;:!?)"_s.contains(text[end - 1]))
            --end;
        out += QStringView(text).sliced(from, match.capturedStart() - from);
        out += u"[LINK_%1]"_s.arg(++count);
        from = end;
    }
    return out.append(QStringView(text).sliced(from));
}

} // namespace baton::drafting
