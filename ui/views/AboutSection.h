#pragma once

#include "ui/views/SettingsSection.h"

namespace baton::ui {

/// What this is.
class AboutSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit AboutSection(const Look &look, QWidget *parent = nullptr);
};

} // namespace baton::ui
