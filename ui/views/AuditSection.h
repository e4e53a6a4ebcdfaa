#pragma once

#include "core/desk/AuditBoard.h"
#include "ui/models/AuditModel.h"
#include "ui/views/SettingsSection.h"

#include <QtCore/QTimer>

class QComboBox;
class QTableView;

namespace baton::ui {

class Button;
class SearchField;

/// The log of what was done: who, what, when; its chain verified and written out. Agents see what
/// they did themselves, leads and viewers all.
class AuditSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit AuditSection(const Look &look, QWidget *parent = nullptr);

    void serve(AuditBoard &board, const Clock &clock); ///< both outlive this
    void setSettings(const Settings &settings) override;
    QTableView &table() const { return *m_table; }
    QString said() const; ///< of the chain, and how many entries are shown

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showLog(const AuditSnapshot &snapshot);
    void fill(QComboBox &box, const QString &any, const QList<QString> &names,
              const QString &chosen, QString (*told)(const QString &));
    void narrow();
    void askWhere();
    void say(const QString &text, bool isTrouble);

    AuditBoard *m_board = nullptr;
    const Clock *m_clock = nullptr;
    AuditModel *m_model;
    SearchField *m_subject;
    QComboBox *m_actor;
    QComboBox *m_kind;
    QTableView *m_table;
    Label *m_count;
    Label *m_chain;
    Button *m_verify;
    Button *m_export;
    QTimer m_soon; ///< after a letter of the search
};

} // namespace baton::ui
