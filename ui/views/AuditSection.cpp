#include "ui/views/AuditSection.h"

#include "ui/panels/Button.h"
#include "ui/panels/SearchField.h"
#include "ui/text/AuditWords.h"
#include "ui/text/Format.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int tableHeight = 420;
constexpr int tableRow = 26;
constexpr int typingPauseMs = 200;

} // namespace

AuditSection::AuditSection(const Look &look, QWidget *parent)
    : SettingsSection(look, parent)
    , m_model(new AuditModel(this))
    , m_subject(new SearchField(look, u"search"_s, tr("About: a number or a name")))
    , m_actor(new QComboBox)
    , m_kind(new QComboBox)
    , m_table(new QTableView)
    , m_count(new Label(look, Role::Small, &Theme::ink3))
    , m_chain(new Label(look, Role::Small, &Theme::ink2))
    , m_verify(new Button(look, tr("Verify the chain")))
    , m_export(new Button(look, tr("Export…")))
{
    column().addHeading(tr("What was done"));
    column().addHint(tr("Every act and every change, in a chain that shows whether an entry was "
                        "altered or taken out. Entries hold numbers and names, never what "
                        "somebody wrote."));
    auto *filters = new QWidget;
    auto *row = new QHBoxLayout(filters);
    row->setContentsMargins(0, 6, 0, 6);
    row->setSpacing(8);
    m_actor->setAccessibleName(tr("Who"));
    m_kind->setAccessibleName(tr("What"));
    m_subject->setAccessibleName(tr("About"));
    row->addWidget(m_subject, 1);
    row->addWidget(m_actor);
    row->addWidget(m_kind);
    column().addWidget(filters);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("What was done"));
    m_table->setFixedHeight(look.px(tableHeight));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(look.px(tableRow));
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const QList<int> widths{56, 112, 96, 96, 160};
    for (int i = 0; i < widths.size(); ++i)
        m_table->setColumnWidth(i, look.px(widths[i]));
    column().addWidget(m_table);
    column().addWidget(m_count);
    auto *buttons = new QWidget;
    auto *foot = new QHBoxLayout(buttons);
    foot->setContentsMargins(0, 6, 0, 6);
    foot->setSpacing(8);
    m_verify->setIconName(u"chain"_s);
    m_export->setIconName(u"export"_s);
    foot->addWidget(m_verify);
    foot->addWidget(m_export);
    foot->addStretch(1);
    column().addWidget(buttons);
    m_chain->setWordWrap(true);
    column().addWidget(m_chain);
    column().addEnd();
    m_soon.setSingleShot(true);
    m_soon.setInterval(typingPauseMs);
    connect(&m_soon, &QTimer::timeout, this, &AuditSection::narrow);
    connect(m_subject, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    for (QComboBox *box : {m_actor, m_kind})
        connect(box, &QComboBox::activated, this, &AuditSection::narrow);
    connect(m_verify, &QAbstractButton::clicked, this, [this] {
        if (m_board)
            m_board->verify();
    });
    connect(m_export, &QAbstractButton::clicked, this, &AuditSection::askWhere);
    showLog({});
}

void AuditSection::serve(AuditBoard &board, const Clock &clock)
{
    m_board = &board;
    m_clock = &clock;
    connect(&board, &AuditBoard::changed, this, &AuditSection::showLog);
    connect(&board, &AuditBoard::written, this, [this](const QString &path, qint64 entries) {
        say(tr("%n entr(ies) written to %1", nullptr, int(entries)).arg(path), false);
    });
    connect(m_model, &AuditModel::moreWanted, &board, &AuditBoard::readMore);
}

void AuditSection::setSettings(const Settings &settings)
{
    const bool changes
        = settings.agent.role != m_settings.agent.role || settings.agent.id != m_settings.agent.id;
    SettingsSection::setSettings(settings);
    m_actor->setVisible(settings.agent.role != baton::Role::Agent);
    m_export->setVisible(settings.agent.role == baton::Role::Lead);
    if (changes && isVisible())
        narrow();
}

void AuditSection::showEvent(QShowEvent *event)
{
    SettingsSection::showEvent(event);
    narrow();
}

void AuditSection::narrow()
{
    if (!m_board)
        return;
    AuditFilter filter;
    filter.subject = m_subject->text().trimmed();
    filter.kind = m_kind->currentData().toString();
    filter.actor = m_settings.agent.role == baton::Role::Agent ? m_settings.agent.id.text()
                                                               : m_actor->currentData().toString();
    m_board->setFilter(filter);
}

void AuditSection::fill(QComboBox &box, const QString &any, const QList<QString> &names,
                        const QString &chosen, QString (*told)(const QString &))
{
    QStringList wanted{QString()};
    wanted += names;
    QStringList had;
    for (int i = 0; i < box.count(); ++i)
        had += box.itemData(i).toString();
    if (had == wanted)
        return;
    box.clear();
    box.addItem(any, QString());
    for (const QString &name : names)
        box.addItem(told(name), name);
    box.setCurrentIndex(qMax(0, box.findData(chosen)));
}

void AuditSection::showLog(const AuditSnapshot &snapshot)
{
    fill(*m_actor, tr("Anybody"), snapshot.names.actors, snapshot.filter.actor,
         [](const QString &name) { return name; });
    fill(*m_kind, tr("Anything"), snapshot.names.kinds, snapshot.filter.kind, &words::ofAudit);
    m_model->setSnapshot(snapshot, m_clock ? m_clock->now() : Instant{},
                         QTimeZone::systemTimeZone());
    if (snapshot.rows.isEmpty())
        m_count->setText(snapshot.reading ? tr("Reading…") : tr("Nothing of the kind was done."));
    else if (snapshot.complete)
        m_count->setText(tr("%n entr(ies)", nullptr, int(snapshot.rows.size())));
    else
        m_count->setText(tr("The newest %1; older ones come as you scroll")
                             .arg(format::count(snapshot.rows.size())));
    m_verify->setBusy(snapshot.verifying);
    if (snapshot.verifying)
        say(tr("Verifying…"), false);
    else if (snapshot.intact && *snapshot.intact)
        say(tr("The log is intact: all %1 entries fit.").arg(format::count(snapshot.verified)),
            false);
    else if (snapshot.firstBad)
        say(tr("The log was altered at entry %1. Keep this profile's folder as it is, and tell "
               "whoever looks after it.")
                .arg(format::count(*snapshot.firstBad)),
            true);
    else if (snapshot.intact)
        say(tr("The log was cut, or its head is gone. Keep this profile's folder as it is, and "
               "tell whoever looks after it."),
            true);
    else if (m_chain->text() == tr("Verifying…"))
        say({}, false);
}

void AuditSection::say(const QString &text, bool isTrouble)
{
    if (text == m_chain->text())
        return;
    m_chain->setText(text);
    m_chain->setInk(isTrouble ? &Theme::dangerText : &Theme::ink2);
    if (isVisible() && !text.isEmpty()) {
        QAccessibleEvent alert(m_chain, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QString AuditSection::said() const
{
    return m_chain->text() + u'\n' + m_count->text();
}

void AuditSection::askWhere()
{
    auto *dialog = new QFileDialog(this, tr("Export the log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"jsonl"_s);
    dialog->setNameFilter(tr("JSON Lines (*.jsonl)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (m_board)
            m_board->writeTo(path);
    });
    dialog->open();
}

} // namespace baton::ui
