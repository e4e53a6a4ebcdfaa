#pragma once

#include "ui/theme/Look.h"

#include <QtGui/QKeySequence>
#include <QtWidgets/QWidget>

namespace baton::ui {

/// The keys of an action as caps: "Ctrl" "K".
class KeyCap : public QWidget
{
    Q_OBJECT

public:
    KeyCap(const Look &look, const QKeySequence &keys, QWidget *parent = nullptr);
    /// One cap with a sign that is typed, such as "#".
    KeyCap(const Look &look, const QString &sign, QWidget *parent = nullptr);

    void setKeys(const QKeySequence &keys);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// The caps of a sequence in order, one a stroke: "Ctrl K"; "G , D" gives two.
    static QStringList caps(const QKeySequence &keys);
    /// As words: "Ctrl K".
    static QString text(const QKeySequence &keys) { return caps(keys).join(u' '); }
    /// The same with a cap for each key: "Ctrl", "K".
    static QStringList singleCaps(const QKeySequence &keys);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QStringList m_caps;
};

} // namespace baton::ui
