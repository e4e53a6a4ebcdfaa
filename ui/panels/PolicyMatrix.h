#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class IntentChip;

/// Risk upwards, complexity to the right: four fields, and in each the intents that it holds, as
/// chips to drag. By keys: arrows walk the chips; M, arrows and Enter move one, or Shift and an
/// arrow at once; Enter opens what can be done with it.
class PolicyMatrix : public QWidget
{
    Q_OBJECT

public:
    explicit PolicyMatrix(const Look &look, QWidget *parent = nullptr);

    void setState(const PolicyState &state);
    void setCounts(const QHash<QString, qint64> &counts, int days);
    IntentChip *chip(const QString &name) const { return m_chips.value(name); }
    QRect field(Level risk, Level complexity) const; ///< as it is shown
    void focusFirst();
    QString ghost() const { return m_lifted; } ///< which one is being moved; empty: none
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void moved(const QString &name, baton::Level risk, baton::Level complexity);
    void opened(const QString &name, bool open);
    void released(const QString &name);
    void said(const QString &words); ///< what a key did, for who cannot see it

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Field
    {
        Level risk = Level::Low;
        Level complexity = Level::Low;
        bool operator==(const Field &) const = default;
    };
    struct Placed
    {
        QRect fields[2][2]; ///< by risk, by complexity
        QHash<QString, QRect> chips;
        QStringList order; ///< of the chips, as they are read
        int height = 0;
    };
    struct Lines
    {
        QList<std::pair<QString, QRect>> chips;
        int height = 0;
    };
    Lines linesOf(Field which, int side) const;
    Placed place(int width) const;
    void arrange();
    IntentChip *makeChip(const QString &name);
    IntentChip *current() const;
    Field fieldAt(const QPoint &at) const;
    void lift(const QString &name, Field over);
    void drop(Field field);
    void letGo();
    void walk(int key);
    void moveByKey(int key);
    void showMenu(IntentChip *chip);
    void paintField(QPainter &p, Field field) const;

    const Look &m_look;
    QHash<QString, IntentChip *> m_chips;
    QList<PolicyIntent> m_intents;
    QHash<QString, qint64> m_counts;
    int m_days = 30;
    bool m_mayChange = false;
    QString m_lifted;
    Field m_over;
    bool m_byKey = false;
    Placed m_placed;
};

} // namespace baton::ui
