#include "ui/views/ModelSetup.h"

#include "ui/panels/Button.h"
#include "ui/panels/SearchField.h"
#include "ui/text/Format.h"
#include "ui/text/ModelWords.h"
#include "ui/views/SettingsColumn.h"

#include <QtCore/QUrl>
#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int modelFieldWidth = 320;
constexpr qsizetype namesShown = 12;

} // namespace

ModelSetup::ModelSetup(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_address(new SearchField(look, {}, u"http://localhost:8080"_s))
    , m_model(new SearchField(look, {}, tr("Whatever the server has")))
    , m_key(new SearchField(look, {}, tr("No key")))
    , m_secret(new SearchField(look, {}, tr("The key itself")))
    , m_keep(new Button(look, tr("Keep in the keychain")))
    , m_test(new Button(look, tr("Test the connection")))
    , m_sent(new Button(look, tr("What was sent…"), ButtonKind::Quiet))
    , m_state(new Label(look, Role::Small, &Theme::ink2))
    , m_names(new Label(look, Role::Small, &Theme::ink3))
    , m_meaning(new Label(look, Role::Small, &Theme::ink3))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    auto *column = new SettingsColumn(look);
    all->addWidget(column);
    column->addHeading(tr("A language model that drafts"));
    for (SearchField *field : {m_address, m_model, m_key}) {
        field->setFixedWidth(modelFieldWidth);
        connect(field, &QLineEdit::editingFinished, this, &ModelSetup::editingFinished);
    }
    m_address->setAccessibleName(tr("Server"));
    m_model->setAccessibleName(tr("Model"));
    m_key->setAccessibleName(tr("Name of the key"));
    m_secret->setAccessibleName(tr("The key itself"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setFixedWidth(modelFieldWidth);
    column->addRow(tr("Server"), m_address);
    column->addRow(tr("Model"), m_model);
    column->addRow(tr("Name of the key"), m_key);
    column->addRow(tr("Key"), m_secret);
    m_meaning->setWordWrap(true);
    column->addWidget(m_meaning);
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 6, 0, 6);
    row->setSpacing(8);
    m_test->setIconName(u"connect"_s);
    m_sent->setIconName(u"eye"_s);
    row->addWidget(m_test);
    row->addWidget(m_keep);
    row->addWidget(m_sent);
    row->addStretch(1);
    column->addWidget(buttons);
    for (Label *label : {m_state, m_names}) {
        label->setWordWrap(true);
        column->addWidget(label);
        label->hide();
    }
    m_keep->setIconName(u"lock"_s);
    m_keep->setEnabled(false);
    connect(m_secret, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_keep->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_keep, &QAbstractButton::clicked, this, &ModelSetup::keepKey);
    connect(m_sent, &QAbstractButton::clicked, this, &ModelSetup::sentRequested);
    connect(m_test, &QAbstractButton::clicked, this, [this] {
        if (!m_board)
            return;
        if (m_test->isBusy())
            m_board->cancel();
        else
            m_board->tryOut(typed());
    });
    setSource({});
}

void ModelSetup::serve(ModelBoard &board)
{
    m_board = &board;
    connect(&board, &ModelBoard::changed, this, &ModelSetup::setTrial);
    connect(&board, &ModelBoard::keyKept, this,
            [this](const QString &name, const std::optional<Error> &error) {
                if (!error) {
                    m_secret->clear();
                    tell(tr("The key is in the keychain, as %1.").arg(name), false);
                } else if (error->code == ErrorCode::InvalidArgument) {
                    tell(tr("A name has capitals, digits and _ only, such as MODEL_KEY."), true);
                } else if (error->code == ErrorCode::Refused) {
                    tell(tr("The keychain did not take the key. Open it, then try again."), true);
                } else {
                    tell(tr("No keychain answers here. Set the environment variable %1 before "
                            "Baton starts.")
                             .arg(name),
                         true);
                }
            });
}

void ModelSetup::keepKey()
{
    if (m_key->text().trimmed().isEmpty()) {
        m_key->setText(u"MODEL_KEY"_s);
        editingFinished();
    }
    if (m_board)
        m_board->keepKey(m_key->text().trimmed(), m_secret->text().toUtf8());
}

void ModelSetup::tell(const QString &text, bool isTrouble)
{
    m_state->setText(text);
    m_state->setInk(isTrouble ? &Theme::dangerText : &Theme::ink2);
    m_state->setVisible(!text.isEmpty());
    if (isVisible() && !text.isEmpty()) {
        QAccessibleEvent alert(m_state, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ModelSetup::setSource(const ModelSource &source)
{
    m_source = source;
    m_address->setText(source.address);
    m_model->setText(source.model);
    m_key->setText(source.keyVariable);
    m_address->setWrong({});
    showMeaning();
}

ModelSource ModelSetup::typed() const
{
    return {m_address->text().trimmed(), m_model->text().trimmed(), m_key->text().trimmed()};
}

void ModelSetup::editingFinished()
{
    const ModelSource wish = typed();
    const QUrl url(wish.address, QUrl::StrictMode);
    const bool isAddress = wish.address.isEmpty()
        || ((url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty()
            && url.userInfo().isEmpty() && !url.hasQuery());
    m_address->setWrong(isAddress ? QString()
                                  : tr("An address begins with http:// or https:// and holds "
                                       "neither a password nor a query"));
    showMeaning();
    if (isAddress && wish != m_source)
        Q_EMIT sourceEdited(wish);
}

/// What follows from what is typed.
void ModelSetup::showMeaning()
{
    const ModelSource source = typed();
    m_test->setEnabled(!source.address.isEmpty());
    QStringList lines;
    if (source.address.isEmpty()) {
        lines
            += tr("Any server that speaks as OpenAI's does: llama.cpp, Ollama, vLLM, LM Studio, or "
                  "a hosted one. Without one, drafts come from the playbooks, and nothing leaves "
                  "this computer.");
    } else {
        lines
            += tr("A conversation is sent there only when somebody asks for a draft: names, "
                  "addresses and numbers are masked before, and put back here. Drafts are checked "
                  "like all others.");
        const QUrl url(source.address);
        const bool clear = url.scheme() == "http"_L1 && url.host() != "localhost"_L1
            && !url.host().startsWith("127."_L1) && url.host() != "::1"_L1;
        if (clear && !source.keyVariable.isEmpty())
            lines += tr("Warning: the key and the texts cross the network unencrypted. Use https.");
        else if (clear)
            lines += tr("Warning: the texts cross the network unencrypted. Use https.");
    }
    lines += tr(
        "No file of Baton's holds the key: it lies in the keychain under that name, or in the "
        "environment variable of that name, which goes first.");
    m_meaning->setText(lines.join(u'\n'));
}

QString ModelSetup::said() const
{
    return m_state->text() + u'\n' + m_names->text() + u'\n' + m_meaning->text();
}

void ModelSetup::setTrial(const ModelTrial &trial)
{
    const bool busy = trial.step == TrialStep::Listing || trial.step == TrialStep::Asking;
    m_test->setBusy(busy);
    m_test->setText(busy ? tr("Cancel the test") : tr("Test the connection"));
    QString state;
    switch (trial.step) {
    case TrialStep::Idle:
        break;
    case TrialStep::Listing:
        state = tr("Asking which models it has…");
        break;
    case TrialStep::Asking:
        state = trial.said.isEmpty() ? tr("Asking it for a few words…")
                                     : tr("It says: %1").arg(trial.said);
        break;
    case TrialStep::Done:
        if (trial.trouble != ModelTrouble::None)
            state = modelTrouble(trial.trouble);
        else
            state = tr("It works; its first words came after %1 ms: %2")
                        .arg(format::count(int(trial.firstMs.value_or(0))), trial.said);
        break;
    }
    m_state->setText(state);
    m_state->setInk(trial.trouble == ModelTrouble::None ? &Theme::ink2 : &Theme::dangerText);
    m_state->setVisible(!state.isEmpty());
    const QStringList some = trial.names.first(std::min(namesShown, trial.names.size()));
    m_names->setText(some.isEmpty() ? QString() : tr("Its models: %1").arg(some.join(u", "_s)));
    m_names->setVisible(!some.isEmpty());
    if (trial.step == TrialStep::Done && isVisible()) {
        QAccessibleEvent alert(m_state, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

} // namespace baton::ui
