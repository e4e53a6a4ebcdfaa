#pragma once

#include "core/domain/Snippet.h"
#include "ui/panels/Popover.h"

class QListView;
class QStandardItemModel;

namespace baton::ui {

class Label;
class SearchField;

/// Finds a snippet by any words of it: type, arrows, Enter.
class SnippetPopover : public Popover
{
    Q_OBJECT

public:
    SnippetPopover(const Look &look, const QList<Snippet> &snippets, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(const QString &words);
    void choose();

    const Look &m_look;
    QList<Snippet> m_snippets;
    SearchField *m_field;
    Label *m_count;
    QStandardItemModel *m_found;
    QListView *m_list;
    Label *m_foot;
};

} // namespace baton::ui
