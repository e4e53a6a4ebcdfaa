#include "ui/views/DataSection.h"

#include "ui/window/StatusWords.h"

namespace baton::ui {

DataSection::DataSection(const Look &look, QWidget *parent)
    : SettingsSection(look, parent)
{
    column().addHeading(tr("Where it lies"));
    m_data = column().addFact(tr("Drafts, outbox, conversations"));
    m_state = column().addFact(tr("State"));
    m_settingsFile = column().addFact(tr("Settings"));
    m_log = column().addFact(tr("Log"));
    column().addHeading(tr("Health"));
    m_audit = column().addFact(tr("Record of acts"));
    m_cache = column().addFact(tr("Cache"));
    m_outbox = column().addFact(tr("Outbox"));
    column().addHint(tr("“batonctl doctor” looks at every file; “batonctl audit verify” at every "
                        "entry of the record."));
    column().addEnd();
    setStatus({});
}

using namespace Qt::StringLiterals;

void DataSection::setPlaces(const DataPlaces &places)
{
    m_data->setText(places.data);
    m_state->setText(places.state);
    m_settingsFile->setText(places.settings);
    m_log->setText(places.log);
}

void DataSection::setStatus(const StatusSnapshot &status)
{
    const StatusWords words = statusWords(status, {}, QTimeZone::systemTimeZone());
    m_audit->setText(status.auditChecked ? words.audit.text : tr("Not verified yet"));
    m_audit->setInk(status.auditChecked && !status.auditIntact ? &Theme::dangerText : &Theme::ink2);
    m_cache->setText(status.cacheSetAside.isEmpty()
                         ? tr("Sound")
                         : tr("A damaged one was set aside: %1").arg(status.cacheSetAside));
    m_outbox->setText(words.outbox.text);
}

} // namespace baton::ui
