#include "ui/panels/StopSheets.h"

#include "ui/panels/DraftEdit.h"
#include "ui/panels/NumberField.h"
#include "ui/panels/ReasonField.h"
#include "ui/text/StopWords.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int mostReleased = 26; // weeks

} // namespace

TripSheet::TripSheet(const Look &look, const StopSnapshot &stops, QWidget *parent)
    : Sheet(look, tr("Take an intent from the bot"), parent)
    , m_segment(new QComboBox)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setSentence(tr("The bot drafts, and people send, from now on. A version of the policy says so, "
                   "with your name; the evidence is written beside it."));
    m_segment->setAccessibleName(tr("Intent"));
    for (const StopSegment &segment : stops.segments) {
        if (isAlone(segment.state))
            m_segment->addItem(segment.title, segment.segment);
    }
    m_segment->setMaxVisibleItems(16);
    body()->addWidget(m_segment);
    body()->addSpacing(8);
    setAction(tr("Trip"), ButtonKind::Risky);
    m_reason = addReasonField(*this, look, tr("Why it must not go on"));
    connect(this, &QDialog::accepted, this, [this] {
        Q_EMIT decided(m_segment->currentData().toString(), m_reason->plainText().trimmed());
    });
    m_segment->setFocus();
}

void TripSheet::choose(const QString &segment)
{
    if (const int at = m_segment->findData(segment); at >= 0)
        m_segment->setCurrentIndex(at);
}

ReleaseSheet::ReleaseSheet(const Look &look, const StopSegment &segment,
                           const quality::GuardLimits &limits, QWidget *parent)
    : Sheet(look, tr("Release %1").arg(segment.title), parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const bool early = segment.state != GuardState::Ready;
    setSentence(early ? tr("Not all that a release wants is there: it is for a time only, and the "
                           "segment trips again when that is over.")
                      : tr("It goes back to the bot on trial; the same limits hold, and what was "
                           "before does not count."));
    if (early) {
        for (const words::Condition &one : words::conditionsOf(segment, limits)) {
            if (!one.met)
                addFact(tr("Not met"), one.text);
        }
        m_weeks = new NumberField(look, tr("Expires after so many weeks"),
                                  {1, mostReleased, 1, 0, tr(" weeks")});
        m_weeks->setValue(limits.canaryWeeks);
        auto *row = new QHBoxLayout;
        auto *label = new Label(look, Role::Body, &Theme::ink2);
        label->setText(tr("Expires after"));
        row->addWidget(label);
        row->addWidget(m_weeks);
        row->addStretch();
        body()->addLayout(row);
        body()->addSpacing(8);
    }
    setAction(tr("Release"), ButtonKind::Careful);
    m_reason = addReasonField(*this, look, tr("What was mended"));
    connect(this, &QDialog::accepted, this, [this] {
        Q_EMIT decided(m_reason->plainText().trimmed(), m_weeks ? qRound(m_weeks->value()) : 0);
    });
    m_reason->setFocus();
}

} // namespace baton::ui
