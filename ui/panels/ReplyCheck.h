#pragma once

#include "core/domain/Conversation.h"
#include "core/domain/Draft.h"
#include "ui/models/ReplyMarks.h"
#include "ui/theme/Look.h"

#include <QtCore/QMap>
#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

namespace baton::ui {

class CheckRow;
class DraftEdit;
class FixRow;
class SourceCard;

/// What a check says of the reply above it: marks in the text, the sentence that needs a look with
/// its ways out, and the checks of the whole. A check that is of other words than the field's is
/// not shown.
class ReplyCheck : public QWidget
{
    Q_OBJECT

public:
    ReplyCheck(const Look &look, DraftEdit &edit, QWidget *parent = nullptr);

    void setConversation(const Conversation &conversation); ///< another one forgets what was kept
    void setLive(const LiveSigns &live); ///< how old its sources are, and what is not done yet
    void show(const Draft &checked);
    void clear();
    /// Whether what is shown was said of exactly the words in the field.
    bool isCurrent() const;
    const ReplyMarks &marks() const { return m_marks; }
    /// The check that is shown; nothing while the reply is empty or not checked yet.
    const std::optional<Draft> &shown() const { return m_checked; }
    /// A sentence that must not go out as it is, and that nobody kept with a reason.
    bool blocks() const;
    void goToBlocked(); ///< selects it; the row takes the focus
    /// What the agent keeps without a source, and is in the field still: sentence → why.
    QMap<QString, QString> kept() const;

public Q_SLOTS:
    void next();
    void previous();
    void applyFix();
    void removeSentence();
    void keepWithReason();
    /// Its card: below the marker, or the field where no place is given.
    void openSource(int number, const QRect &globalPlace = {});

    /// Into the card that waits for it.
    void showPassage(const baton::PassagePlace &place, const QString &text);

Q_SIGNALS:
    void changed();
    void passageWanted(const baton::PassagePlace &place); ///< answered by showPassage()
    void passageDisputed(const baton::PassagePlace &place, const QString &why);
    void passageOpened(const baton::PassagePlace &place); ///< to be shown in its document

private:
    void askDispute(const PassagePlace &place, const QRect &globalPlace);
    void remark();
    void showDoubt(); ///< the one at the cursor, else the first
    void goTo(int index);
    int atCursor() const;
    void replace(int begin, int end, const QString &with);

    const Look &m_look;
    DraftEdit &m_edit;
    FixRow *m_row;
    CheckRow *m_whole;
    Conversation m_conversation;
    LiveSigns m_live;
    std::optional<Draft> m_checked;
    ReplyMarks m_marks;
    QMap<QString, QString> m_kept;
    QPointer<SourceCard> m_card; ///< the newest that was opened
    int m_current = -1;          ///< in m_marks.doubts
};

} // namespace baton::ui
