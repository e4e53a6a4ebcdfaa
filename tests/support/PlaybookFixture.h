#pragma once

#include "core/desk/ConversationJudge.h"
#include "core/desk/PlaybookBoard.h"
#include "core/signals/IntentTrial.h"
#include "tests/support/DeskFixture.h"

namespace baton::test {

/// A lead's desk that knows three intents, learnt in no time: "parcel", of which two conversations
/// wait, "invoice" and "lamp".
struct PlaybookFixture : DeskFixture
{
    explicit PlaybookFixture(Role role = Role::Lead)
    {
        settings.agent.role = role;
        arrive({conversation(QStringLiteral("p1"), QStringLiteral("where is my parcel")),
                conversation(QStringLiteral("p2"), QStringLiteral("what about the parcel")),
                conversation(QStringLiteral("i1"), QStringLiteral("tell me of the invoice"))});
        makeDesk();
        desk->setJudge(judge());
        for (const char *id : {"p1", "p2", "i1"}) {
            const auto read = [&] {
                const auto rows
                    = store->rows(QList<ConversationId>{ConversationId(QLatin1String(id))})
                          .result();
                return rows && rows->first().judged;
            };
            if (!QTest::qWaitFor(read, 20000))
                qFatal("a conversation was not judged");
        }
    }

    std::shared_ptr<const ConversationJudge> judge() const
    {
        QList<signs::LabelledText> texts;
        for (const char *thing : {"parcel", "invoice", "lamp"}) {
            for (const char *asking :
                 {"where is my %1", "tell me of the %1", "what about the %1", "no %1 is here"})
                texts.append({QString::fromLatin1(asking).arg(QLatin1String(thing)),
                              QString::fromLatin1(thing)});
        }
        Catalogue catalogue = signs::catalogueOf(texts);
        for (Intent &intent : catalogue.intents)
            intent.title = QStringLiteral("The ") + intent.name;
        catalogue.version = 3;
        catalogue.fingerprint = "things";
        catalogue.index();
        const QString models = folder.filePath(QStringLiteral("models"));
        auto model = signs::intentModelFor(catalogue, models);
        if (!model)
            qFatal("%s", qPrintable(model.error().detail));
        return std::make_shared<const ConversationJudge>(
            signs::SignalReader::around(std::move(model).value(), models), policy, catalogue);
    }

    PlaybookBoard &board() const { return desk->playbookBoard(); }
    QString ownFile(const QString &intent) const
    {
        return PlaybookBoard::folderIn(folder.path()) + u'/' + intent + QStringLiteral(".json");
    }
    /// One sentence, in English.
    static QString book(const QString &intent, const QString &sentence)
    {
        return QStringLiteral("{\"playbook\": \"baton-playbook/1\",\n \"intent\": \"%1\",\n"
                              " \"sentences\": [\n  {\"part\": \"acknowledge\",\n"
                              "   \"text\": {\"en\": \"%2\"}}\n]}\n")
            .arg(intent, sentence);
    }
};

} // namespace baton::test
