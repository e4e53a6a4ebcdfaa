#pragma once

#include "core/domain/Conversation.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QAbstractButton>

namespace baton::ui {

/// A line of the customer pane, painted: what it is, what it says, and a figure in tabular digits
/// at the right.
struct FactText
{
    enum class Kind {
        Pair, ///< label in a column of 88 px, then the value
        Head, ///< icon, strong label, quiet value, figure
        Item  ///< indented below a Head: label, value, figure
    };
    Kind kind = Kind::Pair;
    QString label{};
    QString value{};
    QString figure{};
    QString icon{};                     ///< Pair: before the value; Head: before the label
    QColor Theme::*ink = &Theme::ink;   ///< of the value, and of its icon
    ValueTier pips = ValueTier::Absent; ///< Pair: behind the value
    bool warned = false;                ///< Item: on a ground that stands out
    QList<double> course{};             ///< Pair: a line before the value, −1 … 1, oldest first
    bool operator==(const FactText &) const = default;
};

class FactRow : public QWidget
{
    Q_OBJECT

public:
    FactRow(const Look &look, const FactText &text, QWidget *parent = nullptr);
    const FactText &text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintItem(QPainter &painter) const;

    const Look &m_look;
    FactText m_text;
};

/// A line about another conversation; pressing it opens that.
struct ContactText
{
    QString icon{};  ///< empty: the lead stands at the left
    QString lead{};  ///< when it was, or how alike it is
    QString what{};  ///< what it was about
    QString aside{}; ///< at the right
};
class ContactRow : public QAbstractButton
{
    Q_OBJECT

public:
    ContactRow(const Look &look, const ContactText &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    ContactText m_text;
};

} // namespace baton::ui
