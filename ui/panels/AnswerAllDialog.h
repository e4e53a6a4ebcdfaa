#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/panels/Sheet.h"

#include <QtCore/QRegularExpression>

#include <optional>

class QCheckBox;

namespace baton::ui {

class DraftEdit;

/// Whether a reply goes to others who wrote the same: shows its words and each of them, and sends
/// nothing that was not looked at here. Words that name the customer who was answered do not go.
class AnswerAllDialog : public Sheet
{
    Q_OBJECT

public:
    /// text was sent to the customer of that name.
    AnswerAllDialog(const Look &look, const QString &text, const QString &name,
                    const QList<QueueRow> &others, QWidget *parent);

    DraftEdit *words() const { return m_words; }
    const QList<QCheckBox *> &boxes() const { return m_boxes; }

Q_SIGNALS:
    void decided(const QList<baton::AddressedReply> &replies);

private:
    void count();

    std::optional<QRegularExpression> m_named; ///< the customer, in any words; none without a name
    QList<QueueRow> m_others;
    DraftEdit *m_words;
    Label *m_warning;
    QList<QCheckBox *> m_boxes;
};

/// The text without a name in its greeting ("Hello Mara," becomes "Hello,").
QString withoutName(const QString &text, const QString &name);

} // namespace baton::ui
