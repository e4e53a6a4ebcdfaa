#include "ui/views/HandoverView.h"

#include "ui/panels/Button.h"
#include "ui/panels/Label.h"
#include "ui/text/Format.h"
#include "ui/text/HandoverPage.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainter>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTextBrowser>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int handoverSide = 20;
constexpr int handoverWidth = 860;
constexpr int linesOnScreen = 100;
constexpr qint64 handoverHourMs = 3'600'000;

} // namespace

HandoverView::HandoverView(Desk &desk, const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_board(desk.handoverBoard())
    , m_look(look)
    , m_page(new QTextBrowser)
    , m_since(new Button(look, tr("Since you left")))
    , m_export(new Button(look, tr("Save as PDF…")))
{
    setAccessibleName(tr("Shift handover"));
    auto *bar = new QWidget;
    bar->setFixedHeight(metrics::paneHeader);
    auto *title = new Label(look, baton::ui::Role::Screen);
    title->setText(tr("Shift handover"));
    m_since->setIconName(u"clock"_s);
    m_since->setTrailingIcon(u"chevron-down"_s);
    m_export->setIconName(u"export"_s);
    m_export->setEnabled(false);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(handoverSide, 0, 16, 0);
    row->setSpacing(12);
    row->addWidget(title);
    row->addWidget(m_since);
    row->addStretch();
    row->addWidget(m_export);
    m_page->setAccessibleName(tr("What changed"));
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setOpenLinks(false);
    m_page->setUndoRedoEnabled(false);
    m_page->setMaximumWidth(look.px(handoverWidth));
    m_page->document()->setDocumentMargin(handoverSide);
    m_page->setPlaceholderText(tr("What changed is being read."));
    auto *middle = new QHBoxLayout;
    middle->setContentsMargins(0, 14, 0, 14);
    middle->addStretch();
    middle->addWidget(m_page, 100);
    middle->addStretch();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(1);
    all->addWidget(bar);
    all->addLayout(middle, 1);
    setTabOrder(m_since, m_page);
    setTabOrder(m_page, m_export);
    connect(&m_board, &HandoverBoard::changed, this, &HandoverView::take);
    connect(m_since, &QAbstractButton::clicked, this, &HandoverView::chooseSince);
    connect(m_export, &QAbstractButton::clicked, this, &HandoverView::exportPage);
    connect(m_page, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        const QString text = QString::fromLatin1(url.toEncoded());
        if (text.startsWith(conversationScheme))
            Q_EMIT conversationRequested(ConversationId(
                QUrl::fromPercentEncoding(text.sliced(conversationScheme.size()).toLatin1())));
    });
    connect(&look, &Look::changed, this, &HandoverView::write);
}

void HandoverView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_board.read(m_from);
    m_page->setFocus(Qt::OtherFocusReason);
}

void HandoverView::readSinceLeft()
{
    m_from.reset();
    if (isVisible())
        m_board.read(m_from);
}

void HandoverView::take(const ShiftHandover &handover)
{
    m_shown = handover;
    m_export->setEnabled(true);
    const QTimeZone zone = QTimeZone::systemTimeZone();
    m_since->setText(tr("Since %1").arg(format::moment(handover.since, handover.until, zone)));
    m_since->updateGeometry();
    write();
}

void HandoverView::write()
{
    QPalette colours = m_page->palette();
    colours.setColor(QPalette::Base, m_look.theme().surface);
    m_page->setPalette(colours);
    if (m_shown.isRead)
        writeHandover(*m_page->document(), m_shown, m_look.theme(), linesOnScreen);
    m_page->moveCursor(QTextCursor::Start);
    update();
}

void HandoverView::chooseSince()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &text, std::optional<Instant> from) {
        menu->addAction(text, this, [this, from] {
            m_from = from;
            m_board.read(m_from);
        });
    };
    const Instant now = m_desk.clock().now();
    if (m_board.left())
        add(tr("Since you left"), {});
    for (const int hours : {1, 4, 8, 24, 72})
        add(tr("The last %n hour(s)", nullptr, hours), now + -hours * handoverHourMs);
    menu->popup(m_since->mapToGlobal(QPoint(0, m_since->height())));
}

void HandoverView::exportPage()
{
    const QString day = m_shown.until.utc().toString(u"yyyy-MM-dd"_s);
    auto *dialog = new QFileDialog(this, tr("Save the handover"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(tr("handover-%1").arg(day) + u".pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, shown = m_shown](const QString &file) {
        m_board.save(file, handoverPdf(shown, tr("Shift handover")));
    });
    dialog->open();
}

void HandoverView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.pane);
    p.fillRect(QRect(0, 0, width(), metrics::paneHeader), theme.surface);
    paint::hairline(p, QPointF(0, metrics::paneHeader), QPointF(width(), metrics::paneHeader),
                    theme.line);
}

} // namespace baton::ui
