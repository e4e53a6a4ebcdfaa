#include "ui/panels/ConfidenceSlider.h"

#include "ui/text/PolicyWords.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QAbstractSlider>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <cmath>

namespace baton::ui {

namespace {

constexpr int barsHeight = 58;
constexpr int trackTop = 66;
constexpr int sliderHeight = 92;
constexpr int knob = 14;
constexpr int edge = 8; // a knob stays whole at both ends
constexpr double leastHigh = 0.5;

} // namespace

/// A slider to assistive tools: 0 to 100 hundredths.
class ConfidenceSlider::Handle : public QAbstractSlider
{
public:
    Handle(ConfidenceSlider &whole, int which, const QString &name)
        : QAbstractSlider(&whole)
        , m_whole(whole)
        , m_which(which)
    {
        setRange(0, 100);
        setSingleStep(1);
        setPageStep(5);
        setAccessibleName(name);
        setFocusPolicy(Qt::StrongFocus);
        setFocusHalo(this, metrics::target / 2);
        setFixedSize(metrics::target, metrics::target);
        setCursor(Qt::SizeHorCursor);
    }
    bool isQuiet = false;
    bool readOnly = false;

protected:
    void sliderChange(SliderChange change) override
    {
        QAbstractSlider::sliderChange(change);
        if (change != SliderValueChange || isQuiet)
            return;
        if (readOnly) // an assistive tool asked
            m_whole.place();
        else
            m_whole.set(m_which, value() / 100.0);
    }
    void wheelEvent(QWheelEvent *event) override { event->ignore(); } // the pane scrolls
    void keyPressEvent(QKeyEvent *event) override
    {
        if (readOnly)
            event->ignore();
        else
            QAbstractSlider::keyPressEvent(event);
    }
    void keyReleaseEvent(QKeyEvent *event) override
    {
        QAbstractSlider::keyReleaseEvent(event);
        if (!event->isAutoRepeat())
            Q_EMIT m_whole.settled();
    }
    void mousePressEvent(QMouseEvent *) override { }
    void mouseMoveEvent(QMouseEvent *event) override
    {
        if (!readOnly && event->buttons() & Qt::LeftButton)
            setValue(qRound(m_whole.valueAt(mapToParent(event->pos()).x()) * 100));
    }
    void mouseReleaseEvent(QMouseEvent *) override { Q_EMIT m_whole.settled(); }
    void paintEvent(QPaintEvent *) override { }

private:
    ConfidenceSlider &m_whole;
    int m_which;
};

ConfidenceSlider::ConfidenceSlider(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_handles{new Handle(*this, 0, tr("Medium confidence, in hundredths")),
                new Handle(*this, 1, tr("High confidence, in hundredths"))}
{
    setAccessibleName(tr("Confidence"));
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        place();
    });
    place();
}

QWidget *ConfidenceSlider::mediumHandle() const
{
    return m_handles[0];
}

QWidget *ConfidenceSlider::highHandle() const
{
    return m_handles[1];
}

QSize ConfidenceSlider::sizeHint() const
{
    return {260, sliderHeight};
}

void ConfidenceSlider::setBars(const std::array<qint64, confidenceBins> &bars)
{
    m_bars = bars;
    update();
}

void ConfidenceSlider::setReadOnly(bool readOnly)
{
    for (Handle *handle : m_handles)
        handle->readOnly = readOnly;
}

void ConfidenceSlider::setValues(double medium, double high, double wasHigh)
{
    m_medium = medium;
    m_high = high;
    m_wasHigh = wasHigh;
    place();
}

void ConfidenceSlider::set(int handle, double value)
{
    if (handle == 0)
        m_medium = std::min(value, m_high);
    else
        m_high = std::max({value, m_medium, leastHigh});
    place();
    Q_EMIT moved(m_medium, m_high);
}

QPoint ConfidenceSlider::placeOf(double value) const
{
    const int along = edge + qRound(value * (width() - 2 * edge));
    return {layoutDirection() == Qt::RightToLeft ? width() - along : along, trackTop};
}

double ConfidenceSlider::valueAt(int x) const
{
    const int along = layoutDirection() == Qt::RightToLeft ? width() - x : x;
    const double value = double(along - edge) / std::max(1, width() - 2 * edge);
    return std::round(std::clamp(value, 0.0, 1.0) * 100) / 100;
}

void ConfidenceSlider::place()
{
    const double values[] = {m_medium, m_high};
    for (int i = 0; i < 2; ++i) {
        Handle *handle = m_handles[i];
        handle->isQuiet = true;
        handle->setValue(qRound(values[i] * 100));
        handle->isQuiet = false;
        handle->move(placeOf(values[i]) - QPoint(metrics::target / 2, metrics::target / 2));
    }
    update();
}

void ConfidenceSlider::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void ConfidenceSlider::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const qint64 most = std::max<qint64>(1, *std::max_element(m_bars.begin(), m_bars.end()));
    p.setPen(Qt::NoPen);
    for (int i = 0; i < confidenceBins; ++i) {
        const double from = double(i) / confidenceBins;
        const double middle = (i + 0.5) / confidenceBins;
        const int a = placeOf(from).x();
        const int b = placeOf(double(i + 1) / confidenceBins).x();
        const double high = m_bars[std::size_t(i)] == 0
            ? 0
            : std::max(2.0, double(m_bars[std::size_t(i)]) / double(most) * (barsHeight - 6));
        p.setBrush(middle >= m_high ? theme.ai : middle >= m_medium ? theme.accentLine : theme.bar);
        p.drawRoundedRect(
            QRectF(std::min(a, b) + 0.75, barsHeight - high, std::abs(b - a) - 1.5, high), 1.5,
            1.5);
    }
    p.setPen(QPen(theme.lineControl, 2, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(1, trackTop), QPointF(width() - 1, trackTop));
    if (std::abs(m_wasHigh - m_high) > 1e-9) {
        p.setPen(QPen(theme.ink3, 1, Qt::DashLine));
        const double x = placeOf(m_wasHigh).x() + 0.5;
        p.drawLine(QPointF(x, 10), QPointF(x, trackTop));
    }
    for (const double value : {m_medium, m_high}) {
        const QPointF at = placeOf(value);
        p.setPen(QPen(theme.ink, 1.5));
        p.setBrush(theme.surface);
        p.drawLine(QPointF(at.x(), 2), at);
        p.drawEllipse(at, knob / 2.0, knob / 2.0);
    }
    p.setFont(m_look.font(Role::Micro, QFont::Normal));
    p.setPen(theme.ink3);
    const auto label = [&](double from, double to, const QString &text) {
        const int a = placeOf(from).x();
        const int b = placeOf(to).x();
        const QRect box(std::min(a, b), trackTop + 10, std::abs(b - a), 16);
        if (QFontMetrics(p.font()).horizontalAdvance(text) <= box.width())
            paint::drawWords(p, box, Qt::AlignCenter, text);
    };
    label(0, m_medium, tr("low"));
    label(m_medium, m_high, tr("medium"));
    label(m_high, 1, tr("high"));
}

} // namespace baton::ui
