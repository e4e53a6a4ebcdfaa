#include "ui/panels/LabelSheet.h"

#include "core/base/PersonalData.h"
#include "ui/panels/HeightAt.h"
#include "ui/panels/ScrollColumn.h"
#include "ui/panels/SunkenBox.h"
#include "ui/text/ErrorText.h"
#include "ui/text/Format.h"
#include "ui/text/Words.h"
#include "ui/theme/Metrics.h"

#include <QtCore/QLocale>
#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int labelsWide = 600;
constexpr int wordsHigh = 168;
constexpr int intentsAtOnce = 16;

/// "Deutsch"; empty where it is not told.
QString languageIn(const QString &locale)
{
    if (locale.isEmpty())
        return {};
    const QLocale known(locale);
    return known.language() == QLocale::C ? locale : QLocale::languageToString(known.language());
}

} // namespace

LabelSheet::LabelSheet(const Look &look, const QList<IntentName> &intents, QWidget *parent)
    : Sheet(look, tr("Was the intent read right?"), parent)
    , m_look(look)
    , m_progress(new Label(look, Role::Small, &Theme::ink2))
    , m_tally(new Label(look, Role::Small, &Theme::ink3))
    , m_words(new Label(look, Role::Body))
    , m_about(new Label(look, Role::Small, &Theme::ink3))
    , m_question(new Label(look, Role::Title))
    , m_said(new Label(look, Role::Small, &Theme::ink2))
    , m_intents(new QComboBox)
    , m_record(new Button(look, tr("Record"), ButtonKind::Primary))
    , m_back(addButton(tr("Back"), ButtonKind::Quiet))
    , m_skip(addButton(tr("Skip"), ButtonKind::Quiet))
    , m_other(addButton(tr("Another one…")))
    , m_right(addButton(tr("Right"), ButtonKind::Primary))
    , m_more(addButton(tr("Another %1").arg(labelsAtOnce)))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(look.px(labelsWide) + 2 * metrics::elevationMargin);
    cancel()->setText(tr("Close"));
    for (const IntentName &intent : intents)
        m_titles.insert(intent.name, intent.title);
    m_progress->setWeight(QFont::DemiBold);
    auto *head = new QHBoxLayout;
    head->addWidget(m_progress);
    head->addStretch(1);
    head->addWidget(m_tally);
    body()->addLayout(head);
    body()->addWidget(buildWords());
    body()->addWidget(m_about);
    body()->addSpacing(2);
    m_question->setWordWrap(true);
    body()->addWidget(m_question);
    m_said->setWordWrap(true);
    body()->addWidget(m_said);
    m_intents->addItem(tr("None of these"), QString());
    for (const IntentName &intent : intents)
        m_intents->addItem(intent.title, intent.name);
    body()->addWidget(buildChoice());
    m_back->setKeyHint(u"Ctrl Z"_s);
    m_skip->setKeyHint(u"S"_s);
    m_other->setKeyHint(u"N"_s);
    m_right->setKeyHint(u"Y"_s);
    connect(m_right, &QAbstractButton::clicked, this, &LabelSheet::stands);
    connect(m_other, &QAbstractButton::clicked, this, [this] { choose(true); });
    connect(m_skip, &QAbstractButton::clicked, this, &LabelSheet::skipped);
    connect(m_back, &QAbstractButton::clicked, this, &LabelSheet::backRequested);
    connect(m_more, &QAbstractButton::clicked, this, &LabelSheet::moreRequested);
    connect(m_record, &QAbstractButton::clicked, this, &LabelSheet::record);
    // A key that is held down answers once.
    for (QWidget *one : QWidgetList{m_right, m_other, m_skip, m_back, m_more, m_record, m_intents})
        one->installEventFilter(this);
    setLabels({});
}

QWidget *LabelSheet::buildWords()
{
    m_box = new SunkenBox(m_look);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 8, 0);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop);
    column->addWidget(m_words);
    column->addStretch(1);
    m_scroll = new ScrollColumn(m_look, inside, &Theme::sunken);
    m_scroll->setAccessibleName(tr("What the customer wrote"));
    m_scroll->setFixedHeight(m_look.px(wordsHigh));
    auto *around = new QVBoxLayout(m_box);
    around->setContentsMargins(14, 10, 6, 10);
    around->addWidget(m_scroll);
    return m_box;
}

QWidget *LabelSheet::buildChoice()
{
    m_choice = new QWidget;
    m_intents->setAccessibleName(tr("What it is about"));
    m_intents->setMaxVisibleItems(intentsAtOnce);
    auto *row = new QHBoxLayout(m_choice);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_intents, 1);
    row->addWidget(m_record);
    m_choice->hide();
    return m_choice;
}

QString LabelSheet::titleOf(const QString &intent) const
{
    return intent.isEmpty() ? tr("None of these") : m_titles.value(intent, intent);
}

bool LabelSheet::isChoosing() const
{
    return m_choice->isVisibleTo(this);
}

QString LabelSheet::progress() const
{
    return m_progress->text();
}

QString LabelSheet::question() const
{
    return m_question->text();
}

void LabelSheet::choose(bool choosing)
{
    m_choice->setVisible(choosing);
    const bool asks = m_labels.isRead && !m_labels.isOver() && !choosing;
    m_right->setVisible(asks);
    m_other->setVisible(asks);
    m_right->setDefault(!choosing);
    m_record->setDefault(choosing);
    if (choosing)
        m_intents->setFocus(Qt::TabFocusReason);
    else
        m_right->setFocus(Qt::OtherFocusReason);
    fit();
}

