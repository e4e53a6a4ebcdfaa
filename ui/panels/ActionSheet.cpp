#include "ui/panels/ActionSheet.h"

#include "ui/panels/HeaderParts.h"
#include "ui/panels/SunkenBox.h"
#include "ui/text/Format.h"
#include "ui/text/LiveWords.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int amountWidth = 110;
constexpr int currencyWidth = 60;
constexpr int signSide = 14;

/// As it goes out, but for what HTTP adds: method and host, path, key, body.
QString requestText(const ActionRequest &request)
{
    const QUrl url = QUrl::fromEncoded(request.url.toLatin1());
    QStringList lines{
        ActionSheet::tr("%1 to %2", "an HTTP method, a host").arg(request.method, url.authority()),
        url.path(QUrl::FullyEncoded)};
    if (url.hasQuery())
        lines.last() += u'?' + url.query(QUrl::FullyEncoded);
    lines += u"%1: %2"_s.arg(request.keyHeader, request.key.text());
    if (!request.body.isEmpty())
        lines += request.body;
    return lines.join(u'\n');
}

} // namespace

std::optional<double> amountIn(const QString &typed)
{
    static const QRegularExpression form(u"\\A[0-9]{1,7}(?:[.,][0-9]{1,2})?\\z"_s);
    QString text = typed.trimmed();
    if (!form.match(text).hasMatch())
        return {};
    return text.replace(u',', u'.').toDouble();
}

ActionSheet::ActionSheet(const Look &look, const ActionOffer &offer, PlanFor planFor,
                         QWidget *parent)
    : Sheet(look, offer.title, parent)
    , m_look(look)
    , m_offer(offer)
    , m_planFor(std::move(planFor))
    , m_request(new Label(look, Role::Small))
    , m_sign(new IconLabel(look, u"check"_s, signSide, &Theme::ok))
    , m_verdict(new Label(look, Role::Small))
{
    build();
    if (m_amount) {
        m_amount->setFocus();
        m_amount->selectAll();
    }
}

ActionSheet::ActionSheet(const Look &look, const ActionRequest &request, QWidget *parent)
    : Sheet(look, request.title, parent)
    , m_look(look)
    , m_offer{request.name, request.title, request.about, false, {}}
    , m_planFor([request](const std::optional<Money> &) {
        return Result<ActionPlan>(ActionPlan{request, true, true, {}});
    })
    , m_request(new Label(look, Role::Small))
    , m_sign(new IconLabel(look, u"check"_s, signSide, &Theme::ok))
    , m_verdict(new Label(look, Role::Small))
{
    addFact(tr("Asked by"), request.asked.name);
    build();
}

void ActionSheet::build()
{
    setAttribute(Qt::WA_DeleteOnClose);
    setIcon(u"tool"_s);
    setSentence(tr("Nothing is sent before you say so."));
    setFootnote(tr("Goes to the log with your name"));
    if (!m_offer.about.isEmpty())
        addFact(tr("For"), m_offer.about);
    if (m_offer.asksAmount)
        body()->addWidget(buildAmount());
    body()->addWidget(buildRequest());
    body()->addWidget(buildVerdict());
    setAction(m_offer.title);
    connect(this, &QDialog::accepted, this, [this] {
        if (m_plan)
            Q_EMIT decided(*m_plan);
    });
    plan();
}

QWidget *ActionSheet::buildAmount()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(8);
    m_amount = new QLineEdit;
    m_amount->setAccessibleName(tr("Amount"));
    m_amount->setFixedWidth(m_look.px(amountWidth));
    m_amount->setAlignment(Qt::AlignRight);
    m_currency = new QLineEdit;
    m_currency->setAccessibleName(tr("Currency"));
    m_currency->setMaxLength(3);
    m_currency->setFixedWidth(m_look.px(currencyWidth));
    if (m_offer.amount) {
        m_amount->setText(QString::number(m_offer.amount->amount, 'f', 2));
        m_currency->setText(m_offer.amount->currency);
    }
    for (const QLineEdit *field : {m_amount, m_currency})
        connect(field, &QLineEdit::textChanged, this, &ActionSheet::plan);
    row->addWidget(factLabel(tr("Amount")));
    row->addWidget(m_amount);
    row->addWidget(m_currency);
    row->addStretch();
    return box;
}

QWidget *ActionSheet::buildRequest()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(4);
    auto *title = new Label(m_look, Role::Small, &Theme::ink3);
    title->setText(tr("Exactly this is sent"));
    m_request->setWordWrap(true);
    m_request->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_request->setAccessibleName(tr("What is sent"));
    column->addWidget(title);
    column->addWidget(m_request);
    return box;
}

QWidget *ActionSheet::buildVerdict()
{
    auto *box = new SunkenBox(m_look);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(12, 9, 12, 9);
    row->setSpacing(6);
    m_verdict->setWordWrap(true);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_verdict, 1);
    return box;
}

std::optional<Money> ActionSheet::amount() const
{
    if (!m_amount)
        return {};
    const auto number = amountIn(m_amount->text());
    const QString currency = m_currency->text().trimmed().toUpper();
    if (!number || currency.size() != 3)
        return {};
    return Money{*number, currency};
}

void ActionSheet::plan()
{
    const Result<ActionPlan> made = m_planFor(amount());
    m_plan = made ? std::optional(*made) : std::nullopt;
    showPlan();
}

void ActionSheet::showPlan()
{
    action()->setEnabled(m_plan.has_value());
    const bool alone = m_plan && !m_plan->needsLead;
    m_sign->setIconName(alone ? u"check"_s : m_plan ? u"warning"_s : u"info"_s);
    m_sign->setInk(alone ? &Theme::ok : m_plan ? &Theme::warnText : &Theme::ink3);
    if (!m_plan) {
        m_request->setText(tr("Nothing yet."));
        m_verdict->setText(m_amount ? tr("Type an amount, such as 20.00, and its currency.")
                                    : tr("Something that it needs is not known any more."));
        action()->setText(m_offer.title);
        return;
    }
    m_request->setText(requestText(m_plan->request));
    m_request->setAccessibleDescription(m_request->text());
    const QString what = actionWords(m_offer.title, m_plan->request.amount);
    action()->setText(m_plan->mayApprove ? what : tr("Ask a lead"));
    if (!m_plan->needsLead)
        m_verdict->setText(m_plan->limit
                               ? tr("Within your limit of %1.").arg(format::money(*m_plan->limit))
                               : tr("You may do this alone."));
    else if (m_plan->mayApprove)
        m_verdict->setText(tr("Beyond what an agent may do alone. You approve it as a lead."));
    else
        m_verdict->setText(
            m_plan->limit
                ? tr("Above your limit of %1. It waits until a lead approves it.")
                      .arg(format::money(*m_plan->limit))
                : tr("Beyond what an agent may do alone. It waits until a lead approves it."));
}

} // namespace baton::ui
