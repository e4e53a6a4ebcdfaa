#include "ui/panels/AttachmentRow.h"

#include "core/domain/Attachments.h"
#include "ui/panels/FlowRow.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/Label.h"
#include "ui/panels/PlainTip.h"
#include "ui/text/AttachmentWords.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int chipHeight = 26;
constexpr int removeSide = 24;
constexpr int widestName = 240;
constexpr int chipGap = 6;

} // namespace

/// Paper clip, name and size on a quiet ground, with round corners; and what removes it.
class FileChip : public QWidget
{
public:
    explicit FileChip(const Look &look)
        : m_look(look)
        , m_label(new Label(look, Role::Small))
        , m_remover(new IconButton(look, u"close"_s, AttachmentRow::tr("Remove")))
        , m_row(new QHBoxLayout(this))
    {
        m_label->setElided(Qt::ElideMiddle);
        m_remover->setSides(removeSide, 12);
        m_row->setSpacing(5);
        m_row->addWidget(new IconLabel(look, u"attach"_s, 14, &Theme::ink2));
        m_row->addWidget(m_label);
        m_row->addWidget(m_remover);
    }
    IconButton &remover() { return *m_remover; }
    void setFile(const Attachment &file, AttachmentRow::Files how)
    {
        const QString line = words::fileLine(file);
        const QFontMetrics font(m_look.font(Role::Small));
        m_label->setText(line);
        m_label->setFixedWidth(std::min(font.horizontalAdvance(line) + 2, m_look.px(widestName)));
        setAccessibleName(line);
        setFixedHeight(m_look.px(chipHeight));
        const bool removable = how == AttachmentRow::Files::Removable;
        m_row->setContentsMargins(7, 0, removable ? 1 : 7, 0);
        m_remover->setName(plainTip(AttachmentRow::tr("Remove %1").arg(line)));
        m_remover->setAccessibleName(AttachmentRow::tr("Remove %1").arg(line));
        m_remover->setVisible(removable);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = m_look.theme();
        paint::box(painter, rect(), metrics::radiusChip, theme.sunken, theme.lineStrong);
    }

private:
    const Look &m_look;
    Label *m_label;
    IconButton *m_remover;
    QHBoxLayout *m_row;
};

AttachmentRow::AttachmentRow(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_place(new QWidget)
    , m_flow(new FlowRow(chipGap, m_place))
    , m_line(new QWidget)
    , m_icon(new IconLabel(look, u"warning"_s, 14, &Theme::warn))
    , m_words(new Label(look, Role::Small, &Theme::warnText))
{
    setAccessibleName(tr("What goes with the reply"));
    m_words->setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    m_place->setSizePolicy(policy);
    for (qsizetype i = 0; i < mostAttachments; ++i)
        addChip();
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_words, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(10, 2, 10, 8);
    all->setSpacing(6);
    all->addWidget(m_place);
    all->addWidget(m_line);
    connect(&look, &Look::changed, this, &AttachmentRow::showChips);
    tell();
}

void AttachmentRow::setFiles(const QList<Attachment> &files, Files how)
{
    if (files == m_files && how == m_how)
        return;
    m_files = files;
    m_how = how;
    showChips(); // first: what is hidden has lost the focus
    tell();
}

void AttachmentRow::addChip()
{
    auto *chip = new FileChip(m_look);
    chip->hide();
    IconButton &remover = chip->remover();
    remover.installEventFilter(this);
    connect(&remover, &QAbstractButton::clicked, this, [this, at = m_chips.size()] {
        if (at < m_files.size())
            Q_EMIT removed(m_files[at].sha256);
    });
    m_flow->addWidget(chip);
    m_chips.append(chip);
}

void AttachmentRow::showChips()
{
    while (m_chips.size() < m_files.size())
        addChip();
    const auto focused = std::find_if(m_chips.begin(), m_chips.end(),
                                      [](FileChip *chip) { return chip->remover().hasFocus(); });
    const qsizetype at = focused - m_chips.begin();
    const qsizetype last = m_files.size() - 1;
    if (focused != m_chips.end() && at > last && last >= 0)
        m_chips[last]->remover().setFocus(Qt::TabFocusReason);
    else if (focused != m_chips.end() && last < 0)
        Q_EMIT lastRemoved();
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setVisible(i <= last);
        if (i <= last)
            m_chips[i]->setFile(m_files[i], m_how);
    }
    m_flow->invalidate();
    updateGeometry();
    Q_EMIT heightChanged();
}

void AttachmentRow::setBusy(const QString &words)
{
    if (words == m_busy)
        return;
    m_busy = words;
    tell();
}

void AttachmentRow::setWarning(const QString &words)
{
    if (words == m_warning)
        return;
    m_warning = words;
    tell();
    if (words.isEmpty())
        return;
    QAccessibleEvent alert(m_words, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString AttachmentRow::warning() const
{
    return m_warning;
}

void AttachmentRow::tell()
{
    const bool warns = !m_warning.isEmpty();
    const QString &words = warns ? m_warning : m_busy;
    m_icon->setIconName(warns ? u"warning"_s : u"attach"_s);
    m_icon->setInk(warns ? &Theme::warn : &Theme::ink2);
    m_words->setInk(warns ? &Theme::warnText : &Theme::ink2);
    m_words->setText(words);
    m_line->setVisible(!words.isEmpty());
    m_place->setVisible(!m_files.isEmpty());
    setVisible(!m_files.isEmpty() || !words.isEmpty());
    updateGeometry();
    Q_EMIT heightChanged();
}

bool AttachmentRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto chip = std::find_if(m_chips.begin(), m_chips.end(),
                                       [&](FileChip *one) { return &one->remover() == watched; });
        const qsizetype at = chip - m_chips.begin();
        if (at < m_files.size()
            && (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace)) {
            Q_EMIT removed(m_files[at].sha256);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace baton::ui
