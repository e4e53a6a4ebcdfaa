#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/panels/Popover.h"

#include <functional>

class QComboBox;
class QVBoxLayout;

namespace baton::ui {

class Button;
class Label;

/// Two versions of a policy, and the settings in which they differ; an old one can be made the
/// draft again.
class VersionsPopover : public Popover
{
    Q_OBJECT

public:
    /// 0 is the draft.
    using Differences = std::function<QList<PolicyChange>(int from, int to)>;
    VersionsPopover(const Look &look, const PolicyState &state, QHash<QString, QString> titles,
                    Differences differences, QWidget *parent);

    void choose(int from, int to);
    QStringList lines() const;
    Button &backButton() const { return *m_back; }

Q_SIGNALS:
    void backRequested(int version);

private:
    void compare();

    const Look &m_look;
    PolicyState m_state;
    QHash<QString, QString> m_titles;
    Differences m_differences;
    QComboBox *m_from;
    QComboBox *m_to;
    Label *m_about;
    QVBoxLayout *m_rows;
    QList<Label *> m_lines;
    Button *m_back;
};

} // namespace baton::ui