/// As high as what it shows, and in the middle still.
void LabelSheet::fit()
{
    if (!isVisible())
        return;
    const QPoint middle = geometry().center();
    resize(width(), heightAt(*this, width()));
    move(middle - rect().center());
}

void LabelSheet::record()
{
    Q_EMIT isAbout(m_intents->currentData().toString());
}

void LabelSheet::setLabels(const LabelSnapshot &labels)
{
    m_labels = labels;
    const bool over = labels.isOver();
    const bool looks = labels.isRead && !over;
    m_box->setVisible(!over);
    if (!looks)
        m_words->clear();
    for (QWidget *one : QWidgetList{m_progress, m_tally, m_about, m_skip})
        one->setVisible(looks);
    m_back->setVisible(labels.isRead && !labels.items.isEmpty());
    m_back->setEnabled(labels.at > 0);
    m_more->setVisible(over && !labels.items.isEmpty());
    m_progress->setText(
        looks ? tr("%1 of %2", "a position").arg(labels.at + 1).arg(labels.items.size())
              : QString());
    const qint64 told = labels.told();
    m_tally->setText(told > 0 && looks
                         ? tr("%1 of %2 right so far").arg(labels.right().hits).arg(told)
                         : QString());
    if (looks)
        showItem(labels.items[labels.at]);
    else
        showOutcome();
    if (labels.problem)
        m_said->setText(errorText(*labels.problem).toString());
    m_said->setInk(labels.problem ? &Theme::dangerText : &Theme::ink2);
    m_said->setVisible(!m_said->text().isEmpty());
    choose(false);
    if (over || !labels.isRead)
        cancel()->setFocus(Qt::OtherFocusReason);
    announce();
}

void LabelSheet::showItem(const LabelItem &item)
{
    m_words->setText(text::masked(item.text));
    m_scroll->verticalScrollBar()->setValue(0);
    const QString language = languageIn(item.locale);
    m_about->setText(
        language.isEmpty()
            ? words::of(item.channel)
            : tr("%1, %2", "a channel, a language").arg(words::of(item.channel), language));
    m_question->setText(tr("Read as %1, %2 sure", "an intent, per cent")
                            .arg(titleOf(item.intent), format::percent(item.confidence)));
    m_intents->setCurrentIndex(std::max(
        0, m_intents->findData(item.state == LabelState::Wrong ? item.became : item.intent)));
    QString said;
    if (item.state == LabelState::Right)
        said = tr("You said that it is right.");
    else if (item.state == LabelState::Wrong)
        said = tr("You said: %1.", "an intent").arg(titleOf(item.became));
    else if (item.state == LabelState::Skipped)
        said = tr("You skipped it.");
    m_said->setText(said);
}

void LabelSheet::showOutcome()
{
    const quality::Proportion right = m_labels.right();
    if (!m_labels.isRead) {
        m_question->setText(tr("Conversations are being drawn…"));
        m_said->clear();
    } else if (m_labels.items.isEmpty()) {
        m_question->setText(tr("There is nothing to look at"));
        m_said->setText(
            m_labels.problem             ? QString()
                : m_labels.readings == 0 ? tr("In the last 30 days no intent was read.")
                : m_labels.looked == m_labels.readings
                ? tr("All readings of the last 30 days were looked at.")
                : tr("Of the last 30 days, what has ended or was answered was looked at."));
    } else if (right.n == 0) {
        m_question->setText(tr("None were looked at"));
        m_said->setText(tr("They come again the next time."));
    } else {
        const quality::Bounds bounds = m_labels.interval();
        m_question->setText(
            tr("%1 of %2 right, %3, between %4 and %5", "counts, a share, its interval")
                .arg(right.hits)
                .arg(right.n)
                .arg(format::percent(right.value()), format::percent(bounds.lower),
                     format::percent(bounds.upper)));
        m_said->setText(tr("They were drawn from sure and unsure readings alike. The scorecard and "
                           "the policy weigh them by how many were read as surely."));
    }
}

void LabelSheet::announce()
{
    QStringList said{m_progress->text(), m_question->text(), m_said->text()};
    said.removeAll(QString());
    setAccessibleDescription(said.join(u". "_s));
    if (!isVisible())
        return;
    QAccessibleEvent alert(m_question, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool LabelSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->isAutoRepeat() && (enter || key->key() == Qt::Key_Space))
            return true;
        if (watched == m_intents && enter) {
            record();
            return true;
        }
        if (watched == m_intents && key->key() == Qt::Key_Escape) {
            choose(false);
            return true;
        }
    }
    return Sheet::eventFilter(watched, event);
}

void LabelSheet::keyPressEvent(QKeyEvent *event)
{
    const auto press = [event](Button *button) {
        if (!event->isAutoRepeat() && button->isVisible() && button->isEnabled())
            button->click();
    };
    if (event->matches(QKeySequence::Undo))
        return press(m_back);
    if (event->key() == Qt::Key_Escape && isChoosing())
        return choose(false);
    if (event->modifiers() == Qt::NoModifier && !isChoosing()) {
        switch (event->key()) {
        case Qt::Key_Y:
            return press(m_right);
        case Qt::Key_N:
            return press(m_other);
        case Qt::Key_S:
            return press(m_skip);
        case Qt::Key_Backspace:
            return press(m_back);
        default:
            break;
        }
    }
    Sheet::keyPressEvent(event);
}

} // namespace baton::ui
