#include "ui/panels/CriterionEdit.h"

#include "ui/panels/IconButton.h"
#include "ui/panels/Label.h"
#include "ui/panels/MonitorRow.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Switch.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int ruleBoxWidth = 210;
constexpr int scaleBoxWidth = 100;

QString answeredBy(ScoreRule rule)
{
    switch (rule) {
    case ScoreRule::None:
        return CriterionEdit::tr("A person alone");
    case ScoreRule::Grounded:
        return CriterionEdit::tr("And a rule: sourced claims");
    case ScoreRule::PolicyKept:
        return CriterionEdit::tr("And a rule: policy kept");
    case ScoreRule::NeedMet:
        return CriterionEdit::tr("And a rule: rated, not back");
    case ScoreRule::NotAskedAgain:
        return CriterionEdit::tr("And a rule: not asked again");
    case ScoreRule::PromisesKept:
        return CriterionEdit::tr("And a rule: promises kept");
    }
    Q_UNREACHABLE();
}

} // namespace

CriterionEdit::CriterionEdit(const Look &look)
    : m_title(new SearchField(look, {}, tr("What it asks")))
    , m_hint(new SearchField(look, {}, tr("A hint for the reviewer")))
    , m_weight(new MonitorNumber(look, {}, heaviestCriterion))
    , m_critical(new Switch(look, {}))
    , m_scale(new QComboBox)
    , m_rule(new QComboBox)
    , m_up(new IconButton(look, u"chevron-up"_s, {}))
    , m_remove(new IconButton(look, u"close"_s, {}))
    , m_flaws(new Label(look, Role::Small, &Theme::dangerText))
{
    m_title->setMaxLength(int(longestTitle));
    m_hint->setMaxLength(int(longestTitle));
    m_scale->addItem(tr("1 to 5"), int(Scale::Five));
    m_scale->addItem(tr("Yes or no"), int(Scale::YesNo));
    m_scale->setFixedWidth(look.px(scaleBoxWidth));
    for (int rule = 0; rule <= int(ScoreRule::PromisesKept); ++rule)
        m_rule->addItem(answeredBy(ScoreRule(rule)), rule);
    m_rule->setFixedWidth(look.px(ruleBoxWidth));
    m_up->setButtonSize(ButtonSize::Small);
    m_remove->setButtonSize(ButtonSize::Small);
    auto *weight = new Label(look, Role::Small, &Theme::ink2);
    weight->setText(tr("Weight"));
    auto *fails = new Label(look, Role::Small, &Theme::ink2);
    fails->setText(tr("Fails all at 2"));
    fails->setToolTip(tr("Two points or fewer fail the whole"));
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_title, 1);
    first->addWidget(weight);
    first->addWidget(m_weight);
    first->addWidget(m_up);
    first->addWidget(m_remove);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_hint, 1);
    second->addWidget(m_scale);
    second->addWidget(m_rule);
    second->addWidget(m_critical);
    second->addWidget(fails);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 5, 0, 9);
    column->setSpacing(4);
    column->addLayout(first);
    column->addLayout(second);
    m_flaws->setWordWrap(true);
    m_flaws->hide();
    column->addWidget(m_flaws);
    const QWidgetList order{&m_weight->field(), m_up, m_remove, m_hint, m_scale, m_rule,
                            m_critical};
    QWidget *before = m_title;
    for (QWidget *next : order) {
        setTabOrder(before, next);
        before = next;
    }
    connectParts();
}

void CriterionEdit::connectParts()
{
    connect(m_title, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_criterion.title = text;
        nameParts();
        Q_EMIT edited(m_criterion);
    });
    connect(m_hint, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_criterion.hint = text;
        Q_EMIT edited(m_criterion);
    });
    connect(m_weight, &MonitorNumber::valueEdited, this, [this](double weight) {
        m_criterion.weight = weight;
        Q_EMIT edited(m_criterion);
    });
    connect(m_critical, &QCheckBox::clicked, this, [this](bool critical) {
        m_criterion.critical = critical;
        Q_EMIT edited(m_criterion);
    });
    connect(m_scale, &QComboBox::activated, this, [this] {
        m_criterion.scale = Scale(m_scale->currentData().toInt());
        Q_EMIT edited(m_criterion);
    });
    connect(m_rule, &QComboBox::activated, this, [this] {
        m_criterion.rule = ScoreRule(m_rule->currentData().toInt());
        Q_EMIT edited(m_criterion);
    });
    connect(m_up, &QAbstractButton::clicked, this, &CriterionEdit::upRequested);
    connect(m_remove, &QAbstractButton::clicked, this, &CriterionEdit::removeRequested);
}

void CriterionEdit::nameParts()
{
    const QString of = m_criterion.title.trimmed().isEmpty() ? tr("A new criterion")
                                                             : m_criterion.title.trimmed();
    setAccessibleName(of);
    m_title->setAccessibleName(tr("What it asks: %1", "a criterion").arg(of));
    m_hint->setAccessibleName(tr("Hint: %1", "a criterion").arg(of));
    m_weight->setName(tr("Weight: %1", "a criterion").arg(of));
    m_critical->setAccessibleName(
        tr("Two points or fewer fail the whole: %1", "a criterion").arg(of));
    m_scale->setAccessibleName(tr("Scale: %1", "a criterion").arg(of));
    m_rule->setAccessibleName(tr("Answered by: %1", "a criterion").arg(of));
    m_up->setName(tr("Move up: %1", "a criterion").arg(of));
    m_remove->setName(tr("Remove: %1", "a criterion").arg(of));
}

void CriterionEdit::setCriterion(const Criterion &criterion)
{
    m_criterion = criterion;
    if (m_title->text() != criterion.title)
        m_title->setText(criterion.title);
    if (m_hint->text() != criterion.hint)
        m_hint->setText(criterion.hint);
    m_weight->setValue(criterion.weight);
    m_critical->setChecked(criterion.critical);
    m_scale->setCurrentIndex(m_scale->findData(int(criterion.scale)));
    m_rule->setCurrentIndex(m_rule->findData(int(criterion.rule)));
    nameParts();
}

void CriterionEdit::setFlaws(const QStringList &flaws)
{
    m_flaws->setText(flaws.join(u' '));
    m_flaws->setVisible(!flaws.isEmpty());
}

QString CriterionEdit::flaws() const
{
    return m_flaws->text();
}

void CriterionEdit::setReadOnly(bool readOnly)
{
    m_title->setReadOnly(readOnly);
    m_hint->setReadOnly(readOnly);
    m_weight->setReadOnly(readOnly);
    for (QWidget *part : {static_cast<QWidget *>(m_critical), static_cast<QWidget *>(m_scale),
                          static_cast<QWidget *>(m_rule)})
        part->setEnabled(!readOnly);
    m_up->setVisible(!readOnly);
    m_remove->setVisible(!readOnly);
}

void CriterionEdit::setFirst(bool first)
{
    m_up->setEnabled(!first);
}

} // namespace baton::ui
