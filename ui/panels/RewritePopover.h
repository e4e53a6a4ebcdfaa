#pragma once

#include "core/domain/ModelText.h"
#include "ui/panels/MenuPopover.h"

namespace baton::ui {

/// How a model is to say again what stands in the reply.
class RewritePopover : public MenuPopover
{
    Q_OBJECT

public:
    /// locked: what a rewrite may not change
    RewritePopover(const Look &look, const QStringList &locked, QWidget *parent);

Q_SIGNALS:
    void chosen(baton::ModelTask task);
    void sentRequested(); ///< what has left this computer

private:
    void add(const QString &text, const QString &key, ModelTask task);
};

} // namespace baton::ui
