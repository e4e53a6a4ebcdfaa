#include "ui/panels/HandoffCardView.h"

#include "ui/panels/Button.h"
#include "ui/panels/Chip.h"
#include "ui/panels/ClearLayout.h"
#include "ui/panels/FlowRow.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/Label.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainterPath>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int headHeight = 30;
constexpr int foldedHeight = 36;
constexpr int nameHeight = 14;
constexpr int nextHeight = 40;
constexpr int cellPadding = 12;
constexpr int sectionGap = 8;
constexpr int triedGap = 7;
constexpr int leftShare = 1000; // of the width; the line between them counts to the left
constexpr int rightShare = 1066;

Label *wrapping(const Look &look, Role role, QColor Theme::*ink, const QString &text)
{
    auto *label = new Label(look, role, ink);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

} // namespace

HandoffCardView::HandoffCardView(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_short(new Label(look, Role::Small, &Theme::ink3))
    , m_from(new Label(look, Role::Small, &Theme::ink3))
    , m_failed(new Label(look, Role::Small, &Theme::dangerText))
    , m_late(new Label(look, Role::Small, &Theme::dangerText))
    , m_said(new Label(look, Role::Small, &Theme::ink2))
    , m_fold(new IconButton(look, u"chevron-up"_s, tr("Fold the handoff")))
    , m_head(buildHead())
    , m_body(buildBody())
    , m_next(buildNext())
{
    setAccessibleName(tr("Handoff"));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 1, 1, 1);
    all->setSpacing(0);
    all->addWidget(m_head);
    all->addWidget(m_body);
    all->addWidget(m_next);
    // A maximum would be that of the size hint, which knows no width.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_fold, &QAbstractButton::clicked, this, &HandoffCardView::toggle);
    setVerdict(Verdict::None);
    connect(&look, &Look::changed, this, [this] {
        fitHead();
        m_next->setFixedHeight(m_look.px(nextHeight));
        update();
    });
    hide();
}

QWidget *HandoffCardView::buildHead()
{
    auto *head = new QWidget;
    head->setFixedHeight(m_look.px(headHeight));
    auto *name = new Label(m_look, Role::Small);
    name->setWeight(QFont::DemiBold);
    name->setText(tr("Handoff"));
    m_short->setElided(Qt::ElideRight);
    m_fold->setSides(24, 14);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(cellPadding, 0, 13, 0);
    row->setSpacing(7);
    row->addWidget(new IconLabel(m_look, u"baton"_s, 16, &Theme::accentText));
    row->addWidget(name);
    row->addWidget(m_short, 1);
    m_marks = new QWidget;
    auto *marks = new QHBoxLayout(m_marks);
    marks->setContentsMargins({});
    marks->setSpacing(5);
    for (Label *mark : {m_failed, m_late}) {
        auto *icon = new IconLabel(m_look, mark == m_failed ? u"step-fail"_s : u"promise"_s, 14,
                                   &Theme::dangerText);
        icon->setParent(m_marks);
        mark->setWeight(QFont::Medium);
        marks->addWidget(icon);
        marks->addWidget(mark);
        m_markIcons += icon;
    }
    marks->insertSpacing(2, 5);
    row->addWidget(m_marks);
    row->addWidget(m_from);
    row->addWidget(m_said);
    row->addSpacing(-3);
    row->addWidget(m_fold);
    return head;
}

QWidget *HandoffCardView::buildBody()
{
    auto *body = new QWidget;
    const auto column = [] {
        auto *cell = new QVBoxLayout;
        cell->setContentsMargins(cellPadding, 9, cellPadding, 9);
        cell->setSpacing(0);
        return cell;
    };
    m_left = column();
    m_right = column();
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addLayout(m_left, leftShare);
    row->addWidget(new Hairline(m_look, Qt::Vertical));
    row->addLayout(m_right, rightShare);
    return body;
}

