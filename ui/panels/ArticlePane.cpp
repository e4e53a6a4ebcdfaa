#include "ui/panels/ArticlePane.h"

#include "ui/models/KnowledgeRows.h"
#include "ui/models/SourceLines.h"
#include "ui/panels/Button.h"
#include "ui/panels/Chip.h"
#include "ui/panels/FlowRow.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/text/Format.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int mostPassagesShown = 200;
constexpr int mostUsesShown = 5; ///< of a heading
constexpr int useIcon = 14;
constexpr int askedUnits = 120;

} // namespace

ArticlePane::ArticlePane(const Look &look, const Clock &clock, QWidget *parent)
    : ReadingPane(look, tr("Article"), tr("Passages"), parent)
    , m_clock(clock)
    , m_chips(new FlowRow(6))
    , m_edit(new Button(look, tr("Edit")))
    , m_retire(new Button(look, tr("Retire…"), ButtonKind::Risky))
{
    m_edit->setButtonSize(ButtonSize::Small);
    m_edit->setIconName(u"pen"_s);
    m_edit->setAccessibleName(tr("Edit the article"));
    m_retire->setButtonSize(ButtonSize::Small);
    words().addSpacing(3);
    words().addLayout(m_chips);
    addToHead(m_edit);
    addToHead(m_retire);
    connect(m_edit, &QAbstractButton::clicked, this, &ArticlePane::editRequested);
    connect(m_retire, &QAbstractButton::clicked, this, &ArticlePane::retireRequested);
}

void ArticlePane::setArticle(const KnowledgeArticle &article)
{
    if (article == m_article)
        return;
    const bool same = article.entry.document.id == m_article.entry.document.id;
    const int at = same ? scroll().verticalScrollBar()->value() : 0;
    m_article = article;
    fillHead();
    fillPassages();
    scroll().verticalScrollBar()->setValue(at);
}

void ArticlePane::fillHead()
{
    const KnowledgeEntry &entry = m_article.entry;
    const Instant now = m_clock.now();
    title().setText(entry.document.title);
    line().setText(documentLine(entry.document, now));
    m_retire->setVisible(!entry.retired);
    m_chips->clear();
    using paint::Tone;
    const auto chip = [this](const QString &icon, const QString &text, Tone tone) {
        m_chips->addWidget(new Chip(m_look, {icon, text, tone, paint::ChipSize::Small}));
    };
    if (entry.retired)
        chip(u"stop"_s, tr("Retired, no draft uses it"), Tone::Neutral);
    if (entry.reviewDue)
        chip(u"clock"_s,
             tr("Review was due %1")
                 .arg(format::date(*entry.document.review, now, QTimeZone::utc())),
             Tone::Warn);
    const bool open = entry.document.audience == Audience::Customer;
    chip(open ? u"eye"_s : u"lock"_s,
         open ? tr("Customers may read it") : tr("For colleagues only"), Tone::Neutral);
    chip({}, tr("%n passage(s)", nullptr, entry.passages), Tone::Neutral);
    chip(u"quote"_s,
         entry.cited > 0 ? tr("Cited %n time(s)", nullptr, entry.cited) : tr("Not cited yet"),
         Tone::Neutral);
    if (entry.disputed > 0)
        chip(u"flag"_s, tr("Disputed %n time(s)", nullptr, entry.disputed), Tone::Warn);
}

