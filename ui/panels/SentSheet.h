#pragma once

#include "core/domain/ModelText.h"
#include "ui/panels/Sheet.h"

namespace baton::ui {

/// Exactly what left this computer for a language model, the newest first, to be read and copied.
class SentSheet : public Sheet
{
    Q_OBJECT

public:
    SentSheet(const Look &look, const QList<SentToModel> &sent, QWidget *parent);
};

} // namespace baton::ui
