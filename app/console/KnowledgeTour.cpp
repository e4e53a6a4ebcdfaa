#include "app/console/KnowledgeTour.h"

#include "core/desk/Desk.h"
#include "core/desk/KnowledgeBoard.h"
#include "ui/panels/ArticlePane.h"
#include "ui/views/KnowledgeView.h"
#include "ui/window/MainWindow.h"

#include <QtGui/QAction>

#include <algorithm>

namespace baton {

bool showKnowledge(Desk &desk, ui::MainWindow &window, const WaitUntil &until)
{
    const auto known = std::make_shared<bool>(false);
    KnowledgeBoard &board = desk.knowledgeBoard();
    QObject::connect(&board, &KnowledgeBoard::changed, &window, [known] { *known = true; });
    window.actionRegistry().action(ui::ActionId::GoKnowledge)->trigger();
    if (!until("the knowledge is read", [known] { return *known; }))
        return false;
    const QList<KnowledgeEntry> documents = board.snapshot().documents;
    if (documents.isEmpty())
        return true;
    const auto most = std::max_element(
        documents.begin(), documents.end(),
        [](const KnowledgeEntry &a, const KnowledgeEntry &b) { return a.cited < b.cited; });
    const DocumentId id = most->document.id;
    const ui::ArticlePane &article = window.knowledgeView().article();
    window.knowledgeView().showPassage({id, most->document.version, {}});
    return until("an article is there",
                 [&] { return article.isVisible() && article.article().entry.document.id == id; });
}

} // namespace baton
