<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>baton::ui::SnippetPopover</name>
    <message numerus="yes">
        <source>%n snippet(s)</source>
        <translation>
            <numerusform>%n snippet</numerusform>
            <numerusform>%n snippets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::ApprovalList</name>
    <message numerus="yes">
        <source>%n repl(ies) wait for approval</source>
        <translation>
            <numerusform>%n reply waits for approval</numerusform>
            <numerusform>%n replies wait for approval</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%n new note(s) for me</source>
        <translation>
            <numerusform>%n new note for me</numerusform>
            <numerusform>%n new notes for me</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::ScorecardEdit</name>
    <message numerus="yes">
        <source>There are more than %n criteri(a): remove some.</source>
        <translation>
            <numerusform>There is more than %n criterion: remove some.</numerusform>
            <numerusform>There are more than %n criteria: remove some.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is too long: %n character(s) at most.</source>
        <translation>
            <numerusform>It is too long: %n character at most.</numerusform>
            <numerusform>It is too long: %n characters at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::MonitorPopover</name>
    <message numerus="yes">
        <source>There are %n monitor(s) already: remove one first.</source>
        <translation>
            <numerusform>There is %n monitor already: remove it first.</numerusform>
            <numerusform>There are %n monitors already: remove one first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::SummarySheet</name>
    <message numerus="yes">
        <source>%n older step(s) left out</source>
        <translation>
            <numerusform>%n older step left out</numerusform>
            <numerusform>%n older steps left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::RewritePopover</name>
    <message numerus="yes">
        <source>%1 and %n more cannot change.</source>
        <comment>figures</comment>
        <translation>
            <numerusform>%1 and %n more cannot change.</numerusform>
            <numerusform>%1 and %n more cannot change.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::AuditSection</name>
    <message numerus="yes">
        <source>%n entr(ies) written to %1</source>
        <translation>
            <numerusform>%n entry written to %1</numerusform>
            <numerusform>%n entries written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entr(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::SimilarCases</name>
    <message numerus="yes">
        <source>%n repl(ies)</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::ConversationPanel</name>
    <message numerus="yes">
        <source>Handoff card and %n earlier turn(s)</source>
        <translation>
            <numerusform>Handoff card and %n earlier turn</numerusform>
            <numerusform>Handoff card and %n earlier turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::ConversationHeader</name>
    <message numerus="yes">
        <source>over %n other contact(s)</source>
        <translation>
            <numerusform>over %n other contact</numerusform>
            <numerusform>over %n other contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other contact(s)</source>
        <translation>
            <numerusform>%n other contact</numerusform>
            <numerusform>%n other contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::CustomerFacts</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::HandoffCardView</name>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>steps</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::WhyStrip</name>
    <message numerus="yes">
        <source>With %n changes this would be</source>
        <translation>
            <numerusform>With %n change this would be</numerusform>
            <numerusform>With %n changes this would be</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>rules that held</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::PresenterBar</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n scene</numerusform>
            <numerusform>%n scenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::DeskView</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::EmptyDesk</name>
    <message numerus="yes">
        <source>The bot holds %n conversation(s). What reaches you appears on the left.</source>
        <translation>
            <numerusform>The bot holds %n conversation. What reaches you appears on the left.</numerusform>
            <numerusform>The bot holds %n conversations. What reaches you appears on the left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::OrderList</name>
    <message numerus="yes">
        <source>%n more item(s)</source>
        <translation>
            <numerusform>%n more item</numerusform>
            <numerusform>%n more items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more payment(s)</source>
        <translation>
            <numerusform>%n more payment</numerusform>
            <numerusform>%n more payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more order(s)</source>
        <translation>
            <numerusform>%n more order</numerusform>
            <numerusform>%n more orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::RailButton</name>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n waiting for you</numerusform>
            <numerusform>%n waiting for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n alarm</numerusform>
            <numerusform>%n alarms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>Outbox %n refused</source>
        <translation>
            <numerusform>Outbox %n refused</numerusform>
            <numerusform>Outbox %n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Outbox %n held</source>
        <translation>
            <numerusform>Outbox %n held</numerusform>
            <numerusform>Outbox %n held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Outbox %n waiting</source>
        <translation>
            <numerusform>Outbox %n waiting</numerusform>
            <numerusform>Outbox %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new since you looked</source>
        <translation>
            <numerusform>%n new since you looked</numerusform>
            <numerusform>%n new since you looked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) late</source>
        <translation>
            <numerusform>%n hour late</numerusform>
            <numerusform>%n hours late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Judged</name>
    <message numerus="yes">
        <source>%n failed look-up(s)</source>
        <translation>
            <numerusform>%n failed look-up</numerusform>
            <numerusform>%n failed look-ups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the same answer %n time(s)</source>
        <translation>
            <numerusform>the answer once</numerusform>
            <numerusform>the same answer %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) in 90 days</source>
        <translation>
            <numerusform>%n contact in 90 days</numerusform>
            <numerusform>%n contacts in 90 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::CustomerPane</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KnowledgeRows</name>
    <message numerus="yes">
        <source>Disputed %n time(s)</source>
        <translation>
            <numerusform>Disputed once</numerusform>
            <numerusform>Disputed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cited %n time(s)</source>
        <translation>
            <numerusform>cited once</numerusform>
            <numerusform>cited %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) without a source</source>
        <translation>
            <numerusform>%n sentence without a source</numerusform>
            <numerusform>%n sentences without a source</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::ArticlePane</name>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cited %n time(s)</source>
        <translation>
            <numerusform>Cited once</numerusform>
            <numerusform>Cited %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disputed %n time(s)</source>
        <translation>
            <numerusform>Disputed once</numerusform>
            <numerusform>Disputed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) more</source>
        <translation>
            <numerusform>%n passage more</numerusform>
            <numerusform>%n passages more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::GapPane</name>
    <message numerus="yes">
        <source>%n older one(s)</source>
        <translation>
            <numerusform>%n older one</numerusform>
            <numerusform>%n older ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::KnowledgeView</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n intent(s)</source>
        <translation>
            <numerusform>%n intent</numerusform>
            <numerusform>%n intents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n playbook(s)</source>
        <translation>
            <numerusform>%n playbook</numerusform>
            <numerusform>%n playbooks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) added, and used from now on.</source>
        <translation>
            <numerusform>%n document added, and used from now on.</numerusform>
            <numerusform>%n documents added, and used from now on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) known already.</source>
        <translation>
            <numerusform>%n document was known already.</numerusform>
            <numerusform>%n documents were known already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not added</source>
        <translation>
            <numerusform>%n file was not added</numerusform>
            <numerusform>%n files were not added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::IncidentBar</name>
    <message numerus="yes">
        <source>%n customer(s) write the same</source>
        <translation>
            <numerusform>%n customer writes the same</numerusform>
            <numerusform>%n customers write the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unfold %n conversation(s)</source>
        <translation>
            <numerusform>Unfold %n conversation</numerusform>
            <numerusform>Unfold %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fold %n conversation(s) into this line</source>
        <translation>
            <numerusform>Fold %n conversation into this line</numerusform>
            <numerusform>Fold %n conversations into this line</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2. %n conversation(s) wait.</source>
        <comment>what they wrote, since when</comment>
        <translation>
            <numerusform>%1, %2. %n conversation waits.</numerusform>
            <numerusform>%1, %2. %n conversations wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::AnswerAllDialog</name>
    <message numerus="yes">
        <source>Send to %n customer(s)</source>
        <translation>
            <numerusform>Send to %n customer</numerusform>
            <numerusform>Send to %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::UndoStrip</name>
    <message numerus="yes">
        <source>Tags of %n conversation(s) changed</source>
        <translation>
            <numerusform>Tags of %n conversation changed</numerusform>
            <numerusform>Tags of %n conversations changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assigned, %1 left out</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n assigned, %1 left out</numerusform>
            <numerusform>%n assigned, %1 left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) assigned</source>
        <translation>
            <numerusform>%n conversation assigned</numerusform>
            <numerusform>%n conversations assigned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply(s) go to the outbox</source>
        <translation>
            <numerusform>%n reply goes to the outbox</numerusform>
            <numerusform>%n replies go to the outbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending to %n customer(s)</source>
        <translation>
            <numerusform>Sending to %n customer</numerusform>
            <numerusform>Sending to %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::ModelsSection</name>
    <message numerus="yes">
        <source>%n text(s) written to %1.</source>
        <translation>
            <numerusform>%n text written to %1.</numerusform>
            <numerusform>%n texts written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Version %1, %n intent(s)</source>
        <translation>
            <numerusform>Version %1, %n intent</numerusform>
            <numerusform>Version %1, %n intents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n of them from people</source>
        <translation>
            <numerusform>%1, %n of them from people</numerusform>
            <numerusform>%1, %n of them from people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more; “batonctl intents corrections” lists all</source>
        <translation>
            <numerusform>%n more; “batonctl intents corrections” lists all</numerusform>
            <numerusform>%n more; “batonctl intents corrections” lists all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::LessonPane</name>
    <message numerus="yes">
        <source>%n other intent(s), read as well as before but for chance.</source>
        <translation>
            <numerusform>%n other intent, read as well as before but for chance.</numerusform>
            <numerusform>%n other intents, read as well as before but for chance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 waiting conversations would change:</source>
        <translation>
            <numerusform>%n of %1 waiting conversations would change:</numerusform>
            <numerusform>%n of %1 waiting conversations would change:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the first %1 waiting conversations would change:</source>
        <translation>
            <numerusform>%n of the first %1 waiting conversations would change:</numerusform>
            <numerusform>%n of the first %1 waiting conversations would change:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reviewed</name>
    <message numerus="yes">
        <source>First %n conversation(s) of a colleague</source>
        <translation>
            <numerusform>First conversation of a colleague</numerusform>
            <numerusform>First %n conversations of a colleague</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repl(ies)</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>about %n h left</numerusform>
            <numerusform>about %n h left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Playbooks</name>
    <message numerus="yes">
        <source>%1 · %n sentence(s)</source>
        <comment>an intent&apos;s name</comment>
        <translation>
            <numerusform>%1 · %n sentence</numerusform>
            <numerusform>%1 · %n sentences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::ContactsSheet</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::PlaybookTrial</name>
    <message numerus="yes">
        <source>%1 of %n claim(s) supported.</source>
        <translation>
            <numerusform>%1 of %n claim supported.</numerusform>
            <numerusform>%1 of %n claims supported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) left out: the knowledge has no passage of that name.</source>
        <translation>
            <numerusform>%n sentence left out: the knowledge has no passage of that name.</numerusform>
            <numerusform>%n sentences left out: the knowledge has no passages of those names.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::StopPane</name>
    <message numerus="yes">
        <source>Pulled for %n intent(s): the bot drafts, people send.</source>
        <translation>
            <numerusform>Pulled for %n intent: the bot drafts, people send.</numerusform>
            <numerusform>Pulled for %n intents: the bot drafts, people send.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more in the table</source>
        <translation>
            <numerusform>and %n more in the table</numerusform>
            <numerusform>and %n more in the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::ReviewsSection</name>
    <message numerus="yes">
        <source>Of %n conversation(s) closed in the last 7 days, %1 would be picked.</source>
        <translation>
            <numerusform>Of %n conversation closed in the last 7 days, %1 would be picked.</numerusform>
            <numerusform>Of %n conversations closed in the last 7 days, %1 would be picked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::PolicyView</name>
    <message numerus="yes">
        <source>%n change(s) to v%1, %2</source>
        <translation>
            <numerusform>%n change to v%1, %2</numerusform>
            <numerusform>%n changes to v%1, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::PublishSheet</name>
    <message numerus="yes">
        <source>%n change(s), note attached</source>
        <translation>
            <numerusform>%n change, note attached</numerusform>
            <numerusform>%n changes, note attached</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::MarksBar</name>
    <message numerus="yes">
        <source>%n marked</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n marked</numerusform>
            <numerusform>%n marked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::TagPopover</name>
    <message numerus="yes">
        <source>Tags of %n conversation(s)</source>
        <translation>
            <numerusform>Tags of %n conversation</numerusform>
            <numerusform>Tags of %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::AssignDialog</name>
    <message numerus="yes">
        <source>Assign %n conversation(s)</source>
        <translation>
            <numerusform>Assign %n conversation</numerusform>
            <numerusform>Assign %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoadWords</name>
    <message numerus="yes">
        <source>%n deadline(s) would be missed by %1.</source>
        <translation>
            <numerusform>%n deadline would be missed by %1.</numerusform>
            <numerusform>%n deadlines would be missed by %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on</source>
        <translation>
            <numerusform>%n person on</numerusform>
            <numerusform>%n people on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) who have a conversation; who is on is not known</source>
        <translation>
            <numerusform>%n person who has a conversation; who is on is not known</numerusform>
            <numerusform>%n people who have a conversation; who is on is not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message numerus="yes">
        <source>%n new</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handed over</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n handed over</numerusform>
            <numerusform>%n handed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n the customer wrote</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>in %n the customer wrote</numerusform>
            <numerusform>in %n the customer wrote</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered by others</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n answered by others</numerusform>
            <numerusform>%n answered by others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) fell due</source>
        <translation>
            <numerusform>%n promise fell due</numerusform>
            <numerusform>%n promises fell due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n closed</numerusform>
            <numerusform>%n closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s): %1.</source>
        <translation>
            <numerusform>%n conversation: %1.</numerusform>
            <numerusform>%n conversations: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more changed and are not listed: the longest untouched.</source>
        <translation>
            <numerusform>%n more changed and is not listed: the longest untouched.</numerusform>
            <numerusform>%n more changed and are not listed: the longest untouched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n conversation(s)</source>
        <translation>
            <numerusform>%1, %n conversation</numerusform>
            <numerusform>%1, %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::PolicyRulesPane</name>
    <message numerus="yes">
        <source>%n reading(s) were looked at. From %1 on, how often they were right stands here.</source>
        <translation>
            <numerusform>%n reading was looked at. From %1 on, how often they were right stands here.</numerusform>
            <numerusform>%n readings were looked at. From %1 on, how often they were right stands here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::HandoverView</name>
    <message numerus="yes">
        <source>The last %n hour(s)</source>
        <translation>
            <numerusform>The last hour</numerusform>
            <numerusform>The last %n hours</numerusform>
        </translation>
    </message>
</context>
</TS>
