#include "ui/panels/VersionsPopover.h"

#include "ui/panels/Button.h"
#include "ui/panels/ClearLayout.h"
#include "ui/panels/Label.h"
#include "ui/text/PolicyWords.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr int versionsWide = 460;
constexpr int mostDifferences = 14;

} // namespace

VersionsPopover::VersionsPopover(const Look &look, const PolicyState &state,
                                 QHash<QString, QString> titles, Differences differences,
                                 QWidget *parent)
    : Popover(look, tr("Versions"), parent)
    , m_look(look)
    , m_state(state)
    , m_titles(std::move(titles))
    , m_differences(std::move(differences))
    , m_from(new QComboBox)
    , m_to(new QComboBox)
    , m_about(new Label(look, Role::Small, &Theme::ink3))
    , m_rows(new QVBoxLayout)
    , m_back(new Button(look, QString()))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *inside = new QWidget;
    inside->setFixedWidth(versionsWide);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    m_from->setAccessibleName(tr("Compare from"));
    m_to->setAccessibleName(tr("Compare to"));
    if (state.isEdited())
        m_to->addItem(tr("v%1 draft").arg(state.draftVersion()), 0);
    for (const PolicyVersion &version : state.versions) {
        for (QComboBox *box : {m_from, m_to})
            box->addItem(tr("v%1").arg(version.version), version.version);
    }
    auto *row = new QHBoxLayout;
    auto *to = new Label(look, Role::Small, &Theme::ink2);
    to->setText(tr("to"));
    row->addWidget(m_from);
    row->addWidget(to);
    row->addWidget(m_to);
    row->addStretch(1);
    row->addWidget(m_back);
    column->addLayout(row);
    m_about->setWordWrap(true);
    column->addWidget(m_about);
    m_rows->setSpacing(3);
    column->addLayout(m_rows);
    body()->addWidget(inside);
    for (QComboBox *box : {m_from, m_to})
        connect(box, &QComboBox::currentIndexChanged, this, &VersionsPopover::compare);
    connect(m_back, &QAbstractButton::clicked, this, [this] {
        Q_EMIT backRequested(m_from->currentData().toInt());
        close();
    });
    choose(state.isEdited() || state.versions.size() < 2 ? state.live.version
                                                         : state.versions[1].version,
           state.isEdited() ? 0 : state.live.version);
}

void VersionsPopover::choose(int from, int to)
{
    m_from->setCurrentIndex(m_from->findData(from));
    m_to->setCurrentIndex(m_to->findData(to));
    compare();
}

QStringList VersionsPopover::lines() const
{
    QStringList all;
    for (const Label *line : m_lines)
        all.append(line->text());
    return all;
}

void VersionsPopover::compare()
{
    clearLayout(m_rows);
    m_lines.clear();
    const int from = m_from->currentData().toInt();
    const int to = m_to->currentData().toInt();
    for (const PolicyVersion &version : m_state.versions) {
        if (version.version == to)
            m_about->setText(version.note);
    }
    if (to == 0)
        m_about->setText(tr("Not published yet."));
    const QList<PolicyChange> changes = m_differences(from, to);
    const auto add = [this](const QString &text, QColor Theme::*ink) {
        auto *line = new Label(m_look, Role::Small, ink);
        line->setWordWrap(true);
        line->setText(text);
        m_rows->addWidget(line);
        m_lines.append(line);
    };
    for (const PolicyChange &change : changes) {
        if (m_lines.size() == mostDifferences) {
            add(tr("and %1 more").arg(changes.size() - mostDifferences), &Theme::ink3);
            break;
        }
        add(words::of(change, m_titles), &Theme::ink);
    }
    if (changes.isEmpty())
        add(tr("They say the same."), &Theme::ink2);
    m_back->setText(tr("Go back to v%1").arg(from));
    m_back->setVisible(m_state.mayChange && from != m_state.live.version);
    adjustSize();
}

} // namespace baton::ui
