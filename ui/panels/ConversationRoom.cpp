#include "ui/panels/ConversationPanel.h"

#include "core/base/Clock.h"
#include "ui/models/CardLines.h"
#include "ui/models/FoldedThread.h"
#include "ui/models/QueueRowText.h"
#include "ui/panels/ApprovalStrip.h"
#include "ui/panels/AskLine.h"
#include "ui/panels/CompareView.h"
#include "ui/panels/Composer.h"
#include "ui/panels/ConversationHeader.h"
#include "ui/panels/FoldLine.h"
#include "ui/panels/HeightAt.h"
#include "ui/panels/LinkedStrip.h"
#include "ui/panels/TranscriptView.h"
#include "ui/text/Format.h"
#include "ui/theme/Metrics.h"

#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace baton::ui {

namespace {

constexpr int threadLeast = 96;   ///< of the thread's height that is always seen
constexpr int crampedBelow = 740; ///< of the panel's height, at 100 %
constexpr int leftLines = 4;      ///< of the field that a comparison leaves
constexpr int cardGap = 8;        ///< between the card and the thread
constexpr int foldGap = 10;       ///< below the line that the card is folded into

/// The newest word on the card; colleagues' count too.
HandoffCardView::Verdict verdictOf(const QList<Feedback> &all)
{
    const auto said = std::find_if(all.rbegin(), all.rend(), [](const Feedback &one) {
        return one.kind == FeedbackKind::Card;
    });
    if (said != all.rend())
        return said->became == QLatin1StringView("complete") ? HandoffCardView::Verdict::Complete
                                                             : HandoffCardView::Verdict::Incomplete;
    return HandoffCardView::Verdict::None;
}

} // namespace

bool ConversationPanel::comparesOnly() const
{
    return m_shown.comparison && m_fold->isChecked();
}

void ConversationPanel::fitRoom()
{
    if (shown().isEmpty())
        return;
    m_card->setCramped(m_shown.comparison || height() < m_look.px(crampedBelow));
    const int sides = metrics::conversationPadding;
    const int belowCard = m_card->isHidden() ? 0 : cardGap;
    m_cardPlace->setContentsMargins(sides, 0, sides, belowCard);
    m_foldPlace->setContentsMargins(sides, 0, sides, m_fold->isHidden() ? 0 : foldGap);
    const int taken = heightAt(*m_header, width()) + heightAt(*m_linked, width())
        + heightAt(*m_banner, width()) + heightAt(*m_card, width() - 2 * sides) + belowCard
        + (m_fold->isHidden() ? 0 : m_fold->sizeHint().height() + foldGap)
        + heightAt(*m_askLine, width()) + heightAt(*m_approval, width() - 2 * sides)
        + m_composer->frameHeight() + metrics::conversationFoot;
    const int line = m_look.lineHeight(Role::Read);
    int thread = threadLeast;
    int compared = 0;
    if (comparesOnly()) {
        const int room = height() - taken - leftLines * line;
        compared = std::clamp(room, m_compare->leastHeight(), m_compare->wholeHeight(width()));
        // The thread is shown as a whole or not at all.
        m_transcript->resize(width(), m_transcript->height());
        const int whole = m_transcript->wholeHeight() + cardGap;
        thread = whole <= room - compared ? whole : 0;
        m_header->setFixedHeight(heightAt(*m_header, width())); // what is spare goes below
        m_compare->setFixedHeight(compared);
        m_transcript->setFixedHeight(thread);
    } else {
        m_header->setMinimumHeight(0);
        m_header->setMaximumHeight(QWIDGETSIZE_MAX);
        compared = m_compare->isHidden() ? 0 : m_compare->leastHeight();
        m_compare->setMinimumHeight(compared);
        m_compare->setMaximumHeight(qMax(compared, m_compare->wholeHeight(width())));
        m_transcript->setMinimumHeight(threadLeast);
        m_transcript->setMaximumHeight(QWIDGETSIZE_MAX);
    }
    m_composer->setMostLines((height() - taken - thread - compared) / line);
}

void ConversationPanel::showCard()
{
    // A held reply needs the room.
    if (!m_shown.card || comparesOnly()) {
        m_card->setLines({});
        return;
    }
    const HandoffCard &card = *m_shown.card;
    m_card->setLines(cardLines({card, m_shown.conversation.bot.has_value(), m_clock.now()}));
    m_card->setVerdict(verdictOf(m_shown.feedback));
}

void ConversationPanel::showThread()
{
    const Conversation &conversation = m_shown.conversation;
    const QString mine = m_shown.mine && conversation.owner ? conversation.owner->id : QString();
    QList<Turn> turns = transcriptTurns({.conversation = conversation,
                                         .seen = m_shown.seen,
                                         .mineId = mine,
                                         .evidence = evidence()});
    QString subject = conversation.id.text();
    m_fold->setVisible(m_shown.comparison.has_value());
    if (m_shown.comparison) {
        const Instant seen = m_shown.comparison->writtenFrom;
        FoldedThread folded = foldedThread(turns, seen);
        m_fold->setWords(tr("Handoff card and %n earlier turn(s)", nullptr, folded.earlier),
                         seen.ms > 0 ? tr("you last saw this thread at %1")
                                           .arg(format::time(seen, QTimeZone::systemTimeZone()))
                                     : QString());
        if (comparesOnly()) {
            turns = std::move(folded.turns);
            subject += u'\n'; // its place is another than that of the whole thread
        }
    }
    WordsInput words{conversation.customer.name, m_clock.now()};
    words.filesOpen = true;
    m_transcript->setTurns(subject, std::move(turns), words);
}

void ConversationPanel::showComparison()
{
    const auto &comparison = m_shown.comparison;
    m_banner->setVisible(comparison.has_value());
    m_compare->setVisible(comparison.has_value());
    showAskLine();
    if (!comparison)
        return;
    const CompareWords words = compareWords(*comparison, m_shown.conversation.customer.name);
    m_banner->setWords(words);
    m_compare->setWords(words);
}

/// A colleague who is there too reads a note where the conversation is.
void ConversationPanel::showAskLine()
{
    const auto &comparison = m_shown.comparison;
    std::optional<ColleagueAt> there;
    if (comparison && acts().note.possible()) {
        if (comparison->newOwner)
            there = {shown(), *comparison->newOwner, Doing::Viewing};
        else if (const auto all = byConversation(m_colleagues); all.contains(shown()))
            there = all.value(shown());
    }
    const bool moves = m_askLine->isHidden() == there.has_value();
    m_askLine->setColleague(there, comparison && comparison->newOwner);
    if (there)
        m_askLine->setAsked(m_asked == comparison->held.act.key);
    if (moves)
        fitRoom();
}

void ConversationPanel::toggleCard()
{
    if (!m_shown.comparison) {
        m_card->toggle();
        return;
    }
    m_fold->setChecked(!m_fold->isChecked());
    refold();
}

void ConversationPanel::refold()
{
    showCard();
    showThread();
    fitRoom();
}

/// Once more with another word, not twice with the same.
bool ConversationPanel::mayJudgeCard(HandoffCardView::Verdict verdict) const
{
    return !shown().isEmpty() && m_shown.card && verdictOf(m_shown.feedback) != verdict;
}

QList<Evidence> ConversationPanel::evidence() const
{
    QList<Evidence> all;
    if (!m_shown.judged)
        return all;
    for (const Trigger &trigger : m_shown.judged->decision.triggers) {
        if (trigger.rule != Rule::SameAnswer && trigger.rule != Rule::Mood)
            all += trigger.evidence;
    }
    return all;
}

} // namespace baton::ui
