#include "core/drafting/Phrases.h"

#include "core/base/JsonNode.h"

#include <QtCore/QFile>
#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

constexpr std::size_t longestPhrase = 400;

Phrases::ByLanguage readByLanguage(const JsonNode &node)
{
    Phrases::ByLanguage texts;
    if (!node.isObject())
        node.fail(u"expected a text by language"_s);
    for (const QString &language : node.keys())
        texts.insert(language, node.at(language.toStdString()).text(longestPhrase));
    return texts;
}

QStringList readList(const JsonNode &node)
{
    QStringList texts;
    for (const JsonNode &entry : node.list())
        texts.append(entry.text());
    return texts;
}

QString in(const Phrases::ByLanguage &texts, const QString &language)
{
    const auto found = texts.constFind(language);
    return found == texts.cend() ? texts.value(u"en"_s) : *found;
}

QLocale localeOf(const QString &language)
{
    if (language == "de"_L1)
        return QLocale(QLocale::German, QLocale::Germany);
    if (language == "es"_L1)
        return QLocale(QLocale::Spanish, QLocale::Spain);
    return QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace

QString Phrases::dayIn(const QString &language, const QDate &date) const
{
    return localeOf(language).toString(date, in(day, language));
}

QString Phrases::timeIn(const QString &language, const QDateTime &time) const
{
    return localeOf(language).toString(time, in(dayAndTime, language));
}

QString Phrases::moneyIn(const QString &language, double value, const QString &currency) const
{
    const QString sign = currency == "EUR"_L1 ? u"€"_s
        : currency == "GBP"_L1                ? u"£"_s
        : currency == "USD"_L1                ? u"$"_s
                                              : currency + u' ';
    QString text = in(amount, language);
    text.replace("{sign}"_L1, sign);
    text.replace("{amount}"_L1, localeOf(language).toString(value, 'f', 2));
    return text.trimmed();
}

QString Phrases::statusIn(const QString &language, const QString &status) const
{
    return statuses.value(status.toLower()).value(language, status);
}

Result<Phrases> readPhrases(const QByteArray &json)
{
    const auto root = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (root.is_discarded())
        return Error{ErrorCode::InvalidInput, u"phrases"_s, u"(document): is not JSON"_s};
    std::optional<Error> problem;
    const JsonNode node(root, u"phrases"_s, problem);
    Phrases phrases;
    if (node.object({"phrases", "tried", "day", "day_and_time", "amount", "codes", "carriers",
                     "statuses"})) {
        if (node.at("phrases").text() != "baton-phrases/1"_L1)
            node.at("phrases").fail(u"expected baton-phrases/1"_s);
        const JsonNode tried = node.at("tried");
        if (tried.object({"one", "two", "one_more", "two_more"})) {
            phrases.oneTried = readByLanguage(tried.at("one"));
            phrases.twoTried = readByLanguage(tried.at("two"));
            phrases.oneMore = readByLanguage(tried.at("one_more"));
            phrases.twoMore = readByLanguage(tried.at("two_more"));
        }
        phrases.day = readByLanguage(node.at("day"));
        phrases.dayAndTime = readByLanguage(node.at("day_and_time"));
        phrases.amount = readByLanguage(node.at("amount"));
        const JsonNode codes = node.at("codes");
        if (codes.object({"order", "payment", "return", "giftcard"})) {
            phrases.orderCodes = readList(codes.at("order"));
            phrases.paymentCodes = readList(codes.at("payment"));
            phrases.returnCodes = readList(codes.at("return"));
            phrases.giftcardCodes = readList(codes.at("giftcard"));
        }
        phrases.carriers = readList(node.at("carriers"));
        const JsonNode statuses = node.at("statuses");
        for (const QString &status : statuses.keys())
            phrases.statuses.insert(status.toLower(),
                                    readByLanguage(statuses.at(status.toStdString())));
    }
    if (problem)
        return *problem;
    return phrases;
}

Phrases bundledPhrases()
{
    QFile file(u":/drafting/phrases.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    const Result<Phrases> phrases = readPhrases(opened ? file.readAll() : QByteArray());
    Q_ASSERT_X(phrases, "bundledPhrases", "resources/drafting/phrases.json");
    return phrases.value_or({});
}

} // namespace baton::drafting
