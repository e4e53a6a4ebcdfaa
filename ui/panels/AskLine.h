#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class Avatar;
class Button;
class Label;

/// Below what is compared: the colleague who is at the conversation too, and that they may be asked
/// to leave it to whoever sits here. Hidden while nobody is.
class AskLine : public QWidget
{
    Q_OBJECT

public:
    explicit AskLine(const Look &look, QWidget *parent = nullptr);
    /// Nobody: an empty optional. has: they have taken it.
    void setColleague(const std::optional<ColleagueAt> &colleague, bool has);
    void setAsked(bool asked);

Q_SIGNALS:
    void askRequested(const QString &note); ///< what they would read

private:
    QString m_name;
    Avatar *m_avatar;
    Label *m_words;
    Button *m_ask;
};

} // namespace baton::ui
