#include "ui/panels/PolicyMatrix.h"

#include "ui/panels/IntentChip.h"
#include "ui/text/JudgedWords.h"
#include "ui/text/PolicyWords.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainterPath>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <limits>
#include <utility>

namespace baton::ui {

namespace {

constexpr int axisWidth = 22; // for the words at the edges
constexpr int axisHeight = 22;
constexpr int fieldGap = 10;
constexpr int matrixPadding = 12;
constexpr int fieldHead = 38;
constexpr int chipSpace = 6;
constexpr int leastField = 150;
constexpr int badgeSide = 20;

constexpr Level levels[] = {Level::Low, Level::High};

std::size_t at(Level level)
{
    return level == Level::High ? 1 : 0;
}

} // namespace

PolicyMatrix::PolicyMatrix(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAccessibleName(tr("Who owns which intent"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&look, &Look::changed, this, &PolicyMatrix::arrange);
}

IntentChip *PolicyMatrix::makeChip(const QString &name)
{
    auto *chip = new IntentChip(m_look, this);
    connect(chip, &QAbstractButton::clicked, this, [this, chip] { showMenu(chip); });
    connect(chip, &IntentChip::dragged, this, [this, name](const QPoint &to) {
        if (m_mayChange) {
            m_byKey = false;
            lift(name, fieldAt(to));
            m_chips[name]->move(to - QPoint(m_chips[name]->width() / 2, 13));
        }
    });
    connect(chip, &IntentChip::dropped, this, [this](const QPoint &to) { drop(fieldAt(to)); });
    connect(chip, &IntentChip::dragLost, this, &PolicyMatrix::letGo);
    chip->show();
    return chip;
}

void PolicyMatrix::setState(const PolicyState &state)
{
    m_intents = state.intents;
    m_mayChange = state.mayChange;
    QHash<QString, IntentChip *> before;
    before.swap(m_chips);
    m_placed.order.clear(); // chips of the same names may be others
    for (const PolicyIntent &intent : m_intents) {
        IntentChip *chip = before.take(intent.name);
        if (!chip)
            chip = makeChip(intent.name);
        chip->setIntent(intent, m_counts.value(intent.name), m_days);
        m_chips.insert(intent.name, chip);
    }
    qDeleteAll(before);
    if (!m_lifted.isEmpty() && !m_chips.contains(m_lifted))
        m_lifted.clear();
    arrange();
}

void PolicyMatrix::setCounts(const QHash<QString, qint64> &counts, int days)
{
    if (m_counts == counts && m_days == days)
        return;
    m_counts = counts;
    m_days = days;
    for (const PolicyIntent &intent : m_intents)
        m_chips[intent.name]->setIntent(intent, counts.value(intent.name), days);
    arrange();
}

/// Of one field, from its corner: a line is filled with the next chips that still fit.
PolicyMatrix::Lines PolicyMatrix::linesOf(Field which, int side) const
{
    QList<const PolicyIntent *> left;
    for (const PolicyIntent &intent : m_intents) {
        if (intent.risk == which.risk && intent.complexity == which.complexity)
            left.append(&intent);
    }
    const int chipHigh = m_look.px(26);
    const int end = side - matrixPadding;
    Lines lines;
    int y = m_look.px(fieldHead);
    while (!left.isEmpty()) {
        int x = matrixPadding;
        for (auto intent = left.begin(); intent != left.end();) {
            const int wide = std::min(m_chips[(*intent)->name]->wantedWidth(), end - matrixPadding);
            if (x > matrixPadding && x + wide > end) {
                ++intent;
                continue;
            }
            lines.chips.append({(*intent)->name, {x, y, wide, chipHigh}});
            x += wide + chipSpace;
            intent = left.erase(intent);
        }
        y += chipHigh + chipSpace;
    }
    lines.height = lines.chips.isEmpty() ? 0 : y - chipSpace + matrixPadding;
    return lines;
}

/// The fields of a row are as high as the fuller one needs.
PolicyMatrix::Placed PolicyMatrix::place(int width) const
{
    Placed placed;
    const int side = std::max(120, (width - axisWidth - fieldGap) / 2);
    int top = 0;
    for (const Level risk : {Level::High, Level::Low}) {
        const Lines left = linesOf({risk, Level::Low}, side);
        const Lines right = linesOf({risk, Level::High}, side);
        const int high = std::max({m_look.px(leastField), left.height, right.height});
        const auto put = [&](Level complexity, const Lines &lines, int x) {
            placed.fields[at(risk)][at(complexity)] = {x, top, side, high};
            for (const auto &[name, chip] : lines.chips) {
                placed.chips.insert(name, chip.translated(x, top));
                placed.order.append(name);
            }
        };
        put(Level::Low, left, axisWidth);
        put(Level::High, right, axisWidth + side + fieldGap);
        top += high + (risk == Level::High ? fieldGap : 0);
    }
    placed.height = top + m_look.px(axisHeight);
    return placed;
}

int PolicyMatrix::heightForWidth(int width) const
{
    return place(width).height;
}

QSize PolicyMatrix::sizeHint() const
{
    return {660, heightForWidth(width() > 200 ? width() : 660)};
}

void PolicyMatrix::arrange()
{
    const QStringList before = std::exchange(m_placed, place(width())).order;
    if (m_placed.order != before) {
        for (qsizetype i = 1; i < m_placed.order.size(); ++i)
            setTabOrder(m_chips[m_placed.order[i - 1]], m_chips[m_placed.order[i]]);
    }
    for (const PolicyIntent &intent : m_intents) {
        IntentChip *chip = m_chips[intent.name];
        const bool lifted = intent.name == m_lifted;
        chip->setState(lifted ? IntentChip::State::Lifted : IntentChip::State::Resting);
        const QRect shown
            = QStyle::visualRect(layoutDirection(), rect(), m_placed.chips[intent.name]);
        if (lifted && m_byKey) {
            const QRect over = field(m_over.risk, m_over.complexity);
            chip->setGeometry(
                {over.center() - QPoint(shown.width() / 2, shown.height() / 2), shown.size()});
        } else if (!lifted) {
            chip->setGeometry(shown);
        }
    }
    if (minimumHeight() != m_placed.height)
        setMinimumHeight(m_placed.height);
    update();
}

QRect PolicyMatrix::field(Level risk, Level complexity) const
{
    return QStyle::visualRect(layoutDirection(), rect(), m_placed.fields[at(risk)][at(complexity)]);
}

PolicyMatrix::Field PolicyMatrix::fieldAt(const QPoint &point) const
{
    const QRect corner = field(Level::Low, Level::Low);
    const bool right = point.x() > corner.right() + fieldGap / 2;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const bool complex = mirrored ? point.x() < corner.left() - fieldGap / 2 : right;
    return {point.y() < corner.top() - fieldGap / 2 ? Level::High : Level::Low,
            complex ? Level::High : Level::Low};
}

void PolicyMatrix::lift(const QString &name, Field over)
{
    m_lifted = name;
    m_over = over;
    m_chips[name]->raise();
    arrange();
}

void PolicyMatrix::drop(Field over)
{
    const QString name = m_lifted;
    letGo();
    const auto intent = std::find_if(m_intents.begin(), m_intents.end(),
                                     [&](const PolicyIntent &one) { return one.name == name; });
    if (intent == m_intents.end() || Field{intent->risk, intent->complexity} == over)
        return;
    // The move makes intent invalid, and the line its own again.
    const QString told
        = tr("%1: %2").arg(intent->title, words::whoOwns(over.risk, over.complexity));
    Q_EMIT moved(name, over.risk, over.complexity);
    Q_EMIT said(told);
}

void PolicyMatrix::letGo()
{
    m_lifted.clear();
    m_byKey = false;
    arrange();
}

void PolicyMatrix::focusFirst()
{
    if (!m_placed.order.isEmpty())
        m_chips[m_placed.order.first()]->setFocus(Qt::OtherFocusReason);
}

IntentChip *PolicyMatrix::current() const
{
    auto *chip = qobject_cast<IntentChip *>(QApplication::focusWidget());
    return chip && chip->parentWidget() == this ? chip : nullptr;
}

bool PolicyMatrix::event(QEvent *event)
{
    // Before the letters of other screens are taken.
    if (event->type() == QEvent::ShortcutOverride && current()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_M && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void PolicyMatrix::keyPressEvent(QKeyEvent *event)
{
    IntentChip *chip = current();
    const int key = event->key();
    const bool arrow
        = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    if (chip && m_byKey && arrow) {
        moveByKey(key);
    } else if (chip && m_byKey && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        drop(m_over);
    } else if (chip && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        showMenu(chip);
    } else if (m_byKey && key == Qt::Key_Escape) {
        letGo();
        Q_EMIT said(tr("Not moved"));
    } else if (chip && m_mayChange && arrow && event->modifiers() & Qt::ShiftModifier) {
        const PolicyIntent &intent = chip->intent();
        m_over = {intent.risk, intent.complexity};
        m_lifted = intent.name;
        moveByKey(key);
        drop(m_over);
    } else if (chip && arrow) {
        walk(key);
    } else if (chip && m_mayChange && key == Qt::Key_M) {
        const PolicyIntent &intent = chip->intent();
        m_byKey = true;
        lift(intent.name, {intent.risk, intent.complexity});
        Q_EMIT said(
            tr("%1 is being moved. Arrows choose the field, Enter drops it.").arg(intent.title));
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PolicyMatrix::moveByKey(int key)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    Field over = m_over;
    if (key == Qt::Key_Up || key == Qt::Key_Down)
        over.risk = key == Qt::Key_Up ? Level::High : Level::Low;
    else
        over.complexity = (key == Qt::Key_Right) != mirrored ? Level::High : Level::Low;
    if (over == m_over)
        return;
    m_over = over;
    if (m_byKey) {
        arrange();
        Q_EMIT said(tr("%1, %2").arg(words::whoOwns(over.risk, over.complexity),
                                     words::cellName(over.risk, over.complexity)));
    }
}

/// To the nearest chip in that direction, as it looks.
void PolicyMatrix::walk(int key)
{
    const IntentChip *from = current();
    const QPoint origin = from->geometry().center();
    IntentChip *best = nullptr;
    int least = std::numeric_limits<int>::max();
    for (IntentChip *chip : std::as_const(m_chips)) {
        const QPoint way = chip->geometry().center() - origin;
        const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
        const int along = across ? way.x() : way.y();
        const bool forward = key == Qt::Key_Right || key == Qt::Key_Down;
        if (chip == from || (forward ? along : -along) <= 2)
            continue;
        const int aside = std::abs(across ? way.y() : way.x());
        const int cost = std::abs(along) + aside * (across ? 8 : 2);
        if (cost < least) {
            least = cost;
            best = chip;
        }
    }
    if (best)
        best->setFocus(Qt::TabFocusReason);
}

void PolicyMatrix::showMenu(IntentChip *chip)
{
    const PolicyIntent intent = chip->intent();
    if (!m_mayChange || m_byKey)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Level risk : levels) {
        for (const Level complexity : levels) {
            if (intent.risk == risk && intent.complexity == complexity && !intent.pinned)
                continue;
            menu->addAction(
                tr("Move to %1 (%2)")
                    .arg(words::whoOwns(risk, complexity), words::cellName(risk, complexity)),
                this, [this, intent, risk, complexity] {
                    Q_EMIT moved(intent.name, risk, complexity);
                    Q_EMIT said(tr("%1: %2").arg(intent.title, words::whoOwns(risk, complexity)));
                });
        }
    }
    menu->addSeparator();
    if (intent.tier == Route::Assist || intent.open)
        menu->addAction(intent.open ? tr("Close to the bot") : tr("Open to the bot"), this,
                        [this, intent] { Q_EMIT opened(intent.name, !intent.open); });
    if (intent.rolledBack)
        menu->addAction(tr("Release to the bot, on trial"), this,
                        [this, intent] { Q_EMIT released(intent.name); });
    if (intent.canary > 0)
        menu->addAction(tr("End the trial: all to the bot"), this,
                        [this, intent] { Q_EMIT released(intent.name); });
    menu->popup(chip->mapToGlobal(QPoint(0, chip->height() + 4)));
}

void PolicyMatrix::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void PolicyMatrix::paintField(QPainter &p, Field which) const
{
    const Theme &theme = m_look.theme();
    const QRectF box = field(which.risk, which.complexity);
    const Route tier = tierOf(which.risk, which.complexity);
    const bool over = !m_lifted.isEmpty() && which == m_over;
    const QRectF edge = box.adjusted(1, 1, -1, -1);
    QPen pen(tier == Route::Contain        ? theme.aiLine
                 : tier == Route::Escalate ? theme.accentLine
                                           : theme.line,
             tier == Route::Contain ? 1.5 : 1);
    if (tier == Route::Contain)
        pen.setStyle(Qt::DashLine);
    if (over)
        pen = QPen(theme.accent, 2);
    p.setPen(pen);
    p.setBrush(over                          ? theme.accentTint
                   : tier == Route::Contain  ? theme.aiTint
                   : tier == Route::Escalate ? theme.accentTint
                                             : theme.pane);
    p.drawRoundedRect(edge, metrics::radiusCard, metrics::radiusCard);
    const int side = m_look.px(badgeSide);
    // Above in every field: below, a field that is higher than the window would have no name.
    const int top = int(box.top()) + 10;
    const bool atEnd = which.complexity == Level::High;
    const QRect whole = box.toRect();
    const auto visual
        = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), whole, r); };
    const QFont font = m_look.font(Role::Body, QFont::DemiBold);
    const QString words = words::whoOwns(which.risk, which.complexity);
    const int wide = QFontMetrics(font).horizontalAdvance(words) + 2;
    const int left
        = atEnd ? whole.right() - matrixPadding - side + 1 : whole.left() + matrixPadding;
    paint::tierBadge(p, visual({left, top, side, side}), tier, m_look);
    const int wordsLeft = atEnd ? left - 7 - wide : left + side + 7;
    p.setFont(font);
    p.setPen(tier == Route::Contain ? theme.aiText : theme.ink);
    paint::drawWords(p, visual({wordsLeft, top, wide, side}), Qt::AlignCenter, words);
}

void PolicyMatrix::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    for (const Level risk : levels) {
        for (const Level complexity : levels)
            paintField(p, {risk, complexity});
    }
    p.setFont(m_look.font(Role::Small, QFont::Medium));
    p.setPen(theme.ink2);
    const int foot = m_look.px(axisHeight);
    const QRect low = m_placed.fields[0][0];
    const QRect across(axisWidth, low.bottom() + 1, width() - axisWidth, foot);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    paint::drawWords(p, QStyle::visualRect(layoutDirection(), rect(), across), Qt::AlignCenter,
                     mirrored ? tr("← Complexity") : tr("Complexity →"));
    p.save();
    const QRect up
        = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, axisWidth - 6, low.bottom()));
    p.translate(up.left(), up.bottom());
    p.rotate(-90);
    paint::drawWords(p, QRectF(0, 0, up.height(), up.width()), Qt::AlignCenter, tr("Risk →"));
    p.restore();
    // Where it came from, and the way it takes.
    if (m_lifted.isEmpty())
        return;
    const QRectF from
        = QStyle::visualRect(layoutDirection(), rect(), m_placed.chips.value(m_lifted));
    p.setPen(QPen(theme.lineControl, 1.5, Qt::DashLine));
    p.setBrush(Qt::NoBrush);
    p.drawRoundedRect(from.adjusted(1, 1, -1, -1), metrics::radiusButton, metrics::radiusButton);
    const QPointF to = QRectF(m_chips[m_lifted]->geometry()).center();
    if (from.contains(to))
        return;
    QPainterPath way(from.center());
    const QPointF lift(0, -48);
    way.cubicTo(from.center() + lift, to + lift, to);
    p.setPen(QPen(theme.accent, 1.5, Qt::DashLine));
    p.setBrush(Qt::NoBrush);
    p.drawPath(way);
}

} // namespace baton::ui
