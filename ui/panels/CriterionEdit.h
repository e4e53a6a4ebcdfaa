#pragma once

#include "core/domain/Scorecard.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QComboBox;

namespace baton::ui {

class IconButton;
class Label;
class MonitorNumber;
class SearchField;
class Switch;

/// A criterion as a lead writes it: what it asks, its weight, whether it fails the whole, and who
/// answers it.
class CriterionEdit : public QWidget
{
    Q_OBJECT

public:
    explicit CriterionEdit(const Look &look);

    void setCriterion(const Criterion &criterion); ///< what is being typed stays
    void setFlaws(const QStringList &flaws);       ///< in words
    void setReadOnly(bool readOnly);
    void setFirst(bool first); ///< nothing is above it
    const Criterion &criterion() const { return m_criterion; }
    SearchField &title() const { return *m_title; }
    SearchField &hint() const { return *m_hint; }
    MonitorNumber &weight() const { return *m_weight; }
    Switch &critical() const { return *m_critical; }
    QComboBox &scale() const { return *m_scale; }
    QComboBox &rule() const { return *m_rule; }
    IconButton &upButton() const { return *m_up; }
    IconButton &removeButton() const { return *m_remove; }
    QString flaws() const;

Q_SIGNALS:
    void edited(const baton::Criterion &criterion);
    void upRequested();
    void removeRequested();

private:
    void connectParts();
    void nameParts();

    Criterion m_criterion;
    SearchField *m_title;
    SearchField *m_hint;
    MonitorNumber *m_weight;
    Switch *m_critical;
    QComboBox *m_scale;
    QComboBox *m_rule;
    IconButton *m_up;
    IconButton *m_remove;
    Label *m_flaws;
};

} // namespace baton::ui
