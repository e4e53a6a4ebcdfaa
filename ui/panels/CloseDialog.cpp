#include "ui/panels/CloseDialog.h"

#include "ui/panels/ChoiceList.h"
#include "ui/text/Words.h"

#include <QtWidgets/QVBoxLayout>

#include <array>

namespace baton::ui {

namespace {

constexpr std::array<OutcomeKind, 5> outcomes{
    OutcomeKind::ConfirmedResolution, OutcomeKind::AssumedResolution, OutcomeKind::Escalated,
    OutcomeKind::NegativeFeedback, OutcomeKind::Abandoned};
constexpr int usual = 1; ///< assumed: nobody has confirmed it yet

} // namespace

CloseDialog::CloseDialog(const Look &look, Unsent unsent, QWidget *parent)
    : Sheet(look, tr("Close"), parent)
    , m_list(new ChoiceList(look, tr("How it ended")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setSentence(unsent == Unsent::Text
                    ? tr("Your text was not sent. It stays here, and the customer does not get it.")
                    : tr("A new message from the customer opens it again."));
    for (const OutcomeKind outcome : outcomes)
        m_list->add(words::of(outcome));
    m_list->setCurrent(usual);
    body()->addWidget(m_list);
    setAction(tr("Close"));
    connect(this, &QDialog::accepted, this,
            [this] { Q_EMIT decided(outcomes.at(size_t(qMax(0, m_list->current())))); });
    m_list->setFocus();
}

} // namespace baton::ui
