#include "ui/panels/VerdictStrip.h"

#include "ui/text/ReviewWords.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStyle>

namespace baton::ui {

namespace {

constexpr int verdictHeight = 40;
constexpr int verdictRadius = 8;
constexpr int verdictIcon = 16;
constexpr int verdictGap = 6;

struct Inks
{
    QColor edge;
    QColor fill;
    QColor ink;
};

Inks inksOf(Verdict verdict, const Theme &theme)
{
    switch (verdict) {
    case Verdict::Pass:
        return {theme.ok, theme.okTint, theme.okText};
    case Verdict::Coach:
        return {theme.warn, theme.warnTint, theme.warnText};
    case Verdict::Fail:
        return {theme.danger, theme.dangerTint, theme.dangerText};
    }
    return {};
}

class VerdictButton : public QAbstractButton
{
public:
    VerdictButton(const Look &look, Verdict verdict, QWidget *parent)
        : QAbstractButton(parent)
        , m_look(look)
        , m_verdict(verdict)
    {
        setText(words::of(verdict));
        setAccessibleName(text());
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFocusHalo(this, verdictRadius);
    }
    void setKey(const QString &key)
    {
        m_key = key;
        update();
    }
    QSize sizeHint() const override { return {90, m_look.px(verdictHeight)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = m_look.theme();
        const Inks inks = inksOf(m_verdict, theme);
        const bool on = isChecked();
        const QColor ink = on ? inks.ink : isEnabled() ? theme.ink : theme.inkDisabled;
        if (on) {
            p.setPen(QPen(inks.edge, 2));
            p.setBrush(inks.fill);
            p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), verdictRadius, verdictRadius);
        } else {
            paint::box(p, rect(), verdictRadius, theme.surface,
                       isEnabled() ? theme.lineStrong : theme.line);
        }
        const QFont strong = m_look.font(Role::Body, on ? QFont::DemiBold : QFont::Medium);
        const QFont cap = m_look.font(Role::Micro);
        const int words = QFontMetrics(strong).horizontalAdvance(text());
        const int key
            = m_key.isEmpty() ? 0 : QFontMetrics(cap).horizontalAdvance(m_key) + verdictGap;
        const int all = verdictIcon + verdictGap + words + key;
        int x = (width() - all) / 2;
        const auto place = [this](int left, int wide) {
            return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, wide, height()));
        };
        const QRect icon = place(x, verdictIcon);
        p.drawPixmap(icon.left(), (height() - verdictIcon) / 2,
                     m_look.icon(words::iconOf(m_verdict), verdictIcon,
                                 on                ? inks.ink
                                     : isEnabled() ? theme.ink
                                                   : theme.inkDisabled,
                                 devicePixelRatioF()));
        x += verdictIcon + verdictGap;
        p.setFont(strong);
        p.setPen(ink);
        paint::drawWords(p, place(x, words + 1), Qt::AlignVCenter | Qt::AlignLeading, text());
        x += words + verdictGap;
        p.setFont(cap);
        p.setPen(on ? inks.ink : isEnabled() ? theme.ink3 : theme.inkDisabled);
        paint::drawWords(p, place(x, key + 1), Qt::AlignVCenter | Qt::AlignLeading, m_key);
    }

private:
    const Look &m_look;
    Verdict m_verdict;
    QString m_key;
};

} // namespace

VerdictStrip::VerdictStrip(const Look &look, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Verdict"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(verdictGap);
    auto *group = new QButtonGroup(this);
    for (const Verdict verdict : {Verdict::Pass, Verdict::Coach, Verdict::Fail}) {
        auto *button = new VerdictButton(look, verdict, this);
        m_buttons[size_t(verdict)] = button;
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, &VerdictStrip::chosen);
    }
}

std::optional<Verdict> VerdictStrip::verdict() const
{
    for (const Verdict verdict : {Verdict::Pass, Verdict::Coach, Verdict::Fail}) {
        if (m_buttons[size_t(verdict)]->isChecked())
            return verdict;
    }
    return {};
}

void VerdictStrip::setVerdict(std::optional<Verdict> verdict)
{
    auto *group = m_buttons[0]->group();
    group->setExclusive(false);
    for (const Verdict one : {Verdict::Pass, Verdict::Coach, Verdict::Fail})
        m_buttons[size_t(one)]->setChecked(one == verdict);
    group->setExclusive(true);
}

void VerdictStrip::setKeys(const std::array<QString, 3> &keys)
{
    for (size_t i = 0; i < keys.size(); ++i)
        static_cast<VerdictButton *>(m_buttons[i])->setKey(keys[i]);
}

void VerdictStrip::setLocked(bool locked)
{
    m_locked = locked;
    able();
}

void VerdictStrip::setPassPermitted(bool permitted)
{
    m_permitted = permitted;
    able();
}

void VerdictStrip::able()
{
    for (size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setEnabled(!m_locked && (i > 0 || m_permitted));
    m_buttons[0]->setToolTip(m_permitted ? QString()
                                         : tr("A critical criterion has two points or fewer"));
}

QWidgetList VerdictStrip::buttons() const
{
    return {m_buttons.begin(), m_buttons.end()};
}

void VerdictStrip::choose(Verdict verdict)
{
    if (m_buttons[size_t(verdict)]->isEnabled())
        m_buttons[size_t(verdict)]->click();
}

} // namespace baton::ui
