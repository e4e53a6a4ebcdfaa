#include "ui/panels/ApprovalPane.h"

#include "core/base/Clock.h"
#include "ui/models/ReplyMarks.h"
#include "ui/models/SourceLines.h"
#include "ui/panels/Button.h"
#include "ui/panels/ClearLayout.h"
#include "ui/panels/Framed.h"
#include "ui/panels/Label.h"
#include "ui/panels/ScrollColumn.h"
#include "ui/text/ApprovalWords.h"
#include "ui/text/AttachmentWords.h"
#include "ui/text/Format.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int approvalNote = 64;
constexpr int approvalSide = 20;
constexpr int approvalWide = 720; // longer lines are hard to read

Label *part(const Look &look, const QString &text)
{
    auto *label = new Label(look, Role::Small, &Theme::ink3);
    label->setWeight(QFont::DemiBold);
    label->setText(text);
    return label;
}

QString lastAskedIn(const ApprovalSnapshot &snapshot)
{
    const QList<Message> &all = snapshot.conversation.messages;
    const MessageId &first = snapshot.since.isEmpty() ? MessageId() : snapshot.since.first().id;
    QString asked;
    for (const Message &message : all) {
        if (!first.isEmpty() && message.id == first)
            break;
        if (message.from == Sender::Customer && message.presence == Presence::Present)
            asked = message.text;
    }
    return asked;
}

} // namespace

