#pragma once

#include "core/desk/ReviewTypes.h"
#include "ui/models/SourceLines.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

/// What the sentences rest on, a line each; after the verdict with what supports and what
/// contradicts.
class ReviewSources : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewSources(const Look &look, QWidget *parent = nullptr);

    void setSources(const ReviewSnapshot &snapshot, const QList<SourceLine> &lines);
    QSize sizeHint() const override;
    /// What stands at the end of a line; empty until the verdict.
    QString remark(int line) const { return m_shown.value(line).remark; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Shown
    {
        SourceLine line;
        QString remark;
        bool contradicts = false;
    };
    const Look &m_look;
    QList<Shown> m_shown;
};

} // namespace baton::ui
