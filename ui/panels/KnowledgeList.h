#pragma once

#include "ui/models/KnowledgeRows.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QListView>

namespace baton::ui {

/// The rows of the knowledge: walked by arrows, opened by Enter.
class KnowledgeList : public QListView
{
    Q_OBJECT

public:
    explicit KnowledgeList(const Look &look, QWidget *parent = nullptr);

    /// What was selected stays so where it is still there; says nothing.
    void setRows(const QList<KnowledgeRow> &rows);
    void select(const QString &key); ///< says nothing; a key that is not there: nothing
    std::optional<QString> selected() const;
    void move(int rows); ///< as the arrow keys do
    int count() const { return m_model->rowCount(); }
    const KnowledgeModel &rows() const { return *m_model; }

Q_SIGNALS:
    void picked(const QString &key);  ///< by a person
    void entered(const QString &key); ///< by Enter

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyboardSearch(const QString &) override { } ///< letters are keys of the window
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void relook();

    const Look &m_look;
    KnowledgeModel *m_model;
    bool m_silent = false;
};

} // namespace baton::ui
