#pragma once

#include "core/domain/Day.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QAbstractButton>

class QAction;

namespace baton::ui {

class Label;

/// The day in four figures, in a box: replies, late ones, customers who came back, median first
/// reply.
class DayFiguresBox : public QWidget
{
    Q_OBJECT

public:
    explicit DayFiguresBox(const Look &look, QWidget *parent = nullptr);
    void setFigures(const DayFigures &figures);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *addCell(const QString &name, bool first);

    const Look &m_look;
    Label *m_replies;
    Label *m_late;
    Label *m_cameBack;
    Label *m_firstReply;
};

/// Something that can be done while it is quiet: a line with its icon, words and key. Runs the
/// action, which is not owned.
class QuietRow : public QAbstractButton
{
    Q_OBJECT

public:
    QuietRow(const Look &look, const QString &icon, const QString &words, QAction &action,
             QWidget *parent = nullptr);
    void setDetail(const QString &detail);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_icon;
    QString m_detail;
    QAction &m_action;
};

} // namespace baton::ui
