#include "ui/panels/FilterPopover.h"

#include "core/domain/Tags.h"
#include "ui/panels/MenuRow.h"
#include "ui/text/JudgedWords.h"
#include "ui/text/Words.h"

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int tagsToFilter = 5;

} // namespace

FilterPopover::FilterPopover(const Look &look, const QueueFilter &filter, const QStringList &tags,
                             QWidget *parent)
    : MenuPopover(look, tr("Show only"), parent)
    , m_filter(filter)
{
    setAttribute(Qt::WA_DeleteOnClose);
    int digit = 0;
    const auto addBit
        = [&](const QString &icon, const QString &text, int QueueFilter::*set, int bit) {
              addToggle(
                  icon, text, QString::number(++digit),
                  [=](const QueueFilter &all) { return (all.*set & bit) != 0; },
                  [=](QueueFilter &all) { all.*set ^= bit; });
          };
    for (const Route route : {Route::Escalate, Route::Assist, Route::Contain})
        addBit(u"branch"_s, words::tierName(route), &QueueFilter::tiers, tierBit(route));
    addLine();
    for (const Channel channel : {Channel::Chat, Channel::Email, Channel::Voice, Channel::Social,
                                  Channel::Web, Channel::Form})
        addBit(words::iconOf(channel), words::of(channel), &QueueFilter::channels,
               channelBit(channel));
    addLine();
    addToggle(
        u"user"_s, words::unclaimed(), tr("N", "the key of “nobody has it”"),
        [](const QueueFilter &all) { return all.unclaimed; },
        [](QueueFilter &all) { all.unclaimed = !all.unclaimed; });
    addToggle(
        u"mood-1"_s, words::upset(), tr("U", "the key of “upset”"),
        [](const QueueFilter &all) { return all.upset; },
        [](QueueFilter &all) { all.upset = !all.upset; });
    addLine();
    QStringList offered = tags.mid(0, tagsToFilter);
    if (!filter.tag.isEmpty() && !hasTag(offered, filter.tag))
        offered.prepend(filter.tag);
    for (const QString &tag : std::as_const(offered))
        addToggle(
            u"tag"_s, tag, {}, [tag](const QueueFilter &all) { return sameTag(all.tag, tag); },
            [tag](QueueFilter &all) { all.tag = sameTag(all.tag, tag) ? QString() : tag; });
    if (!offered.isEmpty())
        addLine();
    connect(addRow(u"undo"_s, tr("Show everything"), u"0"_s), &QAbstractButton::clicked, this,
            [this] {
                m_filter = {};
                showFilter();
                Q_EMIT filterChanged(m_filter);
                close();
            });
    showFilter();
}

void FilterPopover::addToggle(const QString &icon, const QString &text, const QString &key,
                              std::function<bool(const QueueFilter &)> isOn,
                              std::function<void(QueueFilter &)> toggle)
{
    MenuRow *row = addRow(icon, text, key);
    row->setCheckable(true);
    m_toggles.append({row, std::move(isOn)});
    connect(row, &QAbstractButton::clicked, this, [this, toggle = std::move(toggle)] {
        toggle(m_filter);
        showFilter();
        Q_EMIT filterChanged(m_filter);
    });
}

void FilterPopover::showFilter()
{
    for (const Toggle &toggle : m_toggles)
        toggle.row->setChecked(toggle.isOn(m_filter));
}

} // namespace baton::ui
