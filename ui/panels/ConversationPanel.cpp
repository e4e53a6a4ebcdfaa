#include "ui/panels/ConversationPanel.h"

#include "ui/models/ConversationActs.h"
#include "ui/panels/ApprovalStrip.h"
#include "ui/panels/AskLine.h"
#include "ui/panels/CloseDialog.h"
#include "ui/panels/CompareView.h"
#include "ui/panels/Composer.h"
#include "ui/panels/ConversationHeader.h"
#include "ui/panels/CorrectDialog.h"
#include "ui/panels/FoldLine.h"
#include "ui/panels/HandoffCardView.h"
#include "ui/panels/LinkedStrip.h"
#include "ui/panels/MissingDialog.h"
#include "ui/panels/RulePopover.h"
#include "ui/panels/SnoozeDialog.h"
#include "ui/panels/TranscriptView.h"
#include "ui/panels/TransferDialog.h"
#include "ui/text/Format.h"
#include "ui/text/PlaceText.h"
#include "ui/theme/Metrics.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace baton::ui {

ConversationPanel::ConversationPanel(const Look &look, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_clock(clock)
    , m_pages(new QStackedLayout(this))
    , m_empty(new EmptyDesk(look))
    , m_header(new ConversationHeader(look, clock))
    , m_linked(new LinkedStrip(look))
    , m_cardPlace(new QVBoxLayout)
    , m_card(new HandoffCardView(look))
    , m_banner(new HeldBanner(look))
    , m_foldPlace(new QVBoxLayout)
    , m_fold(new FoldLine(look))
    , m_transcript(new TranscriptView(look))
    , m_compare(new CompareView(look))
    , m_askLine(new AskLine(look))
    , m_approval(new ApprovalStrip(look))
    , m_composer(new Composer(look, clock))
{
    setAccessibleName(tr("Conversation"));
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_linked);
    m_cardPlace->addWidget(m_card);
    column->addLayout(m_cardPlace);
    column->addWidget(m_banner);
    m_foldPlace->addWidget(m_fold);
    column->addLayout(m_foldPlace);
    column->addWidget(m_transcript, 1);
    column->addWidget(m_compare, 2);
    column->addWidget(m_askLine);
    column->addStretch();
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(13, 0, 13,
                             metrics::conversationFoot); // at 14 and 10: the rest is for its ring
    foot->setSpacing(0);
    foot->addWidget(m_approval);
    foot->addWidget(m_composer);
    column->addLayout(foot);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(page);
    m_banner->hide();
    m_fold->hide();
    m_compare->hide();
    QWidget::setTabOrder(m_header, m_linked);
    QWidget::setTabOrder(m_linked, m_card);
    QWidget::setTabOrder(m_card, m_fold);
    QWidget::setTabOrder(m_fold, m_transcript);
    QWidget::setTabOrder(m_transcript, m_compare);
    QWidget::setTabOrder(m_compare, m_askLine);
    QWidget::setTabOrder(m_askLine, m_approval);
    QWidget::setTabOrder(m_approval, m_composer);
    connectParts();
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void ConversationPanel::connectParts()
{
    using Panel = ConversationPanel;
    connect(m_header, &ConversationHeader::claimRequested, this, &Panel::claimRequested);
    connect(m_header, &ConversationHeader::releaseRequested, this, &Panel::releaseRequested);
    connect(m_header, &ConversationHeader::snoozeRequested, this, &Panel::askSnooze);
    connect(m_header, &ConversationHeader::transferRequested, this, &Panel::askTransfer);
    connect(m_header, &ConversationHeader::closeRequested, this, &Panel::askClose);
    connect(m_header, &ConversationHeader::copyIdRequested, this,
            [this] { QGuiApplication::clipboard()->setText(shown().text()); });
    connect(m_header, &ConversationHeader::evidenceRequested, this,
            [this](const Evidence &evidence) { m_transcript->showMessage(evidence.message); });
    connect(m_header, &ConversationHeader::ruleRequested, this, &Panel::showRule);
    connect(m_header, &ConversationHeader::summaryRequested, this, &Panel::summaryRequested);
    connect(m_header, &ConversationHeader::correctionRequested, this, &Panel::askCorrection);
    connect(m_header, &ConversationHeader::tagsRequested, this, &Panel::tagsRequested);
    connect(m_linked, &LinkedStrip::openRequested, this, &Panel::linkedRequested);
    connect(m_linked, &LinkedStrip::closeRequested, this, &Panel::askDuplicate);
    connect(m_card, &HandoffCardView::foldChanged, this, &Panel::fitRoom);
    connect(m_composer, &Composer::shownCheckChanged, this, &Panel::fitRoom);
    connect(m_composer, &Composer::filesShownChanged, this, &Panel::fitRoom);
    connect(m_header, &ConversationHeader::completeRequested, this, &Panel::sayComplete);
    connect(m_header, &ConversationHeader::missingRequested, this, &Panel::askMissing);
    connect(m_fold, &QAbstractButton::clicked, this, &Panel::refold);
    connect(m_askLine, &AskLine::askRequested, this, [this](const QString &note) {
        if (!m_shown.comparison)
            return;
        m_asked = m_shown.comparison->held.act.key;
        Q_EMIT noteRequested(note);
        showAskLine();
    });
    connect(m_transcript, &TranscriptView::linkActivated, this, &Panel::linkActivated);
    connect(m_composer, &Composer::typed, this, &Panel::typed);
    connect(m_composer, &Composer::sendRequested, this, &Panel::sendRequested);
    connect(m_composer, &Composer::noteRequested, this, &Panel::noteRequested);
    connect(m_composer, &Composer::sendNewRequested, this, &Panel::sendNewRequested);
    connect(m_composer, &Composer::sendUnchangedRequested, this, &Panel::sendUnchangedRequested);
    connect(m_composer, &Composer::keepAsNoteRequested, this, &Panel::keepAsNoteRequested);
    connect(m_composer, &Composer::discardRequested, this, &Panel::discardRequested);
    connect(m_composer, &Composer::checkRequested, this, &Panel::checkRequested);
    connect(m_composer, &Composer::modelRequested, this, &Panel::modelRequested);
    connect(m_composer, &Composer::modelStopRequested, this, &Panel::modelStopRequested);
    connect(m_composer, &Composer::rewriteRequested, this, &Panel::rewriteRequested);
    connect(m_composer, &Composer::draftUsed, this, &Panel::draftUsed);
    connect(m_composer, &Composer::draftDiscarded, this, &Panel::draftDiscarded);
    connect(m_composer, &Composer::sentenceKept, this, &Panel::sentenceKept);
}

void ConversationPanel::setSnapshot(const ConversationSnapshot &snapshot)
{
    if (snapshot.row.id != m_shown.row.id)
        m_span = -1;
    if (snapshot.row.id != m_shown.row.id || !snapshot.comparison)
        m_fold->setChecked(true);
    m_shown = snapshot;
    m_header->setSnapshot(snapshot);
    m_linked->setSnapshot(snapshot, isDuplicate());
    showComparison();
    showCard();
    showThread();
    m_approval->setApproval(snapshot.approval);
    m_composer->setSnapshot(snapshot);
    m_pages->setCurrentIndex(1);
    fitRoom();
}

void ConversationPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitRoom();
}

