#include "ui/views/ModelsSection.h"

#include "ui/panels/Button.h"
#include "ui/panels/CorrectionRow.h"
#include "ui/panels/LessonPane.h"
#include "ui/text/ErrorText.h"
#include "ui/text/Format.h"
#include "ui/views/ModelSetup.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype correctionsShown = 100;

}

ModelsSection::ModelsSection(const Look &look, QWidget *parent)
    : SettingsSection(look, parent)
    , m_setup(new ModelSetup(look))
    , m_none(new Label(look, Role::Body, &Theme::ink2))
    , m_list(new QVBoxLayout)
    , m_more(new Label(look, Role::Small, &Theme::ink3))
    , m_teach(new Button(look, tr("Teach")))
    , m_cancel(new Button(look, tr("Cancel")))
    , m_export(new Button(look, tr("Export…"), ButtonKind::Quiet))
    , m_state(new Label(look, Role::Small, &Theme::ink2))
    , m_problem(new Label(look, Role::Small, &Theme::dangerText))
    , m_lesson(new LessonPane(look))
{
    column().addWidget(m_setup);
    connect(m_setup, &ModelSetup::sourceEdited, this, [this](const ModelSource &source) {
        Settings wish = m_settings;
        wish.model = source;
        Q_EMIT edited(wish,
                      source.address.isEmpty()
                          ? tr("No language model drafts.")
                          : tr("The language model at %1 may draft.").arg(source.address));
    });
    column().addHeading(tr("How intents are read"));
    m_catalogue = column().addFact(tr("Catalogue"));
    m_examples = column().addFact(tr("Texts it learnt from"));
    m_heldOut = column().addFact(tr("Read rightly, of texts it had not seen"));
    column().addHeading(tr("What people corrected or confirmed"));
    m_none->setWordWrap(true);
    m_none->setText(tr("Nobody has corrected an intent yet. Where one was read wrongly, choose "
                       "“Correct tier or intent…” on its conversation: it will stand here, to be "
                       "learnt from."));
    column().addWidget(m_none);
    auto *list = new QWidget;
    list->setAccessibleName(tr("Corrections"));
    list->setLayout(m_list);
    m_list->setContentsMargins({});
    m_list->setSpacing(2);
    column().addWidget(list);
    column().addWidget(m_more);
    m_hint = column().addHint(tr("What is switched on is learnt from the next time you teach. "
                                 "Conversations keep what was recorded on them."));
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 6, 0, 6);
    row->setSpacing(8);
    row->addWidget(m_teach);
    row->addWidget(m_cancel);
    row->addWidget(m_export);
    row->addWidget(m_state, 1);
    m_state->setWordWrap(true);
    m_teach->setIconName(u"coach"_s);
    m_export->setToolTip(tr("Writes the texts that are learnt from, with the customers' words as "
                            "they are"));
    column().addWidget(buttons);
    m_problem->setWordWrap(true);
    column().addWidget(m_problem);
    column().addWidget(m_lesson);
    column().addEnd();
    connect(m_lesson, &LessonPane::conversationRequested, this,
            &ModelsSection::conversationRequested);
    setTeaching({}, {});
}

void ModelsSection::serve(TeachingBoard &board, const Clock &clock)
{
    m_board = &board;
    connect(&board, &TeachingBoard::changed, this,
            [this, &clock](const TeachingSnapshot &shown) { setTeaching(shown, clock.now()); });
    connect(&board, &TeachingBoard::removed, this,
            [this, &board](const IntentCorrection &correction) {
                Q_EMIT did(tr("The correction was removed."),
                           [&board, correction] { board.restore(correction); });
            });
    connect(&board, &TeachingBoard::exported, this, [this](const QString &path, int count) {
        m_state->setText(tr("%n text(s) written to %1.", nullptr, count).arg(path));
    });
    connect(m_teach, &QAbstractButton::clicked, &board, &TeachingBoard::teach);
    connect(m_cancel, &QAbstractButton::clicked, &board, &TeachingBoard::cancel);
    connect(m_export, &QAbstractButton::clicked, this, &ModelsSection::chooseExport);
    connect(m_lesson, &LessonPane::useRequested, &board, &TeachingBoard::useLearnt);
    connect(m_lesson, &LessonPane::leaveRequested, &board, &TeachingBoard::cancel);
    setTeaching(board.snapshot(), clock.now());
}

void ModelsSection::setSettings(const Settings &settings)
{
    SettingsSection::setSettings(settings);
    m_setup->setSource(settings.model);
}

void ModelsSection::setTeaching(const TeachingSnapshot &teaching, Instant now)
{
    showModel(teaching);
    showRows(teaching, now);
    showState(teaching);
    m_lesson->setVisible(teaching.report.has_value());
    if (teaching.report)
        m_lesson->setReport(*teaching.report, teaching.titles);
    m_lesson->setKeeping(teaching.step == TeachingStep::Keeping);
}

