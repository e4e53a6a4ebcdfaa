#pragma once

#include "ui/views/SettingsSection.h"

namespace baton::ui {

class Segmented;
class Switch;

/// Theme, text size, contrast, motion.
class AppearanceSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit AppearanceSection(const Look &look, QWidget *parent = nullptr);
    void setSettings(const Settings &settings) override;

private:
    Segmented *m_theme;
    Segmented *m_size;
    Switch *m_contrast;
    Switch *m_motion;
};

} // namespace baton::ui
