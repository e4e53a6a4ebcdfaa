#pragma once

#include "ui/models/CardLines.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace baton::ui {

class Button;
class FlowRow;
class IconButton;
class Label;

/// Whether something can be had done. Waits: once upstream is there again; a colleague may have
/// done it meanwhile.
enum class ActionOffered { No, Yes, Waits };

/// The handoff card: what they need, what was tried and promised, what to be careful with and what
/// comes next. Folds to its head.
class HandoffCardView : public QWidget
{
    Q_OBJECT

public:
    explicit HandoffCardView(const Look &look, QWidget *parent = nullptr);

    void setLines(const std::optional<CardLines> &lines); ///< without them it is hidden
    bool isFolded() const { return m_folded || (m_cramped && !m_insisted); }
    void setFolded(bool folded);
    void toggle() { setFolded(!isFolded()); }
    /// Without much room it folds by itself, until somebody unfolds it.
    void setCramped(bool cramped);

    /// What the agent said of it: nothing yet, complete, or that something was missing.
    enum class Verdict { None, Complete, Incomplete };
    void setVerdict(Verdict verdict);
    /// Whether a live system can be told to do something; keys as people read them.
    void setActionOffered(ActionOffered offered, const QString &keys);

Q_SIGNALS:
    void actionRequested();
    void messageRequested(const baton::MessageId &message);
    void foldChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildBody();
    QWidget *buildNext();
    void fill();
    void showFold();
    void showMarks();
    void fitHead();
    void addName(QVBoxLayout *column, const QString &text, int above);
    void addText(QVBoxLayout *column, const QString &label, bool inferred, const QStringList &texts,
                 QFont::Weight weight);
    void addLines(QVBoxLayout *column, const QString &label, const QList<CardLine> &lines);
    void addFlags(QVBoxLayout *column);

    const Look &m_look;
    std::optional<CardLines> m_lines;
    Verdict m_verdict = Verdict::None;
    bool m_folded = false; ///< by hand
    bool m_cramped = false;
    bool m_insisted = false; ///< unfolded by hand although there is no room
    Label *m_short;
    Label *m_from;
    Label *m_failed; ///< folded
    Label *m_late;   ///< folded
    Label *m_said;
    IconButton *m_fold;
    // Filled while the parts below are built, so they stand before them.
    QWidget *m_marks = nullptr;
    QWidgetList m_markIcons;
    QVBoxLayout *m_left = nullptr;
    QVBoxLayout *m_right = nullptr;
    QWidget *m_waits = nullptr;
    Button *m_action = nullptr;
    Label *m_nextText = nullptr;
    QWidget *m_head;
    QWidget *m_body;
    QWidget *m_next;
};

} // namespace baton::ui
