#include "ui/panels/SearchField.h"

#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QKeyEvent>

namespace baton::ui {

namespace {

constexpr int iconSide = 15;
constexpr int bareIconSide = 18;
constexpr int padding = 9;
constexpr int gap = 7;
constexpr int barePx = 16;
constexpr int bareGap = 11;

} // namespace

SearchField::SearchField(const Look &look, const QString &icon, const QString &placeholder,
                         QWidget *parent)
    : QLineEdit(parent)
    , m_look(look)
    , m_icon(icon)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    connect(&look, &Look::changed, this, &SearchField::restyle);
    connect(this, &QLineEdit::textChanged, this, qOverload<>(&QWidget::update));
    restyle();
}

void SearchField::restyle()
{
    QFont words = m_look.font(Role::Body, QFont::Normal);
    if (m_bare)
        words.setPixelSize(m_look.px(barePx));
    setFont(words);
    const int left = m_icon.isEmpty() ? padding : padding + side() + (m_bare ? bareGap : gap);
    const int right = m_keyHint.isEmpty() ? padding : paint::keycapWidth(m_keyHint, m_look) + gap;
    // QLineEdit adds two pixels of its own, and lies a pixel below the baseline of other words.
    setTextMargins(left - 2, 0, right - 2, 3);
    setFixedHeight(m_look.px(metrics::field));
    update();
}

int SearchField::side() const
{
    return m_look.px(m_bare ? bareIconSide : iconSide);
}

void SearchField::setBare()
{
    m_bare = true;
    setFrame(false);
    setProperty("batonBare", true);
    restyle();
}

void SearchField::setKeyHint(const QString &keys)
{
    m_keyHint = keys;
    restyle();
}

void SearchField::setWrong(const QString &why)
{
    setProperty("batonWrong", !why.isEmpty());
    setToolTip(why);
    setAccessibleDescription(why);
    update();
}

QSize SearchField::sizeHint() const
{
    return {QLineEdit::sizeHint().width(), m_look.px(metrics::field)};
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter p(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (!m_icon.isEmpty()) {
        const int x = mirrored ? width() - padding - 1 - side() : padding + 1;
        p.drawPixmap(x, (height() - side() + 1) / 2,
                     m_look.icon(m_icon, side(), m_look.theme().ink3, devicePixelRatioF()));
    }
    if (!m_keyHint.isEmpty() && text().isEmpty() && !hasFocus()) {
        const int w = paint::keycapWidth(m_keyHint, m_look);
        const int h = m_look.px(metrics::chipSmall);
        const int x = mirrored ? padding : width() - padding - w;
        paint::keycap(p, QRectF(x, (height() - h) / 2.0, w, h), m_keyHint, m_look);
    }
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QLineEdit::keyPressEvent(event);
    if (text().isEmpty())
        Q_EMIT left();
    else
        clear();
}

} // namespace baton::ui
