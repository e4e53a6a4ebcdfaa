#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/panels/Sheet.h"

namespace baton::ui {

/// Asks before a draft of the policy becomes the one that holds: what changes, whom it would have
/// concerned, and the note that goes with it.
class PublishSheet : public Sheet
{
    Q_OBJECT

public:
    /// titles: of intents, by name.
    PublishSheet(const Look &look, const PolicyState &state, const QHash<QString, QString> &titles,
                 const QString &note, QWidget *parent);
    void setWhatIf(const PolicyWhatIf &whatIf); ///< again whenever more of it is known

private:
    const int m_before; ///< the version that holds
};

} // namespace baton::ui
