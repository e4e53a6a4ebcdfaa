#include "ui/panels/Sheet.h"

#include "ui/panels/HeaderParts.h"
#include "ui/panels/HeightAt.h"
#include "ui/panels/IconButton.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr int sheetWidth = 452;
constexpr int headerHeight = 48;
constexpr int footerHeight = 52;
constexpr int factLabelWidth = 112;
constexpr int factHeight = 24;
constexpr int sheetPadding = 18;
constexpr int headerEnd = 10; ///< beside the cross
constexpr int questionWidth = 400;
constexpr int questionFooter = 50;
constexpr int buttonsEnd = 12;

/// Makes a row of buttons as high as the footer.
QMargins aroundButtons(int footer, const Look &look)
{
    const int above = (look.px(footer) - look.px(metrics::button)) / 2;
    return {sheetPadding, above, buttonsEnd, above};
}

/// A flat veil over the window below the sheet.
class Scrim : public QWidget
{
public:
    Scrim(const Look &look, QWidget *over)
        : QWidget(over)
        , m_look(look)
    {
        setGeometry(over->rect());
        raise();
        show();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), m_look.theme().scrim);
    }

private:
    const Look &m_look;
};

} // namespace

Sheet::Sheet(const Look &look, const QString &title, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_look(look)
    , m_header(new QHBoxLayout)
    , m_title(new Label(look, Role::Title))
    , m_cross(new IconButton(look, QStringLiteral("close"), tr("Close")))
    , m_sentence(new Label(look, Role::Body, &Theme::ink2))
    , m_content(new QVBoxLayout)
    , m_facts(new QVBoxLayout)
    , m_body(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_cancel(new Button(look, tr("Cancel"), ButtonKind::Quiet))
{
    setAttribute(Qt::WA_TranslucentBackground);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(title);
    setAccessibleName(title);
    m_title->setText(title);
    m_title->setFixedHeight(look.px(headerHeight));
    m_sentence->setWordWrap(true);
    m_sentence->hide();
    m_facts->setSpacing(0);
    m_body->setSpacing(8);

    m_content->setContentsMargins(sheetPadding, 12, sheetPadding, 12);
    m_content->setSpacing(8);
    m_content->addWidget(m_sentence);
    m_content->addLayout(m_facts);
    m_content->addLayout(m_body);

    m_header->setContentsMargins(sheetPadding, 0, headerEnd, 0);
    m_header->setSpacing(9);
    m_header->addWidget(m_title, 1);
    m_header->addWidget(m_cross);
    m_cross->setButtonSize(ButtonSize::Small);
    m_cross->setFocusPolicy(Qt::NoFocus); // by keys there are Esc and Cancel
    m_buttons->setContentsMargins(aroundButtons(footerHeight, look));
    m_buttons->setSpacing(8);
    m_buttons->addStretch();
    m_buttons->addWidget(m_cancel);

    auto *column = new QVBoxLayout(this);
    const int m = metrics::elevationMargin;
    column->setContentsMargins(m, m, m, m);
    column->setSpacing(0);
    column->addLayout(m_header);
    column->addLayout(m_content);
    column->addLayout(m_buttons);
    setFixedWidth(look.px(sheetWidth) + 2 * m);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_cross, &QAbstractButton::clicked, this, &QDialog::reject);
}

void Sheet::setIcon(const QString &icon)
{
    m_header->insertWidget(0, new IconLabel(m_look, icon, 18, &Theme::accentText));
}

void Sheet::setFootnote(const QString &text)
{
    auto *note = new Label(m_look, Role::Small, &Theme::ink3);
    note->setWordWrap(true);
    note->setText(text);
    m_buttons->insertWidget(0, note, 1);
}

void Sheet::setQuestion()
{
    m_question = true;
    m_cross->hide();
    m_title->setTextSize(14, 20);
    m_title->setWeight(QFont::DemiBold);
    m_title->setWordWrap(true);
    m_title->setMinimumHeight(0);
    m_title->setMaximumHeight(QWIDGETSIZE_MAX);
    m_sentence->setTextSize(13, 19);
    m_header->setContentsMargins(sheetPadding, 14, sheetPadding, 4);
    m_content->setContentsMargins(sheetPadding, 0, sheetPadding, 12);
    m_buttons->setContentsMargins(aroundButtons(questionFooter, m_look));
    setFixedWidth(m_look.px(questionWidth) + 2 * metrics::elevationMargin);
}

void Sheet::setSentence(const QString &text)
{
    m_sentence->setText(text);
    m_sentence->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
}

Label *Sheet::factLabel(const QString &label) const
{
    auto *name = new Label(m_look, Role::Body, &Theme::ink3);
    name->setText(label);
    name->setFixedWidth(m_look.px(factLabelWidth));
    name->setMinimumHeight(m_look.px(factHeight));
    return name;
}

void Sheet::addFact(const QString &label, const QString &value)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *what = new Label(m_look, Role::Body);
    what->setText(value);
    what->setWordWrap(true);
    row->addWidget(factLabel(label), 0, Qt::AlignTop);
    what->setMinimumHeight(m_look.px(factHeight));
    row->addWidget(what, 1, Qt::AlignTop);
    m_facts->addLayout(row);
}

Button *Sheet::setAction(const QString &text, ButtonKind kind)
{
    m_action = addButton(text, kind);
    m_action->setDefault(kind != ButtonKind::Risky);
    connect(m_action, &QPushButton::clicked, this, &QDialog::accept);
    return m_action;
}

Button *Sheet::addButton(const QString &text, ButtonKind kind)
{
    auto *button = new Button(m_look, text, kind);
    m_buttons->addWidget(button);
    return button;
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    const int m = metrics::elevationMargin;
    const QRectF box = QRectF(rect()).adjusted(m, m, -m, -m);
    paint::elevation(p, box, metrics::radiusDialog, theme);
    const auto rule = [&](qreal y) {
        paint::hairline(p, QPointF(box.left() + 1, y), QPointF(box.right() - 2, y), theme.line);
    };
    if (!m_question)
        rule(box.top() + m_look.px(headerHeight));
    rule(m_buttons->geometry().top());
}

void Sheet::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (QWidget *below = parentWidget() ? parentWidget()->window() : nullptr) {
        m_scrim = new Scrim(m_look, below);
        // adjustSize() would ask for the height at the hint's width, not at the fixed one.
        resize(width(), heightAt(*this, width()));
        move(below->mapToGlobal(below->rect().center()) - rect().center());
    }
    const bool risky = m_action && m_action->kind() == ButtonKind::Risky;
    if (risky || !focusWidget() || focusWidget() == m_cancel)
        (risky || !m_action ? m_cancel : m_action)
            ->setFocus(usesKeys() ? Qt::ShortcutFocusReason : Qt::OtherFocusReason);
    if (usesKeys())
        return;
    // QDialog tells it, once this is over, that it came by Tab; then there would be a ring.
    QTimer::singleShot(0, this, [this] {
        QFocusEvent came(QEvent::FocusIn, Qt::OtherFocusReason);
        if (QWidget *at = focusWidget())
            QCoreApplication::sendEvent(at, &came);
    });
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        reject();
    else
        QDialog::keyPressEvent(event);
}

void Sheet::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (m_scrim)
        m_scrim->deleteLater();
}

} // namespace baton::ui
