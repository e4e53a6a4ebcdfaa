#pragma once

#include "ui/theme/Look.h"

#include <QtCore/QTimer>
#include <QtGui/QKeySequence>
#include <QtWidgets/QAbstractButton>

namespace baton::ui {

/// Shows keys as caps; pressed, it takes the next ones typed. A plain letter may be followed by a
/// second one ("G D"). Esc leaves it as it was, Backspace means no keys.
class KeyRecorder : public QAbstractButton
{
    Q_OBJECT

public:
    /// name is the action whose keys these are.
    KeyRecorder(const Look &look, const QString &name, QWidget *parent = nullptr);

    void setKeys(const QKeySequence &keys);
    const QKeySequence &keys() const { return m_keys; }
    bool isRecording() const { return m_recording; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void recorded(const QKeySequence &keys);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void start();
    void stop();
    void finish();

    const Look &m_look;
    QString m_name;
    QKeySequence m_keys;
    QList<QKeyCombination> m_typed;
    QTimer m_second;
    bool m_recording = false;
};

} // namespace baton::ui
