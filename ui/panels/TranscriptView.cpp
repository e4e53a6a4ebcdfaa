#include "ui/panels/TranscriptView.h"

#include "ui/panels/TranscriptAccess.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

/// Layouts are kept for this many blocks around what is seen, so that a long thread stays small in
/// memory.
constexpr qsizetype keptAround = 120;
constexpr int fadeHeight = 20;

QString blockKey(const Turn &turn, const TextBlock &block)
{
    return turn.key + u'\n' + QString::number(block.begin);
}

bool samePiece(const TextBlock &a, const TextBlock &b)
{
    return a.begin == b.begin && a.length == b.length && a.first == b.first && a.last == b.last
        && a.folded == b.folded;
}

} // namespace

TranscriptView::TranscriptView(const Look &look, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_look(look)
{
    installTranscriptAccess();
    setAccessibleName(tr("Transcript"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    connect(&look, &Look::changed, this, &TranscriptView::relook);
    relook();
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::relook()
{
    m_items.clear();
    m_style = transcriptStyle(m_look);
    verticalScrollBar()->setSingleStep(m_style.readLine * 2);
    rebuild({}, {});
    viewport()->update();
}

void TranscriptView::setTurns(const QString &subject, QList<Turn> turns, const WordsInput &words)
{
    const bool known = subject == m_subject;
    const bool sameWords = words.customer == m_words.customer && words.zone == m_words.zone;
    m_words = words;
    if (known && sameWords && turns == m_turns)
        return;
    const QList<Turn> before = std::exchange(m_turns, std::move(turns));
    m_subject = subject;
    m_spot = {};
    if (known) {
        const auto moved = [&](Place place) {
            if (place.turn < 0)
                return place;
            const QString &key = before[place.turn].key;
            const auto now = std::find_if(m_turns.begin(), m_turns.end(),
                                          [&](const Turn &t) { return t.key == key; });
            return now == m_turns.end() ? Place{} : Place{now - m_turns.begin(), place.offset};
        };
        m_anchor = moved(m_anchor);
        m_cursor = moved(m_cursor);
        rebuild(sameWords ? before : QList<Turn>{}, before);
    } else {
        m_unfolded.clear();
        m_anchor = m_cursor = {};
        m_items.clear();
        m_blocks.clear();
        openAtNews();
    }
    announceTurns(this);
    viewport()->update();
}

/// The first sight of a conversation: its end, or where the new begins.
void TranscriptView::openAtNews()
{
    m_following = true;
    rebuild({}, {});
    const auto mark = std::find_if(m_turns.begin(), m_turns.end(),
                                   [](const Turn &t) { return t.kind == TurnKind::NewMark; });
    if (mark == m_turns.end())
        return;
    const qsizetype turn = mark - m_turns.begin();
    const auto block = std::find_if(m_blocks.begin(), m_blocks.end(),
                                    [&](const TextBlock &b) { return b.turn == turn; });
    const qsizetype index = block - m_blocks.begin();
    if (m_heights.top(index) >= verticalScrollBar()->value())
        return;
    m_following = false;
    // What is laid out on the way changes how far it is; it settles at once or after one more look.
    for (int i = 0; i < 3; ++i) {
        verticalScrollBar()->setValue(m_heights.top(index));
        settle();
    }
    m_following = atEnd();
}

/// New blocks for m_turns. Heights and layouts of turns that did not change are taken over;
/// unchanged says what they were laid out from, shown what was on screen.
void TranscriptView::rebuild(const QList<Turn> &unchanged, const QList<Turn> &shown)
{
    QString heldKey;
    int heldBy = 0;
    if (!shown.isEmpty() && !m_following && m_heights.count() > 0) {
        const int y = verticalScrollBar()->value();
        const qsizetype top = m_heights.at(y);
        heldKey = blockKey(shown[m_blocks[top].turn], m_blocks[top]);
        heldBy = y - m_heights.top(top);
    }
    QHash<QString, qsizetype> known;
    if (!unchanged.isEmpty()) {
        known.reserve(m_blocks.size());
        for (qsizetype i = 0; i < m_blocks.size(); ++i)
            known.insert(blockKey(unchanged[m_blocks[i].turn], m_blocks[i]), i);
    }
    const QList<TextBlock> before = std::exchange(m_blocks, textBlocks(m_turns, m_unfolded));
    std::vector<Item> items(size_t(m_blocks.size()));
    QList<int> heights(m_blocks.size());
    const int width = viewport()->width();
    qsizetype held = -1;
    for (qsizetype i = 0; i < m_blocks.size(); ++i) {
        const Turn &turn = m_turns[m_blocks[i].turn];
        const QString key
            = unchanged.isEmpty() && heldKey.isEmpty() ? QString() : blockKey(turn, m_blocks[i]);
        if (!heldKey.isEmpty() && key == heldKey)
            held = i;
        const qsizetype old = known.value(key, -1);
        if (old >= 0 && samePiece(before[old], m_blocks[i])
            && unchanged[before[old].turn] == turn) {
            heights[i] = m_heights.height(old);
            items[size_t(i)] = std::move(m_items[size_t(old)]);
        } else {
            heights[i] = TurnLayout::estimate(turn, m_blocks[i], m_style, width);
        }
    }
    m_items = std::move(items);
    m_heights.reset(std::move(heights));
    updateRange();
    if (held >= 0)
        verticalScrollBar()->setValue(m_heights.top(held) + heldBy);
    settle();
}

void TranscriptView::updateRange()
{
    const bool settling = std::exchange(m_settling, true);
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(viewport()->height());
    bar->setRange(0, qMax(0, m_heights.total() - viewport()->height()));
    if (m_following)
        bar->setValue(bar->maximum());
    m_settling = settling;
}

void TranscriptView::settle()
{
    if (m_settling || m_heights.count() == 0 || viewport()->height() <= 0)
        return;
    m_settling = true;
    for (bool moved = true; moved;) {
        moved = false;
        updateRange();
        const int y = verticalScrollBar()->value();
        const qsizetype first = m_heights.at(y);
        const qsizetype last = m_heights.at(y + viewport()->height());
        // What was laid out before stays where it is on screen; what is new grows away from it.
        qsizetype held = first;
        while (held < last && !m_items[size_t(held)].layout)
            ++held;
        if (!m_items[size_t(held)].layout)
            held = first;
        const int heldAt = m_heights.top(held) - y;
        for (qsizetype i = first; i <= last; ++i) {
            if (m_items[size_t(i)].layout)
                continue;
            const int height = item(i).layout->height();
            moved = moved || height != m_heights.height(i);
            m_heights.set(i, height);
        }
        updateRange();
        if (!m_following)
            verticalScrollBar()->setValue(m_heights.top(held) - heldAt);
    }
    m_settling = false;
    forgetFarLayouts();
}

const TranscriptView::Item &TranscriptView::item(qsizetype block)
{
    Item &item = m_items[size_t(block)];
    if (!item.layout) {
        const TextBlock &piece = m_blocks[block];
        const Turn &turn = m_turns[piece.turn];
        item.words = turnWords(turn, piece, m_words);
        item.layout
            = std::make_unique<TurnLayout>(turn, piece, item.words, m_style, viewport()->width());
        ++m_laidOut;
    }
    return item;
}

void TranscriptView::forgetFarLayouts()
{
    if (m_laidOut < 4 * keptAround)
        return;
    const int y = verticalScrollBar()->value();
    const qsizetype first = m_heights.at(y) - keptAround;
    const qsizetype last = m_heights.at(y + viewport()->height()) + keptAround;
    m_laidOut = 0;
    for (qsizetype i = 0; i < qsizetype(m_items.size()); ++i) {
        if (i < first || i > last)
            m_items[size_t(i)] = {};
        else if (m_items[size_t(i)].layout)
            ++m_laidOut;
    }
}

/// Where the first block begins in the viewport: a short thread stands at the bottom, near the
/// composer.
int TranscriptView::viewTop() const
{
    return qMax(0, viewport()->height() - m_heights.total()) - verticalScrollBar()->value();
}

bool TranscriptView::atEnd() const
{
    return verticalScrollBar()->value() == verticalScrollBar()->maximum();
}

int TranscriptView::wholeHeight()
{
    for (qsizetype i = 0; i < m_blocks.size(); ++i)
        m_heights.set(i, item(i).layout->height());
    updateRange();
    return m_heights.total();
}

void TranscriptView::scrollToEnd()
{
    m_following = true;
    settle();
    viewport()->update();
}

void TranscriptView::showMessage(const MessageId &message)
{
    const auto turn = std::find_if(m_turns.begin(), m_turns.end(),
                                   [&](const Turn &t) { return t.message.id == message; });
    if (turn == m_turns.end() || message.isEmpty())
        return;
    const QRect before = turnRect(turn - m_turns.begin());
    if (before.top() >= 0 && before.bottom() < viewport()->height())
        return;
    m_following = false;
    // What is laid out on the way changes how far it is; it settles at once or after one more look.
    for (int i = 0; i < 3; ++i) {
        const QRect at = turnRect(turn - m_turns.begin());
        verticalScrollBar()->setValue(verticalScrollBar()->value() + at.top()
                                      - viewport()->height() / 4);
        settle();
    }
    m_following = atEnd();
    viewport()->update();
}

void TranscriptView::scrollContentsBy(int, int)
{
    if (!m_settling) {
        m_following = atEnd();
        settle();
    }
    viewport()->update();
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    if (event->size().width() != event->oldSize().width()) {
        m_items.clear();
        m_laidOut = 0;
        rebuild({}, m_turns);
    } else {
        settle();
    }
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_look.theme().surface);
    if (m_heights.count() == 0)
        return;
    const int top = viewTop();
    const qsizetype last = m_heights.at(event->rect().bottom() - top);
    for (qsizetype i = m_heights.at(event->rect().top() - top); i <= last; ++i) {
        const Item &shown = item(i);
        painter.save();
        painter.translate(0, top + m_heights.top(i));
        paintTurn(painter,
                  {m_turns[m_blocks[i].turn], m_blocks[i], shown.words, *shown.layout, m_look},
                  marksOf(i));
        painter.restore();
    }
    paintFade(painter);
    if (m_keyFocus && hasFocus())
        paint::focusRing(painter, viewport()->rect(), 0, paint::RingPlace::Inside, m_look.theme());
}

/// What is cut at the top fades, so that no half letters stand under the card.
void TranscriptView::paintFade(QPainter &painter) const
{
    if (viewTop() >= 0)
        return;
    const QColor ground = m_look.theme().surface;
    QColor clear = ground;
    clear.setAlpha(0);
    QLinearGradient fade(0, 0, 0, fadeHeight);
    fade.setColorAt(.25, ground);
    fade.setColorAt(1, clear);
    painter.fillRect(QRect(0, 0, viewport()->width(), fadeHeight), fade);
}

QString TranscriptView::spoken(qsizetype turn) const
{
    const Turn &said = m_turns[turn];
    return turnWords(said, {turn, 0, said.message.text.size()}, m_words).spoken;
}

QRect TranscriptView::turnRect(qsizetype turn) const
{
    const auto first = std::lower_bound(
        m_blocks.begin(), m_blocks.end(), turn,
        [](const TextBlock &block, qsizetype wanted) { return block.turn < wanted; });
    const auto end = std::upper_bound(
        first, m_blocks.end(), turn,
        [](qsizetype wanted, const TextBlock &block) { return wanted < block.turn; });
    const int top = m_heights.top(first - m_blocks.begin());
    const int bottom = m_heights.top(end - m_blocks.begin());
    return {0, viewTop() + top, viewport()->width(), bottom - top};
}

} // namespace baton::ui
