#pragma once

#include "core/desk/KnowledgeBoard.h"
#include "core/desk/PlaybookBoard.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QStackedWidget;

namespace baton::ui {

class ActionRegistry;
class ArticleEdit;
class ArticlePane;
class Button;
class CheckPane;
class EmptyState;
class GapPane;
class KnowledgeList;
class Label;
class PlaybookPane;
class SearchField;
class Segmented;
class Skeleton;

/// What a team knows: a list of documents, of intents that sentences without a source were sent
/// about, of what a lead has to check, or of playbooks, at the left; at the right what is picked
/// there.
class KnowledgeView : public QWidget
{
    Q_OBJECT

public:
    enum class Subject { Articles, Gaps, Checks, Playbooks };
    KnowledgeView(KnowledgeBoard &board, PlaybookBoard &playbooks, const Look &look,
                  const Clock &clock, ActionRegistry &actions, QWidget *parent = nullptr);

    void showSubject(Subject subject);
    /// Opens the document at that heading, whatever version is the newest.
    void showPassage(const PassagePlace &place);
    void addFiles(const QStringList &files);

    KnowledgeList &list() const { return *m_list; }
    ArticlePane &article() const { return *m_article; }
    GapPane &gaps() const { return *m_gaps; }
    CheckPane &check() const { return *m_check; }
    ArticleEdit &edit() const { return *m_edit; }
    PlaybookPane &playbook() const { return *m_playbook; }
    SearchField &searchField() const { return *m_search; }
    QString note() const; ///< what was done last, below the list

Q_SIGNALS:
    void conversationRequested(const baton::ConversationId &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildList();
    void connectBoard();
    void connectParts();
    void connectPlaybooks();
    void connectActions(ActionRegistry &actions);
    void take(const KnowledgeSnapshot &knowledge);
    void fill();
    void fillPlaybooks();
    void askBundled();
    void tellNothing(); ///< why the list has no rows
    void openState(int door);
    void pick(const QString &key);
    void pickCheck(const QString &key);
    void openWanted();
    void enter();
    void showArticle(const KnowledgeArticle &article);
    void showNothing();
    void chooseFiles();
    void tellAdded(const KnowledgeAdded &what);
    void tellRefused(const QList<Error> &refused);
    void askRetire();
    void tellRetired();
    void write(const Gap &gap);
    void alter(const KnowledgeEntry &entry, const QString &markdown);
    void leaveEdit();
    void say(const QString &what);

    KnowledgeBoard &m_board;
    PlaybookBoard &m_playbooks;
    const Look &m_look;
    const Clock &m_clock;
    Subject m_subject = Subject::Articles;
    QWidget *m_pane = nullptr; ///< the left one
    Segmented *m_subjects;
    SearchField *m_search;
    Button *m_add;
    Label *m_count;
    QStackedWidget *m_rows; ///< list or state
    KnowledgeList *m_list;
    EmptyState *m_state;
    Skeleton *m_skeleton;
    Label *m_note;
    QStackedWidget *m_right;
    EmptyState *m_nothing;
    ArticlePane *m_article;
    GapPane *m_gaps;
    CheckPane *m_check;
    ArticleEdit *m_edit;
    PlaybookPane *m_playbook;
    std::optional<KnowledgeSnapshot> m_knowledge; ///< absent until it was read
    std::optional<PassagePlace> m_wanted;         ///< to be scrolled to once it is there
    DocumentId m_retiring;                        ///< to be told once it is
    std::optional<QString> m_writing;             ///< what the text that is written is kept by
    QHash<QString, QString> m_texts;              ///< by that: what was typed and not saved
};

} // namespace baton::ui
