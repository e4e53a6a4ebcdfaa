#include "ui/panels/MonitorPopover.h"

#include "ui/panels/Button.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/panels/MonitorRow.h"
#include "ui/panels/SearchField.h"
#include "ui/text/ErrorText.h"
#include "ui/text/JudgedWords.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int monitorWidth = 420;
constexpr int monitorPadding = 16;
constexpr int monitorField = 240;

QString kindName(MonitorKind kind)
{
    switch (kind) {
    case MonitorKind::Rule:
        return MonitorPopover::tr("A rule held");
    case MonitorKind::NewAgent:
        return MonitorPopover::tr("First conversations of a colleague");
    case MonitorKind::Intent:
        return MonitorPopover::tr("An intent");
    case MonitorKind::Tier:
        return MonitorPopover::tr("A tier");
    default:
        return monitorName({kind});
    }
}

/// What it begins with, until it is typed over.
Monitor suggestedOf(MonitorKind kind)
{
    switch (kind) {
    case MonitorKind::LowCsat:
        return {kind, {}, 2};
    case MonitorKind::Rewritten:
        return {kind, {}, 40};
    case MonitorKind::Hasty:
        return {kind, {}, 4};
    case MonitorKind::NewAgent:
        return {kind, {}, 10};
    case MonitorKind::LowConfidence:
        return {kind, {}, 0.3, 25};
    case MonitorKind::Intent:
        return {kind, {}, 0, 25};
    case MonitorKind::Tier:
        return {kind, {}, 0, 15};
    case MonitorKind::Random:
        return {kind, {}, 0, 5};
    default:
        return {kind};
    }
}

} // namespace

