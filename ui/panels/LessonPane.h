#pragma once

#include "core/desk/TeachingBoard.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QGridLayout;
class QVBoxLayout;

namespace baton::ui {

class Button;
class Label;

/// What was learnt beside the model in use, before it is used: how many texts are read rightly, and
/// which conversations would be read or routed otherwise.
class LessonPane : public QWidget
{
    Q_OBJECT

public:
    explicit LessonPane(const Look &look, QWidget *parent = nullptr);

    void setReport(const TeachingReport &report, const QHash<QString, QString> &titles);
    void setKeeping(bool keeping);
    Button *useButton() const { return m_use; }

Q_SIGNALS:
    void useRequested();
    void leaveRequested();
    void conversationRequested(const baton::ConversationId &id);

private:
    void addFigures(const QString &name, const TaughtIntent &figures);
    void fillTable(const TeachingReport &report);
    void fillChanges(const RouteChanges &routes);
    QString titleOf(const QString &intent) const;

    const Look &m_look;
    QGridLayout *m_table;
    Label *m_others;
    Label *m_routes;
    QVBoxLayout *m_changes;
    Label *m_more;
    Button *m_use;
    Button *m_leave;
    TeachingReport m_report;
    QHash<QString, QString> m_titles;
};

} // namespace baton::ui
