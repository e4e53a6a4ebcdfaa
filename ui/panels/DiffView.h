#pragma once

#include "ui/models/DiffCells.h"
#include "ui/theme/Look.h"

#include <QtGui/QTextLayout>
#include <QtWidgets/QWidget>

#include <memory>
#include <vector>

namespace baton::ui {

/// A draft beside what was sent, sentence by sentence, or both in one. Grows with its width. What
/// it shows may hold a planted error, so nothing of it can be selected or copied. Up and down walk
/// the sentences; marked() tells which were marked wrong.
class DiffView : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { SideBySide, Inline };
    explicit DiffView(const Look &look, QWidget *parent = nullptr);
    ~DiffView() override;

    /// The heads: when, and how much of it. Empty on the left: there was no draft.
    struct Head
    {
        QString icon;
        QString name;
        QString time;
        QString aside;
        bool operator==(const Head &) const = default;
    };
    void setHeads(const Head &draft, const Head &sent);
    void setCells(const QList<DiffCells> &cells, const QList<SourceLine> &lines);
    void setMode(Mode mode);

    /// Sentences of the reply, from 0.
    const QList<int> &marked() const { return m_marked; }
    void setMarked(const QList<int> &marked); ///< says nothing
    void setMarkable(bool markable);
    void toggleMark(); ///< of the current sentence
    void walk(int rows);
    int current() const { return m_current; }
    void setCurrent(int row);
    const QList<DiffCells> &cells() const { return m_cells; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void markedChanged();
    void currentMoved(const QRect &row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Laid; ///< a cell, laid out
    struct LaidRow;
    void relook();
    std::vector<LaidRow> layOut(int width) const;
    std::unique_ptr<Laid> layOutCell(const DiffCell &cell, int width) const;
    void paintHead(QPainter &p, const QRect &rect, const Head &head, bool machine) const;
    void paintCell(QPainter &p, const DiffCell &cell, const Laid &laid, const QPoint &at) const;
    int headHeight() const;
    void tellCurrent();

    const Look &m_look;
    Head m_draftHead;
    Head m_sentHead;
    QList<DiffCells> m_cells;
    QList<SupportKind> m_kinds; ///< of the sources, by number − 1
    Mode m_mode = Mode::SideBySide;
    QList<int> m_marked;
    bool m_markable = true;
    int m_current = 0;
    std::vector<LaidRow> m_rows;
    bool m_keyFocus = false;
};

} // namespace baton::ui
