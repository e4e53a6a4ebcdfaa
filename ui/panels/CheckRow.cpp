#include "ui/panels/CheckRow.h"

#include "ui/theme/Paintkit.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int checkIcon = 13;
constexpr int checkIconGap = 4;
constexpr int betweenChecks = 14;
constexpr int checkLeft = 6; ///< so that it begins where the text of the reply does

} // namespace

CheckRow::CheckRow(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void CheckRow::setChecks(const QList<WholeCheck> &checks)
{
    if (checks == m_checks)
        return;
    m_checks = checks;
    QStringList words;
    for (const WholeCheck &check : checks)
        words += check.words;
    setAccessibleName(words.join(u". "_s));
    update();
}

QSize CheckRow::sizeHint() const
{
    return {300, m_look.px(16)};
}

void CheckRow::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.setFont(m_look.font(Role::Small));
    const QFontMetrics words(p.font());
    int x = checkLeft;
    const auto mirrored
        = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    for (const WholeCheck &check : m_checks) {
        const QRect icon = mirrored({x, (height() - checkIcon) / 2, checkIcon, checkIcon});
        p.drawPixmap(icon.topLeft(),
                     m_look.icon(check.passed ? u"check"_s : u"warning"_s, checkIcon,
                                 check.passed ? theme.ok : theme.warnText, devicePixelRatioF()));
        x += checkIcon + checkIconGap;
        const int width = std::min(words.horizontalAdvance(check.words) + 1, this->width() - x);
        if (width <= 0)
            break;
        p.setPen(check.passed ? theme.ink3 : theme.warnText);
        paint::drawWords(p, mirrored({x, 0, width, height()}), Qt::AlignVCenter | Qt::AlignLeading,
                         words.elidedText(check.words, Qt::ElideRight, width));
        x += width + betweenChecks;
    }
}

} // namespace baton::ui
