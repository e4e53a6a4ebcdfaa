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

constexpr QMargins padding(14, 7, 14, 10); // Qt puts the room of a line above its words
constexpr int betweenParagraphs = 7;

/// An empty line that only keeps two paragraphs apart.
bool isGap(const QTextBlock &block)
{
    return block.length() == 1 && block.previous().length() > 1 && block.next().isValid();
}

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
    // What is undone has its lines' heights back with it.
    connect(document(), &QTextDocument::contentsChanged, this, &DraftEdit::spaceLines);
    connect(&look, &Look::changed, this, &DraftEdit::relook);
    relook();
    document()->clearUndoRedoStacks(); // margins and heights are steps too
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
    spaceLines();
    grow();
}

void DraftEdit::spaceLines()
{
    const QSignalBlocker quiet(this);
    const bool join = document()->isUndoAvailable(); // else it would be a step of its own
    QTextCursor cursor;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int height
            = isGap(block) ? m_look.px(betweenParagraphs) : m_look.lineHeight(Role::Read);
        QTextBlockFormat lines;
        lines.setLineHeight(height, QTextBlockFormat::FixedHeight);
        if (block.blockFormat().lineHeight() == lines.lineHeight()
            && block.blockFormat().lineHeightType() == lines.lineHeightType())
            continue;
        if (cursor.isNull()) {
            document()->setUndoRedoEnabled(join);
            cursor = QTextCursor(document());
            cursor.joinPreviousEditBlock();
        }
        cursor.setPosition(block.position());
        cursor.mergeBlockFormat(lines);
    }
    if (cursor.isNull())
        return;
    cursor.endEditBlock();
    document()->setUndoRedoEnabled(true);
}

void DraftEdit::setGround(QColor Theme::*ground)
{
    if (ground == m_ground)
        return;
    m_ground = ground;
    relook();
}

QString plainTextOf(const QTextDocument &document)
{
    QString text = document.toRawText();
    for (QChar &c : text)
        if (c == QChar::ParagraphSeparator || c == QChar::LineSeparator)
            c = u'\n';
    return text;
}

QString DraftEdit::plainText() const
{
    return plainTextOf(*document());
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
}

void DraftEdit::follow(const QString &text)
{
    const QString before = plainText();
    if (!text.startsWith(before) || before.isEmpty())
        return setPlain(text);
    const QSignalBlocker quiet(this);
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.joinPreviousEditBlock();
    cursor.insertText(text.sliced(before.size()));
    cursor.endEditBlock();
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
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
    if (!m_marks && sources.isEmpty() && doubts.isEmpty())
        return;
    marks().setMarks(sources, doubts);
    viewport()->update();
}

DraftMarks &DraftEdit::marks()
{
    if (!m_marks)
        m_marks = new DraftMarks(m_look, document());
    return *m_marks;
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

void DraftEdit::keyPressEvent(QKeyEvent *event)
{
    // In an empty line Qt would only take the line's height away.
    if (event->matches(QKeySequence::InsertParagraphSeparator)) {
        textCursor().insertBlock();
        ensureCursorVisible();
        return;
    }
    // A letter alone is no edit block, which the new height of its line could join.
    const bool first = textCursor().block().length() == 1 && !event->text().isEmpty()
        && event->text().front().isPrint();
    QTextCursor cursor(document());
    if (first)
        cursor.beginEditBlock();
    QTextEdit::keyPressEvent(event);
    if (first)
        cursor.endEditBlock();
    if (event->text() == u";" && startsWord(textCursor().position() - 1))
        Q_EMIT snippetTyped(cursorPlace());
}

bool DraftEdit::startsWord(int position) const
{
    return position == 0 || (position > 0 && document()->characterAt(position - 1).isSpace());
}

QRect DraftEdit::cursorPlace() const
{
    const QRect place = cursorRect();
    return {viewport()->mapToGlobal(place.topLeft()), place.size()};
}

QStringList filesIn(const QMimeData &source)
{
    QStringList files;
    const QList<QUrl> urls = source.urls();
    for (const QUrl &url : urls) {
        if (!url.isLocalFile())
            return {};
        files.append(url.toLocalFile());
    }
    return files;
}

bool DraftEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || source->hasImage() || !filesIn(*source).isEmpty();
}

void DraftEdit::insertFromMimeData(const QMimeData *source)
{
    if (const QStringList files = filesIn(*source); !files.isEmpty()) {
        Q_EMIT filesGiven(files);
        return;
    }
    if (!source->hasText()) {
        if (source->hasImage())
            Q_EMIT pictureGiven(qvariant_cast<QImage>(source->imageData()));
        return;
    }
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.insertText(source->text());
    cursor.endEditBlock();
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
