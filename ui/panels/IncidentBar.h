#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/panels/Label.h"

namespace baton::ui {

class Button;
class IconButton;

/// One line over the list for what many customers write: how many and what, and what can be done
/// with all of them.
class IncidentBar : public QWidget
{
    Q_OBJECT

public:
    enum class Shown { AmongAll, Alone }; ///< whether the list shows nothing else
    explicit IncidentBar(const Look &look, QWidget *parent = nullptr);

    void setIncident(const ListedIncident &listed, Shown shown);
    void setKey(const QString &key); ///< of the button that shows only these; empty: none
    const ListedIncident &listed() const { return m_listed; }
    Button *onlyButton() const { return m_only; }
    Button *answerButton() const { return m_answer; }
    IconButton *foldButton() const { return m_fold; }

Q_SIGNALS:
    void onlyRequested(qint64 incident); ///< 0: the whole list again
    void foldRequested(qint64 incident, bool folded);
    void answerRequested(qint64 incident);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();

    const Look &m_look;
    ListedIncident m_listed;
    Shown m_shown = Shown::AmongAll;
    QString m_key;
    Label *m_title;
    Label *m_words;
    Label *m_since;
    IconButton *m_fold;
    Button *m_only;
    Button *m_answer;
};

} // namespace baton::ui
