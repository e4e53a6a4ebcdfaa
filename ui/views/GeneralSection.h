#pragma once

#include "ui/views/SettingsSection.h"

namespace baton::ui {

class SearchField;
class Switch;

/// Who sits here, and how working goes on after a send.
class GeneralSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit GeneralSection(const Look &look, QWidget *parent = nullptr);
    void setSettings(const Settings &settings) override;

private:
    void nameEdited();
    void idEdited();

    SearchField *m_name;
    SearchField *m_id;
    Switch *m_next;
    Switch *m_sound;
    Switch *m_outside;
};

} // namespace baton::ui
