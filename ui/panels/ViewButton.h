#pragma once

#include "ui/panels/ViewList.h"

#include <QtWidgets/QAbstractButton>

namespace baton::ui {

/// One view: icon, name, count. As a tab it shows its name only while it is the current one.
class ViewButton : public QAbstractButton
{
    Q_OBJECT

public:
    ViewButton(const Look &look, QueueView view, QWidget *parent);

    QueueView view() const { return m_view; }
    void setStyle(ViewStyle style);
    void setCount(std::optional<int> count);
    void setMarked(bool marked);
    void setNamed(bool named); ///< whether a tab has room for its name
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool alarming() const;
    bool isMarked() const { return isChecked() && m_marked; }
    QString countText() const;
    QString tabText() const;
    void paintIcon(QPainter &p, const QRect &place, const QString &icon, const QColor &ink) const;
    void paintRow(QPainter &p) const;
    void paintTab(QPainter &p) const;
    void restyle();

    const Look &m_look;
    QueueView m_view;
    ViewStyle m_style = ViewStyle::Rows;
    std::optional<int> m_count;
    bool m_marked = true;
    bool m_named = true;
};

} // namespace baton::ui
