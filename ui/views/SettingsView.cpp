#include "ui/views/SettingsView.h"

#include "ui/panels/Button.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/views/AboutSection.h"
#include "ui/views/AppearanceSection.h"
#include "ui/views/AuditSection.h"
#include "ui/views/ConnectionsSection.h"
#include "ui/views/DataSection.h"
#include "ui/views/GeneralSection.h"
#include "ui/views/KeysSection.h"
#include "ui/views/ModelsSection.h"
#include "ui/views/ReviewsSection.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

/// A name in the list of pages, in the look of a view row.
class PageName : public QAbstractButton
{
public:
    PageName(const Look &look, const QString &name, QWidget *parent)
        : QAbstractButton(parent)
        , m_look(look)
    {
        setText(name);
        setCheckable(true);
        setAutoExclusive(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {80, m_look.px(metrics::viewRow)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        const Theme &theme = m_look.theme();
        if (isChecked() || underMouse())
            paint::box(p, rect(), metrics::radiusChip, isChecked() ? theme.press : theme.hover);
        p.setFont(m_look.font(Role::Body, isChecked() ? QFont::Medium : QFont::Normal));
        p.setPen(isChecked() ? theme.ink : theme.ink2);
        paint::drawWords(p, rect().adjusted(8, 0, -8, 0), Qt::AlignVCenter, text());
        if (hasKeyFocus(this))
            paint::focusRing(p, rect(), metrics::radiusChip, paint::RingPlace::Inside, theme);
    }

private:
    const Look &m_look;
};

} // namespace

SettingsView::SettingsView(const Look &look, const ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_list(new QWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_models(new ModelsSection(look))
    , m_reviews(new ReviewsSection(look))
    , m_data(new DataSection(look))
    , m_audit(new AuditSection(look))
    , m_foot(new QWidget(this))
    , m_what(new Label(look, Role::Body, &Theme::ink2))
    , m_undo(new Button(look, tr("Undo")))
{
    setAccessibleName(tr("Settings"));
    m_list->setFixedWidth(metrics::settingsList);
    m_list->setAccessibleName(tr("Pages of the settings"));
    auto *names = new QVBoxLayout(m_list);
    names->setContentsMargins(8, 0, 9, 8);
    names->setSpacing(2);
    auto *title = new Label(look, Role::Screen);
    title->setText(tr("Settings"));
    title->setContentsMargins(8, 0, 0, 0);
    title->setFixedHeight(metrics::paneHeader);
    names->addWidget(title);
    addPage(SettingsPage::General, tr("General"), new GeneralSection(look));
    addPage(SettingsPage::Keys, tr("Keys"), new KeysSection(look, actions));
    addPage(SettingsPage::Appearance, tr("Appearance"), new AppearanceSection(look));
    addPage(SettingsPage::Connections, tr("Connections"), new ConnectionsSection(look));
    addPage(SettingsPage::Models, tr("Drafts and models"), m_models);
    addPage(SettingsPage::Reviews, tr("Reviews"), m_reviews);
    addPage(SettingsPage::Data, tr("Data"), m_data);
    addPage(SettingsPage::Audit, tr("What was done"), m_audit);
    addPage(SettingsPage::About, tr("About"), new AboutSection(look));
    names->addStretch();

    auto *footRow = new QHBoxLayout(m_foot);
    footRow->setContentsMargins(20, 6, 20, 6);
    footRow->setSpacing(10);
    m_undo->setButtonSize(ButtonSize::Small);
    m_undo->setIconName(u"undo"_s);
    m_undo->setObjectName(u"takeBack"_s);
    footRow->addWidget(m_what);
    footRow->addWidget(m_undo);
    footRow->addStretch();
    m_foot->hide();

    auto *right = new QVBoxLayout;
    right->setContentsMargins({});
    right->setSpacing(0);
    right->addWidget(m_stack, 1);
    right->addWidget(m_foot);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addLayout(right, 1);

    connect(m_undo, &QPushButton::clicked, this, &SettingsView::takeBack);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    showPage(SettingsPage::General);
}

void SettingsView::addPage(SettingsPage page, const QString &name, SettingsSection *section)
{
    Q_ASSERT(int(page) == m_pages.size());
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    section->setParent(scroll->viewport());
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setAccessibleName(name);
    m_stack->addWidget(scroll);
    m_scrolls += scroll;
    m_pages += section;

    auto *button = new PageName(m_look, name, m_list);
    m_list->layout()->addWidget(button);
    m_names += button;
    connect(button, &QAbstractButton::clicked, this, [this, page] { showPage(page); });
    connect(section, &SettingsSection::edited, this, &SettingsView::edited);
    connect(section, &SettingsSection::did, this, &SettingsView::did);
    connect(section, &SettingsSection::refused, this, &SettingsView::refused);
}

void SettingsView::showPage(SettingsPage page)
{
    m_names.at(int(page))->setChecked(true);
    m_stack->setCurrentIndex(int(page));
    if (isVisible())
        layOut();
}

/// A page is laid out when it is shown first, which all of them together are too slow for at start.
void SettingsView::layOut()
{
    QScrollArea *scroll = m_scrolls.at(m_stack->currentIndex());
    if (scroll->widget())
        return;
    SettingsSection *section = m_pages.at(m_stack->currentIndex());
    scroll->setWidget(section);
    section->setAutoFillBackground(false); // setWidget() turns it on
}

void SettingsView::showEvent(QShowEvent *event)
{
    layOut();
    QWidget::showEvent(event);
}

void SettingsView::setSettings(const Settings &settings)
{
    m_settings = settings;
    for (SettingsSection *section : m_pages)
        section->setSettings(settings);
}

void SettingsView::setStatus(const StatusSnapshot &status)
{
    for (SettingsSection *section : m_pages)
        section->setStatus(status);
}

void SettingsView::setPlaces(const DataPlaces &places)
{
    m_data->setPlaces(places);
}

void SettingsView::edited(const Settings &settings, const QString &what)
{
    did(what, [this, before = m_settings] {
        setSettings(before);
        Q_EMIT changed(before);
    });
    setSettings(settings);
    Q_EMIT changed(settings);
}

void SettingsView::did(const QString &what, const std::function<void()> &undo)
{
    m_takesBack = undo;
    say(what, &Theme::ink2);
}

void SettingsView::refused(const QString &why)
{
    m_takesBack = {};
    say(why, &Theme::dangerText);
}

void SettingsView::say(const QString &what, QColor Theme::*ink)
{
    m_what->setText(what);
    m_what->setInk(ink);
    m_undo->setVisible(bool(m_takesBack));
    m_foot->setAccessibleName(what);
    m_foot->show();
    update();
    QAccessibleEvent alert(m_foot, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void SettingsView::takeBack()
{
    m_foot->hide();
    if (const auto takesBack = std::exchange(m_takesBack, {}))
        takesBack();
}

void SettingsView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.surface);
    const QRect list = m_list->geometry();
    p.fillRect(list, theme.pane);
    paint::hairline(p, QPoint(list.right(), list.top()), QPoint(list.right(), list.bottom()),
                    theme.line);
    if (m_foot->isVisible())
        paint::hairline(p, QPoint(list.right() + 1, m_foot->y()), QPoint(width(), m_foot->y()),
                        theme.line);
}

} // namespace baton::ui
