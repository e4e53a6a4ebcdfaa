#include "ui/views/AboutSection.h"

namespace baton::ui {

AboutSection::AboutSection(const Look &look, QWidget *parent)
    : SettingsSection(look, parent)
{
    column().addHeading(tr("Baton"));
    column().addFact(tr("Version"), QStringLiteral(BATON_VERSION));
    column().addFact(tr("Qt"), QString::fromLatin1(qVersion()));
    column().addFact(tr("Licence"), QStringLiteral("GPL-3.0-or-later"));
    column().addHint(tr("A desktop console for hybrid support: a bot answers the routine "
                        "contacts, and people take over the rest."));
    column().addEnd();
}

} // namespace baton::ui
