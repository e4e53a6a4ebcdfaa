#include "ui/panels/CheckPane.h"

#include "ui/models/KnowledgeRows.h"
#include "ui/panels/Button.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/theme/Metrics.h"

#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

CheckPane::CheckPane(const Look &look, QWidget *parent)
    : ReadingPane(look, tr("To check"), tr("What the two articles say"), parent)
{ }

void CheckPane::setContradiction(const Contradiction &contradiction)
{
    if (contradiction == m_contradiction)
        return;
    m_contradiction = contradiction;
    title().setText(contradictionTitle(contradiction));
    line().setText(tr("Two articles say nearly the same sentence with different figures. A new "
                      "version of the wrong one settles it."));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::conversationPadding, 8, metrics::conversationPadding, 20);
    column->setSpacing(0);
    column->addWidget(card(contradiction.first));
    column->addWidget(new Hairline(m_look, Qt::Horizontal));
    column->addWidget(card(contradiction.second));
    column->addStretch();
    setContent(content);
}

QWidget *CheckPane::card(const Claim &claim)
{
    auto *card = new QWidget;
    card->setAccessibleName(claim.sentence);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 12, 0, 12);
    column->setSpacing(4);
    auto *where = new Label(m_look, Role::Body);
    where->setWeight(QFont::DemiBold);
    where->setText(claim.title);
    auto *sentence = new Label(m_look, Role::Read);
    sentence->setWordWrap(true);
    sentence->setText(tr("“%1”", "quoted words").arg(claim.sentence));
    if (const qsizetype at = sentence->text().indexOf(claim.figure); at >= 0)
        sentence->setHighlight(int(at), int(claim.figure.size()));
    auto *place = new Label(m_look, Role::Small, &Theme::ink3);
    const QString document = tr("%1 v%2", "document, version")
                                 .arg(claim.place.document.text())
                                 .arg(claim.place.version);
    place->setText(
        claim.place.heading.isEmpty()
            ? document
            : tr("%1, under “%2”", "document, heading").arg(document, claim.place.heading));
    auto *open = new Button(m_look, tr("Open the article"));
    open->setButtonSize(ButtonSize::Small);
    open->setIconName(u"book"_s);
    open->setAccessibleDescription(claim.title);
    connect(open, &QAbstractButton::clicked, this,
            [this, at = claim.place] { Q_EMIT openRequested(at); });
    auto *doors = new QHBoxLayout;
    doors->addWidget(open);
    doors->addStretch();
    column->addWidget(where);
    column->addWidget(sentence);
    column->addWidget(place);
    column->addSpacing(4);
    column->addLayout(doors);
    return card;
}

} // namespace baton::ui
