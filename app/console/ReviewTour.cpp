#include "app/console/ReviewTour.h"

#include "core/desk/Desk.h"
#include "core/desk/ReviewBoard.h"
#include "ui/panels/Button.h"
#include "ui/panels/CriterionRow.h"
#include "ui/panels/DiffView.h"
#include "ui/panels/PlantedBox.h"
#include "ui/panels/ReviewCopyPane.h"
#include "ui/panels/ReviewListView.h"
#include "ui/panels/ScorePane.h"
#include "ui/views/ReviewView.h"
#include "ui/window/MainWindow.h"

#include <QtGui/QAction>
#include <QtWidgets/QPlainTextEdit>

#include <algorithm>

namespace baton {

namespace {

/// One whose draft was edited; rather one with a planted error, a legal one, …
int tellingRow(const ui::ReviewModel &rows, int todo)
{
    int best = -1;
    int most = -1;
    for (int i = 1; i <= todo; ++i) {
        const ReviewRow *row = rows.row(i);
        if (!row || row->fate != DraftFate::Light)
            continue;
        const int telling = (row->planted ? 4 : 0) + (row->tier == Route::Escalate ? 2 : 0)
            + (row->changed > 0.1 ? 1 : 0);
        if (telling > most) {
            most = telling;
            best = i;
        }
    }
    return best;
}

/// As a lead would who sees that a figure is wrong.
void answer(ui::ReviewView &view)
{
    ui::ScorePane &score = view.score();
    const QList<int> points{5, 5, 4, 5, 3, 4};
    for (int i = 0; i < score.criteria().size(); ++i)
        score.criteria()[i]->choose(points.value(i, 4));
    score.criteria().value(4)->setFocus(Qt::OtherFocusReason);
    score.comment().setPlainText(
        QStringLiteral("Say why it took so long before promising a new date."));
    score.choose(Verdict::Coach);
}

/// Where an error is planted it is in one of them.
void markFigures(ui::DiffView &diff)
{
    for (int i = 0; i < diff.cells().size(); ++i) {
        const QString &sentence = diff.cells()[i].sent.text;
        if (std::any_of(sentence.begin(), sentence.end(), [](QChar c) { return c.isDigit(); })) {
            diff.setCurrent(i);
            diff.toggleMark();
        }
    }
}

} // namespace

bool showReview(Desk &desk, ui::MainWindow &window, const WaitUntil &until,
                const std::function<void()> &answered)
{
    ReviewBoard &board = desk.reviewBoard();
    ui::ReviewView &view = window.reviewView();
    window.actionRegistry().action(ui::ActionId::GoReview)->trigger();
    if (!until("something is to be reviewed", [&] { return board.list().todo > 0; }))
        return false;
    const ui::ReviewModel &rows = view.list().rows();
    const int todo = int(board.list().todo);
    board.needRows(board.list().generation, 0, todo);
    if (!until("its rows are read", [&] { return rows.row(todo) != nullptr; }))
        return false;
    const int row = std::max(1, tellingRow(rows, todo));
    const ConversationId id = rows.row(row)->conversation;
    std::optional<ReviewSnapshot> open;
    const auto following = QObject::connect(&board, &ReviewBoard::opened, &window,
                                            [&](const ReviewSnapshot &s) { open = s; });
    view.list().setCurrentIndex(rows.index(row));
    const bool opened = until("it opens", [&] {
        return board.openId() == id && (open || view.score().saveButton().isVisible());
    });
    if (opened) {
        answer(view);
        markFigures(view.copy().diff());
        answered();
        view.saveOrNext();
    }
    const bool saved = opened && until("what was hidden is shown", [&] {
                           return view.score().isSaved() && board.list().todo < todo;
                       });
    QObject::disconnect(following);
    return saved;
}

} // namespace baton
