#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class ViewButton;
enum class ViewStyle { Rows, Tabs };

/// The views of the queue with their counts: rows, or a strip of tabs where there is little room.
/// Arrows move between them.
class ViewList : public QWidget
{
    Q_OBJECT

public:
    explicit ViewList(const Look &look, QWidget *parent = nullptr);

    void setStyle(ViewStyle style);
    void setCounts(const QList<ViewCount> &counts);
    void setCurrent(QueueView view); ///< says nothing
    QueueView current() const;
    /// While a search runs, its matches come from all views and none is marked.
    void setMarked(bool marked);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(baton::QueueView view);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QList<ViewButton *> fitTabs(); ///< those that are shown
    static int widthOf(const QList<ViewButton *> &tabs);
    void place();

    const Look &m_look;
    ViewStyle m_style = ViewStyle::Rows;
    QList<ViewButton *> m_buttons;
};

} // namespace baton::ui
