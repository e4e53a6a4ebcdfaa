#pragma once

#include "core/desk/ReviewBoard.h"
#include "ui/theme/Look.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

class QPlainTextEdit;
class QVBoxLayout;

namespace baton::ui {

class ActionRegistry;
class Button;
class CriterionRow;
class Label;
class PlantedBox;
class VerdictStrip;

/// The scorecard of the open review: points, a comment, the verdict. Once it is saved nothing can
/// be altered, and what was hidden stands beside it.
class ScorePane : public QWidget
{
    Q_OBJECT

public:
    ScorePane(const ReviewBoard &board, const Look &look, const ActionRegistry &actions,
              QWidget *parent = nullptr);

    void showReview(const ReviewSnapshot &snapshot, const ReviewFigures &figures);
    void showNothing();

    /// Absent until every criterion is answered and a verdict is chosen.
    std::optional<ReviewAnswer> answer() const;
    bool isSaved() const { return m_saved; }
    /// Whether something was answered that is not saved.
    bool isBegun() const;

    void choose(int points); ///< of the current criterion
    void chooseYes(bool yes);
    void choose(Verdict verdict);
    void step(int criteria); ///< the focus goes there
    /// Criteria, comment, verdict, buttons; anew once it has its place in a window.
    void orderTabs();
    void focusComment();
    QPlainTextEdit &comment() const { return *m_comment; }
    VerdictStrip &verdicts() const { return *m_verdicts; }
    const QList<CriterionRow *> &criteria() const { return m_rows; }
    PlantedBox &planted() const { return *m_planted; }
    Button &saveButton() const { return *m_save; }
    Button &skipButton() const { return *m_skip; }

Q_SIGNALS:
    void saveRequested(); ///< or the next one, where it is saved
    void skipRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Begun
    {
        QList<Score> scores;
        std::optional<Verdict> verdict;
        QString comment;
    };
    void keepBegun();
    QWidget *buildForm();
    QWidget *buildFoot(const ActionRegistry &actions);
    void fill(const Scorecard &card);
    void setCurrent(int index);
    void answered();
    QList<Score> scores() const;
    void tellTotal();

    const Look &m_look;
    Label *m_title;
    Label *m_legend;
    QVBoxLayout *m_column = nullptr;
    QList<CriterionRow *> m_rows;
    QPlainTextEdit *m_comment;
    VerdictStrip *m_verdicts;
    PlantedBox *m_planted;
    Label *m_whose;
    Label *m_total;
    Button *m_skip;
    Button *m_save;
    QWidget *m_form = nullptr;
    QWidget *m_foot = nullptr;
    Scorecard m_card;
    QList<Score> m_ruleScores;
    ConversationId m_shown;
    /// What was answered and not saved, by conversation: going elsewhere loses nothing.
    QHash<ConversationId, Begun> m_begun;
    int m_current = 0;
    bool m_saved = false;
};

} // namespace baton::ui