QWidget *HandoffCardView::buildNext()
{
    auto *next = new QWidget;
    next->setFixedHeight(m_look.px(nextHeight));
    auto *what = new Label(m_look, Role::Small, &Theme::accentText);
    what->setWeight(QFont::Medium);
    what->setText(tr("Next"));
    m_nextText = new Label(m_look, Role::Body);
    m_nextText->setWeight(QFont::Medium);
    m_nextText->setWordWrap(true);
    m_nextText->setMostLines(2);
    m_nextText->setAlignment(Qt::AlignVCenter | Qt::AlignLeading);
    auto *row = new QHBoxLayout(next);
    row->setContentsMargins(cellPadding, 0, 7, 0);
    row->setSpacing(metrics::iconGap);
    row->addWidget(new IconLabel(m_look, u"arrow-right"_s, 15, &Theme::accentText));
    row->addSpacing(4);
    row->addWidget(what);
    row->addWidget(m_nextText, 1);
    m_action = new Button(m_look, tr("Review action"));
    m_action->setButtonSize(ButtonSize::Small);
    m_action->hide();
    connect(m_action, &QAbstractButton::clicked, this, &HandoffCardView::actionRequested);
    m_waits = new QWidget;
    auto *waits = new QHBoxLayout(m_waits);
    waits->setContentsMargins(0, 0, 5, 0);
    waits->setSpacing(5);
    auto *why = new Label(m_look, Role::Small, &Theme::ink3);
    why->setText(tr("Waits for a connection"));
    waits->addWidget(new IconLabel(m_look, u"lock"_s, 14, &Theme::ink3));
    waits->addWidget(why);
    m_waits->hide();
    row->addWidget(m_waits);
    row->addWidget(m_action);
    return next;
}

void HandoffCardView::setActionOffered(ActionOffered offered, const QString &keys)
{
    m_action->setVisible(offered == ActionOffered::Yes);
    m_waits->setVisible(offered == ActionOffered::Waits);
    m_action->setToolTip(tr("Shows what would be sent (%1)", "a key").arg(keys));
}

void HandoffCardView::setLines(const std::optional<CardLines> &lines)
{
    setVisible(lines.has_value());
    if (lines == m_lines)
        return;
    m_lines = lines;
    if (lines)
        fill();
}

void HandoffCardView::setVerdict(Verdict verdict)
{
    m_verdict = verdict;
    m_said->setText(verdict == Verdict::Complete ? tr("You: complete")
                                                 : tr("You: something was missing"));
    showFold();
}

void HandoffCardView::setFolded(bool folded)
{
    m_folded = folded;
    m_insisted = !folded;
    showFold();
    Q_EMIT foldChanged();
}

void HandoffCardView::setCramped(bool cramped)
{
    if (cramped == m_cramped)
        return;
    m_cramped = cramped;
    m_insisted = false;
    showFold();
}

void HandoffCardView::showFold()
{
    const bool folded = isFolded();
    m_fold->setIconName(folded ? u"chevron-down"_s : u"chevron-up"_s);
    m_fold->setName(folded ? tr("Unfold the handoff") : tr("Fold the handoff"), u"H"_s);
    m_body->setVisible(!folded);
    if (m_lines)
        m_short->setText(folded ? m_lines->need.value(0) : tr("read in 30 seconds"));
    m_short->setInk(folded ? &Theme::ink : &Theme::ink3);
    m_short->setWeight(folded ? QFont::Medium : QFont::Normal);
    showMarks();
    m_from->setVisible(!folded);
    m_said->setVisible(!folded && m_verdict != Verdict::None);
    fitHead();
    updateGeometry();
    update();
}

/// Folded it still says what failed and what is late.
void HandoffCardView::showMarks()
{
    QString failed;
    QString late;
    if (isFolded() && m_lines) {
        const auto count = std::count_if(m_lines->tried.begin(), m_lines->tried.end(),
                                         [](const CardLine &line) { return line.bad; });
        failed = count > 0 ? tr("%n failed", "steps", int(count)) : QString();
        const auto first = std::find_if(m_lines->promised.begin(), m_lines->promised.end(),
                                        [](const CardLine &line) { return !line.late.isEmpty(); });
        late = first == m_lines->promised.end() ? QString() : first->late;
    }
    m_failed->setText(failed);
    m_late->setText(late);
    for (QWidget *shown : {static_cast<QWidget *>(m_failed), m_markIcons[0]})
        shown->setVisible(!failed.isEmpty());
    for (QWidget *shown : {static_cast<QWidget *>(m_late), m_markIcons[1]})
        shown->setVisible(!late.isEmpty());
    m_marks->setVisible(!failed.isEmpty() || !late.isEmpty());
}

void HandoffCardView::fitHead()
{
    m_head->setFixedHeight(m_look.px(isFolded() ? foldedHeight : headHeight));
}

