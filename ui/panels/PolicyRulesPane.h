#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace baton::ui {

class Button;
class ConfidenceSlider;
class Label;
class NumberField;
class TriggerRow;

/// The left of the policy screen: confidence, triggers, stop-loss and versions.
class PolicyRulesPane : public QWidget
{
    Q_OBJECT

public:
    PolicyRulesPane(const Look &look, const Clock &clock, QWidget *parent = nullptr);

    void setState(const PolicyState &state);
    void setWhatIf(const PolicyWhatIf &whatIf);
    void setTitles(const QHash<QString, QString> &titles) { m_titles = titles; }
    ConfidenceSlider &slider() const { return *m_slider; }
    NumberField &highField() const { return *m_high; }
    const QList<TriggerRow *> &triggers() const { return m_triggers; }
    QList<Button *> versions() const { return m_versionButtons; }
    QString agreement() const; ///< how often intents are right from high on, in words
    QString approval() const;  ///< whose replies wait for a lead, in words
    QString hours() const;     ///< deadlines and open hours, in words
    Button &hoursButton() const { return *m_changeHours; }
    Button &compareButton() const { return *m_compare; }

Q_SIGNALS:
    void limitsChanged(const baton::PolicyLimits &limits);
    void changeEnded();
    void ruleSwitched(baton::Rule rule, bool on);
    void versionsRequested(int version); ///< 0: the draft
    void hoursRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildConfidence();
    void buildTriggers();
    void buildStopLoss();
    void buildHours();
    void buildApproval();
    void buildVersions();
    void tellHours();
    void tellApproval();
    void addTitle(const QString &title, QWidget *aside);
    void endSection();
    void change(const std::function<void(PolicyLimits &)> &fn, bool goesOn);
    void listVersions(const PolicyState &state);
    void showExamples(TriggerRow *row);
    void sayAgreement();

    const Look &m_look;
    const Clock &m_clock;
    QVBoxLayout *m_column = nullptr;
    PolicyState m_state;
    PolicyWhatIf m_whatIf;
    QHash<QString, QString> m_titles;
    Label *m_window;
    ConfidenceSlider *m_slider;
    NumberField *m_high;
    Label *m_was;
    NumberField *m_medium;
    Label *m_agreement;
    Label *m_days;
    QVBoxLayout *m_triggerRows = nullptr;
    QList<TriggerRow *> m_triggers;
    NumberField *m_fall;
    NumberField *m_rise;
    Label *m_levels;
    Label *m_hours;
    Button *m_changeHours;
    Label *m_approval;
    Button *m_compare;
    QVBoxLayout *m_versionRows = nullptr;
    QList<Button *> m_versionButtons;
    QList<QWidget *> m_rules; ///< hairlines between the sections
};

} // namespace baton::ui
