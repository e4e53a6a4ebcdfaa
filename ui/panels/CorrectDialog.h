#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/panels/Sheet.h"

class QComboBox;

namespace baton::ui {

class ChoiceList;

/// What Baton read wrongly: the tier, the intent, or both. The old values are recorded with the
/// new.
class CorrectDialog : public Sheet
{
    Q_OBJECT

public:
    struct Reading
    {
        Route tier = Route::Assist;
        QString intent; ///< empty: none of these
    };
    CorrectDialog(const Look &look, const QList<IntentName> &intents, const Reading &reading,
                  QWidget *parent);

Q_SIGNALS:
    void tierDecided(baton::Route became);     ///< only where it is another one
    void intentDecided(const QString &became); ///< likewise

private:
    ChoiceList *m_tier;
    QComboBox *m_intent;
};

} // namespace baton::ui
