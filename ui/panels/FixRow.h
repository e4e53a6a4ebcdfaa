#pragma once

#include "ui/models/ReplyMarks.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class Button;
class Label;

/// Why a sentence needs a look, and what can be done about it. The focus comes here when a send is
/// held back.
class FixRow : public QWidget
{
    Q_OBJECT

public:
    explicit FixRow(const Look &look, QWidget *parent = nullptr);

    void setDoubt(const Doubt &doubt);

Q_SIGNALS:
    void fixRequested();
    void removeRequested();
    void keepRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    Label *m_what;
    Label *m_detail;
    Button *m_fix;
    Button *m_remove;
    Button *m_keep;
};

} // namespace baton::ui
