#include "ui/panels/ScorePane.h"

#include "ui/panels/Button.h"
#include "ui/panels/CriterionRow.h"
#include "ui/panels/Framed.h"
#include "ui/panels/KeyCap.h"
#include "ui/panels/Label.h"
#include "ui/panels/PlantedBox.h"
#include "ui/panels/ScrollColumn.h"
#include "ui/panels/VerdictStrip.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/ActionRegistry.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>

#include <algorithm>

namespace baton::ui {

namespace {

constexpr int scorePane = 348;
constexpr int commentHeight = 52;
constexpr int formSide = metrics::panePadding - 10; // a row keeps 10 to its edges
constexpr int legendDash = 14;

} // namespace

ScorePane::ScorePane(const ReviewBoard &board, const Look &look, const ActionRegistry &actions,
                     QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(new Label(look, Role::Body))
    , m_legend(new Label(look, Role::Small, &Theme::ink3))
    , m_comment(new QPlainTextEdit)
    , m_verdicts(new VerdictStrip(look))
    , m_planted(new PlantedBox(look))
    , m_whose(new Label(look, Role::Small, &Theme::ink2))
    , m_total(new Label(look, Role::Small, &Theme::ink3))
    , m_skip(new Button(look, tr("Skip"), ButtonKind::Quiet))
    , m_save(new Button(look, tr("Save"), ButtonKind::Primary))
{
    setAccessibleName(tr("Scorecard"));
    setFixedWidth(scorePane);
    m_title->setWeight(QFont::DemiBold);
    m_legend->setText(tr("auto-score"));
    auto *head = new QWidget;
    head->setFixedHeight(metrics::paneHeader);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(metrics::panePadding, 0, metrics::panePadding, 0);
    row->addWidget(m_title, 1);
    row->addWidget(m_legend);
    m_form = buildForm();
    auto *scroll = new ScrollColumn(look, m_form, &Theme::pane);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_foot = buildFoot(actions);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(scroll, 1);
    column->addWidget(m_foot);
    fill(board.scorecard());
    showNothing();
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

QWidget *ScorePane::buildForm()
{
    auto *form = new QWidget;
    m_column = new QVBoxLayout(form);
    m_column->setContentsMargins(formSide, 2, formSide, metrics::panePadding);
    m_column->setSpacing(0);
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setPlaceholderText(tr("What to keep, what to do otherwise"));
    auto *framed = framedNote(m_look, m_comment, commentHeight);
    auto *below = new QWidget;
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(metrics::panePadding - formSide, 10, metrics::panePadding - formSide,
                               0);
    column->setSpacing(12);
    column->addWidget(framed);
    column->addWidget(m_verdicts);
    m_whose->setWordWrap(true);
    column->addWidget(m_whose);
    column->addWidget(m_planted);
    column->addStretch(1);
    m_column->addWidget(below);
    m_column->addStretch();
    connect(m_verdicts, &VerdictStrip::chosen, this, &ScorePane::answered);
    return form;
}

QWidget *ScorePane::buildFoot(const ActionRegistry &actions)
{
    auto *foot = new QWidget;
    foot->setFixedHeight(metrics::paneHeader);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(metrics::panePadding, 0, 12, 0);
    row->setSpacing(8);
    m_total->setElided(Qt::ElideRight);
    row->addWidget(m_total, 1);
    row->addWidget(m_skip);
    row->addWidget(m_save);
    const auto nameKeys = [this, &actions] {
        m_save->setKeyHint(KeyCap::text(actions.keys(ActionId::SaveReview).value(0)));
        m_verdicts->setKeys({actions.keyText(ActionId::Pass), actions.keyText(ActionId::Coach),
                             actions.keyText(ActionId::Fail)});
    };
    connect(&actions, &ActionRegistry::keysChanged, this, nameKeys);
    nameKeys();
    connect(m_skip, &QAbstractButton::clicked, this, &ScorePane::skipRequested);
    connect(m_save, &QAbstractButton::clicked, this, &ScorePane::saveRequested);
    return foot;
}

void ScorePane::fill(const Scorecard &card)
{
    if (card == m_card)
        return;
    m_card = card;
    qDeleteAll(m_rows);
    m_rows.clear();
    m_title->setText(tr("Scorecard, %1 v%2").arg(card.title).arg(card.version));
    for (const Criterion &criterion : card.criteria) {
        auto *row = new CriterionRow(m_look, criterion);
        const int index = int(m_rows.size());
        m_column->insertWidget(index, row);
        m_rows.append(row);
        connect(row, &CriterionRow::chosen, this, &ScorePane::answered);
        connect(row, &CriterionRow::entered, this, [this, index] { setCurrent(index); });
    }
    orderTabs();
}

void ScorePane::orderTabs()
{
    QWidgetList all(m_rows.begin(), m_rows.end());
    all.append(m_comment);
    all += m_verdicts->buttons();
    all.append({m_skip, m_save});
    for (qsizetype i = 1; i < all.size(); ++i)
        setTabOrder(all[i - 1], all[i]);
}

void ScorePane::keepBegun()
{
    if (isBegun() && !m_shown.isEmpty())
        m_begun.insert(m_shown, {scores(), m_verdicts->verdict(), m_comment->toPlainText()});
    else
        m_begun.remove(m_shown);
}

void ScorePane::showNothing()
{
    keepBegun();
    m_shown = {};
    m_form->hide();
    m_foot->hide();
    m_legend->hide();
    m_saved = false;
}

void ScorePane::showReview(const ReviewSnapshot &snapshot, const ReviewFigures &figures)
{
    fill(snapshot.card);
    const bool another = snapshot.row.conversation != m_shown;
    if (another)
        keepBegun();
    m_shown = snapshot.row.conversation;
    const Begun begun = m_begun.value(m_shown);
    m_saved = snapshot.revealed;
    m_ruleScores = snapshot.ruleScores;
    m_form->show();
    m_foot->show();
    m_legend->setVisible(m_saved);
    const auto pointsIn = [](const QList<Score> &scores, const QString &criterion, ScoredBy by) {
        const auto found = std::find_if(scores.begin(), scores.end(), [&](const Score &one) {
            return one.by == by && one.criterion == criterion;
        });
        return found == scores.end() ? std::nullopt : std::optional(found->points);
    };
    for (CriterionRow *row : m_rows) {
        const QString &name = row->criterion().name;
        if (snapshot.review)
            row->setPoints(pointsIn(snapshot.review->scores, name, ScoredBy::Person));
        else if (another)
            row->setPoints(pointsIn(begun.scores, name, ScoredBy::Person));
        row->setRulePoints(m_saved ? pointsIn(m_ruleScores, name, ScoredBy::Rule) : std::nullopt);
        row->setLocked(m_saved);
    }
    if (snapshot.review) {
        m_comment->setPlainText(snapshot.review->comment);
        m_verdicts->setVerdict(snapshot.review->verdict);
    } else if (another) {
        m_comment->setPlainText(begun.comment);
        m_verdicts->setVerdict(begun.verdict);
    }
    if (another)
        setCurrent(0);
    m_comment->setReadOnly(m_saved);
    m_verdicts->setLocked(m_saved);
    m_skip->setVisible(!m_saved);
    m_save->setText(m_saved ? tr("Next") : tr("Save"));
    m_planted->hide();
    if (snapshot.planted && snapshot.review)
        m_planted->show(*snapshot.planted, snapshot.review->caught,
                        snapshot.conversation.customer.name, figures);
    m_whose->setVisible(m_saved);
    if (m_saved) {
        const QString whose = snapshot.agent.name.isEmpty()
            ? tr("The bot wrote it.")
            : tr("%1 wrote it.").arg(snapshot.agent.name);
        const QString others = snapshot.others.isEmpty()
            ? QString()
            : tr("%1 reviewed it too.").arg(snapshot.others.first().reviewer.name);
        m_whose->setText(others.isEmpty() ? whose
                                          : tr("%1 %2", "two sentences").arg(whose, others));
    }
    answered();
}

QList<Score> ScorePane::scores() const
{
    QList<Score> scores;
    for (const CriterionRow *row : m_rows) {
        if (row->points())
            scores.append({row->criterion().name, ScoredBy::Person, *row->points()});
    }
    return scores;
}

bool ScorePane::isBegun() const
{
    return !m_saved
        && (!scores().isEmpty() || m_verdicts->verdict()
            || !m_comment->toPlainText().trimmed().isEmpty());
}

std::optional<ReviewAnswer> ScorePane::answer() const
{
    const QList<Score> given = scores();
    const std::optional<Verdict> verdict = m_verdicts->verdict();
    if (m_saved || !verdict || given.size() < m_rows.size()
        || !ReviewBoard::permits(m_card, given, *verdict))
        return {};
    return ReviewAnswer{*verdict, given, {}, m_comment->toPlainText().trimmed()};
}

void ScorePane::answered()
{
    const bool pass = ReviewBoard::permits(m_card, scores(), Verdict::Pass);
    m_verdicts->setPassPermitted(pass);
    if (!m_saved && !pass && m_verdicts->verdict() == Verdict::Pass)
        m_verdicts->setVerdict({});
    m_save->setEnabled(m_saved || answer().has_value());
    m_save->setToolTip(m_save->isEnabled() ? QString()
                                           : tr("Every criterion needs an answer, and a verdict"));
    tellTotal();
}

void ScorePane::tellTotal()
{
    const ScoreTotal people = ReviewBoard::total(m_card, scores());
    if (!people.points) {
        m_total->setText(tr("%1 of %2 answered").arg(people.answered).arg(m_rows.size()));
        return;
    }
    const auto shown = [](double points) { return QString::number(points, 'f', 1); };
    const ScoreTotal rules = ReviewBoard::total(m_card, m_ruleScores, ScoredBy::Rule);
    m_total->setText(m_saved && rules.points
                         ? tr("%1 of 5 · auto %2").arg(shown(*people.points), shown(*rules.points))
                         : people.answered < m_rows.size()
                         ? tr("%1 of 5, %2 of %3 answered")
                               .arg(shown(*people.points))
                               .arg(people.answered)
                               .arg(m_rows.size())
                         : tr("%1 of 5").arg(shown(*people.points)));
}

void ScorePane::setCurrent(int index)
{
    m_current = index;
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setCurrent(i == index);
}

void ScorePane::choose(int points)
{
    if (m_current < m_rows.size() && m_rows[m_current]->criterion().scale == Scale::Five)
        m_rows[m_current]->choose(points);
}

void ScorePane::chooseYes(bool yes)
{
    if (m_current < m_rows.size() && m_rows[m_current]->criterion().scale == Scale::YesNo)
        m_rows[m_current]->choose(yes ? 5 : 1);
}

void ScorePane::choose(Verdict verdict)
{
    m_verdicts->choose(verdict);
}

void ScorePane::step(int criteria)
{
    if (m_rows.isEmpty())
        return;
    const bool inside = std::any_of(m_rows.begin(), m_rows.end(),
                                    [](const CriterionRow *row) { return row->hasFocus(); });
    const int to = inside ? m_current + criteria : m_current;
    m_rows[std::clamp(to, 0, int(m_rows.size()) - 1)]->setFocus(Qt::TabFocusReason);
}

void ScorePane::focusComment()
{
    m_comment->setFocus(Qt::ShortcutFocusReason);
}

void ScorePane::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.pane);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int edge = mirrored ? width() - 1 : 0;
    paint::hairline(p, QPointF(edge, 0), QPointF(edge, height()), theme.line);
    paint::hairline(p, QPointF(0, metrics::paneHeader - 1),
                    QPointF(width(), metrics::paneHeader - 1), theme.line);
    if (m_foot->isVisible())
        paint::hairline(p, QPointF(0, m_foot->y()), QPointF(width(), m_foot->y()), theme.line);
    if (m_legend->isVisible()) {
        QPen dashed(theme.ai, 2);
        dashed.setDashPattern({2.5, 1.5});
        dashed.setCapStyle(Qt::FlatCap);
        p.setPen(dashed);
        const QRect words(m_legend->mapTo(this, QPoint(0, 0)), m_legend->size());
        const int left = mirrored ? words.right() + 5 : words.left() - 5 - legendDash;
        p.drawLine(QPointF(left, words.center().y() + 0.5),
                   QPointF(left + legendDash, words.center().y() + 0.5));
    }
}

} // namespace baton::ui
