#pragma once

#include "ui/models/CompareColumns.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

#include <array>

class QScrollArea;

namespace baton::ui {

class Label;
class ColumnHead;
class SentenceList;

/// Why a reply is held, in one line.
class HeldBanner : public QWidget
{
    Q_OBJECT

public:
    explicit HeldBanner(const Look &look, QWidget *parent = nullptr);
    void setWords(const CompareWords &words);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    Label *m_what;
    Label *m_detail;
};

/// Three columns: what is new, what a colleague answered, what I wrote.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    explicit CompareView(const Look &look, QWidget *parent = nullptr);
    void setWords(const CompareWords &words);
    /// So tall that no column is scrolled, when the view is so wide.
    int wholeHeight(int width) const;
    int leastHeight() const; ///< the heads and a few lines

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Edge;
    void relook();

    const Look &m_look;
    QScrollArea *m_scroll;
    std::array<ColumnHead *, 3> m_heads;
    QWidget *m_columns;
    SentenceList *m_added;
    SentenceList *m_theirs;
    SentenceList *m_yours;
    Edge *m_edge;
};

} // namespace baton::ui
