#pragma once

#include "core/domain/Act.h"
#include "ui/models/ConversationActs.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QAction;

namespace baton::ui {

class Button;
class IconButton;
class SplitButton;

/// Queue: upstream is away, so what is sent waits in the outbox.
enum class Sending { Now, Queue };

/// What the buttons below the text stand for now.
struct BarState
{
    DraftKind kind = DraftKind::Reply;
    Sending sending = Sending::Now;
    bool ready = false; ///< there is something to send, and it may be sent
    QString why;        ///< not ready: why
    ActChoice close;
    bool discard = false;      ///< a draft stands in the field
    ActChoice regenerate = {}; ///< shown with discard
    bool snippets = false;
    ActChoice attach = {};
    QString approval; ///< why a lead looks at it first; empty: it goes as it is
};

/// Send & close, Send; for a note only Save note.
class SendBar : public QWidget
{
    Q_OBJECT

public:
    explicit SendBar(const Look &look, QWidget *parent = nullptr);
    void setState(const BarState &state);
    QSize minimumSizeHint() const override; ///< with Regenerate as an icon
    QWidget *discardAnchor() const;
    QWidget *snippetAnchor() const;
    void setAttachKey(const QString &key); ///< as people read it

Q_SIGNALS:
    void snippetRequested();
    void attachRequested();
    void sendRequested();
    void closeRequested();
    void regenerateRequested();
    void discardRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitWords();
    void measure();

    IconButton *m_attach;
    QString m_attachKey;
    Button *m_snippet;
    Button *m_regenerate;
    Button *m_discard;
    Button *m_sendClose;
    SplitButton *m_send;
    Button *m_keep;
    QAction *m_closeAction;
    int m_spare = 0; ///< px that the label of Regenerate takes
};

/// The four ways out of a held reply (TOKENS §8, compare before send).
class CompareBar : public QWidget
{
    Q_OBJECT

public:
    explicit CompareBar(const Look &look, QWidget *parent = nullptr);
    void setState(const BarState &state, bool noteOffered);

Q_SIGNALS:
    void keepRequested();
    void discardRequested();
    void unchangedRequested();
    void newRequested();

private:
    Button *m_keep;
    Button *m_discard;
    Button *m_unchanged;
    Button *m_new;
};

} // namespace baton::ui
