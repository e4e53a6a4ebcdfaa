#include "ui/panels/LessonPane.h"

#include "ui/panels/Button.h"
#include "ui/panels/ChangeRow.h"
#include "ui/panels/ClearLayout.h"
#include "ui/panels/Label.h"
#include "ui/text/Format.h"
#include "ui/theme/Metrics.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr qsizetype intentsShown = 20;
constexpr qsizetype changesShown = 50;
constexpr int figureColumns = 3;
constexpr int figureWidth = 104;

QString shareOf(int right, int texts)
{
    return LessonPane::tr("%1, %2", "a count, a share")
        .arg(format::count(right), format::percent(texts > 0 ? double(right) / texts : 0));
}

} // namespace

LessonPane::LessonPane(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_table(new QGridLayout)
    , m_others(new Label(look, Role::Small, &Theme::ink3))
    , m_routes(new Label(look, Role::Body))
    , m_changes(new QVBoxLayout)
    , m_more(new Label(look, Role::Small, &Theme::ink3))
    , m_use(new Button(look, tr("Use it"), ButtonKind::Primary))
    , m_leave(new Button(look, tr("Leave it")))
{
    setAccessibleName(tr("What was learnt"));
    m_table->setContentsMargins({});
    m_table->setHorizontalSpacing(12);
    m_table->setVerticalSpacing(0);
    m_table->setColumnStretch(0, 1);
    m_others->setWordWrap(true);
    m_routes->setWordWrap(true);
    m_changes->setContentsMargins({});
    m_changes->setSpacing(0);
    m_use->setIconName(u"check"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_use);
    buttons->addWidget(m_leave);
    buttons->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(4);
    all->addLayout(m_table);
    all->addWidget(m_others);
    all->addSpacing(8);
    all->addWidget(m_routes);
    all->addLayout(m_changes);
    all->addWidget(m_more);
    all->addSpacing(8);
    all->addLayout(buttons);
    connect(m_use, &QAbstractButton::clicked, this, &LessonPane::useRequested);
    connect(m_leave, &QAbstractButton::clicked, this, &LessonPane::leaveRequested);
}

QString LessonPane::titleOf(const QString &intent) const
{
    return intent.isEmpty() ? tr("None of these") : m_titles.value(intent, intent);
}

void LessonPane::setReport(const TeachingReport &report, const QHash<QString, QString> &titles)
{
    if (report == m_report && titles == m_titles)
        return;
    m_report = report;
    m_titles = titles;
    fillTable(report);
    fillChanges(report.routes);
}

void LessonPane::setKeeping(bool keeping)
{
    m_use->setBusy(keeping);
    m_leave->setEnabled(!keeping);
}

void LessonPane::addFigures(const QString &name, const TaughtIntent &figures)
{
    const int row = m_table->rowCount();
    auto *what = new Label(m_look, Role::Body);
    what->setElided(Qt::ElideRight);
    what->setText(name);
    what->setMinimumHeight(m_look.px(metrics::settingsRow));
    m_table->addWidget(what, row, 0);
    const QStringList texts{format::count(figures.texts), shareOf(figures.before, figures.texts),
                            shareOf(figures.after, figures.texts)};
    for (int column = 0; column < figureColumns; ++column) {
        auto *figure = new Label(m_look, Role::Body, column == 2 ? &Theme::ink : &Theme::ink2);
        figure->setText(texts[column]);
        figure->setAlignment(Qt::AlignVCenter | Qt::AlignRight);
        figure->setMinimumWidth(m_look.px(figureWidth));
        if (column == 2 && isMoved(figures)) {
            figure->setWeight(QFont::DemiBold);
            figure->setAccessibleName(
                (figures.after > figures.before ? tr("%1, better") : tr("%1, worse"))
                    .arg(texts[column]));
        }
        m_table->addWidget(figure, row, column + 1);
    }
}

void LessonPane::fillTable(const TeachingReport &report)
{
    clearLayout(m_table);
    const QStringList heads{tr("Read rightly, by models that had not seen them"), tr("Texts"),
                            tr("Now"), tr("With what was learnt")};
    const int row = m_table->rowCount();
    for (int column = 0; column < heads.size(); ++column) {
        auto *head = new Label(m_look, Role::Small, &Theme::ink3);
        head->setText(heads[column]);
        head->setAlignment((column == 0 ? Qt::AlignLeading : Qt::AlignRight) | Qt::AlignVCenter);
        m_table->addWidget(head, row, column);
    }
    addFigures(tr("All texts"), report.all);
    if (report.taught.texts > 0)
        addFigures(tr("Of those, what you taught"), report.taught);
    QList<TaughtIntent> told;
    for (const TaughtIntent &one : report.intents) {
        if (one.taught > 0 || isMoved(one))
            told += one;
    }
    std::stable_sort(told.begin(), told.end(), [](const TaughtIntent &a, const TaughtIntent &b) {
        return std::abs(a.after - a.before) > std::abs(b.after - b.before);
    });
    told = told.first(std::min(told.size(), intentsShown));
    for (const TaughtIntent &one : std::as_const(told))
        addFigures(titleOf(one.intent), one);
    const int others = int(report.intents.size() - told.size());
    m_others->setText(
        tr("%n other intent(s), read as well as before but for chance.", nullptr, others));
    m_others->setVisible(others > 0);
}

void LessonPane::fillChanges(const RouteChanges &routes)
{
    clearLayout(m_changes);
    const int count = int(routes.changes.size());
    const QString compared = format::count(routes.compared);
    if (routes.compared == 0)
        m_routes->setText(tr("No conversation waits that could change."));
    else if (count == 0)
        m_routes->setText(tr("None of %1 waiting conversations would change.").arg(compared));
    else if (routes.all)
        m_routes->setText(
            tr("%n of %1 waiting conversations would change:", nullptr, count).arg(compared));
    else
        m_routes->setText(
            tr("%n of the first %1 waiting conversations would change:", nullptr, count)
                .arg(compared));
    const qsizetype shown = std::min(routes.changes.size(), changesShown);
    for (qsizetype i = 0; i < shown; ++i) {
        const RouteChange &change = routes.changes[i];
        auto *row = new ChangeRow(m_look, change, titleOf(change.intentBefore),
                                  titleOf(change.intentAfter));
        connect(row, &QAbstractButton::clicked, this,
                [this, id = change.conversation] { Q_EMIT conversationRequested(id); });
        m_changes->addWidget(row);
    }
    m_more->setVisible(shown < routes.changes.size());
    m_more->setText(tr("%n more", nullptr, count - int(shown)));
}

} // namespace baton::ui
