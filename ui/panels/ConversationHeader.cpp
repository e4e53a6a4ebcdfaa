#include "ui/panels/ConversationHeader.h"

#include "core/base/Text.h"
#include "ui/models/QueueRowText.h"
#include "ui/panels/Avatar.h"
#include "ui/panels/Button.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/Label.h"
#include "ui/panels/PlainTip.h"
#include "ui/panels/TierBadge.h"
#include "ui/panels/WhyStrip.h"
#include "ui/text/Format.h"
#include "ui/text/PlaceText.h"
#include "ui/text/Words.h"
#include "ui/theme/Metrics.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int avatarSide = 26;

void offer(QWidget *control, const ActChoice &choice, const QString &tip)
{
    control->setVisible(choice.shown());
    control->setEnabled(choice.possible());
    control->setToolTip(choice.why.isEmpty() ? tip : plainTip(choice.why));
    control->setAccessibleDescription(choice.why);
}

/// While my reply is held: who answered meanwhile.
QString repliedBy(const ConversationSnapshot &snapshot)
{
    if (!snapshot.comparison || snapshot.comparison->theirs.isEmpty())
        return {};
    const Message &last = snapshot.comparison->theirs.last();
    const QString name = text::firstName(last.author.name);
    return ConversationHeader::tr("%1 replied %2", "a colleague, a time")
        .arg(name.isEmpty() ? last.author.id : name,
             format::time(last.at, QTimeZone::systemTimeZone()));
}

} // namespace

ConversationHeader::ConversationHeader(const Look &look, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_clock(clock)
{
    setAccessibleName(tr("Conversation header"));
    build();
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &ConversationHeader::refreshTimes);
}

