#include "ui/panels/ViewList.h"

#include "ui/panels/ViewButton.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"

#include <QtCore/QEvent>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <numeric>

namespace baton::ui {

namespace {

constexpr int rowsMargin = 8;
constexpr int tabsMargin = 10;
constexpr int mostTabGap = 4;
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
        m_buttons.last()->show();
        for (ViewButton *button : std::as_const(m_buttons)) {
            put(button, {rowsMargin, y, width() - 2 * rowsMargin, button->sizeHint().height()});
            y += button->height();
        }
        return;
    }
    const QList<ViewButton *> tabs = fitTabs();
    const int free = std::max(0, width() - 2 * tabsMargin - widthOf(tabs));
    const int gaps = int(tabs.size()) - 1;
    int x = tabsMargin;
    for (int i = 0; i <= gaps; ++i) {
        put(tabs[i], {{x, 0}, tabs[i]->sizeHint()});
        x += tabs[i]->width();
        x += i < gaps ? std::min(mostTabGap, free * (i + 1) / gaps - free * i / gaps) : 0;
    }
}

int ViewList::widthOf(const QList<ViewButton *> &tabs)
{
    return std::accumulate(tabs.begin(), tabs.end(), 0, [](int sum, const ViewButton *tab) {
        return sum + tab->sizeHint().width();
    });
}

/// The current view is named where that fits, if need be without the archive: its key and the
/// palette open it too.
QList<ViewButton *> ViewList::fitTabs()
{
    QList<ViewButton *> tabs = m_buttons;
    const auto fits = [&] { return widthOf(tabs) <= width() - 2 * tabsMargin; };
    const auto setNamed = [this](bool named) {
        for (ViewButton *button : std::as_const(m_buttons))
            button->setNamed(named);
    };
    setNamed(true);
    ViewButton *archive = m_buttons.last();
    if (!fits() && !archive->isChecked()) {
        tabs.removeLast();
        if (!fits()) {
            tabs = m_buttons;
            setNamed(false);
        }
    } else if (!fits()) {
        setNamed(false);
    }
    archive->setVisible(tabs.contains(archive));
    return tabs;
}

} // namespace baton::ui
