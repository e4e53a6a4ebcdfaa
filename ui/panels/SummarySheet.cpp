#include "ui/panels/SummarySheet.h"

#include "ui/panels/ClearLayout.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/ScrollColumn.h"
#include "ui/text/Format.h"
#include "ui/text/ModelWords.h"
#include "ui/text/Words.h"

#include <QtCore/QTimeZone>
#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int leastHeight = 180;
constexpr int mostHeight = 420;
constexpr int partGap = 10;
constexpr int lineGap = 2;
constexpr int iconSide = 14;
constexpr qsizetype mostLinks = 6; // of a line
constexpr std::chrono::seconds tick{1};

} // namespace

SummarySheet::SummarySheet(const Look &look, const Clock &clock, QWidget *parent)
    : Sheet(look, tr("Summary"), parent)
    , m_look(look)
    , m_clock(clock)
    , m_said(new Label(look, Role::Small, &Theme::ink2))
    , m_byModel(addButton(tr("Sum up by the model"), ButtonKind::Machine))
{
    setAttribute(Qt::WA_DeleteOnClose);
    cancel()->setText(tr("Close"));
    auto *inside = new QWidget;
    m_lines = new QVBoxLayout(inside);
    m_lines->setContentsMargins({});
    m_lines->setSpacing(look.px(lineGap));
    m_scroll = new ScrollColumn(look, inside, &Theme::raised);
    m_scroll->setAccessibleName(tr("Summary"));
    m_scroll->setFixedHeight(look.px(leastHeight));
    body()->addWidget(m_scroll);
    m_said->setWordWrap(true);
    m_said->hide();
    body()->addWidget(m_said);
    m_byModel->setIconName(u"regenerate"_s);
    m_byModel->hide();
    connect(m_byModel, &QAbstractButton::clicked, this, &SummarySheet::askModel);
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &SummarySheet::showProgress);
    // What it would write is for nobody any more.
    connect(this, &QDialog::finished, this, [this] {
        if (modelRuns())
            Q_EMIT modelStopRequested();
    });
}

void SummarySheet::setConversation(const ConversationSnapshot &snapshot)
{
    m_conversation = snapshot.conversation;
    m_byModel->setVisible(snapshot.model == ModelOffer::Offered);
}

void SummarySheet::setSummary(const Summary &summary)
{
    if (summary.conversation != m_conversation.id)
        return;
    m_summary = summary;
    setSentence(summary.byModel ? tr(
                    "Written by the model. Lines that the messages do not bear out are marked.")
                                : tr("From the handoff and the messages, in their own words."));
    clearLayout(m_lines);
    addPart(SummaryPart::Need, tr("Need"));
    addPart(SummaryPart::Expectation, tr("Expectation"));
    addPart(SummaryPart::Actions, tr("What was done"));
    if (summary.actionsLeftOut > 0) {
        auto *more = new Label(m_look, Role::Small, &Theme::ink3);
        more->setText(tr("%n older step(s) left out", nullptr, int(summary.actionsLeftOut)));
        m_lines->addWidget(more);
    }
    addTitle(tr("Status"));
    addStatusLine();
    for (const SummaryLine &line : summary.lines(SummaryPart::Status))
        addLine(line);
    addPart(SummaryPart::NextStep, tr("Next step"));
    m_lines->addStretch();
    const int wanted = m_lines->parentWidget()->sizeHint().height();
    m_scroll->setFixedHeight(std::clamp(wanted, m_look.px(leastHeight), m_look.px(mostHeight)));
}

void SummarySheet::addTitle(const QString &title)
{
    if (m_lines->count() > 0)
        m_lines->addSpacing(m_look.px(partGap));
    auto *label = new Label(m_look, Role::Small, &Theme::ink3);
    label->setWeight(QFont::DemiBold);
    label->setText(title);
    m_lines->addWidget(label);
}

void SummarySheet::addPart(SummaryPart part, const QString &title)
{
    const QList<SummaryLine> &lines = m_summary.lines(part);
    if (lines.isEmpty())
        return;
    addTitle(title);
    for (const SummaryLine &line : lines)
        addLine(line);
}

