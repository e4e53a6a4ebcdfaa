#pragma once

#include "ui/panels/Popover.h"

class QLineEdit;

namespace baton::ui {

class FlowRow;
class SearchField;

/// The tags of one conversation, or those that all of several have, in one line to edit: parted by
/// commas, so that several come and go at once. Enter keeps them, Esc leaves them as they were.
/// Those that are used elsewhere are offered below.
class TagPopover : public Popover
{
    Q_OBJECT

public:
    TagPopover(const Look &look, const QStringList &tags, int conversations, QWidget *parent);

    void offer(const QStringList &inUse);
    QLineEdit *field() const;

Q_SIGNALS:
    void decided(const QStringList &added, const QStringList &removed);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void decide();
    void add(const QString &tag);

    const Look &m_look;
    QStringList m_before;
    SearchField *m_field;
    FlowRow *m_offered;
    QWidget *m_offers;
};

} // namespace baton::ui