void HandoffCardView::fill()
{
    clearLayout(m_left);
    clearLayout(m_right);
    m_from->setText(
        m_lines->from.isEmpty()
            ? m_lines->complete
            : tr("%1 · %2", "time, completeness").arg(m_lines->from, m_lines->complete));
    m_from->setToolTip(m_lines->missing.isEmpty() ? QString()
                                                  : tr("Missing: %1").arg(m_lines->missing));
    addText(m_left, tr("Need"), m_lines->needInferred, m_lines->need, QFont::Medium);
    if (!m_lines->expects.isEmpty())
        addText(m_left, tr("They expect"), m_lines->expectsInferred, {m_lines->expects},
                QFont::Normal);
    if (!m_lines->questions.isEmpty())
        addText(m_left, tr("Open questions"), m_lines->questionsInferred, m_lines->questions,
                QFont::Normal);
    addFlags(m_left);
    m_left->addStretch();
    addLines(m_right, tr("Tried"), m_lines->tried);
    addLines(m_right, tr("Promised"), m_lines->promised);
    m_right->addStretch();
    m_next->setVisible(!m_lines->next.isEmpty());
    m_nextText->setText(m_lines->next);
    showFold();
}

void HandoffCardView::addName(QVBoxLayout *column, const QString &text, int above)
{
    if (column->count() > 0)
        column->addSpacing(above);
    auto *name = new Label(m_look, Role::Small, &Theme::ink3);
    name->setWeight(QFont::Medium);
    name->setText(text);
    name->setFixedHeight(m_look.px(nameHeight));
    connect(&m_look, &Look::changed, name,
            [this, name] { name->setFixedHeight(m_look.px(nameHeight)); });
    column->addWidget(name);
}

void HandoffCardView::addText(QVBoxLayout *column, const QString &label, bool inferred,
                              const QStringList &texts, QFont::Weight weight)
{
    addName(column, inferred ? tr("%1 · inferred", "a field's name").arg(label) : label,
            sectionGap);
    column->addSpacing(1);
    if (texts.isEmpty()) {
        column->addWidget(wrapping(m_look, Role::Body, &Theme::ink3, tr("unknown")));
        return;
    }
    for (const QString &text : texts) {
        Label *shown = wrapping(m_look, Role::Body, &Theme::ink, text);
        shown->setWeight(weight);
        column->addWidget(shown);
    }
}

void HandoffCardView::addLines(QVBoxLayout *column, const QString &label,
                               const QList<CardLine> &lines)
{
    if (lines.isEmpty())
        return;
    addName(column, label, triedGap);
    column->addSpacing(2);
    for (const CardLine &line : lines) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(0, 1, 0, 1);
        row->setSpacing(7);
        // As tall as a line, so that it stands beside the first one.
        auto *icon = new IconLabel(m_look, line.icon, 15,
                                   line.good      ? &Theme::ok
                                       : line.bad ? &Theme::danger
                                                  : &Theme::ink3);
        icon->setContentsMargins(0, 2, 0, 0);
        row->addWidget(icon, 0, Qt::AlignTop);
        Label *text = wrapping(m_look, Role::Body, &Theme::ink, line.text);
        text->setTrailing(line.aside);
        row->addWidget(text, 1);
        if (!line.late.isEmpty()) {
            auto *late = new Label(m_look, Role::Small, &Theme::dangerText);
            late->setWeight(QFont::Medium);
            late->setText(line.late);
            row->addWidget(late, 0, Qt::AlignTop);
        }
        column->addLayout(row);
    }
}

void HandoffCardView::addFlags(QVBoxLayout *column)
{
    if (m_lines->careful.isEmpty())
        return;
    addName(column, tr("Careful"), sectionGap);
    column->addSpacing(3);
    auto *row = new QWidget;
    auto *flow = new FlowRow(5, row);
    for (const CareLine &flag : std::as_const(m_lines->careful))
        flow->addWidget(
            new Chip(m_look, {flag.icon, flag.text, paint::Tone::Danger, paint::ChipSize::Small}));
    column->addWidget(row);
}

void HandoffCardView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const QRectF all(rect());
    QPainterPath shape;
    shape.addRoundedRect(all.adjusted(.5, .5, -.5, -.5), metrics::radiusCard, metrics::radiusCard);
    p.save();
    p.setClipPath(shape);
    p.fillRect(all, theme.surface);
    if (!isFolded())
        p.fillRect(QRectF(0, 0, width(), m_head->geometry().bottom()), theme.pane);
    if (m_next->isVisible())
        p.fillRect(m_next->geometry().adjusted(-1, 0, 1, 1), theme.accentTint);
    p.restore();
    const auto rule
        = [&](int y) { paint::hairline(p, QPointF(0, y), QPointF(width() - 1, y), theme.line); };
    if (m_body->isVisible() || m_next->isVisible())
        rule(m_head->geometry().bottom());
    if (m_body->isVisible() && m_next->isVisible())
        rule(m_next->geometry().top());
    paint::box(p, all, metrics::radiusCard, {}, theme.lineStrong);
}

} // namespace baton::ui