void SummarySheet::addLine(const SummaryLine &line)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(m_look.px(6));
    if (line.outcome)
        row->addWidget(
            new IconLabel(m_look, words::iconOf(*line.outcome), iconSide,
                          *line.outcome == StepOutcome::Failed ? &Theme::dangerText : &Theme::ink3),
            0, Qt::AlignTop);
    else if (!line.supported)
        row->addWidget(new IconLabel(m_look, u"warning"_s, iconSide, &Theme::warnText), 0,
                       Qt::AlignTop);
    auto *text = new Label(m_look, Role::Body);
    text->setWordWrap(true);
    text->setText(!line.supported
                      ? tr("%1 (not in the messages)", "a line of a summary").arg(line.text)
                      : line.outcome ? tr("%1: %2", "a step that was tried, its outcome")
                                           .arg(line.text, words::of(*line.outcome))
                                     : line.text);
    row->addWidget(text, 1);
    addLinks(row, line.messages);
    m_lines->addLayout(row);
}

void SummarySheet::addStatusLine()
{
    auto *row = new QHBoxLayout;
    auto *text = new Label(m_look, Role::Body);
    text->setWordWrap(true);
    QString said = words::of(m_summary.state);
    if (m_summary.last) {
        const QString when
            = format::moment(m_summary.lastAt, m_clock.now(), QTimeZone::systemTimeZone());
        said = m_summary.unanswered
            ? tr("%1. The customer waits for an answer since %2.", "a state, a time")
                  .arg(said, when)
            : tr("%1. The last message is of %2.", "a state, a time").arg(said, when);
    }
    text->setText(said);
    row->addWidget(text, 1);
    if (m_summary.last)
        addLinks(row, {*m_summary.last});
    m_lines->addLayout(row);
}

void SummarySheet::addLinks(QLayout *row, const QList<MessageId> &messages)
{
    qsizetype shown = 0;
    for (const MessageId &id : messages) {
        const auto message
            = std::find_if(m_conversation.messages.begin(), m_conversation.messages.end(),
                           [&id](const Message &one) { return one.id == id; });
        if (message == m_conversation.messages.end() || shown++ == mostLinks)
            continue;
        const QString at = format::when(message->at, m_clock.now(), QTimeZone::systemTimeZone());
        auto *link = new Button(m_look, at, ButtonKind::Link);
        link->setButtonSize(ButtonSize::Small);
        link->setAccessibleName(tr("Show the message of %1").arg(at));
        connect(link, &QAbstractButton::clicked, this, [this, id] {
            Q_EMIT messageRequested(id);
            close();
        });
        row->addWidget(link);
    }
}

bool SummarySheet::modelRuns() const
{
    return m_text.run != 0 && !isOver(m_text.state);
}

void SummarySheet::askModel()
{
    if (modelRuns())
        Q_EMIT modelStopRequested();
    else
        Q_EMIT modelRequested();
}

void SummarySheet::showModelText(const ModelText &text)
{
    if (text.task != ModelTask::Summary || text.conversation != m_conversation.id)
        return;
    m_text = text;
    const bool runs = !isOver(text.state);
    m_byModel->setText(runs ? tr("Stop") : tr("Sum up by the model"));
    m_byModel->setIconName(runs ? u"stop"_s : u"regenerate"_s);
    if (runs)
        m_tick.start();
    else
        m_tick.stop();
    showProgress();
}

void SummarySheet::showProgress()
{
    if (!isOver(m_text.state))
        tell(modelProgress(m_text, m_clock.steadyMs()));
    else if (m_text.state == ModelState::Complete)
        tell(m_text.readInPart ? tr("The model read a part of the conversation only.") : QString());
    else if (m_text.state == ModelState::Cancelled)
        tell({});
    else
        tell(tr("%1 This is the built-in summary.", "why the model wrote nothing")
                 .arg(modelTrouble(m_text.trouble)));
}

void SummarySheet::tell(const QString &text)
{
    const bool isNew = !text.isEmpty() && isOver(m_text.state) && text != m_said->text();
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
    if (isNew) {
        QAccessibleEvent alert(m_said, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

} // namespace baton::ui
