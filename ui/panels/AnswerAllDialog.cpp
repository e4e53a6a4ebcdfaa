#include "ui/panels/AnswerAllDialog.h"

#include "ui/panels/DraftEdit.h"
#include "ui/panels/Framed.h"
#include "ui/panels/ScrollColumn.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int mostListHeight = 220;
constexpr qsizetype shortestName = 2; // letters: an initial is in many words

/// Each part of a name that is more than an initial.
QStringList partsOf(const QString &name)
{
    QStringList parts = name.split(QRegularExpression(u"\\W+"_s), Qt::SkipEmptyParts);
    parts.removeIf([](const QString &part) { return part.size() < shortestName; });
    return parts;
}

QRegularExpression anyOf(const QStringList &parts, const QString &around)
{
    QStringList escaped;
    for (const QString &part : parts)
        escaped += QRegularExpression::escape(part);
    return QRegularExpression(around.arg(escaped.join(u'|')),
                              QRegularExpression::UseUnicodePropertiesOption);
}

} // namespace

QString withoutName(const QString &text, const QString &name)
{
    const QStringList parts = partsOf(name);
    if (parts.isEmpty())
        return text;
    const QString firstLine = text.section(u'\n', 0, 0);
    QString greeting = firstLine;
    greeting.remove(anyOf(parts, u"\\s+\\b(?:%1)\\b(?=[\\s,!:.]|$)"_s));
    return greeting + text.mid(firstLine.size());
}

AnswerAllDialog::AnswerAllDialog(const Look &look, const QString &text, const QString &name,
                                 const QList<QueueRow> &others, QWidget *parent)
    : Sheet(look, tr("Send the same to the others?"), parent)
    , m_others(others)
    , m_words(new DraftEdit(look, tr("Reply to all of them")))
    , m_warning(new Label(look, Role::Small, &Theme::dangerText))
{
    if (const QStringList parts = partsOf(name); !parts.isEmpty())
        m_named = anyOf(parts, u"\\b(?:%1)\\b"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setSentence(tr("Each gets a message of their own. All can be called back together for a few "
                   "seconds."));
    m_words->setLines(3, 8);
    m_words->setPlain(withoutName(text, name));
    body()->addWidget(new Framed(look, m_words));
    m_warning->setText(tr("This names %1. Take the name out: the others would read it.").arg(name));
    m_warning->setWordWrap(true);
    body()->addWidget(m_warning);
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    for (const QueueRow &row : others) {
        auto *box = new QCheckBox(tr("%1: %2", "a customer, their need")
                                      .arg(row.name.simplified(), row.need.simplified().left(80))
                                      .replace(u'&', u"&&"_s));
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, &AnswerAllDialog::count);
        column->addWidget(box);
        m_boxes += box;
    }
    column->addStretch();
    auto *scroll = new ScrollColumn(look, list, &Theme::raised);
    scroll->setAccessibleName(tr("Who gets it"));
    scroll->setFixedHeight(qMin(mostListHeight, list->sizeHint().height()));
    body()->addWidget(scroll);
    setAction(tr("Send"));
    connect(m_words, &QTextEdit::textChanged, this, &AnswerAllDialog::count);
    connect(this, &QDialog::accepted, this, [this] {
        QList<AddressedReply> replies;
        for (qsizetype i = 0; i < m_boxes.size(); ++i) {
            if (m_boxes[i]->isChecked())
                replies += {m_others[i].id, m_words->plainText().trimmed()};
        }
        Q_EMIT decided(replies);
    });
    count();
}

void AnswerAllDialog::count()
{
    const auto chosen = std::count_if(m_boxes.begin(), m_boxes.end(),
                                      [](const QCheckBox *box) { return box->isChecked(); });
    const bool named = m_named && m_words->plainText().contains(*m_named);
    m_warning->setVisible(named);
    action()->setText(tr("Send to %n customer(s)", nullptr, int(chosen)));
    action()->setEnabled(chosen > 0 && !named && !m_words->plainText().trimmed().isEmpty());
}

} // namespace baton::ui
