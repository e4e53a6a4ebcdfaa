#include "ui/views/KeysSection.h"

#include "ui/panels/IconButton.h"
#include "ui/panels/KeyRecorder.h"
#include "ui/window/ActionRegistry.h"

#include <QtWidgets/QHBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

KeysSection::KeysSection(const Look &look, const ActionRegistry &actions, QWidget *parent)
    : SettingsSection(look, parent)
    , m_actions(actions)
{
    for (const ActionGroup group :
         {ActionGroup::Everywhere, ActionGroup::Queue, ActionGroup::Conversation,
          ActionGroup::Composer, ActionGroup::Compare, ActionGroup::Review, ActionGroup::Scorecard,
          ActionGroup::Policy, ActionGroup::Presenter}) {
        column().addHeading(ActionRegistry::groupName(group));
        for (const ActionId id : ActionRegistry::all()) {
            if (ActionRegistry::group(id) == group)
                addAction(id);
        }
    }
    column().addHint(tr("Letters work where no text is being typed. Backspace takes the keys "
                        "away, Esc leaves them as they are."));
    column().addEnd();
    connect(&actions, &ActionRegistry::keysChanged, this, &KeysSection::refresh);
    refresh();
}

void KeysSection::addAction(ActionId id)
{
    const QString name = ActionRegistry::name(id);
    auto *control = new QWidget;
    auto *row = new QHBoxLayout(control);
    row->setContentsMargins({});
    row->setSpacing(4);
    auto *recorder = new KeyRecorder(look(), name);
    auto *reset = new IconButton(look(), u"undo"_s, tr("%1: the usual keys").arg(name));
    reset->setButtonSize(ButtonSize::Small);
    QSizePolicy keepsItsPlace = reset->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    reset->setSizePolicy(keepsItsPlace);
    row->addWidget(reset);
    row->addWidget(recorder);
    control->setFocusProxy(recorder);
    column().addRow(name, control);
    m_rows.insert(id, {recorder, reset});
    connect(recorder, &KeyRecorder::recorded, this,
            [this, id](const QKeySequence &keys) { rebind(id, keys); });
    connect(reset, &QAbstractButton::clicked, this,
            [this, id] { rebind(id, ActionRegistry::defaults(id).value(0)); });
}

void KeysSection::rebind(ActionId id, const QKeySequence &keys)
{
    if (const auto other = m_actions.conflict(id, keys)) {
        Q_EMIT refused(
            tr("%1 is for “%2” already. Nothing was changed.", "keys, an action")
                .arg(keys.toString(QKeySequence::NativeText), ActionRegistry::name(*other)));
        return;
    }
    Settings wish = m_settings;
    wish.keys = m_actions.rebound(id, keys);
    if (wish.keys != m_settings.keys)
        Q_EMIT edited(wish, tr("The keys of “%1” were changed.").arg(ActionRegistry::name(id)));
}

void KeysSection::refresh()
{
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        const QList<QKeySequence> keys = m_actions.keys(row.key());
        row->recorder->setKeys(keys.value(0));
        row->reset->setVisible(keys != ActionRegistry::defaults(row.key()));
    }
}

} // namespace baton::ui
