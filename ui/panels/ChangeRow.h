#pragma once

#include "core/domain/Teaching.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QAbstractButton>

namespace baton::ui {

/// A conversation that another model reads or routes otherwise; pressing it opens it.
class ChangeRow : public QAbstractButton
{
    Q_OBJECT

public:
    /// Intents by their titles.
    ChangeRow(const Look &look, const RouteChange &change, const QString &before,
              const QString &after, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
};

} // namespace baton::ui
