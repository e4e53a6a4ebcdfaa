#pragma once

#include "core/desk/KnowledgeBoard.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace baton::ui {

class Button;
class FlowRow;
class Label;

/// A document to read: what it is, then passage by passage, each with the answers that rest on it
/// and who disputed it.
class ArticlePane : public QWidget
{
    Q_OBJECT

public:
    ArticlePane(const Look &look, const Clock &clock, QWidget *parent = nullptr);

    /// The same one again stays where it was scrolled to.
    void setArticle(const KnowledgeArticle &article);
    const KnowledgeArticle &article() const { return m_article; }
    void showHeading(const QString &heading); ///< scrolls there, where it is; of the article shown
    void focusText();

Q_SIGNALS:
    void retireRequested();
    void openRequested(const baton::ConversationId &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillHead();
    void fillPassages();
    void addPassage(const Passage &passage, bool headed);
    void addUses(const QList<Citation> &uses);
    QWidget *useRow(const Citation &use);

    const Look &m_look;
    const Clock &m_clock;
    KnowledgeArticle m_article;
    Label *m_title;
    Label *m_line;
    FlowRow *m_chips;
    Button *m_retire;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column = nullptr;
    QHash<QString, QWidget *> m_headings; ///< where each begins
};

} // namespace baton::ui
