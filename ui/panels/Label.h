#pragma once

#include "ui/theme/Look.h"

#include <QtCore/QHash>
#include <QtWidgets/QLabel>

namespace baton::ui {

/// Plain text in a role and an ink of the theme; follows the look. Never reads its text as markup.
class Label : public QLabel
{
    Q_OBJECT

public:
    Label(const Look &look, Role role, QColor Theme::*ink = &Theme::ink, QWidget *parent = nullptr);

    void setInk(QColor Theme::*ink);
    void setWeight(QFont::Weight weight);
    /// For the few texts that no role has the size of; both grow with the text size.
    void setTextSize(int px, int line);
    /// One line that is cut with "…"; the whole text becomes the tool tip when it is cut.
    void setElided(Qt::TextElideMode mode);
    /// The tool tip, where the text shown is less on purpose.
    void setWholeText(const QString &text);
    /// Of text that wraps: quiet words that follow it.
    void setTrailing(const QString &text);
    /// Of text that wraps: a stretch of it that stands out, in UTF-16 units.
    void setHighlight(int begin, int length);
    /// Of text that wraps: what is past these lines is cut with "…" and shown in the tool tip. 0:
    /// all.
    void setMostLines(int lines);
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Lines;
    /// How high a text is at the widths that layouts have asked for: each of them asks several
    /// times, and shaping the words is what takes time.
    struct Measured
    {
        QString text;
        QString trailing;
        QFont font;
        int pitch = 0;
        int mostLines = 0;
        bool operator==(const Measured &) const = default;
    };
    Lines layOut(int width) const; ///< of text that wraps
    int pitch() const;             ///< from line to line
    void restyle();

    const Look &m_look;
    Role m_role;
    QColor Theme::*m_ink;
    std::optional<QFont::Weight> m_weight;
    std::optional<std::pair<int, int>> m_size; ///< of the text, of its line
    Qt::TextElideMode m_elide = Qt::ElideNone;
    int m_mostLines = 0;
    QString m_whole;
    int m_highlightBegin = 0;
    int m_highlightLength = 0;
    QString m_trailing;
    mutable Measured m_measured;       ///< what m_heights are of
    mutable QHash<int, int> m_heights; ///< by width, of the text alone
};

} // namespace baton::ui
