#pragma once

#include "ui/views/SettingsSection.h"

namespace baton::ui {

class SearchField;

/// Where conversations come from.
class ConnectionsSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit ConnectionsSection(const Look &look, QWidget *parent = nullptr);
    void setSettings(const Settings &settings) override;
    void setStatus(const StatusSnapshot &status) override;

private:
    void choose();
    void setFolder(const QString &folder);

    SearchField *m_folder;
    Label *m_state;
    Label *m_rejected;
    Label *m_lines;
};

} // namespace baton::ui
