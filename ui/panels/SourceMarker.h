#pragma once

#include "core/domain/Draft.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

/// The number of a source: outlined for the conversation, teal for a live look-up, indigo for
/// knowledge (TOKENS §5); dashed around where it is old.
class SourceMarker : public QWidget
{
    Q_OBJECT

public:
    SourceMarker(const Look &look, SupportKind kind, int number, bool old = false,
                 QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    SupportKind m_kind;
    int m_number;
    bool m_old;
};

} // namespace baton::ui
