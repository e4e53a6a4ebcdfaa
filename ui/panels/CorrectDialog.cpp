#include "ui/panels/CorrectDialog.h"

#include "ui/panels/ChoiceList.h"
#include "ui/text/JudgedWords.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <array>

namespace baton::ui {

namespace {

constexpr std::array<Route, 3> tiers{Route::Contain, Route::Assist, Route::Escalate};

}

CorrectDialog::CorrectDialog(const Look &look, const QList<IntentName> &intents,
                             const Reading &reading, QWidget *parent)
    : Sheet(look, tr("Correct what was read"), parent)
    , m_tier(new ChoiceList(look, tr("Tier")))
    , m_intent(new QComboBox)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setSentence(tr("It is recorded beside what Baton read, with your name. Leads and the next "
                   "training learn from it."));
    for (const Route tier : tiers)
        m_tier->add(words::tier(tier));
    m_tier->setCurrent(int(std::find(tiers.begin(), tiers.end(), reading.tier) - tiers.begin()));
    body()->addWidget(m_tier);
    m_intent->setAccessibleName(tr("Intent"));
    m_intent->addItem(tr("None of these"), QString());
    for (const IntentName &intent : intents)
        m_intent->addItem(intent.title, intent.name);
    m_intent->setCurrentIndex(std::max(m_intent->findData(reading.intent), 0));
    m_intent->setMaxVisibleItems(16);
    body()->addSpacing(8);
    body()->addWidget(m_intent);
    setAction(tr("Record"), ButtonKind::Primary);
    connect(this, &QDialog::accepted, this, [this, reading] {
        const Route tier = tiers.at(size_t(std::max(0, m_tier->current())));
        if (tier != reading.tier)
            Q_EMIT tierDecided(tier);
        const QString intent = m_intent->currentData().toString();
        if (intent != reading.intent)
            Q_EMIT intentDecided(intent);
    });
    m_tier->setFocus();
}

} // namespace baton::ui
