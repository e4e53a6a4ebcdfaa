#pragma once

#include "core/domain/Draft.h"
#include "ui/text/Deadline.h"
#include "ui/theme/Look.h"

#include <QtGui/QPainter>

/// Pure painters: painter, place, state, look. Each leaves the painter as it found it. Used by
/// delegates and by the thin widgets of ui/panels.
namespace baton::ui::paint {

/// A line one device pixel wide, whatever the scale.
void hairline(QPainter &p, const QPointF &from, const QPointF &to, const QColor &colour);
/// A rounded box whose one-pixel edge lies inside rect.
void box(QPainter &p, const QRectF &rect, qreal radius, const QColor &fill,
         const QColor &edge = {});

/// Share left as an arc; filled disc with "!" when breached; bars when paused; a check when met.
void slaRing(QPainter &p, const QRectF &rect, const Deadline &deadline, const Theme &theme);
QColor deadlineInk(DeadlineState state, const Theme &theme); ///< of the text beside the ring

inline constexpr qreal pipStep = 9;
inline constexpr qreal pipsWidth = 2 * pipStep + 8;
/// Diamonds from left, one to three filled of three; nothing where the value is absent.
void pips(QPainter &p, const QPointF &leftCentre, ValueTier value, const Theme &theme);
int pipCount(ValueTier value);

/// 16, 20 or 26 px at 100 %.
void tierBadge(QPainter &p, const QRectF &rect, Route route, const Look &look);
/// How something went, as a line through its points, −1 at the bottom and 1 at the top, with a dot
/// at the last. Time runs from left to right in every language (TOKENS §9).
void course(QPainter &p, const QRectF &rect, const QList<double> &points, const QColor &colour);
QColor Theme::*moodInk(int level); ///< 1 … 5

enum class Tone { Neutral, Outline, Danger, Warn, Ok, Accent, Ai };
enum class ChipSize { Normal, Small };
struct ChipText
{
    QString icon; ///< empty for none
    QString text;
    Tone tone = Tone::Neutral;
    ChipSize size = ChipSize::Normal;
    QString quiet = {}; ///< behind the text, lighter: what was seen; may be empty
};
int chipWidth(const ChipText &chip, const Look &look);
int chipHeight(ChipSize size, const Look &look);
/// Text that does not fit is elided.
void chip(QPainter &p, const QRectF &rect, const ChipText &chip, const Look &look);
QColor toneInk(Tone tone, const Theme &theme);
QColor toneFill(Tone tone, const Theme &theme);

enum class AvatarTone { Customer, Chosen, Agent, Bot }; ///< Chosen: the customer it is about
QString initials(const QString &name);                  ///< at most two letters, upper case
void avatar(QPainter &p, const QRectF &rect, const QString &name, AvatarTone tone,
            const Look &look);

/// One line in the middle of rect's height, on the baseline of baselineIn(); flags as drawText()
/// takes them. Text that wraps is drawn as Qt does.
void drawWords(QPainter &p, const QRectF &rect, int flags, const QString &text);
/// Draws on the baseline with each digit centred in the width of "0", so that columns and
/// countdowns stand still.
void drawTabular(QPainter &p, const QPointF &baseline, const QString &text);
qreal tabularWidth(const QFont &font, const QString &text);

/// Faint strokes around a raised thing, and its edge; rect is the thing itself, radius its corner.
/// Needs metrics::elevationMargin around rect.
void elevation(QPainter &p, const QRectF &rect, qreal radius, const Theme &theme);

int keycapWidth(const QString &text, const Look &look);
void keycap(QPainter &p, const QRectF &rect, const QString &text, const Look &look);
/// Several in a row, read from left to right in every language.
int keycapsWidth(const QStringList &caps, const Look &look);
void keycaps(QPainter &p, const QRectF &rect, const QStringList &caps, const Look &look);

enum class RingPlace { Outside, Inside };
/// Two pixels: one pixel away from rect on buttons, inside it on rows.
void focusRing(QPainter &p, const QRectF &rect, qreal radius, RingPlace place, const Theme &theme);

/// The number of a source: outlined for the conversation, teal for a live look-up, indigo for
/// knowledge (TOKENS §5). old: with a dashed edge around it.
void marker(QPainter &p, const QRectF &rect, SupportKind kind, int number, const Look &look,
            bool old = false);
int markerWidth(int number, const Look &look);

/// The two halves of the baton, the machine's to the left; reach is from its middle to its ends.
void baton(QPainter &p, const QPointF &middle, qreal reach, qreal thickness, qreal degrees,
           const Theme &theme);
/// What stands at one end of its way: dashed for a machine, solid for a person.
enum class End { Machine, Person };
void endDot(QPainter &p, const QPointF &middle, qreal radius, End end, const Theme &theme);

/// A count on the rail or a tab: text centred in a pill of at least a circle.
void badge(QPainter &p, const QPointF &leftCentre, const QString &text, const QColor &fill,
           const QColor &ink, const Look &look);
/// A quarter of a circle that turns; turn 0 to 1.
void busyRing(QPainter &p, const QRectF &rect, double turn, const QColor &ink, const QColor &track);

} // namespace baton::ui::paint
