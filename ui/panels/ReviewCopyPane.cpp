#include "ui/panels/ReviewCopyPane.h"

#include "ui/models/DiffCells.h"
#include "ui/models/TranscriptTurns.h"
#include "ui/panels/Avatar.h"
#include "ui/panels/Chip.h"
#include "ui/panels/DiffView.h"
#include "ui/panels/KeyCap.h"
#include "ui/panels/Label.h"
#include "ui/panels/ReviewSources.h"
#include "ui/panels/Segmented.h"
#include "ui/panels/SunkenBox.h"
#include "ui/panels/TierBadge.h"
#include "ui/panels/TranscriptView.h"
#include "ui/text/Format.h"
#include "ui/text/ReviewWords.h"
#include "ui/text/Words.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/ActionRegistry.h"

#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int headTier = 26;
constexpr int quoteAvatar = 22;
constexpr int keysHeight = 40;
constexpr int askedLines = 2;

} // namespace

ReviewCopyPane::ReviewCopyPane(const Look &look, const Clock &clock, ActionRegistry &actions,
                               QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_clock(clock)
    , m_tier(new TierBadge(look, headTier))
    , m_title(new Label(look, Role::Title))
    , m_reason(new Chip(look, {}))
    , m_meta(new Label(look, Role::Small, &Theme::ink3))
    , m_choice(new Segmented(look, tr("How it is shown"),
                             {tr("Side by side"), tr("Inline"), tr("Transcript")}))
    , m_avatar(new Avatar(look, quoteAvatar, paint::AvatarTone::Customer))
    , m_asked(new Label(look, Role::Body))
    , m_diff(new DiffView(look))
    , m_why(new Label(look, Role::Small, &Theme::ink2))
    , m_sources(new ReviewSources(look))
    , m_handoff(new Label(look, Role::Small, &Theme::ink2))
    , m_after(new Label(look, Role::Small, &Theme::ink2))
    , m_transcript(new TranscriptView(look))
    , m_pages(new QStackedWidget)
{
    setAccessibleName(tr("What is reviewed"));
    m_transcript->setCopyable(false);
    m_head = buildHead();
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    QWidget *body = buildBody();
    m_scroll->setWidget(body);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    m_pages->addWidget(m_scroll);
    m_pages->addWidget(m_transcript);
    m_keys = buildKeys(actions);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_pages, 1);
    column->addWidget(m_keys);
    connect(m_choice, &Segmented::chosen, this, [this](int index) { show(Shown(index)); });
    connect(m_diff, &DiffView::markedChanged, this,
            [this] { m_marks.insert(m_id, m_diff->marked()); });
    connect(m_diff, &DiffView::currentMoved, this, [this](const QRect &row) {
        const QPoint middle = m_diff->mapTo(m_scroll->widget(), row.center());
        m_scroll->ensureVisible(0, middle.y(), 0, row.height() / 2 + 8);
    });
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

QWidget *ReviewCopyPane::buildHead()
{
    auto *head = new QWidget;
    m_title->setElided(Qt::ElideRight);
    m_meta->setElided(Qt::ElideRight);
    m_reason->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // the title gives way
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_title);
    first->addWidget(m_reason);
    first->addStretch();
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch();
    names->addLayout(first);
    names->addWidget(m_meta);
    names->addStretch();
    auto *upper = new QWidget;
    upper->setFixedHeight(metrics::paneHeader);
    auto *row = new QHBoxLayout(upper);
    row->setContentsMargins(metrics::conversationPadding, 0, 14, 0);
    row->setSpacing(10);
    row->addWidget(m_tier);
    row->addLayout(names, 1);
    row->addWidget(m_choice);
    m_quote = new SunkenBox(m_look);
    m_asked->setWordWrap(true);
    m_asked->setMostLines(askedLines);
    auto *quoted = new QHBoxLayout(m_quote);
    quoted->setContentsMargins(12, 8, 12, 8);
    quoted->setSpacing(9);
    quoted->addWidget(m_avatar, 0, Qt::AlignTop);
    quoted->addWidget(m_asked, 1);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 13);
    column->setSpacing(0);
    column->addWidget(upper);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(metrics::conversationPadding, 0, metrics::conversationPadding, 0);
    inset->addWidget(m_quote);
    column->addLayout(inset);
    return head;
}

