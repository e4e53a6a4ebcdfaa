#include "ui/panels/Composer.h"

#include "core/base/Text.h"
#include "ui/panels/AttachmentRow.h"
#include "ui/panels/Button.h"
#include "ui/panels/ComposerTab.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/HeightAt.h"
#include "ui/panels/Label.h"
#include "ui/panels/ReplyCheck.h"
#include "ui/text/ApprovalWords.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int leastLines = 3;
constexpr int mostLines = 10;
constexpr int ageingMs = 15'000;

} // namespace

Composer::Composer(const Look &look, const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_look(look)
    , m_clock(clock)
{
    setAccessibleName(tr("Composer"));
    build();
    setKind(DraftKind::Reply);
}

void Composer::build()
{
    m_replyTab = new ComposerTab(m_look, u"chat"_s, tr("Reply"));
    m_noteTab = new ComposerTab(m_look, u"note"_s, tr("Note"));
    m_state = new Label(m_look, Role::Small, &Theme::ink2);
    m_state->setElided(Qt::ElideRight);
    m_originIcon = new IconLabel(m_look, u"draft"_s, 14, &Theme::aiText);
    m_origin = new Label(m_look, Role::Small, &Theme::aiText);
    m_origin->setWeight(QFont::Medium);
    m_origin->setText(tr("Built-in draft"));
    m_draft = new Button(m_look, {}, ButtonKind::Machine);
    m_draft->setButtonSize(ButtonSize::Small);
    m_draft->setIconName(u"draft"_s);
    m_draft->setKeyHint(tr("Ctrl G", "key hint for the draft"));
    connect(m_draft, &QAbstractButton::clicked, this, &Composer::useDraft);
    buildModel();
    m_reply = new DraftEdit(m_look, tr("Reply to the customer"));
    m_note = new DraftEdit(m_look, tr("Internal note"));
    m_note->setGround(&Theme::warnTint);
    m_note->setPlaceholderText(tr("Only colleagues see this"));
    m_title = new Label(m_look, Role::Small);
    m_title->setWeight(QFont::DemiBold);
    m_title->setText(tr("What would go out"));
    m_title->setContentsMargins(8, 0, 0, 0);
    m_check = new ReplyCheck(m_look, *m_reply);
    m_sendBar = new SendBar(m_look);
    m_compareBar = new CompareBar(m_look);
    buildFiles();

    m_top = new QWidget;
    auto *top = new QHBoxLayout(m_top);
    top->setContentsMargins(6, 0, 12, 1);
    top->setSpacing(2);
    top->addWidget(m_replyTab);
    top->addWidget(m_noteTab);
    top->addWidget(m_title);
    top->addStretch(1);
    top->addWidget(m_originIcon);
    top->addSpacing(3);
    top->addWidget(m_origin);
    top->addSpacing(2);
    top->addWidget(m_state);
    for (Button *button : {m_draft, m_byModel, m_rewrite, m_stop})
        top->addWidget(button);
    m_bottom = new QWidget;
    auto *bottom = new QVBoxLayout(m_bottom);
    bottom->setContentsMargins(0, 0, 0, 0);
    bottom->addWidget(m_sendBar);
    bottom->addWidget(m_compareBar);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(2, 2, 2, 2); // one for the edge, one for the ring of the focus
    all->setSpacing(0);
    all->addWidget(m_top);
    all->addWidget(m_said);
    all->addWidget(m_reply);
    all->addWidget(m_note);
    all->addWidget(m_check);
    all->addWidget(m_files);
    all->addWidget(m_bottom);

    const auto measure = [this] {
        m_top->setFixedHeight(m_look.px(metrics::composerTop));
        m_bottom->setFixedHeight(m_look.px(metrics::composerBottom));
        update();
    };
    measure();
    connect(&m_look, &Look::changed, this, measure);
    connect(m_replyTab, &QAbstractButton::clicked, this, &Composer::focusReply);
    connect(m_noteTab, &QAbstractButton::clicked, this, &Composer::focusNote);
    connect(m_reply, &QTextEdit::textChanged, this, [this] { edited(DraftKind::Reply); });
    connect(m_note, &QTextEdit::textChanged, this, [this] { edited(DraftKind::Note); });
    connect(m_sendBar, &SendBar::sendRequested, this, &Composer::send);
    connect(m_sendBar, &SendBar::closeRequested, this, &Composer::sendAndClose);
    connect(m_sendBar, &SendBar::regenerateRequested, this, &Composer::regenerate);
    connect(m_sendBar, &SendBar::discardRequested, this, &Composer::askDiscard);
    connect(m_sendBar, &SendBar::snippetRequested, this, &Composer::askSnippet);
    for (DraftEdit *edit : {m_reply, m_note}) {
        connect(edit, &DraftEdit::snippetTyped, this,
                [this](const QRect &place) { openSnippets(place, true); });
        connect(edit, &DraftEdit::wordLearnt, this, &Composer::wordLearnt);
    }
    connect(m_check, &ReplyCheck::changed, this, &Composer::showState);
    connect(m_check, &ReplyCheck::changed, this, &Composer::shownCheckChanged);
    connect(m_compareBar, &CompareBar::newRequested, this, &Composer::send);
    connect(m_compareBar, &CompareBar::keepRequested, this, &Composer::keepHeldAsNote);
    connect(m_compareBar, &CompareBar::discardRequested, this, &Composer::discardHeld);
    connect(m_compareBar, &CompareBar::unchangedRequested, this, &Composer::sendHeldUnchanged);
    m_ageing.setInterval(ageingMs);
    connect(&m_ageing, &QTimer::timeout, this, &Composer::showAges);
    m_ageing.start();
    m_reply->installEventFilter(this);
    m_note->installEventFilter(this);
}

void Composer::setSnapshot(const ConversationSnapshot &snapshot)
{
    const Conversation &conversation = snapshot.conversation;
    const bool other = conversation.id != m_texts.conversation();
    m_acts = conversationActs(snapshot);
    m_customer = conversation.customer.name;
    m_approval = snapshot.approvalNeed
        ? words::whyApproval(*snapshot.approvalNeed, snapshot.intentTitle)
        : QString();
    m_check->setConversation(conversation);
    m_checks = snapshot.checksReplies;
    m_offer = snapshot.model;
    if (other) {
        m_model.reset();
        m_tick.stop();
        for (QString *text : {&m_streamed, &m_ready, &m_modelSaid})
            text->clear();
        m_sendWhenChecked.reset();
        m_held.reset();
        m_savedAt.reset();
        for (const TypedDraft &draft : snapshot.drafts)
            if (!draft.text.isEmpty())
                m_savedAt = std::max(m_savedAt.value_or(draft.savedAt), draft.savedAt);
    } else {
        confirmNotes(conversation);
    }
    if (m_texts.show(conversation.id, snapshot.drafts))
        saveAgain();
    showAges();
    m_suggestion = snapshot.suggestion;
    m_snippets = snapshot.snippets;
    setFiles(snapshot, other);
    const std::optional<ActKey> held = m_held;
    follow(snapshot.comparison);
    showTexts();
    if (m_held && m_held != held)
        m_reply->moveCursor(QTextCursor::Start); // it is read before it is written on
    if (other) {
        for (DraftEdit *each : {m_reply, m_note}) // they are another customer's words
            each->document()->clearUndoRedoStacks();
        setKind(DraftKind::Reply);
    }
    showState();
}

void Composer::saveAgain()
{
    for (const DraftKind kind : {DraftKind::Reply, DraftKind::Note})
        if (!m_texts.text(kind).isEmpty())
            Q_EMIT typed(kind, m_texts.text(kind));
}

void Composer::put(DraftKind kind, const QString &text)
{
    if (text == m_texts.text(kind))
        return;
    m_texts.typed(kind, text);
    Q_EMIT typed(kind, text);
}

/// A note is known to be recorded when the thread shows it.
void Composer::confirmNotes(const Conversation &conversation)
{
    const std::optional<QString> &waiting = m_texts.handedOver(DraftKind::Note);
    if (!waiting)
        return;
    const QString wanted = *waiting;
    const auto &messages = conversation.messages;
    const bool there = std::any_of(messages.rbegin(), messages.rend(), [&](const Message &m) {
        return m.visibility == Visibility::Internal && m.text == wanted && m.at >= m_noteAt;
    });
    if (there)
        m_texts.confirm(conversation.id, DraftKind::Note);
}

void Composer::setMostLines(int lines)
{
    const int most = std::clamp(lines, leastLines, mostLines);
    m_reply->setLines(leastLines, most);
    m_note->setLines(leastLines, most);
}

int Composer::frameHeight() const
{
    const QMargins edge = layout()->contentsMargins();
    const int inside = width() - edge.left() - edge.right();
    const int beside
        = heightAt(*m_check, inside) + heightAt(*m_said, inside) + heightAt(*m_files, inside);
    return m_top->height() + m_bottom->height() + beside + m_reply->heightOf(0) + edge.top()
        + edge.bottom();
}

void Composer::setSending(Sending sending)
{
    m_sending = sending;
    showAges();
    showState();
}

void Composer::setLive(const LiveSnapshot &live)
{
    m_live = live;
    showAges();
}

void Composer::setLastSync(const std::optional<Instant> &at)
{
    m_lastSync = at;
}

void Composer::showAges()
{
    m_check->setLive(liveSigns(m_live, m_texts.conversation(),
                               {m_clock.now(), m_sending == Sending::Queue, m_lastSync}));
}

void Composer::setKind(DraftKind kind)
{
    m_kind = kind;
    m_notAttached.clear();
    const bool reply = kind == DraftKind::Reply;
    (reply ? m_replyTab : m_noteTab)->setChecked(true);
    m_reply->setVisible(reply);
    m_note->setVisible(!reply);
    setFocusProxy(edit(kind));
    showState();
    update();
}

void Composer::toggleKind()
{
    if (m_held)
        return;
    if (m_kind == DraftKind::Reply)
        focusNote();
    else
        focusReply();
}

void Composer::focusReply()
{
    setKind(DraftKind::Reply);
    m_reply->setFocus(Qt::ShortcutFocusReason);
}

void Composer::focusNote()
{
    if (!m_acts.note.shown() || m_held)
        return;
    setKind(DraftKind::Note);
    m_note->setFocus(Qt::ShortcutFocusReason);
}

void Composer::edited(DraftKind kind)
{
    const QString text = edit(kind)->plainText();
    if (text == m_texts.text(kind))
        return;
    m_texts.typed(kind, text);
    Q_EMIT typed(kind, text);
    if (kind == DraftKind::Reply) {
        m_sendWhenChecked.reset(); // what would be sent is not what was asked for any more
        editedBesideModel();
        if (text.trimmed().isEmpty())
            m_check->clear();
    }
    showState();
}

void Composer::send()
{
    handOver(AfterSend::Stay);
}

void Composer::sendAndClose()
{
    if (m_kind == DraftKind::Reply && m_acts.close.possible() && !m_held)
        handOver(AfterSend::Close);
}

void Composer::handOver(AfterSend after)
{
    const ActChoice &choice = m_kind == DraftKind::Reply ? m_acts.reply : m_acts.note;
    const QString text = m_texts.text(m_kind);
    const bool may = choice.possible() || m_held;
    if (!may || text.trimmed().isEmpty() || m_texts.isHandedOver(m_kind))
        return;
    if (m_kind == DraftKind::Reply && (m_attaching || isHeldAsPartial() || mustWait(after)))
        return;
    if (m_kind == DraftKind::Reply) {
        const QMap<QString, QString> kept = m_check->kept();
        for (auto at = kept.cbegin(); at != kept.cend(); ++at)
            Q_EMIT sentenceKept(at.key(), at.value());
    }
    m_texts.handOver(m_kind);
    showState();
    m_newHandedOver = m_held.has_value();
    if (m_held) {
        Q_EMIT sendNewRequested(*m_held, text);
    } else if (m_kind == DraftKind::Note) {
        m_noteAt = m_clock.now();
        Q_EMIT noteRequested(text);
    } else {
        Q_EMIT sendRequested(text, after);
    }
}

void Composer::confirmSent(const ConversationId &id)
{
    m_texts.confirm(id, DraftKind::Reply);
    if (id == m_texts.conversation()) {
        m_savedAt.reset();
        // A reply takes its draft with it; what a held one became was saved beside it.
        if (std::exchange(m_newHandedOver, false))
            Q_EMIT typed(DraftKind::Reply, m_texts.text(DraftKind::Reply));
    }
    showTexts();
    showState();
}

void Composer::takeBack()
{
    if (m_texts.refuse())
        saveAgain();
    showState();
}

void Composer::draftSaved(const ConversationId &id, Instant at)
{
    if (id != m_texts.conversation())
        return;
    m_savedAt = at;
    showState();
}

void Composer::showTexts()
{
    m_reply->setPlain(m_texts.text(DraftKind::Reply));
    m_note->setPlain(m_texts.text(DraftKind::Note));
}

void Composer::showState()
{
    const bool reply = m_kind == DraftKind::Reply;
    const ActChoice &choice = reply ? m_acts.reply : m_acts.note;
    const bool busy = m_texts.isHandedOver(m_kind);
    const std::optional<double> changed = changedFromDraft();
    const bool comes = reply && m_attaching; // files that would not go with it yet
    const bool something
        = !m_texts.text(m_kind).trimmed().isEmpty() && !(reply && modelRuns() && followsModel());
    BarState state{m_kind,
                   m_sending,
                   (choice.possible() || m_held) && !busy && something && !comes,
                   choice.why,
                   m_acts.close,
                   reply && !busy && changed && !modelRuns(),
                   regenerateChoice(changed),
                   !busy && !m_snippets.isEmpty(),
                   attachChoice(),
                   m_approval};
    if (state.why.isEmpty())
        state.why = comes ? tr("Files are being attached") : tr("Write something first");
    m_sendBar->setVisible(!m_held);
    m_compareBar->setVisible(m_held.has_value());
    m_sendBar->setState(state);
    m_compareBar->setState(state, m_acts.note.possible());
    m_title->setVisible(m_held.has_value());
    m_replyTab->setVisible(!m_held);
    m_noteTab->setVisible(!m_held && m_acts.note.shown());
    m_check->setVisible(reply && m_check->isCurrent());
    showFiles();
    showDraft();
    showModel();
    showWords(choice, changed);
}

void Composer::showWords(const ActChoice &choice, std::optional<double> changed)
{
    const bool mayReply = m_acts.reply.possible() || m_held;
    m_reply->setReadOnly(!mayReply);
    m_reply->setGround(mayReply ? &Theme::surface : &Theme::sunken);
    m_note->setReadOnly(!m_acts.note.possible());
    m_note->setGround(m_acts.note.possible() ? &Theme::warnTint : &Theme::sunken);
    if (m_held)
        m_reply->setPlaceholderText(
            tr("Everything was said already. Write what is left to say, or discard yours"));
    else if (!mayReply)
        m_reply->setPlaceholderText(QString());
    else
        m_reply->setPlaceholderText(m_customer.isEmpty() ? tr("Write a reply")
                                                         : tr("Write to %1").arg(m_customer));
    const bool told = (!choice.why.isEmpty() && !m_held) || m_texts.isHandedOver(m_kind);
    const QString ofModel = told ? QString() : modelWords();
    const bool drafted = m_kind == DraftKind::Reply && !told && changed && ofModel.isEmpty();
    m_originIcon->setVisible(drafted);
    m_origin->setVisible(drafted);
    if (!choice.why.isEmpty() && !m_held)
        m_state->setText(choice.why);
    else if (m_texts.isHandedOver(m_kind))
        m_state->setText(tr("Saving…"));
    else if (!ofModel.isEmpty())
        m_state->setText(ofModel);
    else if (const QString checked = checkWords(changed);
             m_kind == DraftKind::Reply && !checked.isEmpty())
        m_state->setText(checked);
    else if (m_savedAt && !m_texts.text(m_kind).isEmpty())
        m_state->setText(
            tr("saved %1")
                .arg(QLocale::c().toString(m_savedAt->utc().toLocalTime().time(), u"HH:mm:ss"_s)));
    else
        m_state->clear();
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QFrame::eventFilter(watched, event);
}

/// What a part does not take itself: the fields and the rows below them.
void Composer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && modelRuns())
        stopModel();
    else if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        Q_EMIT left();
    else
        QFrame::keyPressEvent(event);
}

void Composer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = m_look.theme();
    const bool focused = m_held || m_draggedOver || m_reply->hasFocus() || m_note->hasFocus();
    const bool note = m_kind == DraftKind::Note;
    const QColor ground = note ? theme.warnTint : theme.surface;
    painter.setRenderHint(QPainter::Antialiasing);
    if (focused)
        paint::box(painter, rect(), metrics::radiusCard + 1, theme.accent);
    const QRectF inner = QRectF(rect()).adjusted(1, 1, -1, -1);
    paint::box(painter, inner, metrics::radiusCard, ground,
               focused    ? theme.accent
                   : note ? theme.warnLine
                          : theme.lineStrong);
    const QColor line = note ? theme.warnLine : theme.line;
    const qreal left = inner.left() + 1;
    const qreal right = inner.right() - 2;
    paint::hairline(painter, QPointF(left, m_top->geometry().bottom()),
                    QPointF(right, m_top->geometry().bottom()), line);
    paint::hairline(painter, QPointF(left, m_bottom->y()), QPointF(right, m_bottom->y()), line);
}

} // namespace baton::ui
