#pragma once

#include "ui/panels/Sheet.h"

class QCheckBox;

namespace baton::ui {

class DraftEdit;

/// Asks what a handoff lacked: fields of the card, and words.
class MissingDialog : public Sheet
{
    Q_OBJECT

public:
    MissingDialog(const Look &look, QWidget *parent);

Q_SIGNALS:
    /// The fields' names joined by ", ", then ": " and the words, where there are any.
    void decided(const QString &missing);

private:
    QString missing() const;

    QList<std::pair<QString, QCheckBox *>> m_fields;
    DraftEdit *m_words;
};

} // namespace baton::ui
