#pragma once

#include "core/desk/PlaybookBoard.h"
#include "tests/support/DeskFixture.h"
#include "tests/support/JudgeOfThings.h"

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
        desk->setJudge(judgeOfThings(*this));
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
