#include "ui/panels/ViewList.h"

#include "ui/panels/ViewButton.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"

#include <QtCore/QEvent>
#include <QtWidgets/QStyle>

namespace baton::ui {

namespace {

constexpr int rowsMargin = 8;
constexpr int tabsMargin = 10;
constexpr int below = 8;
constexpr QueueView views[]{QueueView::AllWaiting,    QueueView::Mine,       QueueView::TierC,
                            QueueView::BreachingSoon, QueueView::Recontacts, QueueView::Archive};

} // namespace

ViewList::ViewList(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAccessibleName(tr("Views"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (const QueueView view : views) {
        auto *button = new ViewButton(look, view, this);
        setFocusHalo(button, metrics::radiusChip);
        m_buttons.append(button);
        connect(button, &QAbstractButton::clicked, this, [this, view] { Q_EMIT chosen(view); });
        connect(button, &QAbstractButton::toggled, this, &ViewList::place);
    }
    m_buttons.first()->setChecked(true);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        place();
    });
}

void ViewList::setStyle(ViewStyle style)
{
    if (m_style == style)
        return;
    m_style = style;
    for (ViewButton *button : std::as_const(m_buttons))
        button->setStyle(style);
    updateGeometry();
    place();
}

void ViewList::setCounts(const QList<ViewCount> &counts)
{
    for (const ViewCount &count : counts)
        for (ViewButton *button : std::as_const(m_buttons))
            if (button->view() == count.view)
                button->setCount(count.count);
    place();
}

void ViewList::setCurrent(QueueView view)
{
    for (ViewButton *button : std::as_const(m_buttons))
        if (button->view() == view)
            button->setChecked(true);
}

QueueView ViewList::current() const
{
    for (const ViewButton *button : m_buttons)
        if (button->isChecked())
            return button->view();
    return QueueView::AllWaiting;
}

void ViewList::setMarked(bool marked)
{
    for (ViewButton *button : std::as_const(m_buttons))
        button->setMarked(marked);
    place();
}

QSize ViewList::sizeHint() const
{
    const int height = m_buttons.first()->sizeHint().height();
    return {0, (m_style == ViewStyle::Rows ? int(m_buttons.size()) * height : height) + below};
}

void ViewList::resizeEvent(QResizeEvent *)
{
    place();
}

void ViewList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        place();
}

void ViewList::place()
{
    const auto put = [this](ViewButton *button, const QRect &place) {
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    };
    if (m_style == ViewStyle::Rows) {
        int y = 0;
        for (ViewButton *button : std::as_const(m_buttons)) {
            put(button, {rowsMargin, y, width() - 2 * rowsMargin, button->sizeHint().height()});
            y += button->height();
        }
        return;
    }
    const auto wanted = [this] {
        int sum = 0;
        for (const ViewButton *button : std::as_const(m_buttons))
            sum += button->sizeHint().width();
        return sum;
    };
    const int room = width() - 2 * tabsMargin;
    for (ViewButton *button : std::as_const(m_buttons))
        button->setNamed(true);
    if (wanted() > room) {
        for (ViewButton *button : std::as_const(m_buttons))
            button->setNamed(false);
    }
    const int free = room - wanted();
    const int gaps = int(m_buttons.size()) - 1;
    int x = tabsMargin;
    for (int i = 0; i <= gaps; ++i) {
        put(m_buttons[i], {{x, 0}, m_buttons[i]->sizeHint()});
        x += m_buttons[i]->sizeHint().width();
        x += i < gaps ? std::max(0, free) * (i + 1) / gaps - std::max(0, free) * i / gaps : 0;
    }
}

} // namespace baton::ui
