#include "ui/panels/ArticleEdit.h"

#include "ui/panels/Button.h"
#include "ui/panels/Framed.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/theme/Metrics.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>

namespace baton::ui {

using namespace Qt::StringLiterals;

ArticleEdit::ArticleEdit(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(new Label(look, Role::Title))
    , m_line(new Label(look, Role::Small, &Theme::ink2))
    , m_edit(new QPlainTextEdit)
    , m_wrong(new Label(look, Role::Small, &Theme::dangerText))
    , m_save(new Button(look, tr("Save the article"), ButtonKind::Primary))
{
    setAccessibleName(tr("Write an article"));
    m_title->setElided(Qt::ElideRight);
    m_line->setWordWrap(true);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(metrics::conversationPadding, 14, metrics::conversationPadding, 12);
    head->setSpacing(3);
    head->addWidget(m_title);
    head->addWidget(m_line);
    m_edit->setAccessibleName(tr("The article, in Markdown"));
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setTabChangesFocus(true);
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(metrics::conversationPadding, 14, metrics::conversationPadding, 0);
    middle->addWidget(new Framed(look, m_edit), 1);
    m_wrong->setWordWrap(true);
    auto *cancel = new Button(look, tr("Back"), ButtonKind::Quiet);
    cancel->setKeyHint(tr("Esc", "the key"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(metrics::conversationPadding, 10, metrics::conversationPadding, 12);
    foot->setSpacing(8);
    foot->addWidget(m_wrong, 1);
    foot->addWidget(cancel);
    foot->addWidget(m_save);
    m_save->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(new Hairline(look, Qt::Horizontal));
    all->addLayout(middle, 1);
    all->addLayout(foot);
    connect(cancel, &QAbstractButton::clicked, this, &ArticleEdit::left);
    connect(m_save, &QAbstractButton::clicked, this, &ArticleEdit::save);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] { setWrong({}); });
    connect(&look, &Look::changed, this, &ArticleEdit::relook);
    relook();
}

void ArticleEdit::relook()
{
    QFont font = m_look.mono();
    font.setPixelSize(m_look.font(Role::Body).pixelSize()); // it is read, not only copied
    m_edit->setFont(font);
    QPalette colours = m_edit->palette();
    colours.setColor(QPalette::Base, m_look.theme().surface);
    colours.setColor(QPalette::Text, m_look.theme().ink);
    m_edit->setPalette(colours);
    update();
}

void ArticleEdit::begin(const QString &text)
{
    show(tr("Write it down"),
         tr("Markdown. The head says what it is; each heading below begins a passage."), text,
         QTextCursor::End);
}

void ArticleEdit::alter(const QString &title, const QString &text)
{
    show(tr("Edit “%1”", "a title").arg(title),
         tr("Markdown. It is saved as a new version; answers keep the one that they cite."), text,
         QTextCursor::Start);
}

void ArticleEdit::show(const QString &title, const QString &line, const QString &text,
                       QTextCursor::MoveOperation cursor)
{
    m_title->setText(title);
    m_line->setText(line);
    m_edit->setPlainText(text);
    m_edit->moveCursor(cursor);
    m_edit->setFocus(Qt::OtherFocusReason);
    setWrong({});
    setSaving(false);
}

QString ArticleEdit::text() const
{
    return m_edit->toPlainText();
}

void ArticleEdit::setSaving(bool saving)
{
    m_save->setBusy(saving);
    m_save->setEnabled(!saving);
}

void ArticleEdit::setWrong(const QString &what)
{
    m_wrong->setText(what);
}

QString ArticleEdit::wrong() const
{
    return m_wrong->text();
}

void ArticleEdit::save()
{
    if (!m_save->isEnabled())
        return;
    setSaving(true);
    Q_EMIT saveRequested(text());
}

void ArticleEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        save();
    else
        QWidget::keyPressEvent(event);
}

void ArticleEdit::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), m_look.theme().surface);
}

} // namespace baton::ui
