#pragma once

#include "core/base/Result.h"
#include "core/desk/DeskTypes.h"
#include "core/domain/Review.h"
#include "ui/panels/Popover.h"

#include <functional>

class QComboBox;

namespace baton::ui {

class Button;
class Label;
class MonitorNumber;
class SearchField;

/// One more monitor: its kind, what that is about, a name where one is wanted, and its share.
class MonitorPopover : public Popover
{
    Q_OBJECT

public:
    using Add = std::function<Result<void>(const Monitor &)>;
    /// Closes once add() took it, else says why it did not.
    MonitorPopover(const Look &look, const QList<IntentName> &intents, Add add, QWidget *parent);

    Monitor monitor() const; ///< as it is put together now
    void chooseKind(MonitorKind kind);
    QComboBox &kinds() const { return *m_kinds; }
    QComboBox &about() const { return *m_about; }
    MonitorNumber *limit() const { return m_limit; } ///< null where the kind has none
    MonitorNumber &share() const { return *m_share; }
    SearchField &name() const { return *m_name; }
    Button &addButton() const { return *m_add; }
    QString problem() const;

private:
    QWidget *addRow(const QString &words, QWidget *control);
    QWidget *buildFoot();
    void showKind();
    void add();
    void say(const QString &problem);

    const Look &m_look;
    QList<IntentName> m_intents;
    Add m_take;
    QComboBox *m_kinds;
    QComboBox *m_about;
    QWidget *m_limitRow;
    MonitorNumber *m_limit = nullptr;
    MonitorNumber *m_share;
    SearchField *m_name;
    Label *m_problem;
    Button *m_add;
    QWidget *m_aboutRow = nullptr;
};

} // namespace baton::ui
