#pragma once

#include "core/desk/MonitorBoard.h"
#include "ui/views/SettingsSection.h"

#include <QtCore/QPointer>

class QVBoxLayout;

namespace baton {
class CriteriaBoard;
}

namespace baton::ui {

class Button;
class MonitorPopover;
class MonitorRow;
class MonitorNumber;
class ScorecardEdit;

/// What is reviewed: which monitors pick, what share each, and how many of the last 7 days that
/// would be; and what reviewers answer. Nothing picks before it is saved.
class ReviewsSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit ReviewsSection(const Look &look, QWidget *parent = nullptr);

    /// Shows what the boards know and passes wishes on to them, which outlive the section; intents
    /// gives those of the catalogue, which are there once it was read.
    void serve(MonitorBoard &board, CriteriaBoard &criteria,
               std::function<QList<IntentName>()> intents);
    void setMonitors(const MonitorsSnapshot &monitors);
    const QList<MonitorRow *> &rows() const { return m_rows; }
    MonitorNumber &doubled() const { return *m_doubled; }
    MonitorNumber &planted() const { return *m_planted; }
    Button *addButton() const { return m_add; }
    MonitorPopover *adding() const; ///< null while nothing is added
    Button *saveButton() const { return m_save; }
    Button *discardButton() const { return m_discard; }
    Button *bundledButton() const { return m_bundled; }
    ScorecardEdit &card() const { return *m_card; }
    QString said() const { return m_sum->text(); }
    QString problem() const { return m_problem->text(); }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void setIntents(const QList<IntentName> &intents);
    void rebuild(const Monitors &monitors);
    void offerAdding();
    void remove(qsizetype index);
    void edit(const Monitors &monitors);

    MonitorBoard *m_board = nullptr;
    std::function<QList<IntentName>()> m_intentsNow;
    QList<IntentName> m_intents;
    MonitorsSnapshot m_shown;
    Label *m_sum;
    QVBoxLayout *m_list;
    QList<MonitorRow *> m_rows;
    Button *m_add;
    QPointer<MonitorPopover> m_adding;
    MonitorNumber *m_doubled;
    MonitorNumber *m_planted;
    Button *m_save;
    Button *m_discard;
    Button *m_bundled;
    Label *m_state;
    Label *m_problem;
    ScorecardEdit *m_card;
};

} // namespace baton::ui
