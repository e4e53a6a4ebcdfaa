#include "ui/panels/WhatIfPane.h"

#include "core/desk/LabelTypes.h"
#include "ui/delegates/PolicyMoveDelegate.h"
#include "ui/models/PolicyMoves.h"
#include "ui/panels/Button.h"
#include "ui/panels/Framed.h"
#include "ui/panels/KeyCap.h"
#include "ui/panels/Label.h"
#include "ui/panels/SankeyView.h"
#include "ui/text/Format.h"
#include "ui/text/PolicyWords.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/ActionRegistry.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int paneWide = 388;
constexpr int side = 18;
constexpr int noteHeight = 52;

} // namespace

WhatIfPane::WhatIfPane(const Look &look, const ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(new Label(look, Role::Small))
    , m_took(new Label(look, Role::Small, &Theme::ink3))
    , m_number(new Label(look, Role::Headline))
    , m_of(new Label(look, Role::Small, &Theme::ink2))
    , m_from(new Label(look, Role::Small, &Theme::ink2))
    , m_to(new Label(look, Role::Small, &Theme::ink2))
    , m_flows(new SankeyView(look))
    , m_hours(new Label(look, Role::Body))
    , m_late(new Label(look, Role::Body))
    , m_known(new Label(look, Role::Body))
    , m_unknown(new Label(look, Role::Small, &Theme::ink2))
    , m_listTitle(new Label(look, Role::Small))
    , m_moves(new PolicyMoves(this))
    , m_list(new QListView)
    , m_note(new QPlainTextEdit)
    , m_label(new Button(look, tr("Label %1", "a button: so many readings").arg(labelsAtOnce)))
    , m_discard(new Button(look, tr("Discard"), ButtonKind::Quiet))
    , m_publish(new Button(look, tr("Publish"), ButtonKind::Primary))
{
    setAccessibleName(tr("What if"));
    setFixedWidth(paneWide);
    m_title->setWeight(QFont::DemiBold);
    m_listTitle->setWeight(QFont::DemiBold);
    m_listTitle->setText(tr("Changed conversations"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildFigures());
    m_list->setModel(m_moves);
    m_list->setItemDelegate(new PolicyMoveDelegate(look, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->setAccessibleName(tr("Conversations that would change route"));
    auto *framed = new QHBoxLayout;
    framed->setContentsMargins(side, 0, side - 8, 0);
    framed->addWidget(m_list);
    column->addLayout(framed, 1);
    m_foot = buildFoot(actions);
    column->addWidget(m_foot);
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const PolicyMove *move = m_moves->move(index.row()); move && !move->row.id.isEmpty())
            Q_EMIT conversationRequested(move->row.id);
    });
    const auto relook = [this] {
        QPalette colours = m_list->palette();
        colours.setColor(QPalette::Base, m_look.theme().pane);
        m_list->setPalette(colours);
        update();
    };
    connect(&look, &Look::changed, this, relook);
    relook();
    setWhatIf(m_whatIf);
}

QWidget *WhatIfPane::buildFigures()
{
    auto *figures = new QWidget;
    auto *column = new QVBoxLayout(figures);
    column->setContentsMargins(side, 14, side, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_took);
    column->addLayout(head);
    auto *number = new QHBoxLayout;
    number->setSpacing(5);
    number->addWidget(m_number);
    number->addWidget(m_of, 1, Qt::AlignBottom);
    m_of->setContentsMargins(0, 0, 0, 4);
    m_of->setElided(Qt::ElideRight);
    column->addSpacing(6);
    column->addLayout(number);
    column->addSpacing(6);
    auto *sides = new QHBoxLayout;
    if (layoutDirection() == Qt::RightToLeft)
        sides->setDirection(QBoxLayout::RightToLeft); // the bands are not mirrored
    sides->addWidget(m_from, 1);
    sides->addWidget(m_to);
    column->addLayout(sides);
    column->addSpacing(5);
    column->addWidget(m_flows);
    m_tiles = new QWidget;
    auto *tiles = new QHBoxLayout(m_tiles);
    tiles->setContentsMargins(0, 8, 0, 8);
    tiles->setSpacing(0);
    const auto tile = [&](Label *figure, const QString &words) {
        figure->setWeight(QFont::DemiBold);
        auto *one = new QWidget;
        auto *inside = new QVBoxLayout(one);
        inside->setContentsMargins(13, 0, 4, 0);
        inside->setSpacing(0);
        auto *label = new Label(m_look, Role::Small, &Theme::ink3);
        label->setText(words);
        inside->addWidget(figure);
        inside->addWidget(label);
        one->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // thirds
        tiles->addWidget(one, 1);
    };
    tile(m_hours, tr("people, a week"));
    tile(m_late, tr("late replies"));
    tile(m_known, tr("outcome known"));
    column->addSpacing(10);
    column->addWidget(m_tiles);
    column->addSpacing(8);
    m_unknown->setWordWrap(true);
    column->addWidget(m_unknown);
    column->addSpacing(8);
    column->addWidget(m_listTitle);
    column->addSpacing(2);
    return figures;
}

QWidget *WhatIfPane::buildFoot(const ActionRegistry &actions)
{
    auto *foot = new QWidget;
    m_note->setAccessibleName(tr("Why this version is made"));
    m_note->setPlaceholderText(tr("Why, for who reads the versions later"));
    auto *framed = framedNote(m_look, m_note, noteHeight);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(side, 12, side, 12);
    column->setSpacing(9);
    column->addWidget(framed);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_label);
    row->addStretch(1);
    row->addWidget(m_discard);
    row->addWidget(m_publish);
    column->addLayout(row);
    m_publish->setIconName(u"publish"_s);
    const auto nameKeys = [this, &actions] {
        m_publish->setKeyHint(KeyCap::text(actions.keys(ActionId::PublishPolicy).value(0)));
    };
    connect(&actions, &ActionRegistry::keysChanged, this, nameKeys);
    nameKeys();
    connect(m_note, &QPlainTextEdit::textChanged, this, &WhatIfPane::able);
    m_label->setAccessibleDescription(tr("Says of some conversations whether their intent was read "
                                         "right"));
    connect(m_label, &QAbstractButton::clicked, this, &WhatIfPane::labelRequested);
    connect(m_discard, &QAbstractButton::clicked, this, &WhatIfPane::discardRequested);
    connect(m_publish, &QAbstractButton::clicked, this, &WhatIfPane::publish);
    return foot;
}

