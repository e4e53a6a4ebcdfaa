#pragma once

#include "ui/models/TextBlocks.h"
#include "ui/panels/TranscriptWords.h"

#include <QtGui/QColor>
#include <QtGui/QFont>
#include <QtGui/QTextLayout>

#include <memory>

namespace baton::ui {

/// The measures of TOKENS §3 and §4 that turns are laid out with, in px; already multiplied by the
/// text size.
struct TranscriptStyle
{
    QFont read;        ///< 13, message text
    QFont small;       ///< 12
    QFont smallStrong; ///< 12, 600: names
    int readLine = 19;
    int smallLine = 16;
    qreal scale = 1;
    QColor link;
    int px(qreal value) const { return qRound(value * scale); }
    bool operator==(const TranscriptStyle &) const = default;
};

/// Something in a turn that can be clicked or walked to by key.
struct Spot
{
    enum class Kind { Link, Unfold, File };
    Kind kind = Kind::Link;
    QList<QRectF> rects; ///< from the block's top left
    QString url;         ///< Link
    QString label;       ///< Link: the host; else the words
    int begin = 0;       ///< Link: in the laid-out text; File: which one
    int length = 0;
};

/// One piece of a turn, laid out for a width: where everything in it stands. All rectangles are
/// relative to the block's top left; x = 0 is the left edge of the view.
class TurnLayout
{
public:
    TurnLayout(const Turn &turn, const TextBlock &block, const TurnWords &words,
               const TranscriptStyle &style, int width);

    int height() const { return m_height; }
    const QTextLayout *text() const { return m_text.get(); } ///< null where the turn has none
    const QRectF &textArea() const
    {
        return m_textArea;
    }                                             ///< lines are positioned from its top left
    const QRectF &mark() const { return m_mark; } ///< 22 × 22 in the gutter, or an icon's place
    const QRectF &head() const { return m_head; }
    const QRectF &panel() const { return m_panel; } ///< tool row or note
    const QRectF &hosts() const { return m_hosts; } ///< one line that names where links lead
    const QString &hostWords() const { return m_hostWords; }
    const QList<QRectF> &attachments() const { return m_attachments; }
    const QList<Spot> &spots() const { return m_spots; }
    const QList<QRectF> &evidence() const { return m_evidence; } ///< what triggers rest on, by line

    /// The UTF-16 offset in the turn's text nearest to a point; block.begin where there is no text.
    qsizetype offsetAt(QPointF point) const;
    /// A height that is right for one line and near for many, in O(1).
    static int estimate(const Turn &turn, const TextBlock &block, const TranscriptStyle &style,
                        int width);

private:
    void layOutMessage(const Turn &turn, const TextBlock &block, const TurnWords &words);
    void layOutNote(const Turn &turn, const TextBlock &block, const TurnWords &words);
    void layOutRow(TurnKind kind, const TurnWords &words);
    void layOutStep(const TurnWords &words);
    qreal breakLines(const QFont &font, int line, qreal firstIndent, qreal firstOutdent);
    void setText(const QString &text, const QFont &font);
    void addLinks(const QString &original);
    void placeLinks();
    void placeEvidence(const QList<TextMark> &marks);
    QList<QRectF> rectsOf(int begin, int length) const;
    void addFoot(const TextBlock &block, const TurnWords &words, qreal top);

    const TranscriptStyle &m_style;
    int m_width = 0;
    int m_height = 0;
    qsizetype m_begin = 0;
    std::unique_ptr<QTextLayout> m_text;
    QRectF m_textArea;
    QRectF m_mark;
    QRectF m_head;
    QRectF m_panel;
    QRectF m_hosts;
    QString m_hostWords;
    QList<QRectF> m_attachments;
    QList<Spot> m_spots;
    QList<QRectF> m_evidence;
};

/// Fixed parts of TOKENS §4 and the mocks, unscaled px.
namespace transcript {
constexpr int side = 20; ///< left and right of a turn; does not grow with the text
constexpr int gutter = 22;
constexpr int gutterGap = 10;
constexpr int headHeight = 18;
constexpr int turnGap = 10;
constexpr int toolRow = 26;
constexpr int toolGap = 10;
constexpr int passRow = 26;
constexpr int passGap = 8;
constexpr int noteRow = 28;
constexpr int noteGap = 9;
constexpr int dayRow = 28;
constexpr int footRow = 20;
constexpr int passMargin = 64; ///< at least, left and right of the words of a pass
inline int textLeft(const TranscriptStyle &style)
{
    return side + style.px(gutter + gutterGap);
}
} // namespace transcript

} // namespace baton::ui
