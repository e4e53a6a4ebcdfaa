#include "ui/window/UndoStrip.h"

#include "ui/panels/KeyCap.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/ActionRegistry.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyle>
#include <QtWidgets/QTextEdit>

#include <algorithm>

namespace baton::ui {

namespace {

constexpr int margin = 8;
constexpr int toastHeight = 38;
constexpr int ringSide = 22;
constexpr int gap = 9;
constexpr int ringFrameMs = 100; ///< ten a second (TOKENS §7)

/// The phrase with its name in a heavier face; the name gives way when there is no room.
void drawPhrase(QPainter &p, QRect place, const QString &phrase, const QString &name,
                const Look &look)
{
    const QFont plain = look.font(Role::Body);
    const QFont heavy = look.font(Role::Body, QFont::Medium);
    const qsizetype at = phrase.indexOf(QStringLiteral("%1"));
    const QString before = at < 0 ? phrase : phrase.left(at);
    const QString after = at < 0 ? QString() : phrase.mid(at + 2);
    const QFontMetrics plainSize(plain);
    const int room
        = place.width() - plainSize.horizontalAdvance(before) - plainSize.horizontalAdvance(after);
    const QString shown
        = at < 0 ? QString() : QFontMetrics(heavy).elidedText(name, Qt::ElideRight, qMax(0, room));
    const auto draw = [&](const QString &text, const QFont &font) {
        p.setFont(font);
        paint::drawWords(p, place, Qt::AlignVCenter | Qt::TextSingleLine, text);
        place.setLeft(place.left() + QFontMetrics(font).horizontalAdvance(text));
    };
    draw(before, plain);
    draw(shown, heavy);
    draw(after, plain);
}

} // namespace

UndoStrip::UndoStrip(const Look &look, const ActionRegistry &actions, const Clock &clock,
                     QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_clock(clock)
    , m_undo(new Button(look, tr("Undo"), ButtonKind::OnToast, this))
{
    m_undo->setButtonSize(ButtonSize::Small);
    m_undo->setIconName(QStringLiteral("undo"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_undo, &QPushButton::clicked, this, &UndoStrip::undo);
    connect(&m_repaint, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&look, &Look::changed, this, &UndoStrip::restyle);
    const auto nameKeys = [this, &actions] {
        // A single letter is typed where somebody writes; what has a modifier works there too.
        const QList<QKeySequence> keys = actions.keys(ActionId::Undo);
        const QWidget *focus = QApplication::focusWidget();
        const bool writing
            = qobject_cast<const QTextEdit *>(focus) || qobject_cast<const QLineEdit *>(focus);
        const auto works = [writing](const QKeySequence &key) {
            return !writing
                || (key[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier));
        };
        const auto key = std::find_if(keys.begin(), keys.end(), works);
        m_undo->setKeyHint(key == keys.end() ? QString() : KeyCap::text(*key));
        placeButton();
    };
    connect(&actions, &ActionRegistry::keysChanged, this, nameKeys);
    connect(qApp, &QApplication::focusChanged, this, nameKeys);
    nameKeys();
    hide();
    restyle();
}

void UndoStrip::restyle()
{
    setFixedHeight(m_look.px(toastHeight) + 2 * margin + 1);
    m_repaint.setInterval(m_look.reduceMotion() ? 1000 : ringFrameMs);
    update();
}

void UndoStrip::setOffer(const std::optional<UndoOffer> &offer)
{
    const bool another = offer && (!m_offer || m_offer->key != offer->key);
    m_offer = offer;
    setVisible(offer.has_value());
    if (!offer) {
        m_repaint.stop();
        return;
    }
    if (!another)
        return;
    m_lengthMs = qMax<qint64>(1, offer->endsAtSteadyMs - m_clock.steadyMs());
    m_repaint.start();
    setAccessibleName(phrase().replace(QStringLiteral("%1"), offer->name));
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void UndoStrip::setQueued(bool queued)
{
    if (queued == m_queued)
        return;
    m_queued = queued;
    update();
}

int UndoStrip::secondsLeft() const
{
    const qint64 left = m_offer ? m_offer->endsAtSteadyMs - m_clock.steadyMs() : 0;
    return int((qMax<qint64>(0, left) + 999) / 1000);
}

QString UndoStrip::phrase() const
{
    if (m_offer->what != Undoable::Reply)
        return doneToMany();
    if (m_offer->replies > 1)
        return m_queued ? tr("%n reply(s) go to the outbox", nullptr, m_offer->replies)
                        : tr("Sending to %n customer(s)", nullptr, m_offer->replies);
    if (m_queued)
        return m_offer->name.isEmpty() ? tr("A reply goes to the outbox")
                                       : tr("Queued for %1", "a customer");
    if (m_offer->name.isEmpty()) // a reply from before the last start
        return m_offer->closes ? tr("Sending a reply and closing") : tr("Sending a reply");
    return m_offer->closes ? tr("Sending to %1 and closing") : tr("Sending to %1");
}

QString UndoStrip::doneToMany() const
{
    const int count = m_offer->replies;
    if (m_offer->what == Undoable::Tags)
        return tr("Tags of %n conversation(s) changed", nullptr, count);
    if (m_offer->leftOut > 0)
        return tr("%n assigned, %1 left out", "conversations", count).arg(m_offer->leftOut);
    return tr("%n conversation(s) assigned", nullptr, count);
}

QRect UndoStrip::toast() const
{
    return rect().adjusted(margin, margin + 1, -margin, -margin);
}

void UndoStrip::resizeEvent(QResizeEvent *)
{
    placeButton();
}

void UndoStrip::placeButton()
{
    const QRect box = toast();
    const QSize size = m_undo->sizeHint();
    const QRect place(box.right() + 1 - 6 - size.width(),
                      box.top() + (box.height() - size.height()) / 2, size.width(), size.height());
    m_undo->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void UndoStrip::paintEvent(QPaintEvent *)
{
    if (!m_offer)
        return;
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.pane);
    paint::hairline(p, QPoint(0, 0), QPoint(width(), 0), theme.line);
    const QRect box = toast();
    paint::box(p, box, metrics::radiusToast, theme.toast);

    const QRectF ring(box.left() + 11, box.center().y() - ringSide / 2.0 + .5, ringSide, ringSide);
    if (!m_look.reduceMotion()) {
        const qint64 left = m_offer->endsAtSteadyMs - m_clock.steadyMs();
        const double share = qBound(0.0, double(left) / double(m_lengthMs), 1.0);
        QColor track = theme.toastInk;
        track.setAlphaF(.28F);
        const QRectF circle = ring.adjusted(2, 2, -2, -2);
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(track, 2));
        p.drawEllipse(circle);
        p.setPen(QPen(theme.toastInk, 2, Qt::SolidLine, Qt::RoundCap));
        p.drawArc(circle, 90 * 16, int(-share * 360 * 16));
    }
    p.setPen(theme.toastInk);
    p.setFont(m_look.font(Role::Micro, QFont::DemiBold));
    paint::drawWords(p, ring, Qt::AlignCenter, QString::number(secondsLeft()));

    const int left = int(ring.right()) + gap;
    drawPhrase(p, QRect(left, box.top(), m_undo->x() - gap - left, box.height()), phrase(),
               m_offer->name, m_look);
}

} // namespace baton::ui