QWidget *ReviewCopyPane::buildBody()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_diff);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(metrics::conversationPadding, 12, metrics::conversationPadding, 14);
    below->setSpacing(12);
    const auto line = [&](const QString &name, Label *words) {
        auto *row = new QHBoxLayout;
        row->setSpacing(10);
        auto *heading = new Label(m_look, Role::Small);
        heading->setWeight(QFont::DemiBold);
        heading->setText(name);
        words->setWordWrap(true);
        row->addWidget(heading, 0, Qt::AlignTop);
        row->addWidget(words, 1, Qt::AlignTop);
        below->addLayout(row);
    };
    line(tr("The draft"), m_why);
    below->addWidget(m_sources);
    line(tr("Handoff"), m_handoff);
    line(tr("After"), m_after);
    column->addLayout(below);
    column->addStretch();
    return body;
}

QWidget *ReviewCopyPane::buildKeys(ActionRegistry &actions)
{
    auto *keys = new QWidget;
    const auto measure = [this, keys] { keys->setFixedHeight(m_look.px(keysHeight)); };
    measure();
    connect(&m_look, &Look::changed, keys, measure);
    auto *row = new QHBoxLayout(keys);
    row->setContentsMargins(metrics::conversationPadding, 0, metrics::conversationPadding, 0);
    row->setSpacing(12);
    const auto dash = [this] {
        auto *words = new Label(m_look, Role::Small, &Theme::ink);
        words->setText(tr("–", "from one key to another"));
        return words;
    };
    const auto hint = [&](const QList<ActionId> &ids, const QString &words) {
        auto *one = new QHBoxLayout;
        one->setSpacing(4);
        for (const ActionId id : ids) {
            if (id == ActionId::Score5)
                one->addWidget(dash());
            auto *cap = new KeyCap(m_look, actions.keys(id).value(0));
            connect(&actions, &ActionRegistry::keysChanged, cap,
                    [cap, &actions, id] { cap->setKeys(actions.keys(id).value(0)); });
            one->addWidget(cap);
        }
        auto *label = new Label(m_look, Role::Small, &Theme::ink3);
        label->setText(words);
        one->addWidget(label);
        row->addLayout(one);
    };
    hint({ActionId::NextRow, ActionId::PreviousRow}, tr("next, back"));
    hint({ActionId::Score1, ActionId::Score5}, tr("score"));
    hint({ActionId::Pass, ActionId::Coach, ActionId::Fail}, tr("verdict"));
    hint({ActionId::DiffMode}, tr("diff view"));
    hint({ActionId::MarkWrong}, tr("wrong"));
    hint({ActionId::SaveReview}, tr("save, next"));
    row->addStretch();
    return keys;
}

void ReviewCopyPane::showHeads(const ReviewSnapshot &snapshot)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const Instant now = m_clock.now();
    const auto timeOf = [&](const std::optional<Instant> &at) {
        return at ? format::time(*at, zone) : QString();
    };
    const qsizetype claims = snapshot.checked.claims();
    const QString grounded = claims > 0
        ? tr("%1 of %2 grounded").arg(snapshot.checked.grounded()).arg(claims)
        : QString();
    DiffView::Head draft;
    DiffView::Head sent{u"user"_s, tr("Sent"), timeOf(snapshot.sentAt), {}};
    if (snapshot.sentByBot) {
        sent = {u"bot"_s, tr("Sent by the bot"), timeOf(snapshot.sentAt), grounded};
    } else if (!snapshot.use) {
        sent.aside = grounded;
    } else {
        draft = {u"draft"_s, tr("Draft"), timeOf(snapshot.draftAt), grounded};
        sent.aside = snapshot.use->fate == DraftFate::AsIs
            ? tr("as it was")
            : tr("edited %1").arg(format::percent(snapshot.use->distance));
        if (snapshot.use->fate == DraftFate::Discarded)
            sent.aside = tr("draft discarded");
    }
    m_diff->setHeads(draft, sent);
    m_meta->setText(snapshot.revealed
                        ? tr("%1, %2 · policy v%3", "channel, when")
                              .arg(words::of(snapshot.conversation.channel),
                                   format::moment(snapshot.conversation.createdAt, now, zone))
                              .arg(snapshot.policyVersion)
                        : tr("%1, %2 · policy v%3 · agent hidden until verdict", "channel, when")
                              .arg(words::of(snapshot.conversation.channel),
                                   format::moment(snapshot.conversation.createdAt, now, zone))
                              .arg(snapshot.policyVersion));
}

