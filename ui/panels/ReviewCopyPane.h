#pragma once

#include "core/desk/ReviewTypes.h"
#include "ui/theme/Look.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

class QScrollArea;
class QStackedWidget;

namespace baton::ui {

class ActionRegistry;
class Avatar;
class Chip;
class DiffView;
class Label;
class ReviewSources;
class Segmented;
class TierBadge;
class TranscriptView;

/// The conversation that is reviewed: what was asked, the draft beside what was sent, what it rests
/// on, what came after; or the whole transcript. Nothing of it can be copied.
class ReviewCopyPane : public QWidget
{
    Q_OBJECT

public:
    enum class Shown { SideBySide, Inline, Transcript };
    ReviewCopyPane(const Look &look, const Clock &clock, ActionRegistry &actions,
                   QWidget *parent = nullptr);

    void showReview(const ReviewSnapshot &snapshot);
    void show(Shown what);
    using QWidget::show;
    Shown shown() const;
    DiffView &diff() const { return *m_diff; }
    TranscriptView &transcript() const { return *m_transcript; }
    ReviewSources &sources() const { return *m_sources; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildBody();
    QWidget *buildKeys(ActionRegistry &actions);
    void showHeads(const ReviewSnapshot &snapshot);
    void showWhy(const ReviewSnapshot &snapshot);

    const Look &m_look;
    const Clock &m_clock;
    TierBadge *m_tier;
    Label *m_title;
    Chip *m_reason;
    Label *m_meta;
    Segmented *m_choice;
    Avatar *m_avatar;
    Label *m_asked;
    QWidget *m_quote = nullptr;
    DiffView *m_diff;
    Label *m_why;
    ReviewSources *m_sources;
    Label *m_handoff;
    Label *m_after;
    TranscriptView *m_transcript;
    QScrollArea *m_scroll = nullptr;
    QStackedWidget *m_pages;
    QWidget *m_head = nullptr;
    QWidget *m_keys = nullptr;
    ConversationId m_id;
    QHash<ConversationId, QList<int>> m_marks; ///< of each that was not left for good
};

} // namespace baton::ui
