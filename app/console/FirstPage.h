#pragma once

#include <QtCore/QObject>
#include <QtWidgets/QWidget>

#include <functional>

namespace baton {

class Desk;

/// Calls done once the first page of the queue has been painted into window; for measuring the
/// start.
class FirstPage : public QObject
{
    Q_OBJECT

public:
    FirstPage(Desk &desk, QWidget &queueViewport, std::function<void()> done);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_viewport;
    std::function<void()> m_done;
    bool m_rowsThere = false;
};

} // namespace baton