void WhatIfPane::publish()
{
    const QString note = m_note->toPlainText().trimmed();
    if (!m_state.mayChange || !m_state.isEdited() || m_state.publishing)
        return;
    if (note.isEmpty())
        m_note->setFocus(Qt::ShortcutFocusReason);
    else
        Q_EMIT publishRequested(note);
}

void WhatIfPane::able()
{
    const bool ready = m_state.mayChange && m_state.isEdited() && !m_state.publishing;
    const bool noted = !m_note->toPlainText().trimmed().isEmpty();
    m_publish->setEnabled(ready && noted);
    m_publish->setToolTip(!m_state.mayChange        ? tr("Leads publish")
                              : !m_state.isEdited() ? tr("Nothing is changed yet")
                              : !noted              ? tr("Write why first")
                                                    : QString());
    m_publish->setBusy(m_state.publishing);
    m_label->setEnabled(m_state.mayChange && m_whatIf.isRead);
    m_label->setToolTip(m_whatIf.isRead
                            ? tr("Look at %1 conversations and say whether their intent "
                                 "was read right")
                                  .arg(labelsAtOnce)
                            : tr("Conversations are being read"));
    m_discard->setEnabled(ready);
}

void WhatIfPane::setState(const PolicyState &state)
{
    const bool published = state.live.version > m_state.live.version && m_state.live.version > 0;
    m_state = state;
    m_publish->setText(tr("Publish v%1").arg(state.draftVersion()));
    m_from->setText(tr("Policy v%1").arg(state.live.version));
    m_to->setText(tr("Draft v%1").arg(state.draftVersion()));
    m_foot->setVisible(state.mayChange);
    if (published)
        m_note->clear();
    able();
}

QString WhatIfPane::headline() const
{
    return m_number->text() + u' ' + m_of->text();
}

void WhatIfPane::setWhatIf(const PolicyWhatIf &whatIf)
{
    m_whatIf = whatIf;
    const bool read = whatIf.isRead;
    m_title->setText(tr("What if, over the last %1 days").arg(whatIf.days));
    m_number->setText(read ? format::count(whatIf.changed) : QString());
    m_of->setText(read ? tr("of %1 conversations would change route").arg(format::count(whatIf.all))
                      : whatIf.stillReading > 0
                      ? tr("Reading conversations: %1").arg(format::count(whatIf.stillReading))
                      : tr("Reading conversations"));
    m_took->setText(read ? tr("ran in %1 ms").arg(qMax(1, qRound(whatIf.tookMs))) : QString());
    m_flows->setFlows(whatIf.flows);
    const bool loads = whatIf.before && whatIf.after;
    m_hours->setText(
        loads ? words::signedHours(whatIf.after->hoursAWeek - whatIf.before->hoursAWeek) : u"–"_s);
    m_late->setText(loads && whatIf.after->late && whatIf.before->late
                        ? words::signedCount(*whatIf.after->late - *whatIf.before->late)
                        : tr("unknown"));
    m_known->setText(whatIf.changed > 0
                         ? format::percent(double(whatIf.known) / double(whatIf.changed))
                         : u"–"_s);
    const qint64 unknown = whatIf.changed - whatIf.known;
    m_unknown->setText(
        unknown > 0 ? tr("For %1 conversations the new route was never tried, so their outcome "
                         "stays unknown. It is not estimated.")
                          .arg(format::count(unknown))
            : read && whatIf.changed == 0 ? tr("Change a rule, and what it would have done in the "
                                               "last weeks stands here.")
                                          : QString());
    able();
    m_listTitle->setVisible(whatIf.changed > 0);
    m_moves->setList(whatIf, m_state.limits);
}

void WhatIfPane::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const QRect tiles(m_tiles->mapTo(this, QPoint()), m_tiles->size());
    paint::box(p, tiles, 9, theme.surface, theme.line);
    for (int i = 1; i < 3; ++i) {
        const int x = tiles.left() + tiles.width() * i / 3;
        paint::hairline(p, QPointF(x, tiles.top()), QPointF(x, tiles.bottom()), theme.line);
    }
    if (m_foot->isVisible())
        paint::hairline(p, QPointF(0, m_foot->y()), QPointF(width(), m_foot->y()), theme.line);
}

} // namespace baton::ui
