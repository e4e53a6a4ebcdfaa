#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class Label;

/// The middle while no conversation is open.
class EmptyDesk : public QWidget
{
    Q_OBJECT

public:
    enum class Why {
        NothingWaiting, ///< the view is empty
        NothingOpen     ///< there is something in the queue
    };
    explicit EmptyDesk(const Look &look, QWidget *parent = nullptr);
    void tell(Why why, int heldByBot);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QWidget *m_drawing;
    Label *m_title;
    Label *m_sentence;
};

} // namespace baton::ui