void ArticlePane::fillPassages()
{
    m_headings.clear();
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(metrics::conversationPadding, 14, metrics::conversationPadding,
                                 20);
    m_column->setSpacing(4);
    QHash<QString, QList<Citation>> uses;
    for (const Citation &use : m_article.uses)
        uses[use.place.heading] += use;
    const QList<Passage> &passages = m_article.passages;
    const qsizetype shown = std::min<qsizetype>(passages.size(), mostPassagesShown);
    for (qsizetype i = 0; i < shown; ++i) {
        const QString &heading = passages[i].heading;
        addPassage(passages[i], i == 0 || passages[i - 1].heading != heading);
        // A long one lies in several pieces; what was made of it stands below the last.
        if (i + 1 == passages.size() || passages[i + 1].heading != heading)
            addUses(uses.take(heading));
    }
    if (shown < passages.size()) {
        auto *rest = new Label(m_look, Role::Small, &Theme::ink3);
        rest->setText(tr("%n passage(s) more", nullptr, int(passages.size() - shown)));
        m_column->addWidget(rest);
    } else if (!uses.isEmpty()) {
        auto *gone = new Label(m_look, Role::Small, &Theme::ink3);
        gone->setText(tr("Under headings of earlier versions"));
        m_column->addSpacing(10);
        m_column->addWidget(gone);
        for (const QList<Citation> &some : std::as_const(uses))
            addUses(some);
    }
    m_column->addStretch();
    setContent(content);
}

void ArticlePane::addPassage(const Passage &passage, bool headed)
{
    if (headed && !passage.heading.isEmpty()) {
        auto *heading = new Label(m_look, Role::Body);
        heading->setWeight(QFont::DemiBold);
        heading->setWordWrap(true);
        heading->setText(passage.heading);
        if (passage.place > 0)
            m_column->addSpacing(12);
        m_column->addWidget(heading);
        if (!m_headings.contains(passage.heading))
            m_headings.insert(passage.heading, heading);
    }
    auto *text = new Label(m_look, Role::Body, &Theme::ink2);
    text->setWordWrap(true);
    text->setText(shownPassage(passage.text));
    m_column->addWidget(text);
}

void ArticlePane::addUses(const QList<Citation> &uses)
{
    const qsizetype shown = std::min<qsizetype>(uses.size(), mostUsesShown);
    for (qsizetype i = 0; i < shown; ++i)
        m_column->addWidget(useRow(uses[i]));
    if (shown == uses.size())
        return;
    auto *rest = new Label(m_look, Role::Small, &Theme::ink3);
    rest->setText(tr("%n more", nullptr, int(uses.size() - shown)));
    m_column->addWidget(rest);
}

QWidget *ArticlePane::useRow(const Citation &use)
{
    const bool disputed = use.kind == CitationKind::Disputed;
    const QString when = format::moment(use.at, m_clock.now(), QTimeZone::systemTimeZone());
    const QString what = disputed ? disputeReason(use.why)
        : use.asked.isEmpty()     ? QString()
                                  : tr("“%1”", "quoted words").arg(use.asked.left(askedUnits));
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->setSpacing(metrics::iconGap);
    line->addWidget(new IconLabel(m_look, disputed ? u"flag"_s : u"quote"_s, useIcon,
                                  disputed ? &Theme::warnText : &Theme::ink3));
    auto *words = new Label(m_look, Role::Small, disputed ? &Theme::warnText : &Theme::ink3);
    words->setText(disputed ? tr("Disputed by %1, %2", "who, when").arg(use.agent.name, when)
                            : tr("Cited by %1, %2", "who, when").arg(use.agent.name, when));
    line->addWidget(words);
    auto *about = new Label(m_look, Role::Small, &Theme::ink2);
    about->setElided(Qt::ElideRight);
    about->setText(what.simplified());
    line->addWidget(about, 1);
    auto *open = new Button(m_look, tr("Conversation"), ButtonKind::Link);
    open->setButtonSize(ButtonSize::Small);
    open->setAccessibleDescription(words->text());
    connect(open, &QAbstractButton::clicked, this,
            [this, id = use.conversation] { Q_EMIT openRequested(id); });
    line->addWidget(open);
    return row;
}

void ArticlePane::showHeading(const QString &heading)
{
    QWidget *at = m_headings.value(heading);
    if (!at)
        return;
    scroll().widget()->layout()->activate();
    scroll().widget()->adjustSize();
    scroll().verticalScrollBar()->setValue(
        qMax(0, at->mapTo(scroll().widget(), QPoint()).y() - 14));
}

} // namespace baton::ui
