#include "ui/panels/SourceCard.h"

#include "ui/panels/Button.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/panels/SourceMarker.h"
#include "ui/theme/Metrics.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace baton::ui {

namespace {

constexpr int cardWidth = 384;
constexpr qsizetype before = 300;        ///< UTF-16 units shown before the words that were used
constexpr qsizetype mostOfPassage = 900; ///< of the passage

} // namespace

SourceCard::SourceCard(const Look &look, int number, const SourceLine &line, QWidget *parent)
    : Popover(look,
              number > 0 ? tr("Source %1: %2, %3").arg(number).arg(line.title, line.aside)
                         : tr("%1, %2", "a passage, its document").arg(line.title, line.aside),
              parent)
    , m_line(line)
    , m_words(new Label(look, Role::Read, &Theme::ink2))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->addStrut(look.px(cardWidth) - 2);
    setFocusPolicy(Qt::StrongFocus);
    auto *title = new Label(look, Role::Body);
    title->setWeight(QFont::DemiBold);
    title->setWordWrap(true);
    title->setText(line.title);
    title->setTrailing(u' ' + line.aside); // a wider gap
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    if (number > 0)
        head->addWidget(new SourceMarker(look, line.kind, number), 0, Qt::AlignTop);
    head->addWidget(title, 1);
    m_words->setWordWrap(true);
    if (!line.whole.isEmpty())
        m_words->setText(tr("“%1”", "quoted words").arg(line.whole));
    else if (!line.passage)
        m_words->setText(tr("It has no words of its own."));
    auto *column = new QVBoxLayout;
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(7);
    column->addLayout(head);
    column->addWidget(m_words);
    body()->addLayout(column);
    if (line.passage) {
        body()->addWidget(new Hairline(look, Qt::Horizontal));
        body()->addWidget(buildFoot(look, number > 0));
    }
}

QWidget *SourceCard::buildFoot(const Look &look, bool disputable)
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 5, 13, 5);
    row->setSpacing(2);
    row->addStretch();
    const auto add = [&](const QString &words) {
        auto *button = new Button(look, words, ButtonKind::Link);
        button->setButtonSize(ButtonSize::Small);
        row->addWidget(button);
        return button;
    };
    if (disputable) {
        connect(add(tr("Dispute…")), &QAbstractButton::clicked, this, [this] {
            const QRect place(mapToGlobal(QPoint()), size());
            const PassagePlace passage = *m_line.passage;
            close();
            Q_EMIT disputeRequested(passage, place);
        });
        auto *dot = new Label(look, Role::Small, &Theme::ink2);
        dot->setText(QStringLiteral("·"));
        row->addWidget(dot);
    }
    connect(add(tr("Open")), &QAbstractButton::clicked, this, [this] {
        const PassagePlace passage = *m_line.passage;
        close();
        Q_EMIT openRequested(passage);
    });
    return foot;
}

void SourceCard::showPassage(const QString &text)
{
    QString shown = shownPassage(text);
    const qsizetype at = m_line.whole.isEmpty() ? -1 : shown.indexOf(m_line.whole);
    const qsizetype from = std::max<qsizetype>(0, at - before);
    const bool cut = from > 0;
    shown = shown.sliced(from);
    if (shown.size() > mostOfPassage)
        shown = shown.first(mostOfPassage) + u'…';
    if (cut)
        shown.prepend(u'…');
    m_words->setText(shown);
    if (at >= 0)
        m_words->setHighlight(int(at - from + (cut ? 1 : 0)), int(m_line.whole.size()));
    adjustSize();
}

} // namespace baton::ui