void ConversationPanel::sayComplete()
{
    if (mayJudgeCard(HandoffCardView::Verdict::Complete))
        Q_EMIT cardJudged(true, {});
}

void ConversationPanel::askMissing()
{
    if (!mayJudgeCard(HandoffCardView::Verdict::Incomplete))
        return;
    auto *dialog = new MissingDialog(m_look, window());
    connect(dialog, &MissingDialog::decided, this,
            [this](const QString &missing) { Q_EMIT cardJudged(false, missing); });
    dialog->open();
}

void ConversationPanel::showRule()
{
    if (shown().isEmpty() || !m_shown.judged)
        return;
    RulePopover::Facts facts{m_shown.intentTitle,
                             placeText(m_shown.place, {}, m_clock.now()),
                             {},
                             m_shown.runnerUpTitle,
                             m_shown.decidedBy};
    for (const Message &message : m_shown.conversation.messages)
        facts.times.insert(message.id, format::time(message.at, QTimeZone::systemTimeZone()));
    auto *popover = new RulePopover(m_look, *m_shown.judged, facts, window());
    connect(popover, &RulePopover::correctionRequested, this, &ConversationPanel::askCorrection);
    connect(popover, &RulePopover::policyRequested, this, &ConversationPanel::policyRequested);
    connect(popover, &RulePopover::evidenceRequested, this,
            [this](const Evidence &evidence) { m_transcript->showMessage(evidence.message); });
    popover->openAt(m_header->ruleAnchor(), Popover::Side::Below);
}

void ConversationPanel::showSpan(int step)
{
    QList<Evidence> all = evidence();
    if (all.isEmpty())
        return;
    const auto &messages = m_shown.conversation.messages;
    const auto place = [&messages](const Evidence &one) {
        const auto at = std::find_if(messages.begin(), messages.end(),
                                     [&one](const Message &m) { return m.id == one.message; });
        return std::pair(at - messages.begin(), one.begin);
    };
    std::sort(all.begin(), all.end(),
              [&place](const Evidence &a, const Evidence &b) { return place(a) < place(b); });
    const int count = int(all.size());
    m_span = m_span < 0 ? (step > 0 ? 0 : count - 1) : (m_span + step + count) % count;
    m_transcript->showMessage(all[m_span].message);
}

