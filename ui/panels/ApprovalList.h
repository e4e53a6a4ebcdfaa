#pragma once

#include "core/base/Clock.h"
#include "core/domain/Approval.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QAbstractButton>

class QVBoxLayout;

namespace baton::ui {

class Label;

/// A reply that waits for a lead: whose it is, since when, and how it begins.
class ApprovalRow : public QAbstractButton
{
    Q_OBJECT

public:
    ApprovalRow(const Look &look, const Approval &approval, Instant now);

    const ActKey &key() const { return m_approval.request.key; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    Approval m_approval;
    QString m_since;
};

/// Above what is to be reviewed: the replies that wait, the oldest first. Hidden while there are
/// none.
class ApprovalList : public QWidget
{
    Q_OBJECT

public:
    explicit ApprovalList(const Look &look, QWidget *parent = nullptr);

    void setWaiting(const QList<Approval> &waiting, Instant now);
    void setCurrent(const ActKey &key); ///< the one that is read; empty: none
    const QList<ApprovalRow *> &rows() const { return m_rows; }

Q_SIGNALS:
    void picked(const baton::ActKey &key);

private:
    const Look &m_look;
    QList<Approval> m_waiting;
    ActKey m_current;
    Label *m_title;
    Label *m_more;
    QVBoxLayout *m_column;
    QList<ApprovalRow *> m_rows;
};

} // namespace baton::ui
