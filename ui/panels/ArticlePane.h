#pragma once

#include "core/desk/KnowledgeBoard.h"
#include "ui/panels/ReadingPane.h"

class QHBoxLayout;
class QVBoxLayout;

namespace baton::ui {

class Button;
class FlowRow;

/// A document to read: what it is, then passage by passage, each with the answers that rest on it
/// and who disputed it.
class ArticlePane : public ReadingPane
{
    Q_OBJECT

public:
    ArticlePane(const Look &look, const Clock &clock, QWidget *parent = nullptr);

    /// The same one again stays where it was scrolled to.
    void setArticle(const KnowledgeArticle &article);
    const KnowledgeArticle &article() const { return m_article; }
    void showHeading(const QString &heading); ///< scrolls there, where it is; of the article shown

Q_SIGNALS:
    void editRequested();
    void retireRequested();
    void openRequested(const baton::ConversationId &id);

private:
    void fillHead();
    void fillPassages();
    void addPassage(const Passage &passage, bool headed);
    void addUses(const QList<Citation> &uses);
    QWidget *useRow(const Citation &use);

    const Clock &m_clock;
    KnowledgeArticle m_article;
    FlowRow *m_chips;
    Button *m_edit;
    Button *m_retire;
    QVBoxLayout *m_column = nullptr;
    QHash<QString, QWidget *> m_headings; ///< where each begins
};

} // namespace baton::ui
