#pragma once

#include "ui/window/StatusWords.h"

#include <QtWidgets/QAbstractButton>

namespace baton::ui {

/// One thing in the status bar. It can be pressed where it has a focus policy.
class StatusCell : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Kind { Fact, Door };
    StatusCell(const Look &look, Kind kind, QWidget *parent);

    void setItem(const StatusItem &item); ///< hidden when it says nothing
    void setKeys(const QString &keys);    ///< a cap before the words
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool isDot() const { return m_item.tone == paint::Tone::Ok; }

    const Look &m_look;
    StatusItem m_item;
    QString m_keys;
};

} // namespace baton::ui
