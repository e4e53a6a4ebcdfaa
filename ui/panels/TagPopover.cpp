#include "ui/panels/TagPopover.h"

#include "core/domain/Tags.h"
#include "ui/panels/Chip.h"
#include "ui/panels/FlowRow.h"
#include "ui/panels/Label.h"
#include "ui/panels/SearchField.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int tagsWidth = 340;
constexpr int tagsPadding = 14;
constexpr qsizetype typedAtOnce = 1000;

} // namespace

TagPopover::TagPopover(const Look &look, const QStringList &tags, int conversations,
                       QWidget *parent)
    : Popover(look, tr("Tags"), parent)
    , m_look(look)
    , m_before(tags)
    , m_field(new SearchField(look, u"tag"_s, tr("vip, late delivery")))
    , m_offers(new QWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *title = new Label(look, Role::Body);
    title->setWeight(QFont::DemiBold);
    title->setText(conversations > 1 ? tr("Tags of %n conversation(s)", nullptr, conversations)
                                     : tr("Tags"));
    auto *hint = new Label(look, Role::Small, &Theme::ink3);
    hint->setText(conversations > 1
                      ? tr("Shown are those that all of them have. Commas part tags, Enter keeps "
                           "them.")
                      : tr("Commas part tags, Enter keeps them."));
    hint->setWordWrap(true);
    m_field->setAccessibleName(tr("Tags, parted by commas"));
    m_field->setMaxLength(int(typedAtOnce));
    m_field->setText(tags.isEmpty() ? QString() : tags.join(u", "_s) + u", "_s);
    m_offered = new FlowRow(6, m_offers);
    m_offers->setAccessibleName(tr("Tags in use"));
    m_offers->hide();
    auto *column = new QVBoxLayout;
    column->setContentsMargins(tagsPadding, 12, tagsPadding, tagsPadding);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(m_field);
    column->addWidget(hint);
    column->addWidget(m_offers);
    body()->addLayout(column);
    m_field->setFixedWidth(look.px(tagsWidth - 2 * tagsPadding));
    connect(m_field, &QLineEdit::returnPressed, this, &TagPopover::decide);
    m_field->installEventFilter(this);
}

/// A search would clear what stands in its field first.
bool TagPopover::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    return Popover::eventFilter(watched, event);
}

QLineEdit *TagPopover::field() const
{
    return m_field;
}

void TagPopover::offer(const QStringList &inUse)
{
    m_offered->clear();
    for (const QString &tag : inUse) {
        if (hasTag(tagList(m_field->text()), tag))
            continue;
        auto *chip
            = new Chip(m_look, {u"plus"_s, tag, paint::Tone::Neutral, paint::ChipSize::Normal, {}},
                       Chip::Kind::Action);
        connect(chip, &QAbstractButton::clicked, this, [this, tag] { add(tag); });
        m_offered->addWidget(chip);
        chip->show();
        m_offers->show();
    }
    adjustSize();
}

void TagPopover::add(const QString &tag)
{
    m_field->setText(withTags(tagList(m_field->text()), {tag}, {}).join(u", "_s) + u", "_s);
    m_field->setFocus(Qt::OtherFocusReason);
}

void TagPopover::showEvent(QShowEvent *event)
{
    Popover::showEvent(event);
    m_field->setFocus(Qt::PopupFocusReason);
    m_field->end(false);
}

void TagPopover::decide()
{
    const QStringList now = withTags(tagList(m_field->text()), {}, {});
    QStringList added;
    QStringList removed;
    for (const QString &tag : now) {
        if (!hasTag(m_before, tag))
            added += tag;
    }
    for (const QString &tag : std::as_const(m_before)) {
        if (!hasTag(now, tag))
            removed += tag;
    }
    if (!added.isEmpty() || !removed.isEmpty())
        Q_EMIT decided(added, removed);
    close();
}

} // namespace baton::ui
