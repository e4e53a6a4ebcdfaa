#pragma once

#include "ui/views/SettingsSection.h"

class QKeySequence;

namespace baton::ui {

class ActionRegistry;
class IconButton;
class KeyRecorder;
enum class ActionId;

/// Every action with its keys. Keys that another action has are refused at once, by name.
class KeysSection : public SettingsSection
{
    Q_OBJECT

public:
    KeysSection(const Look &look, const ActionRegistry &actions, QWidget *parent = nullptr);

    KeyRecorder *recorder(ActionId id) const { return m_rows.value(id).recorder; }

private:
    struct Row
    {
        KeyRecorder *recorder = nullptr;
        IconButton *reset = nullptr;
    };
    void addAction(ActionId id);
    void rebind(ActionId id, const QKeySequence &keys);
    void refresh();

    const ActionRegistry &m_actions;
    QMap<ActionId, Row> m_rows;
};

} // namespace baton::ui
