#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Rows.h"
#include "app/batonctl/Stores.h"
#include "core/base/Text.h"
#include "core/quality/Kappa.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

QString verdictName(Verdict verdict)
{
    return verdict == Verdict::Pass ? u"pass"_s
        : verdict == Verdict::Coach ? u"coach"_s
                                    : u"fail"_s;
}

nlohmann::ordered_json reviewJson(const ReviewRow &row)
{
    nlohmann::ordered_json json{{"id", row.conversation.text().toStdString()},
                                {"closed_at", toRfc3339(row.closedAt).toStdString()},
                                {"tier", std::string(1, tierLetter(row.tier))},
                                {"intent", row.intent.toStdString()},
                                {"contained", row.contained},
                                {"replies", row.replies},
                                {"double", row.doubled},
                                {"changed", row.changed}};
    json["verdict"] = row.verdict ? nlohmann::ordered_json(verdictName(*row.verdict).toStdString())
                                  : nlohmann::ordered_json();
    return json;
}

Exit listReviews(Session &session, store::Store &store)
{
    const auto ids = awaited(store.reviewIds({}, {}));
    if (!ids) {
        session.output.problem(words(ids.error(), u"list the reviews"_s));
        return Exit::CouldNot;
    }
    const auto count = std::min(qsizetype(ids->rows->size()), qsizetype(session.options.limit));
    const auto rows
        = awaited(store.reviewRows(QList<qint64>(ids->rows->begin(), ids->rows->begin() + count)));
    if (!rows) {
        session.output.problem(words(rows.error(), u"list the reviews"_s));
        return Exit::CouldNot;
    }
    for (const ReviewRow &row : *rows) {
        if (session.output.isJson())
            session.output.json(reviewJson(row));
        else
            session.output.line(
                column(row.verdict ? verdictName(*row.verdict) : u"to do"_s, 6) + u"  "_s
                + toRfc3339(row.closedAt) + u"  "_s + QLatin1Char(tierLetter(row.tier)) + u"  "_s
                + column(row.conversation.text(), 16) + u"  "_s + text::firstWords(row.need, 80));
    }
    if (rows->isEmpty() && !session.output.isJson())
        session.output.line(u"Nothing here."_s);
    return Exit::Done;
}

Exit tellAgreement(Session &session, store::Store &store)
{
    const auto sums = awaited(store.reviewSums({}));
    if (!sums) {
        session.output.problem(words(sums.error(), u"read the reviews"_s));
        return Exit::CouldNot;
    }
    const Agreement agreement = quality::agreementOf(sums->doubles);
    if (session.output.isJson()) {
        nlohmann::ordered_json json{{"n", agreement.n},
                                    {"observed", agreement.observed},
                                    {"expected", agreement.expected},
                                    {"standard_error", agreement.error},
                                    {"planted", sums->all.planted},
                                    {"caught", sums->all.caught}};
        json["kappa"]
            = agreement.kappa ? nlohmann::ordered_json(*agreement.kappa) : nlohmann::ordered_json();
        session.output.json(json);
        return Exit::Done;
    }
    if (agreement.kappa)
        session.output.line(
            u"kappa %1 (standard error %2), %3 % the same, n %4"_s.arg(*agreement.kappa, 0, 'f', 3)
                .arg(agreement.error, 0, 'f', 3)
                .arg(100 * agreement.observed, 0, 'f', 0)
                .arg(agreement.n));
    else
        session.output.line(
            u"No kappa: %1 conversations were reviewed by two people."_s.arg(agreement.n));
    session.output.line(
        u"planted errors: %1 of %2 caught"_s.arg(sums->all.caught).arg(sums->all.planted));
    return Exit::Done;
}

} // namespace

Exit review(Session &session)
{
    const QString what = session.options.operands.first();
    if (what != "list"_L1 && what != "kappa"_L1) {
        session.output.problem(u"review: %1 is neither list nor kappa"_s.arg(what));
        return Exit::Usage;
    }
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    return what == "list"_L1 ? listReviews(session, *store) : tellAgreement(session, *store);
}

} // namespace baton::ctl
