#pragma once

#include "core/desk/TeachingBoard.h"
#include "ui/views/SettingsSection.h"

#include <QtCore/QTimeZone>

class QVBoxLayout;

namespace baton::ui {

class Button;
class CorrectionRow;
class LessonPane;
class ModelSetup;

/// The language model that may draft; and the model of intents: what agents corrected, and learning
/// from it.
class ModelsSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit ModelsSection(const Look &look, QWidget *parent = nullptr);

    /// Shows what the board knows and passes wishes on to it; both outlive the section.
    void serve(TeachingBoard &board, const Clock &clock);
    void setSettings(const Settings &settings) override;
    ModelSetup &setup() const { return *m_setup; }
    void setTeaching(const TeachingSnapshot &teaching, Instant now);
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    Button *teachButton() const { return m_teach; }
    Button *cancelButton() const { return m_cancel; }
    LessonPane &lesson() const { return *m_lesson; }
    QString said() const { return m_state->text(); }

Q_SIGNALS:
    void conversationRequested(const baton::ConversationId &id);

private:
    void showModel(const TeachingSnapshot &teaching);
    void showRows(const TeachingSnapshot &teaching, Instant now);
    void showState(const TeachingSnapshot &teaching);
    CorrectionRow *newRow();
    void chooseExport();

    ModelSetup *m_setup;
    TeachingBoard *m_board = nullptr;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    Label *m_catalogue;
    Label *m_examples;
    Label *m_heldOut;
    Label *m_none;
    QVBoxLayout *m_list;
    QList<CorrectionRow *> m_rows;
    Label *m_more;
    Label *m_hint;
    Button *m_teach;
    Button *m_cancel;
    Button *m_export;
    Label *m_state;
    Label *m_problem;
    LessonPane *m_lesson;
};

} // namespace baton::ui