void ConversationHeader::build()
{
    m_avatar = new Avatar(m_look, avatarSide, paint::AvatarTone::Customer);
    m_badge = new TierBadge(m_look, avatarSide);
    m_strip = new WhyStrip(m_look);
    connect(m_strip, &WhyStrip::ruleRequested, this, &ConversationHeader::ruleRequested);
    connect(m_strip, &WhyStrip::evidenceRequested, this, &ConversationHeader::evidenceRequested);
    m_name = new Label(m_look, Role::Title);
    m_name->setElided(Qt::ElideRight);
    m_pips = new PipsLabel(m_look);
    m_verifiedIcon = new IconLabel(m_look, u"verified"_s, 15, &Theme::ok);
    m_verified = new Label(m_look, Role::Small, &Theme::okText);
    m_verified->setWeight(QFont::Medium);
    m_channel = new IconLabel(m_look, {}, 13, &Theme::ink3);
    m_facts = new Label(m_look, Role::Small, &Theme::ink3);
    m_facts->setElided(Qt::ElideRight);
    m_deadline = new DeadlineLabel(m_look);
    m_owner = new Label(m_look, Role::Small, &Theme::ink2);
    m_rule = new Hairline(m_look, Qt::Vertical, 20);
    m_claim = new Button(m_look, tr("Take it"), ButtonKind::Outlined);
    m_claim->setButtonSize(ButtonSize::Small);
    m_transfer = new IconButton(m_look, u"assign"_s, tr("Assign to…"));
    m_snooze = new IconButton(m_look, u"snooze"_s, tr("Snooze…"));
    m_more = new IconButton(m_look, u"more"_s, tr("More"));
    m_release = new IconButton(m_look, u"handoff"_s, tr("Give back"));
    for (IconButton *button : {m_transfer, m_snooze, m_release, m_more})
        button->setButtonSize(ButtonSize::Small);
    m_tagsIcon = new IconLabel(m_look, u"tag"_s, 13, &Theme::ink3);
    m_tags = new Label(m_look, Role::Small, &Theme::ink2);
    m_tags->setElided(Qt::ElideRight);
    m_why = new Label(m_look, Role::Small, &Theme::ink3);
    m_why->setElided(Qt::ElideRight);

    m_menu = new QMenu(this);
    m_menu->setToolTipsVisible(true);
    m_menu->addAction(tr("Sum up…") + u'\t' + tr("Ctrl Shift U", "keys"), this,
                      &ConversationHeader::summaryRequested);
    m_close = m_menu->addAction(tr("Close…"), this, &ConversationHeader::closeRequested);
    m_menu->addAction(tr("Tags…") + u'\t' + tr("L", "a key"), this,
                      &ConversationHeader::tagsRequested);
    m_menu->addAction(tr("Correct tier or intent…"), this,
                      &ConversationHeader::correctionRequested);
    for (QAction *judged :
         {m_menu->addAction(tr("Handoff complete") + u'\t' + tr("Y", "a key"), this,
                            &ConversationHeader::completeRequested),
          m_menu->addAction(tr("Something was missing…") + u'\t' + tr("Shift Y", "keys"), this,
                            &ConversationHeader::missingRequested)})
        m_ofCard += judged;
    m_menu->addAction(tr("Copy conversation number"), this, &ConversationHeader::copyIdRequested);
    connect(m_more, &QAbstractButton::clicked, this,
            [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    connect(m_claim, &QAbstractButton::clicked, this, &ConversationHeader::claimRequested);
    connect(m_release, &QAbstractButton::clicked, this, &ConversationHeader::releaseRequested);
    connect(m_snooze, &QAbstractButton::clicked, this, &ConversationHeader::snoozeRequested);
    connect(m_transfer, &QAbstractButton::clicked, this, &ConversationHeader::transferRequested);

    auto *top = new QHBoxLayout;
    top->setSpacing(7);
    top->addWidget(m_name);
    top->addWidget(m_pips);
    top->addWidget(m_verifiedIcon);
    top->addSpacing(-4);
    top->addWidget(m_verified);
    top->addStretch();
    auto *second = new QHBoxLayout;
    second->setSpacing(6);
    second->addWidget(m_channel);
    second->addWidget(m_facts);
    second->addWidget(m_tagsIcon);
    second->addWidget(m_tags, 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addLayout(top);
    words->addLayout(second);
    words->addStretch();

    auto *bar = new QWidget;
    bar->setFixedHeight(m_look.px(metrics::paneHeader));
    connect(&m_look, &Look::changed, bar,
            [this, bar] { bar->setFixedHeight(m_look.px(metrics::paneHeader)); });
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(metrics::conversationPadding, 0, 14, 0);
    row->setSpacing(10);
    row->addWidget(m_avatar);
    row->addWidget(m_badge);
    row->addLayout(words, 1);
    row->addWidget(m_owner);
    row->addWidget(m_deadline);
    row->addSpacing(4);
    row->addWidget(m_rule);
    row->addSpacing(4);
    row->addWidget(m_claim);
    auto *icons = new QHBoxLayout;
    icons->setSpacing(10);
    icons->addWidget(m_transfer);
    icons->addWidget(m_snooze);
    icons->addWidget(m_release);
    icons->addWidget(m_more);
    row->addLayout(icons);

    m_whyColumn = new QVBoxLayout;
    m_whyColumn->setSpacing(6);
    m_whyColumn->addWidget(m_strip);
    m_whyColumn->addWidget(m_why);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(bar);
    all->addLayout(m_whyColumn);
}

QWidget *ConversationHeader::ruleAnchor() const
{
    return m_strip->ruleAnchor();
}

void ConversationHeader::setSnapshot(const ConversationSnapshot &snapshot)
{
    m_shown = snapshot;
    const Conversation &conversation = snapshot.conversation;
    const QString name = displayName(conversation);
    m_avatar->setName(name);
    m_avatar->setVisible(!snapshot.judged);
    m_badge->setVisible(snapshot.judged.has_value());
    if (snapshot.judged)
        m_badge->setTier(snapshot.row.judged ? snapshot.row.judged->route
                                             : snapshot.judged->decision.route);
    // A held reply needs the room.
    m_strip->setJudged(snapshot.comparison ? std::nullopt : snapshot.judged);
    m_strip->setFeedback(snapshot.feedback);
    m_name->setText(name);
    m_pips->setValue(conversation.customer.value);
    const auto &verified = conversation.customer.verified;
    m_verifiedIcon->setVisible(verified.has_value());
    m_verified->setVisible(verified.has_value());
    m_verified->setText(verified ? tr("Verified") : QString());
    m_verified->setToolTip(verified ? plainTip(verified->how) : QString());
    m_channel->setIconName(words::iconOf(conversation.channel));
    for (QAction *judged : std::as_const(m_ofCard))
        judged->setVisible(snapshot.card.has_value());
    showActs(conversationActs(snapshot));
    showOwner();
    refreshTimes();
}

void ConversationHeader::setColleagues(const QList<ColleagueAt> &colleagues)
{
    m_colleagues = byConversation(colleagues);
    showOwner();
}

/// Who writes goes before whose it is, and that before who looks.
void ConversationHeader::showOwner()
{
    const Conversation &conversation = m_shown.conversation;
    const auto at = m_colleagues.constFind(conversation.id);
    const bool there = at != m_colleagues.cend();
    QString words;
    if (there && at->doing == Doing::Composing)
        words = tr("%1 is writing", "a colleague").arg(at->person.name);
    else if (m_shown.mine && m_release->isHidden()) // to give it back says it too
        words = tr("You have this");
    else if (conversation.owner && !m_shown.mine)
        words = tr("%1 has this").arg(displayName(*conversation.owner));
    else if (there && !m_shown.comparison) // there the panel says so
        words = tr("%1 is looking", "a colleague").arg(at->person.name);
    m_owner->setText(words);
    m_owner->setVisible(!words.isEmpty());
}

void ConversationHeader::showActs(const ConversationActs &acts)
{
    offer(m_claim, acts.claim, tr("Take this conversation. Others see that you have it."));
    offer(m_release, acts.release, tr("Give it back to the queue"));
    offer(m_transfer, acts.transfer, tr("Assign to…"));
    offer(m_snooze, acts.snooze, tr("Snooze…"));
    m_close->setVisible(acts.close.shown());
    m_close->setEnabled(acts.close.possible());
    m_close->setToolTip(plainTip(acts.close.why));
    m_rule->setVisible(acts.claim.shown() || acts.release.shown() || acts.transfer.shown()
                       || acts.snooze.shown());
}

QString ConversationHeader::factsLine(Instant now) const
{
    const Conversation &conversation = m_shown.conversation;
    QStringList facts{words::of(conversation.channel)};
    facts += conversation.customer.orders.isEmpty()
            || conversation.customer.orders.first().id.isEmpty()
        ? conversation.id.text()
        : conversation.customer.orders.first().id;
    if (conversation.state == State::Waiting || conversation.state == State::Claimed) {
        if (conversation.waitingSince && !m_shown.comparison)
            facts
                += tr("waiting %1").arg(format::durationInWords(now - *conversation.waitingSince));
    } else if (conversation.state == State::Snoozed && conversation.snoozedUntil) {
        facts += tr("snoozed until %1")
                     .arg(format::moment(*conversation.snoozedUntil, now,
                                         QTimeZone::systemTimeZone()));
    } else {
        facts += words::of(conversation.state);
    }
    // Of one that is over, some of the others may be later ones.
    if (const int others = int(m_shown.earlier.size()); others >= earlierContactsShown)
        facts += tr("over %n other contact(s)", nullptr, others - 1);
    else if (others > 0 && conversation.state == State::Closed)
        facts += tr("%n other contact(s)", nullptr, others);
    else if (others > 0)
        facts += tr("%1 contact", "of a customer, as 3rd").arg(format::ordinal(others + 1));
    if (m_shown.comparison && m_shown.comparison->writtenFrom.ms > 0
        && !conversation.messages.isEmpty()) {
        const QTimeZone zone = QTimeZone::systemTimeZone();
        facts += tr("thread at %1, yours written against %2", "times")
                     .arg(format::time(conversation.messages.last().at, zone),
                          format::time(m_shown.comparison->writtenFrom, zone));
    }
    return facts.join(u" · "_s);
}

void ConversationHeader::showDeadline()
{
    if (const QString replied = repliedBy(m_shown); !replied.isEmpty()) {
        Deadline met;
        met.state = DeadlineState::Met;
        m_deadline->setDeadline(met, replied);
        m_deadline->setToolTip(QString());
        return;
    }
    const Deadline due = deadline(m_shown.place.sla, m_clock.now());
    const auto &messages = m_shown.conversation.messages;
    const bool answered = std::any_of(messages.begin(), messages.end(), [](const Message &m) {
        return m.from == Sender::Agent && m.visibility == Visibility::Public;
    });
    QString text;
    switch (due.state) {
    case DeadlineState::None:
        break;
    case DeadlineState::Paused:
        text = tr("paused");
        break;
    case DeadlineState::Met:
        text = tr("answered");
        break;
    case DeadlineState::Plenty:
    case DeadlineState::Soon:
    case DeadlineState::Breached:
        const QString left = format::countdown(due.leftMs);
        text = m_shown.place.sla.source == SlaSource::Promise
            ? tr("%1 to what was promised").arg(left)
            : answered ? tr("%1 to reply").arg(left)
                       : tr("%1 to first reply").arg(left);
        break;
    }
    m_deadline->setDeadline(due, text);
    m_deadline->setToolTip(plainTip(slaSourceText(m_shown.place.sla.source) + u'\n'
                                    + placeText(m_shown.place, {}, m_clock.now())));
}

void ConversationHeader::refreshTimes()
{
    const Instant now = m_clock.now();
    m_facts->setText(factsLine(now));
    const QStringList &tags = m_shown.conversation.tags;
    m_tagsIcon->setVisible(!tags.isEmpty());
    m_tags->setText(tags.join(u", "_s));
    m_tags->setAccessibleName(tags.isEmpty() ? QString() : tr("Tags: %1").arg(tags.join(u", "_s)));
    showDeadline();
    const bool open
        = m_shown.conversation.state != State::Closed && m_shown.row.origin != Origin::Archive;
    // Where there is a rule to show, it tells the place too.
    m_why->setVisible(open && !m_shown.judged && !m_shown.comparison);
    // The last line of the strip is higher than its words; what shows nothing takes no room.
    const int below = !m_strip->isHidden() ? 4 : !m_why->isHidden() ? 10 : 0;
    m_whyColumn->setContentsMargins(metrics::conversationPadding, 0, metrics::conversationPadding,
                                    below);
    if (open)
        m_why->setText(placeText(m_shown.place, {}, now));
    if (open)
        m_tick.start();
    else
        m_tick.stop();
}

} // namespace baton::ui
