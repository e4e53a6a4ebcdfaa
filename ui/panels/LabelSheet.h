#pragma once

#include "core/desk/DeskTypes.h"
#include "core/desk/LabelTypes.h"
#include "ui/panels/Sheet.h"

class QComboBox;
class QScrollArea;

namespace baton::ui {

class SunkenBox;

/// One conversation after the other: what the customer wrote, and as what it was read. Enter or Y:
/// it is right; N: it is another intent, which is chosen then; S skips; Ctrl+Z goes back. Each
/// answer is told at once.
class LabelSheet : public Sheet
{
    Q_OBJECT

public:
    LabelSheet(const Look &look, const QList<IntentName> &intents, QWidget *parent);

    void setLabels(const LabelSnapshot &labels);

    Button &rightButton() const { return *m_right; }
    Button &otherButton() const { return *m_other; }
    Button &skipButton() const { return *m_skip; }
    Button &backButton() const { return *m_back; }
    Button &recordButton() const { return *m_record; }
    Button &moreButton() const { return *m_more; }
    QComboBox &intents() const { return *m_intents; }
    bool isChoosing() const; ///< which other intent it is
    QString progress() const;
    QString question() const; ///< "Read as Refund status, 82 % sure", or how it came out

Q_SIGNALS:
    void stands();
    void isAbout(const QString &became); ///< empty: none of these
    void skipped();
    void backRequested();
    void moreRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildWords();
    QWidget *buildChoice();
    void choose(bool choosing);
    void fit();
    void record();
    void showItem(const LabelItem &item);
    void showOutcome();
    QString titleOf(const QString &intent) const;
    void announce();

    const Look &m_look;
    LabelSnapshot m_labels;
    QHash<QString, QString> m_titles;
    Label *m_progress;
    Label *m_tally;
    QWidget *m_box = nullptr;
    QScrollArea *m_scroll = nullptr;
    Label *m_words;
    Label *m_about;
    Label *m_question;
    Label *m_said; ///< what was answered before, or why there is nothing
    QWidget *m_choice = nullptr;
    QComboBox *m_intents;
    Button *m_record;
    Button *m_back;
    Button *m_skip;
    Button *m_other;
    Button *m_right;
    Button *m_more;
};

} // namespace baton::ui
