#include "ui/panels/SplitButton.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>

namespace baton::ui {

namespace {

constexpr int arrowWidth = 27; ///< the seam is the 28th pixel
constexpr float seamAlpha = .28F;

/// The line between the halves, over a ground like theirs.
class Seam : public QWidget
{
public:
    Seam(const Look &look, const Button &beside)
        : m_look(look)
        , m_beside(beside)
    {
        setFixedWidth(1);
        connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        const Theme &theme = m_look.theme();
        if (!m_beside.isEnabled() || m_beside.kind() != ButtonKind::Primary) {
            p.fillRect(rect(), theme.line);
            return;
        }
        p.fillRect(rect(), theme.accent);
        QColor line = theme.onFill;
        line.setAlphaF(seamAlpha);
        p.fillRect(rect(), line);
    }

private:
    const Look &m_look;
    const Button &m_beside;
};

} // namespace

SplitButton::SplitButton(const Look &look, const QString &text, const QString &menuName,
                         ButtonKind kind, QWidget *parent)
    : QWidget(parent)
    , m_main(new Button(look, text, kind, this))
    , m_arrow(new Button(look, {}, kind, this))
    , m_menu(new QMenu(this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_main->setEdge(ButtonEdge::Left);
    m_arrow->setEdge(ButtonEdge::Right);
    m_arrow->setTrailingIcon(QStringLiteral("chevron-down"));
    m_arrow->setFixedWidth(look.px(arrowWidth));
    m_arrow->setAccessibleName(menuName);
    m_arrow->setToolTip(menuName);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_main);
    row->addWidget(new Seam(look, *m_main));
    row->addWidget(m_arrow);
    setFocusProxy(m_main);
    connect(m_main, &QPushButton::clicked, this, &SplitButton::clicked);
    connect(m_arrow, &QPushButton::clicked, this, [this] {
        const QSize size = m_menu->sizeHint();
        const QPoint above
            = m_arrow->mapToGlobal(QPoint(m_arrow->width() - size.width(), -size.height() - 4));
        m_menu->popup(above);
    });
}

} // namespace baton::ui
