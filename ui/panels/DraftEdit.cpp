#include "ui/panels/DraftEdit.h"

#include "ui/panels/DraftMarks.h"

#include <QtCore/QMimeData>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextBlock>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cmath>

namespace baton::ui {

namespace {

constexpr QMargins padding(14, 9, 6, 8);

} // namespace

DraftEdit::DraftEdit(const Look &look, const QString &name, QWidget *parent)
    : QTextEdit(parent)
    , m_look(look)
{
    setAccessibleName(name);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    setViewportMargins(padding);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &DraftEdit::grow);
    connect(&look, &Look::changed, this, &DraftEdit::relook);
    relook();
}

void DraftEdit::relook()
{
    setFont(m_look.font(Role::Read));
    document()->setDefaultFont(font());
    QPalette colours = palette();
    colours.setColor(QPalette::Base, m_look.theme().*m_ground);
    colours.setColor(QPalette::Window, m_look.theme().*m_ground);
    colours.setColor(QPalette::Text, m_look.theme().ink);
    colours.setColor(QPalette::PlaceholderText, m_look.theme().ink3);
    colours.setColor(QPalette::Highlight, m_look.theme().accentTint2);
    colours.setColor(QPalette::HighlightedText, m_look.theme().ink);
    setPalette(colours);
    setAutoFillBackground(true);
    const QSignalBlocker quiet(this);
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    QTextBlockFormat lines;
    lines.setLineHeight(m_look.lineHeight(Role::Read), QTextBlockFormat::FixedHeight);
    cursor.joinPreviousEditBlock();
    cursor.mergeBlockFormat(lines);
    cursor.endEditBlock();
    grow();
}

void DraftEdit::setGround(QColor Theme::*ground)
{
    if (ground == m_ground)
        return;
    m_ground = ground;
    relook();
}

QString DraftEdit::plainText() const
{
    QString text = document()->toRawText();
    for (QChar &c : text)
        if (c == QChar::ParagraphSeparator || c == QChar::LineSeparator)
            c = u'\n';
    return text;
}

void DraftEdit::setPlain(const QString &text)
{
    const QString before = plainText();
    if (text == before)
        return;
    const QSignalBlocker quiet(this);
    if (!before.isEmpty() && text.endsWith(before)) {
        QTextCursor cursor(document());
        cursor.insertText(text.chopped(before.size()));
    } else {
        setPlainText(text);
        moveCursor(QTextCursor::End);
    }
    relook();
}

void DraftEdit::setLines(int least, int most)
{
    m_least = least;
    m_most = most;
    grow();
}

int DraftEdit::heightOf(int lines) const
{
    return lines * m_look.lineHeight(Role::Read) + padding.top() + padding.bottom();
}

void DraftEdit::grow()
{
    const int wanted
        = int(std::ceil(document()->size().height())) + padding.top() + padding.bottom();
    const int height = std::clamp(wanted, heightOf(m_least), heightOf(m_most));
    if (height == minimumHeight() && height == maximumHeight())
        return;
    setFixedHeight(height);
    updateGeometry();
}

QSize DraftEdit::sizeHint() const
{
    return {400, minimumHeight()};
}

QSize DraftEdit::minimumSizeHint() const
{
    return {120, heightOf(m_least)};
}

void DraftEdit::setMarks(const QList<SourceMark> &sources, const QList<Doubt> &doubts)
{
    if (!m_marks) {
        if (sources.isEmpty() && doubts.isEmpty())
            return;
        m_marks = new DraftMarks(m_look, document());
    }
    m_marks->setMarks(sources, doubts);
    viewport()->update();
}

QPointF DraftEdit::origin() const
{
    return {-qreal(horizontalScrollBar()->value()), -qreal(verticalScrollBar()->value())};
}

void DraftEdit::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    if (!m_marks)
        return;
    QPainter p(viewport());
    m_marks->paint(p, origin());
}

void DraftEdit::mousePressEvent(QMouseEvent *event)
{
    const QPointF at = event->position() - origin();
    if (const int number = m_marks ? m_marks->numberAt(at) : 0; number > 0) {
        Q_EMIT sourceClicked(number, QRect(event->globalPosition().toPoint(), QSize(1, 1)));
        return;
    }
    QTextEdit::mousePressEvent(event);
}

bool DraftEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void DraftEdit::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        textCursor().insertText(source->text());
    ensureCursorVisible();
}

void DraftEdit::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    grow();
    // What grows below the field must not cover where somebody writes.
    if (hasFocus() && event->size().height() < event->oldSize().height())
        ensureCursorVisible();
}

} // namespace baton::ui