void ReviewCopyPane::showWhy(const ReviewSnapshot &snapshot)
{
    if (!snapshot.use) {
        m_why->setText(snapshot.sentByBot ? tr("The bot answered by itself.")
                                          : tr("None was shown."));
        return;
    }
    const auto &survival = snapshot.use->survival;
    const QString sentences = tr("%1 of %2 sentences kept, %3 edited, %4 removed.")
                                  .arg(survival.count(Survival::Kept))
                                  .arg(survival.size())
                                  .arg(survival.count(Survival::Edited))
                                  .arg(survival.count(Survival::Removed));
    m_why->setText(tr("%1. %2", "what became of it, its sentences")
                       .arg(words::of(snapshot.use->fate), sentences));
}

void ReviewCopyPane::showReview(const ReviewSnapshot &snapshot)
{
    const bool another = snapshot.row.conversation != m_id;
    m_id = snapshot.row.conversation;
    m_tier->setTier(snapshot.row.tier);
    m_title->setText(snapshot.intentTitle.isEmpty() ? snapshot.row.need : snapshot.intentTitle);
    m_reason->setChip({words::iconOf(snapshot.row.reason), words::sampled(snapshot.row),
                       paint::Tone::Neutral, paint::ChipSize::Small});
    m_avatar->setName(snapshot.conversation.customer.name);
    m_asked->setText(snapshot.asked);
    m_quote->setVisible(!snapshot.asked.isEmpty());
    const QList<SourceLine> lines = sourceLines(snapshot.checked, snapshot.conversation);
    showHeads(snapshot);
    if (another) {
        m_diff->setMarked(m_marks.value(m_id));
        m_diff->setCurrent(0);
    }
    m_diff->setMarkable(!snapshot.revealed);
    m_diff->setCells(diffCells(snapshot, lines), lines);
    if (snapshot.review && snapshot.revealed) {
        QList<int> marked = snapshot.review->wrong;
        if (snapshot.planted && snapshot.review->caught)
            marked.append(snapshot.planted->sentence);
        m_diff->setMarked(marked);
    }
    showWhy(snapshot);
    m_sources->setSources(snapshot, lines);
    m_handoff->setText(words::handoffLine(snapshot));
    m_after->setText(words::after(snapshot, m_clock.now()));
    const Conversation copy = readableCopy(snapshot.conversation);
    m_transcript->setTurns(copy.id.text() + u"/review"_s, transcriptTurns({copy, {}, {}}),
                           {copy.customer.name, m_clock.now()});
    if (another)
        m_scroll->verticalScrollBar()->setValue(0);
}

void ReviewCopyPane::show(Shown what)
{
    m_choice->setCurrent(int(what));
    m_pages->setCurrentWidget(what == Shown::Transcript ? static_cast<QWidget *>(m_transcript)
                                                        : m_scroll);
    if (what != Shown::Transcript)
        m_diff->setMode(what == Shown::Inline ? DiffView::Mode::Inline
                                              : DiffView::Mode::SideBySide);
}

ReviewCopyPane::Shown ReviewCopyPane::shown() const
{
    return Shown(m_choice->current());
}

void ReviewCopyPane::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.surface);
    paint::hairline(p, QPointF(0, m_head->geometry().bottom()),
                    QPointF(width(), m_head->geometry().bottom()), theme.line);
    paint::hairline(p, QPointF(0, m_keys->y()), QPointF(width(), m_keys->y()), theme.line);
}

} // namespace baton::ui
