#pragma once

#include "core/desk/ConversationJudge.h"
#include "core/signals/IntentTrial.h"
#include "core/signals/TaughtExamples.h"
#include "tests/support/DeskFixture.h"

namespace baton::test {

/// Tells a parcel from an invoice and a lamp; learnt in no time.
inline std::shared_ptr<const ConversationJudge> judgeOfThings(const DeskFixture &fixture)
{
    QList<signs::LabelledText> texts;
    for (const char *thing : {"parcel", "invoice", "lamp"}) {
        for (const char *asking :
             {"where is my %1", "tell me of the %1", "what about the %1", "no %1 is here"})
            texts.append({QString::fromLatin1(asking).arg(QLatin1StringView(thing)),
                          QString::fromLatin1(thing)});
    }
    Catalogue catalogue = signs::catalogueOf(texts);
    for (Intent &intent : catalogue.intents)
        intent.title = QStringLiteral("The ") + intent.name;
    catalogue.version = 3;
    catalogue.fingerprint = "things";
    catalogue.index();
    const QString models = fixture.folder.path() + QStringLiteral("/models");
    auto model = signs::intentModelFor(catalogue, models);
    if (!model)
        qFatal("no model");
    return std::make_shared<const ConversationJudge>(
        signs::SignalReader::around(std::move(model).value(), models), fixture.policy, catalogue);
}

} // namespace baton::test
