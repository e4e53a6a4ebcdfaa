#include "core/desk/PolicyBoardPrivate.h"
#include "core/policy/Versions.h"

using namespace Qt::StringLiterals;

namespace baton {

void PolicyBoard::readVersions()
{
    onFinished(d->store.policies(), this, [this](const Result<QList<PolicyVersion>> &versions) {
        if (versions)
            takeVersions(*versions);
        else
            Q_EMIT failed(versions.error());
    });
}

void PolicyBoard::rollBack(const QStringList &intents, const QString &note, qint64 event,
                           const Person &who)
{
    addFor(policy::rolledBack(d->live, intents), note, event, who);
}

void PolicyBoard::letGo(const QStringList &intents, double share, const QString &note, qint64 event,
                        const Person &who)
{
    addFor(policy::givenBack(d->live, intents, share), note, event, who);
}

/// The draft is left alone: it goes on upon the new version.
void PolicyBoard::addFor(policy::Policy next, const QString &note, qint64 event, const Person &who)
{
    next.version = d->state.draftVersion();
    const auto file = policy::withSettings(d->state.live.file, next);
    if (!file) {
        Q_EMIT failed(file.error());
        return;
    }
    const QString guard = u"stop-loss"_s;
    add({next.version, who.id.isEmpty() ? Person{guard, guard} : who, d->clock.now(), note,
         policy::hashOf(*file), *file},
        event);
}

} // namespace baton