MonitorPopover::MonitorPopover(const Look &look, const QList<IntentName> &intents, Add add,
                               QWidget *parent)
    : Popover(look, tr("Add a monitor"), parent)
    , m_look(look)
    , m_intents(intents)
    , m_take(std::move(add))
    , m_kinds(new QComboBox)
    , m_about(new QComboBox)
    , m_limitRow(new QWidget)
    , m_share(new MonitorNumber(look, tr("%", "per cent"), 100))
    , m_name(new SearchField(look, {}, tr("As its kind says")))
    , m_problem(new Label(look, Role::Small, &Theme::dangerText))
    , m_add(new Button(look, tr("Add"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->addStrut(look.px(monitorWidth) - 2);
    auto *title = new Label(look, Role::Body);
    title->setWeight(QFont::DemiBold);
    title->setText(tr("Add a monitor"));
    title->setContentsMargins(monitorPadding, 11, monitorPadding, 3);
    body()->addWidget(title);
    for (const MonitorKind kind :
         {MonitorKind::Random, MonitorKind::Intent, MonitorKind::Tier, MonitorKind::LowConfidence,
          MonitorKind::Discarded, MonitorKind::LowCsat, MonitorKind::Override,
          MonitorKind::CameBack, MonitorKind::NewAgent, MonitorKind::Rewritten, MonitorKind::Hasty,
          MonitorKind::Rule})
        m_kinds->addItem(kindName(kind), int(kind));
    addRow(tr("Picks"), m_kinds);
    m_aboutRow = addRow(tr("Which"), m_about);
    auto *limit = new QHBoxLayout(m_limitRow);
    limit->setContentsMargins({});
    m_limitRow = addRow(tr("Limit"), m_limitRow);
    m_share->setName(tr("Share in per cent"));
    addRow(tr("Share"), m_share);
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(int(longestTitle));
    addRow(tr("Name"), m_name);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(monitorPadding, 4, monitorPadding, 0);
    m_problem->hide();
    body()->addWidget(m_problem);
    body()->addSpacing(10);
    body()->addWidget(new Hairline(look, Qt::Horizontal));
    body()->addWidget(buildFoot());
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &MonitorPopover::showKind);
    connect(m_name, &QLineEdit::returnPressed, m_add, &QAbstractButton::click);
    connect(m_add, &QAbstractButton::clicked, this, &MonitorPopover::add);
    showKind();
    setFocusProxy(m_kinds);
    m_kinds->setFocus();
}

QWidget *MonitorPopover::addRow(const QString &words, QWidget *control)
{
    auto *whole = new QWidget;
    auto *name = new Label(m_look, Role::Body);
    name->setText(words);
    name->setBuddy(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(words);
    control->setFixedWidth(m_look.px(monitorField));
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(monitorPadding, 3, monitorPadding, 3);
    row->addWidget(name, 1);
    row->addWidget(control);
    body()->addWidget(whole);
    return whole;
}

QWidget *MonitorPopover::buildFoot()
{
    auto *foot = new QWidget;
    auto *back = new Button(m_look, tr("Back"), ButtonKind::Quiet);
    connect(back, &QAbstractButton::clicked, this, &QWidget::close);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(monitorPadding, 8, 11, 8);
    row->setSpacing(6);
    row->addStretch();
    row->addWidget(back);
    row->addWidget(m_add);
    return foot;
}

void MonitorPopover::chooseKind(MonitorKind kind)
{
    m_kinds->setCurrentIndex(m_kinds->findData(int(kind)));
}

QString MonitorPopover::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void MonitorPopover::showKind()
{
    const auto kind = MonitorKind(m_kinds->currentData().toInt());
    const Monitor suggested = suggestedOf(kind);
    m_about->clear();
    if (kind == MonitorKind::Intent) {
        for (const IntentName &intent : m_intents)
            m_about->addItem(intent.title, intent.name);
    } else if (kind == MonitorKind::Tier) {
        for (const Route tier : {Route::Contain, Route::Assist, Route::Escalate}) {
            const QString letter(QLatin1Char(tierLetter(tier)));
            m_about->addItem(tr("Tier %1").arg(letter), letter);
        }
    } else if (kind == MonitorKind::Rule) {
        for (int rule = 0; rule <= int(baton::Rule::BrokenPromise); ++rule)
            m_about->addItem(words::of(baton::Rule(rule)), nameInJson(baton::Rule(rule)));
    }
    m_aboutRow->setVisible(hasName(kind));
    delete m_limit;
    m_limit = newLimit(m_look, kind);
    m_limitRow->setVisible(m_limit != nullptr);
    if (m_limit) {
        m_limit->setName(tr("Limit"));
        m_limit->setValue(suggested.limit * shownBy(kind));
        auto *control = m_limitRow->layout()->itemAt(1)->widget();
        control->layout()->addWidget(m_limit);
        setTabOrder(m_about, &m_limit->field());
        setTabOrder(&m_limit->field(), &m_share->field());
    }
    m_share->setValue(suggested.share);
    say({});
}

Monitor MonitorPopover::monitor() const
{
    Monitor made;
    made.kind = MonitorKind(m_kinds->currentData().toInt());
    if (hasName(made.kind))
        made.name = m_about->currentData().toString();
    if (m_limit)
        made.limit = m_limit->value() / shownBy(made.kind);
    made.share = m_share->value();
    made.title = m_name->text().trimmed();
    return made;
}

void MonitorPopover::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    adjustSize();
    if (problem.isEmpty() || !isVisible())
        return;
    QAccessibleEvent alert(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MonitorPopover::add()
{
    for (const MonitorNumber *number : {m_limit, m_share}) {
        if (number && number->isWrong())
            return say(number->field().toolTip());
    }
    const Monitor made = monitor();
    if (hasName(made.kind) && made.name.isEmpty())
        return say(tr("There is nothing to choose yet: the catalogue is being read."));
    const Result<void> taken = m_take(made);
    if (taken)
        close();
    else if (taken.error().code == ErrorCode::Conflict)
        say(tr("One about the same is there already. Change its share, or give this one a name "
               "of its own."));
    else if (taken.error().code == ErrorCode::TooLarge)
        say(tr("There are %n monitor(s) already: remove one first.", nullptr, int(mostMonitors)));
    else
        say(errorText(taken.error()).toString());
}

} // namespace baton::ui
