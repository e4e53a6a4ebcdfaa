#include "ui/panels/AskLine.h"

#include "core/base/Text.h"
#include "ui/panels/Avatar.h"
#include "ui/panels/Button.h"
#include "ui/panels/Label.h"
#include "ui/theme/Metrics.h"

#include <QtWidgets/QHBoxLayout>

namespace baton::ui {

namespace {

constexpr int askAvatar = 18;
constexpr int askGap = 7;

} // namespace

AskLine::AskLine(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_avatar(new Avatar(look, askAvatar, paint::AvatarTone::Customer))
    , m_words(new Label(look, Role::Small, &Theme::ink2))
    , m_ask(new Button(look, {}, ButtonKind::Link))
{
    m_ask->setButtonSize(ButtonSize::Small);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::conversationPadding, 0, metrics::conversationPadding, 0);
    row->setSpacing(askGap);
    row->addWidget(m_avatar);
    row->addWidget(m_words);
    row->addSpacing(-3); // the link has room of its own
    row->addWidget(m_ask);
    row->addStretch();
    setFocusProxy(m_ask);
    connect(m_ask, &QAbstractButton::clicked, this, [this] {
        Q_EMIT askRequested(
            tr("%1, leave this one with me. I am writing to the customer.", "a colleague")
                .arg(m_name));
    });
    hide();
}

void AskLine::setColleague(const std::optional<ColleagueAt> &colleague, bool has)
{
    setVisible(colleague.has_value());
    if (!colleague)
        return;
    const Person &person = colleague->person;
    m_name = person.name.isEmpty() ? person.id : text::firstName(person.name);
    m_avatar->setName(person.name);
    m_words->setText(has ? tr("%1 has it now.", "a colleague").arg(m_name)
                         : colleague->doing == Doing::Composing
                         ? tr("%1 is writing now.", "a colleague").arg(m_name)
                         : tr("%1 is viewing now.", "a colleague").arg(m_name));
    m_ask->setText(tr("Ask %1 to leave this with you", "a colleague").arg(m_name));
}

void AskLine::setAsked(bool asked)
{
    m_ask->setVisible(!asked);
    if (asked)
        m_words->setText(tr("You asked %1 in a note.", "a colleague").arg(m_name));
}

} // namespace baton::ui
