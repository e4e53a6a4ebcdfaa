#include "ui/panels/MissingDialog.h"

#include "ui/panels/DraftEdit.h"
#include "ui/panels/Framed.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QGridLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

struct CardFieldWords
{
    const char16_t *name; ///< as it is recorded
    const char *words;
};

constexpr CardFieldWords cardFieldWords[] = {
    {u"need", QT_TRANSLATE_NOOP("baton::ui::MissingDialog", "Need")},
    {u"expectation", QT_TRANSLATE_NOOP("baton::ui::MissingDialog", "Expectation")},
    {u"reason", QT_TRANSLATE_NOOP("baton::ui::MissingDialog", "Reason of the handoff")},
    {u"steps", QT_TRANSLATE_NOOP("baton::ui::MissingDialog", "Steps tried")},
    {u"promises", QT_TRANSLATE_NOOP("baton::ui::MissingDialog", "Promises")},
    {u"identity", QT_TRANSLATE_NOOP("baton::ui::MissingDialog", "Identity")},
    {u"intent", QT_TRANSLATE_NOOP("baton::ui::MissingDialog", "Intent")},
    {u"open_questions", QT_TRANSLATE_NOOP("baton::ui::MissingDialog", "Open questions")},
    {u"promised_wait", QT_TRANSLATE_NOOP("baton::ui::MissingDialog", "Promised wait")},
};
constexpr int columns = 3;

} // namespace

MissingDialog::MissingDialog(const Look &look, QWidget *parent)
    : Sheet(look, tr("What was missing?"), parent)
    , m_words(new DraftEdit(look, tr("In your words")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setSentence(tr("It is recorded with your name, and never shown to the customer."));
    auto *grid = new QGridLayout;
    grid->setSpacing(8);
    for (const CardFieldWords &field : cardFieldWords) {
        auto *box = new QCheckBox(tr(field.words));
        connect(box, &QCheckBox::toggled, this,
                [this] { action()->setEnabled(!missing().isEmpty()); });
        const int at = int(m_fields.size());
        grid->addWidget(box, at / columns, at % columns);
        m_fields.append({QString::fromUtf16(field.name), box});
    }
    body()->addLayout(grid);
    m_words->setLines(2, 4);
    m_words->setPlaceholderText(tr("What the customer had to say again"));
    body()->addWidget(new Framed(look, m_words));
    setAction(tr("Record"), ButtonKind::Primary);
    action()->setEnabled(false);
    connect(m_words, &QTextEdit::textChanged, this,
            [this] { action()->setEnabled(!missing().isEmpty()); });
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT decided(missing()); });
    m_fields.first().second->setFocus();
}

QString MissingDialog::missing() const
{
    QStringList names;
    for (const auto &[name, box] : m_fields) {
        if (box->isChecked())
            names += name;
    }
    const QString words = m_words->plainText().trimmed();
    const QString fields = names.join(u", "_s);
    return words.isEmpty() || fields.isEmpty() ? fields + words : fields + u": "_s + words;
}

} // namespace baton::ui
