#pragma once

#include "ui/models/SourceLines.h"
#include "ui/panels/Popover.h"

namespace baton::ui {

/// A source of a reply by its number: where it stands, and its words as they were used.
class SourceCard : public Popover
{
    Q_OBJECT

public:
    SourceCard(const Look &look, int number, const SourceLine &line, QWidget *parent);
};

} // namespace baton::ui
