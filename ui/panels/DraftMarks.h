#pragma once

#include "core/domain/Misspelling.h"
#include "ui/models/ReplyMarks.h"
#include "ui/theme/Look.h"

#include <QtGui/QSyntaxHighlighter>

class QPainter;

namespace baton::ui {

/// What a checked reply shows inside its field: room behind a sentence for the numbers of its
/// sources, and a tint under sentences that need a look. Nothing of it is in the text, so the text
/// and its undo steps stay what was typed. Follows edits until the next check.
class DraftMarks : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    DraftMarks(const Look &look, QTextDocument *document);

    void setMarks(const QList<SourceMark> &sources, const QList<Doubt> &doubts);
    void setMisspelt(const QList<Misspelling> &wrong);
    /// The misspelt word that this place is in; null where there is none.
    const Misspelling *misspeltAt(int position) const;
    /// The markers and the lines under doubts; origin is where the document's corner is painted.
    void paint(QPainter &p, const QPointF &origin) const;
    /// The number of the source painted there, in the document's coordinates; 0: none.
    int numberAt(const QPointF &point) const;

protected:
    void highlightBlock(const QString &text) override;

private:
    struct Placed
    {
        QRectF rect;
        SourceMark::Number number;
    };
    void follow(int position, int removed, int added);
    int widthOf(const SourceMark &mark) const;
    QList<Placed> placed() const;

    const Look &m_look;
    QList<SourceMark> m_sources;
    QList<Doubt> m_doubts;
    QList<Misspelling> m_wrong;
    int m_length = 0; ///< of the text that the offsets are in
};

} // namespace baton::ui
