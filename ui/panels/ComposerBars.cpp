#include "ui/panels/ComposerBars.h"

#include "ui/panels/Button.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/PlainTip.h"
#include "ui/panels/SplitButton.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

QHBoxLayout *barRow(QWidget *bar)
{
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 2, 8, 0);
    row->setSpacing(6);
    return row;
}

void enable(QWidget *button, bool on, const QString &why)
{
    button->setEnabled(on);
    button->setToolTip(on ? QString() : plainTip(why));
}

} // namespace

SendBar::SendBar(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_attach(new IconButton(look, u"attach"_s, tr("Attach files")))
    , m_snippet(new Button(look, tr("Snippet"), ButtonKind::Quiet))
    , m_regenerate(new Button(look, {}, ButtonKind::Quiet))
    , m_discard(new Button(look, tr("Discard…"), ButtonKind::Quiet))
    , m_sendClose(new Button(look, {}, ButtonKind::Outlined))
    , m_send(new SplitButton(look, {}, tr("Other ways to send")))
    , m_keep(new Button(look, tr("Save note"), ButtonKind::Primary))
    , m_closeAction(m_send->menu().addAction(QString(), this, &SendBar::closeRequested))
{
    m_snippet->setIconName(u"snippet"_s);
    connect(m_snippet, &QAbstractButton::clicked, this, &SendBar::snippetRequested);
    m_regenerate->setIconName(u"regenerate"_s);
    m_regenerate->setAccessibleName(tr("Regenerate the draft"));
    connect(m_regenerate, &QAbstractButton::clicked, this, &SendBar::regenerateRequested);
    m_discard->setIconName(u"discard"_s);
    connect(m_discard, &QAbstractButton::clicked, this, &SendBar::discardRequested);
    m_sendClose->setIconName(u"send-close"_s);
    m_send->main().setKeyHint(tr("Ctrl ↵", "key hint for send"));
    m_keep->setIconName(u"note"_s);
    m_keep->setKeyHint(tr("Ctrl ↵", "key hint for send"));
    QHBoxLayout *row = barRow(this);
    connect(m_attach, &QAbstractButton::clicked, this, &SendBar::attachRequested);
    row->addWidget(m_attach);
    row->addWidget(m_snippet);
    row->addWidget(m_regenerate);
    row->addWidget(m_discard);
    row->addStretch();
    row->addWidget(m_sendClose);
    row->addWidget(m_send);
    row->addWidget(m_keep);
    connect(m_send, &SplitButton::clicked, this, &SendBar::sendRequested);
    connect(m_keep, &QAbstractButton::clicked, this, &SendBar::sendRequested);
    connect(m_sendClose, &QAbstractButton::clicked, this, &SendBar::closeRequested);
    connect(&look, &Look::changed, this, &SendBar::measure);
    measure();
}

/// Regenerate keeps its label where there is room for it.
void SendBar::fitWords()
{
    const bool icon = m_regenerate->text().isEmpty();
    const int whole
        = QWidget::minimumSizeHint().width() + (icon && !m_regenerate->isHidden() ? m_spare : 0);
    m_regenerate->setText(whole <= width() ? tr("Regenerate") : QString());
}

void SendBar::measure()
{
    m_regenerate->setText({});
    const int icon = m_regenerate->sizeHint().width();
    m_regenerate->setText(tr("Regenerate"));
    m_spare = m_regenerate->sizeHint().width() - icon;
    fitWords();
}

QSize SendBar::minimumSizeHint() const
{
    QSize size = QWidget::minimumSizeHint();
    if (!m_regenerate->isHidden() && !m_regenerate->text().isEmpty())
        size.rwidth() -= m_spare;
    return size;
}

void SendBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWords();
}

void SendBar::setAttachKey(const QString &key)
{
    m_attachKey = key;
    m_attach->setName(tr("Attach files"), key);
}

QWidget *SendBar::discardAnchor() const
{
    return m_discard;
}

QWidget *SendBar::snippetAnchor() const
{
    return m_snippet;
}

void SendBar::setState(const BarState &state)
{
    m_attach->setVisible(state.attach.shown());
    m_attach->setEnabled(state.attach.possible());
    m_attach->setName(tr("Attach files"), m_attachKey);
    if (!state.attach.possible())
        m_attach->setToolTip(plainTip(state.attach.why));
    m_snippet->setVisible(state.snippets);
    m_regenerate->setVisible(state.regenerate.shown());
    enable(m_regenerate, state.regenerate.possible(), state.regenerate.why);
    if (state.regenerate.possible())
        m_regenerate->setToolTip(tr("Drafts the reply anew; Ctrl Z takes it back"));
    m_discard->setVisible(state.discard);
    const bool reply = state.kind == DraftKind::Reply;
    const bool queue = state.sending == Sending::Queue;
    m_send->setVisible(reply);
    m_keep->setVisible(!reply);
    const bool asks = !state.approval.isEmpty();
    m_send->main().setText(asks ? tr("Send for approval") : queue ? tr("Queue") : tr("Send"));
    m_send->main().setIconName(asks ? u"verified"_s : queue ? u"queue-send"_s : u"send"_s);
    m_sendClose->setText(asks        ? tr("Approval && close")
                             : queue ? tr("Queue && close")
                                     : tr("Send && close"));
    m_closeAction->setText(m_sendClose->text());
    enable(&m_send->main(), state.ready, state.why);
    if (asks && state.ready)
        m_send->main().setToolTip(plainTip(state.approval));
    m_send->main().setAccessibleDescription(state.approval);
    enable(&m_send->arrow(), state.ready && state.close.shown(), state.why);
    enable(m_keep, state.ready, state.why);
    m_sendClose->setVisible(reply && state.close.shown());
    enable(m_sendClose, state.ready && state.close.possible(),
           state.ready ? state.close.why : state.why);
    m_closeAction->setEnabled(m_sendClose->isEnabled());
    fitWords();
}

CompareBar::CompareBar(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_keep(new Button(look, tr("Keep mine as a note"), ButtonKind::Quiet))
    , m_discard(new Button(look, tr("Discard mine"), ButtonKind::Quiet))
    , m_unchanged(new Button(look, tr("Send mine unchanged…"), ButtonKind::Outlined))
    , m_new(new Button(look, tr("Send what is new"), ButtonKind::Primary))
{
    m_keep->setIconName(u"note"_s);
    m_discard->setIconName(u"discard"_s);
    m_new->setIconName(u"send"_s);
    m_new->setKeyHint(tr("Ctrl ↵", "key hint for send"));
    QHBoxLayout *row = barRow(this);
    row->addWidget(m_keep);
    row->addWidget(m_discard);
    row->addStretch();
    row->addWidget(m_unchanged);
    row->addWidget(m_new);
    connect(m_keep, &QAbstractButton::clicked, this, &CompareBar::keepRequested);
    connect(m_discard, &QAbstractButton::clicked, this, &CompareBar::discardRequested);
    connect(m_unchanged, &QAbstractButton::clicked, this, &CompareBar::unchangedRequested);
    connect(m_new, &QAbstractButton::clicked, this, &CompareBar::newRequested);
}

void CompareBar::setState(const BarState &state, bool noteOffered)
{
    m_keep->setVisible(noteOffered);
    m_new->setText(!state.approval.isEmpty()             ? tr("Send what is new for approval")
                       : state.sending == Sending::Queue ? tr("Queue what is new")
                                                         : tr("Send what is new"));
    m_new->setIconName(state.sending == Sending::Queue ? u"queue-send"_s : u"send"_s);
    enable(m_new, state.ready, state.why);
}

} // namespace baton::ui
