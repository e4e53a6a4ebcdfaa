#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class Button;
class IconLabel;
class Label;

/// Above the composer: the reply that waits for a lead, with a way to take it back; or the lead's
/// note on one that came back.
class ApprovalStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ApprovalStrip(const Look &look, QWidget *parent = nullptr);

    void setApproval(const std::optional<Approval> &approval); ///< absent: nothing is shown
    Button &button() const { return *m_button; }
    QString words() const;

Q_SIGNALS:
    void takeBackRequested(const baton::ActKey &key);
    void readRequested(const baton::ActKey &key); ///< the note was read

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    std::optional<Approval> m_approval;
    IconLabel *m_icon;
    Label *m_title;
    Label *m_words;
    Button *m_button;
};

} // namespace baton::ui
