#pragma once

#include <QtWidgets/QLayout>

namespace baton::ui {

/// Widgets one after the other, on as many lines as they need.
class FlowRow : public QLayout
{
public:
    explicit FlowRow(int gap, QWidget *parent = nullptr);
    ~FlowRow() override;

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place({0, 0, width, 0}, Place::Measure); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;
    void clear(); ///< deletes what stands in it

private:
    enum class Place { Measure, Move };
    int place(const QRect &all, Place what) const; ///< the height

    QList<QLayoutItem *> m_items;
    int m_gap;
};

} // namespace baton::ui