ApprovalPane::ApprovalPane(const Look &look, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_clock(clock)
    , m_title(new Label(look, Role::Title))
    , m_about(new Label(look, Role::Small, &Theme::ink2))
    , m_open(new Button(look, tr("Open the conversation"), ButtonKind::Quiet))
    , m_meanwhile(new Label(look, Role::Body, &Theme::warnText))
    , m_asked(new Label(look, Role::Body, &Theme::ink2))
    , m_text(new Label(look, Role::Read))
    , m_files(new Label(look, Role::Small, &Theme::ink2))
    , m_sum(new Label(look, Role::Small, &Theme::ink2))
    , m_checks(new QVBoxLayout)
    , m_note(new QPlainTextEdit)
    , m_return(new Button(look, tr("Return with the note"), ButtonKind::Careful))
    , m_approve(new Button(look, tr("Approve and send"), ButtonKind::Primary))
{
    setAccessibleName(tr("A reply that waits for approval"));
    for (Label *label : {m_about, m_meanwhile, m_asked, m_text, m_files, m_sum})
        label->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *body = new QWidget;
    body->setMaximumWidth(approvalWide);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(approvalSide, 14, approvalSide, 14);
    column->setSpacing(6);
    column->addWidget(m_meanwhile);
    column->addWidget(part(look, tr("Asked")));
    column->addWidget(m_asked);
    column->addSpacing(10);
    column->addWidget(part(look, tr("The reply, as it would be sent")));
    column->addWidget(m_text);
    column->addWidget(m_files);
    column->addSpacing(10);
    column->addWidget(part(look, tr("What the check says")));
    column->addWidget(m_sum);
    m_checks->setSpacing(3);
    column->addLayout(m_checks);
    column->addStretch();
    auto *scroll = new ScrollColumn(look, body, &Theme::surface);
    scroll->setAccessibleName(tr("The reply and its check"));
    m_head = buildHead();
    m_foot = buildFoot();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addWidget(m_head);
    all->addWidget(scroll, 1);
    all->addWidget(m_foot);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    tellButtons();
}

QWidget *ApprovalPane::buildHead()
{
    auto *head = new QWidget;
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    m_title->setElided(Qt::ElideRight);
    words->addWidget(m_title);
    words->addWidget(m_about);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(approvalSide, 9, 12, 10);
    row->addLayout(words, 1);
    row->addWidget(m_open, 0, Qt::AlignTop);
    m_open->setIconName(u"chat"_s);
    connect(m_open, &QAbstractButton::clicked, this,
            [this] { Q_EMIT conversationRequested(m_shown.approval.request.conversation); });
    return head;
}

QWidget *ApprovalPane::buildFoot()
{
    auto *foot = new QWidget;
    m_note->setAccessibleName(tr("Note to the author"));
    m_note->setPlaceholderText(tr("What to change: the author reads it with the returned reply"));
    auto *framed = framedNote(m_look, m_note, approvalNote);
    m_return->setIconName(u"undo"_s);
    m_approve->setIconName(u"verified"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_return);
    buttons->addWidget(m_approve);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(approvalSide, 10, 12, 10);
    column->setSpacing(8);
    column->addWidget(framed);
    column->addLayout(buttons);
    connect(m_note, &QPlainTextEdit::textChanged, this, &ApprovalPane::tellButtons);
    connect(m_approve, &QAbstractButton::clicked, this, &ApprovalPane::approve);
    connect(m_return, &QAbstractButton::clicked, this,
            [this] { Q_EMIT returnRequested(key(), m_note->toPlainText().trimmed()); });
    return foot;
}

void ApprovalPane::setKeys(const QString &approve)
{
    m_approve->setKeyHint(approve);
}

void ApprovalPane::showApproval(const ApprovalSnapshot &snapshot)
{
    const bool another = snapshot.approval.request.key != key();
    const bool asksNow = snapshot.asks && (another || !m_shown.asks);
    m_shown = snapshot;
    const ApprovalRequest &request = snapshot.approval.request;
    const QString &customer = snapshot.conversation.customer.name;
    m_title->setText(
        snapshot.intentTitle.isEmpty()
            ? customer
            : tr("%1 · %2", "a customer, an intent").arg(customer, snapshot.intentTitle));
    const QString author = displayName(request.author);
    m_about->setText(
        tr("By %1, %2. %3.", "a person, when, why it waits")
            .arg(author, format::moment(request.at, m_clock.now(), QTimeZone::systemTimeZone()),
                 words::whyApprovalOf(request, snapshot.intentTitle)));
    m_asked->setText(lastAskedIn(snapshot));
    m_text->setText(request.text);
    m_files->setText(words::goesWith(request.attachments));
    m_files->setVisible(!request.attachments.isEmpty());
    if (another)
        m_note->clear();
    showMeanwhile();
    showChecks();
    tellButtons();
    if (!asksNow || !isVisible())
        return;
    m_approve->setFocus(Qt::OtherFocusReason);
    QAccessibleEvent alert(m_meanwhile, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

/// What moved since it was written; once approving was asked for, as a question.
void ApprovalPane::showMeanwhile()
{
    QStringList lines;
    for (const Message &message : m_shown.since) {
        const QString who = message.from == Sender::Customer ? m_shown.conversation.customer.name
                                                             : message.author.name;
        lines.append(tr("%1 wrote since: “%2”", "a person, their words").arg(who, message.text));
    }
    if (m_shown.closed)
        lines.append(tr("The conversation was closed since."));
    if (m_shown.others)
        lines.append(tr("%1 has the conversation now.", "a person")
                         .arg(displayName(*m_shown.conversation.owner)));
    if (m_shown.asks)
        lines.append(tr("It was not sent. Approve it all the same, or return it?"));
    m_meanwhile->setText(lines.join(u'\n'));
    m_meanwhile->setVisible(!lines.isEmpty());
}

QString ApprovalPane::meanwhile() const
{
    return m_meanwhile->isHidden() ? QString() : m_meanwhile->text();
}

void ApprovalPane::showChecks()
{
    clearLayout(m_checks);
    m_lines.clear();
    const Draft &checked = m_shown.checked;
    if (checked.sentences.isEmpty()) {
        m_sum->setText(tr("It is not checked here: there is nothing to check it against yet."));
        return;
    }
    const ReplyMarks marks = replyMarks(checked, m_shown.conversation, {});
    m_sum->setText(tr("%1 of %2 claims have a source.").arg(marks.grounded).arg(marks.claims));
    const auto add = [this](const QString &text, QColor Theme::*ink) {
        auto *line = new Label(m_look, Role::Small, ink);
        line->setWordWrap(true);
        line->setText(text);
        m_checks->addWidget(line);
        m_lines.append(line);
    };
    for (const Doubt &doubt : marks.doubts) {
        const QString what = doubt.detail.isEmpty()
            ? doubt.what
            : tr("%1 %2", "two sentences").arg(doubt.what, doubt.detail);
        add(tr("Needs a look: “%1” %2", "a sentence of the reply, what is wrong")
                .arg(doubt.sentence, what),
            doubt.blocks ? &Theme::dangerText : &Theme::warnText);
    }
    for (const WholeCheck &check : marks.checks)
        add(check.passed ? tr("Passed: %1").arg(check.words) : tr("Failed: %1").arg(check.words),
            check.passed ? &Theme::ink2 : &Theme::dangerText);
    for (const SourceLine &line : sourceLines(checked, m_shown.conversation))
        add(line.quote.isEmpty() ? tr("Rests on %1").arg(line.title)
                                 : tr("Rests on %1: “%2”").arg(line.title, line.quote),
            &Theme::ink2);
}

QStringList ApprovalPane::checkLines() const
{
    QStringList lines;
    for (const Label *line : m_lines)
        lines.append(line->text());
    return lines;
}

void ApprovalPane::tellButtons()
{
    const bool may = m_shown.mayDecide;
    m_approve->setText(m_shown.asks ? tr("Approve it all the same") : tr("Approve and send"));
    m_approve->setEnabled(may);
    const bool noted = !m_note->toPlainText().trimmed().isEmpty();
    m_return->setEnabled(may && noted);
    m_return->setToolTip(noted ? QString() : tr("Write a note first: it says what to change"));
}

void ApprovalPane::approve()
{
    if (m_shown.mayDecide && !key().isEmpty())
        Q_EMIT approveRequested(key());
}

void ApprovalPane::focusNote()
{
    m_note->setFocus(Qt::ShortcutFocusReason);
}

void ApprovalPane::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.surface);
    paint::hairline(p, QPointF(0, m_head->geometry().bottom()),
                    QPointF(width(), m_head->geometry().bottom()), theme.line);
    paint::hairline(p, QPointF(0, m_foot->y()), QPointF(width(), m_foot->y()), theme.line);
}

} // namespace baton::ui
