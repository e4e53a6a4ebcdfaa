#pragma once

#include "ui/panels/Button.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/Label.h"
#include "ui/window/StatusWords.h"

#include <QtCore/QSet>

namespace baton::ui {

class Ticker;

/// 38 pixels over the content, in the layout: it covers nothing. Shows the most pressing thing that
/// was not dismissed, and hides where there is none.
class BannerStrip : public QWidget
{
    Q_OBJECT

public:
    BannerStrip(const Look &look, Ticker &ticker, QWidget *parent = nullptr);

    void setStatus(const StatusSnapshot &status);
    void showError(const Error &error);
    /// What the stop-loss did; button: where it is seen, empty for who may not look there.
    void showStop(const QString &title, const QString &sentence, const QString &button);
    const Banner &banner() const { return m_shown; }
    Button *button() const { return m_button; }
    IconButton *dismissButton() const { return m_dismiss; }

Q_SIGNALS:
    void tryNow();
    void stopRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void restyle();
    void press();
    void dismiss();

    const Look &m_look;
    Ticker &m_ticker;
    StatusSnapshot m_status;
    std::optional<Error> m_error;
    std::optional<Banner> m_stop;
    QSet<int> m_dismissed; ///< BannerKind, until its cause has gone
    Banner m_shown;
    QLabel *m_icon;
    Label *m_title;
    Label *m_sentence;
    Label *m_aside;
    Button *m_button;
    IconButton *m_dismiss;
};

} // namespace baton::ui