void ModelsSection::showModel(const TeachingSnapshot &teaching)
{
    const bool known = teaching.step != TeachingStep::NoModel;
    m_catalogue->setText(known ? tr("Version %1, %n intent(s)", nullptr, teaching.intents)
                                     .arg(teaching.catalogueVersion)
                               : tr("Being read…"));
    const QString texts = format::count(teaching.examples);
    m_examples->setText(
        !known ? QString()
            : teaching.corrections == 0
            ? texts
            : tr("%1, %n of them from people", nullptr, teaching.corrections).arg(texts));
    m_heldOut->setText(known ? format::percent(teaching.heldOut) : QString());
}

CorrectionRow *ModelsSection::newRow()
{
    auto *row = new CorrectionRow(look());
    connect(row, &CorrectionRow::useChosen, this, [this](const ConversationId &id) {
        if (m_board)
            m_board->use(id);
    });
    connect(row, &CorrectionRow::leaveOutChosen, this, [this](const ConversationId &id) {
        if (m_board)
            m_board->leaveOut(id);
    });
    connect(row, &CorrectionRow::removeRequested, this, [this](const ConversationId &id) {
        if (m_board)
            m_board->remove(id);
    });
    return row;
}

/// Rows are used again in their place, so that the focus stays in the list.
void ModelsSection::showRows(const TeachingSnapshot &teaching, Instant now)
{
    const qsizetype shown = std::min(teaching.all.size(), correctionsShown);
    while (m_rows.size() < shown) {
        m_rows += newRow();
        m_list->addWidget(m_rows.last());
    }
    while (m_rows.size() > shown)
        delete m_rows.takeLast();
    const auto titleOf = [&teaching](const QString &intent) {
        return intent.isEmpty() ? tr("None of these") : teaching.titles.value(intent, intent);
    };
    for (qsizetype i = 0; i < shown; ++i) {
        const IntentCorrection &one = teaching.all[i];
        const QString who = displayName(one.agent);
        const QString when = format::moment(one.at, now, m_zone);
        m_rows[i]->show(one,
                        one.stands()
                            ? tr("%1 stands, %2, %3", "an intent, a person, a time")
                                  .arg(titleOf(one.became), who, when)
                            : tr("%1 → %2, %3, %4", "an intent, another one, a person, a time")
                                  .arg(titleOf(one.was), titleOf(one.became), who, when));
    }
    m_none->setVisible(shown == 0);
    m_hint->setVisible(shown > 0);
    m_more->setVisible(shown < teaching.all.size());
    m_more->setText(tr("%n more; “batonctl intents corrections” lists all", nullptr,
                       int(teaching.all.size() - shown)));
}

void ModelsSection::showState(const TeachingSnapshot &teaching)
{
    const bool learning = teaching.step == TeachingStep::Learning;
    m_teach->setBusy(learning);
    m_teach->setEnabled(learning || (teaching.step == TeachingStep::Ready && !teaching.upToDate));
    m_cancel->setVisible(learning);
    m_export->setVisible(!teaching.all.isEmpty() && !learning);
    QString state;
    switch (teaching.step) {
    case TeachingStep::NoModel:
        state = tr("The model is being read, or learnt for the first time.");
        break;
    case TeachingStep::Learning:
        state = tr("Learning beside the model in use, %1", "a share")
                    .arg(format::percent(teaching.progress));
        break;
    case TeachingStep::Learnt:
        state = tr("Learnt. Nothing is switched until you use it.");
        break;
    case TeachingStep::Keeping:
        state = tr("Being put in use…");
        break;
    case TeachingStep::Ready:
        if (teaching.justUsed)
            state = tr("In use. Waiting conversations are being read again.");
        else if (!teaching.upToDate && teaching.all.isEmpty())
            state = tr("The model still knows what stood here.");
        else if (!teaching.upToDate)
            state = tr("The model has not learnt these as they stand.");
        else if (!teaching.all.isEmpty())
            state = tr("The model has learnt these as they stand.");
        break;
    }
    const bool isNews = state != m_state->text() && !learning;
    m_state->setText(state);
    m_problem->setVisible(teaching.problem.has_value());
    m_problem->setText(teaching.problem ? errorText(*teaching.problem).toString() : QString());
    if (isNews && isVisible()) {
        QAccessibleEvent alert(m_state, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ModelsSection::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export corrections"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"jsonl"_s);
    dialog->setNameFilters({tr("Examples (%1)").arg(u"*.jsonl"_s)});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (m_board)
            m_board->exportTo(path);
    });
    dialog->open();
}

} // namespace baton::ui
