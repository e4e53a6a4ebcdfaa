#include "ui/theme/Look.h"

namespace baton::ui {

Look::Look(const Appearance &appearance, QObject *parent)
    : QObject(parent)
    , m_appearance(appearance)
    , m_theme(Theme::load(appearance.theme, appearance.contrast))
{ }

void Look::setAppearance(const Appearance &appearance)
{
    if (appearance == m_appearance)
        return;
    m_appearance = appearance;
    m_theme = Theme::load(appearance.theme, appearance.contrast);
    Q_EMIT changed();
}

} // namespace baton::ui
