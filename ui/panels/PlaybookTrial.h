#pragma once

#include "core/desk/PlaybookBoard.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace baton::ui {

class DraftEdit;
class DraftSources;
class IconButton;
class Label;

/// What a playbook writes in a real conversation: what the customer asked, the draft with its
/// marks, what is wrong with it and what it rests on.
class PlaybookTrial : public QWidget
{
    Q_OBJECT

public:
    explicit PlaybookTrial(const Look &look, QWidget *parent = nullptr);

    void clear(); ///< until the next look
    void show(const PlaybookLook &look);
    DraftEdit &draft() const { return *m_draft; }
    IconButton &previous() const { return *m_previous; }
    IconButton &next() const { return *m_next; }
    QString said() const;  ///< of the draft as a whole, or why there is none
    QString place() const; ///< "2 of 8"

Q_SIGNALS:
    void previousRequested();
    void nextRequested();

private:
    void showDraft(const PlaybookPreview &preview);
    void say(const QString &what);

    const Look &m_look;
    Label *m_place;
    IconButton *m_previous;
    IconButton *m_next;
    Label *m_state;
    QWidget *m_written;
    Label *m_who;
    Label *m_asked;
    DraftEdit *m_draft;
    Label *m_worth;
    QVBoxLayout *m_doubts;
    Label *m_restsOn;
    DraftSources *m_sources;
};

} // namespace baton::ui
