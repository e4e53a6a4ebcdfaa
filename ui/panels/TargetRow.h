#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QComboBox;

namespace baton::ui {

class IconButton;
class Label;
class NumberField;

/// A deadline: whom it is for, and the minutes of open hours.
class TargetRow : public QWidget
{
    Q_OBJECT

public:
    TargetRow(const Look &look, const QList<policy::Queue> &queues, const policy::Target &target);

    const policy::Target &target() const { return m_target; }
    QString name() const;              ///< whom it is for, in words
    void setFlaw(const QString &flaw); ///< said below it; empty: none
    QString flaw() const;
    void setReadOnly(bool readOnly);
    QComboBox &queue() const { return *m_queue; }
    QComboBox &channel() const { return *m_channel; }
    QComboBox &tier() const { return *m_tier; }
    QComboBox &value() const { return *m_value; }
    NumberField &minutes() const { return *m_minutes; }
    IconButton &removeButton() const { return *m_remove; }

Q_SIGNALS:
    void edited();
    void removeRequested();

private:
    void take();
    void nameParts();

    policy::Target m_target;
    QHash<QString, QString> m_queues;
    QComboBox *m_queue;
    QComboBox *m_channel;
    QComboBox *m_tier;
    QComboBox *m_value;
    NumberField *m_minutes;
    IconButton *m_remove;
    Label *m_flaw;
};

} // namespace baton::ui
