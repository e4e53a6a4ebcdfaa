#pragma once

#include "ui/models/CardLines.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace baton::ui {

class FlowRow;
class IconButton;
class Label;

/// The handoff card: what they need, what was tried and promised, what to be careful with and what
/// comes next. Folds to its head.
class HandoffCardView : public QWidget
{
    Q_OBJECT

public:
    explicit HandoffCardView(const Look &look, QWidget *parent = nullptr);

    void setLines(const std::optional<CardLines> &lines); ///< without them it is hidden
    bool isFolded() const { return m_folded; }
    void setFolded(bool folded);
    void toggle() { setFolded(!m_folded); }

Q_SIGNALS:
    void messageRequested(const baton::MessageId &message);
    void foldedByHand(bool folded);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildBody();
    QWidget *buildNext();
    void fill();
    void addName(QVBoxLayout *column, const QString &text);
    void addText(QVBoxLayout *column, const QString &label, bool inferred, const QStringList &texts,
                 QFont::Weight weight);
    void addLines(QVBoxLayout *column, const QString &label, const QList<CardLine> &lines);
    void addFlags(QVBoxLayout *column);

    const Look &m_look;
    std::optional<CardLines> m_lines;
    bool m_folded = false;
    Label *m_short;
    Label *m_from;
    IconButton *m_fold;
    // Filled while the parts below are built, so they stand before them.
    QVBoxLayout *m_left = nullptr;
    QVBoxLayout *m_right = nullptr;
    Label *m_nextText = nullptr;
    QWidget *m_head;
    QWidget *m_body;
    QWidget *m_next;
};

} // namespace baton::ui
