#pragma once

#include "ui/models/HeightIndex.h"
#include "ui/panels/TranscriptPainter.h"

#include <QtCore/QBasicTimer>
#include <QtWidgets/QAbstractScrollArea>

#include <vector>

class QUrl;

namespace baton::ui {

/// The thread of a conversation, turn by turn. Lays out only what is seen; keeps its place, its
/// selection and what was unfolded when the same conversation is shown again. Text from outside is
/// plain text here, whatever it holds; links open only when clicked, by whoever listens.
class TranscriptView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TranscriptView(const Look &look, QWidget *parent = nullptr);
    ~TranscriptView() override;

    /// subject tells whether this is the same conversation as before. A new one opens at its "new"
    /// mark, else at its end. A known one keeps its place; at its end it follows what comes.
    void setTurns(const QString &subject, QList<Turn> turns, const WordsInput &words);
    const QList<Turn> &turns() const { return m_turns; }

    /// Whether what is shown may be copied out; true as made.
    void setCopyable(bool copyable) { m_copyable = copyable; }
    QString selectedText() const;
    bool atEnd() const;
    int wholeHeight(); ///< of all turns, each of which it lays out: for few of them

    // For assistive tools
    QString spoken(qsizetype turn) const;
    QRect turnRect(qsizetype turn) const; ///< in the viewport; may lie outside it

public Q_SLOTS:
    void copy();
    void selectAll();
    void scrollToEnd();
    void showMessage(const baton::MessageId &message); ///< brings it into view, in the upper part

Q_SIGNALS:
    void linkActivated(const QUrl &url);
    void attachmentActivated(const baton::Attachment &file, const QRect &globalPlace);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Item
    {
        TurnWords words;
        std::unique_ptr<TurnLayout> layout;
    };
    /// A place in the text: a turn and an offset in it.
    struct Place
    {
        qsizetype turn = -1;
        qsizetype offset = 0;
        auto operator<=>(const Place &) const = default;
    };
    struct SpotAt
    {
        qsizetype block = -1;
        int spot = -1;
        bool operator==(const SpotAt &) const = default;
    };

    void relook();
    void paintFade(QPainter &painter) const;
    void openAtNews();
    void rebuild(const QList<Turn> &unchanged, const QList<Turn> &shown);
    void settle(); ///< lays out what is seen and keeps what is seen where it is
    const Item &item(qsizetype block);
    void forgetFarLayouts();
    void updateRange();
    int viewTop() const;

    qsizetype blockAt(QPoint viewportPoint) const;
    QPointF inBlock(qsizetype block, QPoint viewportPoint) const;
    Place placeAt(QPoint viewportPoint);
    SpotAt spotAt(QPoint viewportPoint);
    void activate(SpotAt at);
    QRect placeOf(SpotAt at);
    void walkSpots(int step);
    void unfold(qsizetype turn);
    TurnMarks marksOf(qsizetype block) const;
    void selectWordAt(QPoint viewportPoint);
    std::pair<Place, Place> selection() const;
    QString selectableText(qsizetype turn) const;

    const Look &m_look;
    TranscriptStyle m_style;
    WordsInput m_words;
    QString m_subject;
    QList<Turn> m_turns;
    QSet<QString> m_unfolded;
    QList<TextBlock> m_blocks;
    std::vector<Item> m_items; ///< one a block; empty until seen
    HeightIndex m_heights;
    qsizetype m_laidOut = 0;
    bool m_following = true; ///< stays at the end
    bool m_settling = false;
    Place m_anchor;
    Place m_cursor;
    bool m_pressed = false;
    bool m_moved = false;
    bool m_keyFocus = false;
    bool m_copyable = true;
    SpotAt m_spot;
    QBasicTimer m_dragScroll;
};

} // namespace baton::ui
