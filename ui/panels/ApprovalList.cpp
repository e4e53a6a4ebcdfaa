#include "ui/panels/ApprovalList.h"

#include "ui/panels/ClearLayout.h"
#include "ui/panels/Label.h"
#include "ui/text/Format.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int approvalRow = 52;
constexpr int approvalsSeen = 6;
constexpr int approvalIcon = 16;

} // namespace

ApprovalRow::ApprovalRow(const Look &look, const Approval &approval, Instant now)
    : m_look(look)
    , m_approval(approval)
    , m_since(format::duration(std::max<qint64>(0, now - approval.request.at)))
{
    const Person &author = approval.request.author;
    setText(displayName(author));
    setAccessibleName(tr("Reply of %1, waiting for %2: %3", "a person, how long, the words")
                          .arg(text(), m_since, approval.request.text));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ApprovalRow::sizeHint() const
{
    return {200, m_look.px(approvalRow)};
}

void ApprovalRow::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    if (isChecked() || underMouse())
        p.fillRect(rect(), isChecked() ? theme.accentTint : theme.hover);
    paint::hairline(p, QPointF(0, height() - 1), QPointF(width(), height() - 1), theme.line);
    const auto place
        = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int side = m_look.px(approvalIcon);
    const int line = m_look.px(18);
    const int top = (height() - 2 * line) / 2;
    p.drawPixmap(place({metrics::panePadding, top + (line - side) / 2, side, side}).topLeft(),
                 m_look.icon(u"verified"_s, side, theme.accentText, devicePixelRatioF()));
    const int left = metrics::panePadding + side + 8;
    const QRect words(left, top, width() - left - metrics::panePadding, line);
    p.setFont(m_look.font(Role::Small));
    p.setPen(theme.ink3);
    const int since = QFontMetrics(p.font()).horizontalAdvance(m_since);
    paint::drawWords(p, place(words), int(Qt::AlignVCenter | Qt::AlignTrailing), m_since);
    const auto write = [&](const QRect &at, const QString &text) {
        paint::drawWords(p, place(at), int(Qt::AlignVCenter | Qt::AlignLeading),
                         QFontMetrics(p.font()).elidedText(text, Qt::ElideRight, at.width()));
    };
    p.setPen(theme.ink2);
    write(words.translated(0, line), m_approval.request.text.simplified());
    p.setFont(m_look.font(Role::Body, QFont::DemiBold));
    p.setPen(theme.ink);
    write(words.adjusted(0, 0, -since - 10, 0), text());
    if (hasKeyFocus(this))
        paint::focusRing(p, rect(), 0, paint::RingPlace::Inside, theme);
}

ApprovalList::ApprovalList(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(new Label(look, Role::Small, &Theme::ink2))
    , m_more(new Label(look, Role::Small, &Theme::ink3))
    , m_column(new QVBoxLayout)
{
    m_title->setContentsMargins(metrics::panePadding, 5, metrics::panePadding, 6);
    m_more->setContentsMargins(metrics::panePadding, 4, metrics::panePadding, 6);
    m_column->setSpacing(0);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addWidget(m_title);
    all->addLayout(m_column);
    all->addWidget(m_more);
    setAccessibleName(tr("Replies that wait for approval"));
    hide();
}

void ApprovalList::setWaiting(const QList<Approval> &waiting, Instant now)
{
    setVisible(!waiting.isEmpty());
    if (waiting == m_waiting)
        return;
    m_waiting = waiting;
    const bool hadFocus = isAncestorOf(focusWidget()) && window()->isActiveWindow();
    clearLayout(m_column);
    m_rows.clear();
    m_title->setText(tr("%n repl(ies) wait for approval", nullptr, int(waiting.size())));
    for (const Approval &approval :
         waiting.first(std::min<qsizetype>(approvalsSeen, waiting.size()))) {
        auto *row = new ApprovalRow(m_look, approval, now);
        connect(row, &QAbstractButton::clicked, this, [this, row] {
            setCurrent(m_current);
            Q_EMIT picked(row->key());
        });
        m_column->addWidget(row);
        m_rows.append(row);
    }
    const qsizetype more = waiting.size() - m_rows.size();
    m_more->setText(tr("and %n more", nullptr, int(more)));
    m_more->setVisible(more > 0);
    setCurrent(m_current);
    if (hadFocus && !m_rows.isEmpty())
        m_rows.first()->setFocus();
}

void ApprovalList::setCurrent(const ActKey &key)
{
    m_current = key;
    for (ApprovalRow *row : m_rows)
        row->setChecked(!key.isEmpty() && row->key() == key);
}

} // namespace baton::ui