void ConversationPanel::askCorrection()
{
    if (shown().isEmpty() || !m_shown.judged)
        return;
    auto *dialog = new CorrectDialog(
        m_look, m_intents, {m_shown.judged->decision.route, m_shown.judged->signs.intent.name},
        window());
    connect(dialog, &CorrectDialog::tierDecided, this, &ConversationPanel::tierCorrected);
    connect(dialog, &CorrectDialog::intentDecided, this, &ConversationPanel::intentCorrected);
    dialog->open();
}

void ConversationPanel::setStatus(const StatusSnapshot &status)
{
    m_composer->setLastSync(status.lastSync);
    m_composer->setSending(status.connection == Connection::Offline ? Sending::Queue
                                                                    : Sending::Now);
    m_header->setColleagues(status.colleagues);
    m_colleagues = status.colleagues;
    showAskLine();
}

void ConversationPanel::setQueues(const QList<QueueName> &queues)
{
    m_queues = queues;
}

void ConversationPanel::showNothing(EmptyDesk::Why why, int heldByBot)
{
    m_shown = {};
    m_empty->tell(why, heldByBot);
    m_pages->setCurrentIndex(0);
}

ConversationActs ConversationPanel::acts() const
{
    return shown().isEmpty() ? ConversationActs() : conversationActs(m_shown);
}

bool ConversationPanel::isDuplicate() const
{
    return m_shown.duplicateOf && acts().close.possible();
}

void ConversationPanel::askSnooze()
{
    if (!acts().snooze.possible())
        return;
    auto *dialog = new SnoozeDialog(m_look, m_clock.now(), window());
    connect(dialog, &SnoozeDialog::decided, this, &ConversationPanel::snoozeRequested);
    dialog->open();
}

void ConversationPanel::askTransfer()
{
    if (!acts().transfer.possible())
        return;
    auto *dialog = new TransferDialog(m_look, m_queues, m_shown.row.queue, colleagues(), window());
    connect(dialog, &TransferDialog::decided, this, [this](const Assignee &to) {
        if (to.person)
            Q_EMIT colleagueTransferRequested(*to.person);
        else
            Q_EMIT queueTransferRequested(to.queue);
    });
    dialog->open();
}

void ConversationPanel::askClose()
{
    if (!acts().close.possible())
        return;
    const bool text = !m_composer->text(DraftKind::Reply).trimmed().isEmpty();
    auto *dialog = new CloseDialog(
        m_look, text ? CloseDialog::Unsent::Text : CloseDialog::Unsent::Nothing, window());
    connect(dialog, &CloseDialog::decided, this, &ConversationPanel::closeRequested);
    dialog->open();
}

void ConversationPanel::askDuplicate()
{
    if (!isDuplicate())
        return;
    const QueueRow &older = *m_shown.duplicateOf;
    auto *sheet = new Sheet(m_look, tr("Close as duplicate"), window());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setSentence(m_composer->text(DraftKind::Reply).trimmed().isEmpty()
                           ? tr("This one is closed with a note. A new message opens it again.")
                           : tr("Your text was not sent. It stays here, and the customer does "
                                "not get it."));
    sheet->addFact(tr("Closed"), m_shown.row.need.simplified());
    sheet->addFact(tr("Goes on"), older.need.simplified());
    sheet->setAction(tr("Close as duplicate"));
    connect(sheet, &QDialog::accepted, this,
            [this, note = tr("Duplicate of %1, which stays open.").arg(older.id.text())] {
                Q_EMIT duplicateClosed(note);
            });
    sheet->open();
}

/// Who has answered or noted something in this thread, and is not the owner.
QList<Person> ConversationPanel::colleagues() const
{
    QList<Person> people;
    const auto &owner = m_shown.conversation.owner;
    for (const Message &message : m_shown.conversation.messages) {
        const bool known = std::any_of(people.begin(), people.end(),
                                       [&](const Person &p) { return p.id == message.author.id; });
        if (message.from == Sender::Agent && !message.author.id.isEmpty() && !known
            && message.delivery == Delivery::Delivered
            && !(owner && owner->id == message.author.id))
            people += message.author;
    }
    return people;
}

void ConversationPanel::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(event->rect(), m_look.theme().surface);
}

} // namespace baton::ui
