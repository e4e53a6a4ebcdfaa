#pragma once

#include "core/desk/CriteriaBoard.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

#include <functional>

class QVBoxLayout;

namespace baton::ui {

class Button;
class CriterionEdit;
class Label;

/// What reviewers answer, as a lead writes it. Nothing is asked before it is saved, as a new
/// version.
class ScorecardEdit : public QWidget
{
    Q_OBJECT

public:
    explicit ScorecardEdit(const Look &look, QWidget *parent = nullptr);

    void serve(CriteriaBoard &board); ///< which outlives it
    void setCard(const CriteriaSnapshot &card);
    const QList<CriterionEdit *> &rows() const { return m_rows; }
    Button *addButton() const { return m_add; }
    Button *saveButton() const { return m_save; }
    Button *discardButton() const { return m_discard; }
    Button *bundledButton() const { return m_bundled; }
    QString state() const;
    QString problem() const;

Q_SIGNALS:
    /// Something was taken away; undo puts it back.
    void did(const QString &what, const std::function<void()> &undo);

private:
    void makeRows(qsizetype count);
    void edit(qsizetype index, const Criterion &criterion);
    void moveUp(qsizetype index);
    void remove(qsizetype index);

    const Look &m_look;
    CriteriaBoard *m_board = nullptr;
    CriteriaSnapshot m_shown;
    QVBoxLayout *m_list;
    QList<CriterionEdit *> m_rows;
    Button *m_add;
    Button *m_save;
    Button *m_discard;
    Button *m_bundled;
    Label *m_state;
    Label *m_problem;
};

} // namespace baton::ui
