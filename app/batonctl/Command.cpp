#include "app/batonctl/Command.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr int any = std::numeric_limits<int>::max();

constexpr const char *common
    = "Everywhere:\n"
      "  --data-dir DIR   keep and look for everything in DIR\n"
      "  --profile NAME   the profile to work on (default)\n"
      "  --json           one JSON object or JSON Lines on standard output\n"
      "  --help, -h       this help\n"
      "  --version        the version\n";

constexpr const char *exits
    = "Exit status: 0 done, 1 done but some input was rejected or found damaged,\n"
      "2 wrong usage, 3 could not.\n";

} // namespace

std::span<const Command> commands()
{
    static const std::vector<Command> table{
        {"validate",
         "FILE…",
         "check packets against baton-handoff/1",
         "Each rejected line is told on standard error as FILE:LINE: POINTER: what.\n"
         "FILE may be .jsonl or .jsonl.gz; - is standard input.\n",
         {},
         1,
         any,
         &validate},
        {"import",
         "FILE…",
         "take packets into the archive",
         "Rejected lines cost only themselves and are told as by validate.\n"
         "Importing the same lines again changes nothing. Ctrl-C ends cleanly.\n",
         {},
         1,
         any,
         &importPackets},
        {"export",
         "",
         "write every stored packet, byte for byte as it came",
         "  --output FILE    into FILE, which appears whole or not at all\n",
         {u"output"_s},
         0,
         0,
         &exportPackets},
        {"queue",
         "",
         "list conversations in the order of the queue",
         "  --view VIEW      all (default), mine, tier-c, soon, recontacts or archive\n"
         "  --limit N        at most N of them, 1 to 1000000 (50)\n",
         {u"view"_s, u"limit"_s},
         0,
         0,
         &queue},
        {"incidents",
         "",
         "list what many customers write at once",
         "What at least five customers (the policy says how many) wrote within two hours in\n"
         "nearly the same words, as long as some of them wait. With --json a line an incident:\n"
         "words, customers, since, newest, waiting (ids of conversations, oldest first).\n",
         {},
         0,
         0,
         &incidents},
        {"review",
         "list|kappa",
         "list what is reviewed, or how well reviewers agree",
         "list: what monitors picked, that still to do first. kappa: Cohen's kappa of the "
         "verdicts\n"
         "of two people on the same conversations, with its standard error, and how many planted\n"
         "errors were caught.\n"
         "  --limit N        at most N of them, 1 to 1000000 (50)\n",
         {u"limit"_s},
         1,
         1,
         &review},
        {"scorecard",
         "",
         "tell containment, resolution, recontacts, satisfaction and what became of drafts",
         "Counts contacts that ended within some days (UTC). What a customer's coming back can "
         "still\n"
         "undo is counted over days that have matured (the policy's window) only; matured_to names "
         "the last.\n"
         "  --from DAY       the first day, as 2025-11-10 (27 days before the last)\n"
         "  --to DAY         the last day (today)\n"
         "  --by WHAT        and by intent, tier, week (whole ones) or channel\n"
         "  --rate N         what an hour of a person costs, in place of the policy's agent_hour\n"
         "The cost of a resolution comes from \"costs\" of the policy, bot only and with a person\n"
         "apart. How sure intents were read is held against what people corrected: not corrected\n"
         "counts as right.\n",
         {u"from"_s, u"to"_s, u"by"_s, u"rate"_s},
         0,
         0,
         &scorecard},
        {"secret",
         "set|remove NAME",
         "keep a key in the desktop's keychain",
         "set reads the secret from standard input. Models and live systems name it (Settings,\n"
         "Drafts and models; \"keychain\" in live-systems.json); no file of Baton's holds it.\n",
         {},
         2,
         2,
         &secret},
        {"stoploss",
         "replay|pack|selftest|arc",
         "try the stop-loss limits on what was, or on invented years",
         "replay: the policy's limits over the store's weeks: when which segment would have "
         "tripped\n"
         "or been ready for a release, and by which figures. Changes nothing, and tells the same\n"
         "each time.\n"
         "  --from DAY       the first week is this day's (26 weeks before the last)\n"
         "  --to DAY         the last week is this day's, as far as it is over (now)\n"
         "  --policy FILE    another policy than the newest version\n"
         "pack: the evidence of a segment and a week, as index.html and evidence.json in a new\n"
         "folder of DIR.\n"
         "  --segment NAME   an intent, or a tier's letter where the policy watches tiers\n"
         "  --week WEEK      at whose end it is looked at, as 2025-W46\n"
         "  --out DIR        where the folder is made\n"
         "arc: a year of an invented company that lets its bot contain everything, lived through\n"
         "with and without a stop-loss: containment, what came back, satisfaction, hours, and\n"
         "when which intent was rolled back and let go. The same for the same seed.\n"
         "selftest: prints how often the bundled limits trip where nothing fell (a segment and "
         "year), and "
         "how\n"
         "many falls of satisfaction by 12 and by 8 points they find within 3 and 6 weeks.\n"
         "  --seed N         other dice (1)\n",
         {u"seed"_s, u"from"_s, u"to"_s, u"policy"_s, u"segment"_s, u"week"_s, u"out"_s},
         1,
         1,
         &stopLoss},
        {"search",
         "TEXT…",
         "find conversations by their words, newest first",
         "  --limit N        at most N of them, 1 to 1000000 (50)\n",
         {u"limit"_s},
         1,
         any,
         &search},
        {"sync",
         "",
         "pull from a folder and push what waits, once",
         "  --once           needed: one round, then end\n"
         "  --folder DIR     the folder upstream\n",
         {u"once"_s, u"folder"_s},
         0,
         0,
         &syncOnce},
        {"route",
         "FILE…",
         "say how each conversation would be routed, and why",
         "One JSON line a conversation: id, route, tier, intent, sentiment (of each customer\n"
         "message too, with the words that carried it), triggers with their evidence (UTF-16\n"
         "offsets), the smallest change that flips the route, and the policy's version. Needs\n"
         "no store; the intent model is kept in the profile.\n"
         "  --policy FILE    another policy than the newest version\n",
         {u"policy"_s},
         1,
         any,
         &route},
        {"draft",
         "ID|FILE…",
         "draft a reply to each conversation, with the source of every sentence",
         "Drafts from the playbook of the intent, as right after the last message, and checks\n"
         "what it wrote. With --json a line a conversation: id, intent, language, text, sentences\n"
         "(text, begin, end, kind, supported, supports, unmatched, why, blocks), lints, grounded,\n"
         "claims and timings in ms. An ID is\n"
         "that of a conversation in the profile's store; files need none. The intent model is\n"
         "kept in the profile.\n"
         "  --playbooks FOLDER   other playbooks than the bundled ones\n"
         "  --knowledge FOLDER   other documents (*.md) than the bundled ones\n"
         "\n"
         "draft check FILE… judges drafts that somebody wrote, a line each: {id, evidence:\n"
         "{passages: [{id, text}], lookups: [{name, json}], conversation: [{from, text}]},\n"
         "sentences: [{text}]}; optional: a passage's title and heading, at, and now. With --json\n"
         "a line each: id, and of every sentence text, kind, supported, by, why and blocks.\n"
         "Broken lines are told by number, and the rest goes on.\n"
         "draft check --docs FILE --queries FILE counts the sentences of good replies\n"
         "(reference_reply of a retrieval set, with its gold passages) that are taken for untrue.\n"
         "draft check-selftest makes 500 falsehoods of eleven kinds out of the demo's\n"
         "conversations and the bundled documents, and tells which are caught.\n"
         "  --seed N             other falsehoods\n"
         "  --packets PATH       of those packets too (the first 200 of each file)\n",
         {u"playbooks"_s, u"knowledge"_s, u"docs"_s, u"queries"_s, u"seed"_s, u"packets"_s},
         1,
         any,
         &draft},
        {"facts",
         "ID|FILE…",
         "tell what each conversation says that has to be exact",
         "A line a conversation: order numbers, amounts, dates, times, cards' last digits,\n"
         "addresses, phones, IBANs, products, what was tried and what was promised. With --json,\n"
         "each with its value, text, message_id, begin and end (UTF-16 offsets) or field, by, at\n"
         "and due_at. FILE and ID are as with draft.\n"
         "  --unmasked       e-mail addresses, phones and IBANs as they are\n",
         {u"unmasked"_s},
         1,
         any,
         &facts},
        {"knowledge",
         "add PATH…|list|check|search TEXT…|embeddings DIR|URL|none|evaluate",
         "add documents, list and check them, find passages, measure how well they are found",
         "add takes .md, .txt, .html, .pdf, .docx, .csv and .jsonl files (a document a line:\n"
         "id, title, text), and folders with such files below them. What is the same as last\n"
         "time is not read again; a bad file or line costs only itself. A changed file becomes\n"
         "the next version. A version that a file gives itself is never replaced: raise it.\n"
         "check lists documents that contradict each other in an amount, a percentage or a\n"
         "time, and those past their review; the exit status is then 1.\n"
         "  --retire-missing       add: retire what was read from below these folders once and\n"
         "                         is no longer there\n"
         "  --limit N              at most N of them, 1 to 1000000 (list: all, search: 50)\n"
         "  --language LANGUAGE    only documents in it, as en; add: of those that do not say\n"
         "  --audience AUDIENCE    only documents for customer, or for internal use; add: of\n"
         "                         those that do not say (internal)\n"
         "embeddings names a model that tells what texts mean alike, for the console of this\n"
         "computer: a folder with a model2vec model, or the address of a server that speaks\n"
         "/v1/embeddings (its key in BATON_EMBEDDINGS_KEY); none: words alone. Without any it\n"
         "tells what is used.\n"
         "  --model NAME           what the server calls the model\n"
         "evaluate asks queries whose answers are known, of a store of its own:\n"
         "  --docs PATH            a folder as add takes it, or JSON Lines of id, title, text\n"
         "  --queries FILE         JSON Lines of query, gold (ids), perhaps context and scope\n"
         "  --tickets FILE         texts that the documents are learnt to answer, without gold\n"
         "  --learn FILE           queries whose gold is taken as cited by agents\n"
         "  --folds N              instead: each Nth of the queries, the others taken as cited\n"
         "  --citations N          only N of those citations\n"
         "  --wrong PERCENT        so many of them cite any other document\n"
         "  --kind KIND            only documents of a kind\n"
         "  --embeddings DIR|URL   with such a model beside the words\n",
         {u"limit"_s, u"language"_s, u"audience"_s, u"retire-missing"_s, u"docs"_s, u"queries"_s,
          u"tickets"_s, u"learn"_s, u"folds"_s, u"citations"_s, u"wrong"_s, u"kind"_s,
          u"embeddings"_s, u"model"_s},
         1,
         any,
         &knowledge},
        {"live",
         "check [FILE]|lookup NAME",
         "check what live systems are declared, or ask one about a conversation",
         "check reads FILE, else live-systems.json beside settings.json, names the place of what\n"
         "is wrong (the exit status is then 1), and tells which secrets are not set.\n"
         "lookup asks for each conversation of a file; only look-ups, never an action. The exit\n"
         "status is 1 where an answer did not come, or is not to be believed.\n"
         "  --packet FILE    lookup: the packets\n"
         "  --systems FILE   lookup: another file of declarations\n",
         {u"packet"_s, u"systems"_s},
         1,
         2,
         &liveCommand},
        {"policy",
         "check|replay [selftest]|history|diff A [B]|publish [A]",
         "check a policy, try one on history, list and publish its versions",
         "check tries the examples that each trigger carries, and looks for rules that\n"
         "contradict each other; the exit status is 1 where there are wrong ones.\n"
         "replay tells what another policy would have done with the conversations that began in\n"
         "a window: who changes route, by intent and tier, hours of people, and late replies in\n"
         "a simulated queue; an outcome only where that route was really taken. selftest times\n"
         "it on a million invented ones.\n"
         "diff lists the settings in which version B (the newest) differs from A.\n"
         "publish makes FILE, or the old version A again, the newest version.\n"
         "  --policy FILE    a policy in place of the newest version\n"
         "  --terms FILE     check: other trigger phrases than the bundled ones\n"
         "  --from, --to     replay: days or times; 30 days to now without them\n"
         "  --limit N        replay: how many changed conversations are listed (50)\n"
         "  --note TEXT      publish: why\n",
         {u"policy"_s, u"terms"_s, u"from"_s, u"to"_s, u"limit"_s, u"note"_s},
         1,
         3,
         &policyCommand},
        {"intents",
         "evaluate|train|corrections|explain TEXT…",
         "measure how well intents are read, teach them, say why one is read",
         "Files have {\"text\", \"intent\"} a line. evaluate takes:\n"
         "  --train FILE           what is learnt from\n"
         "  --test FILE            what is asked then\n"
         "  --val FILE             what the limit of *none of these* is chosen on; without it,\n"
         "                         examples held apart while learning\n"
         "  --folds N              instead of --test: each Nth of --train is asked of a model "
         "that\n"
         "                         learnt the others\n"
         "  --oos-train FILE       texts outside the catalogue, learnt as such\n"
         "  --oos-val FILE         likewise; read, and not needed for the limit\n"
         "  --oos-test FILE        likewise, asked then\n"
         "train teaches this profile what agents corrected (the corrections that are used)\n"
         "beside the bundled catalogue, in place of the corrections that it was taught before.\n"
         "Tells how many of all texts, and of those taught, are read rightly before and after,\n"
         "always by models that did not learn them.\n"
         "  --examples FILE        teach these instead; corrections taught before stay. An intent\n"
         "                         may be empty: none of these. A file without lines unlearns all\n"
         "  --changes store|FILE   list the conversations that would be read or routed otherwise:\n"
         "                         those in the profile's queue, or packets\n"
         "  --dry-run              only tell, keep nothing\n"
         "corrections lists them, the newest first.\n"
         "  --export FILE          write those that are used, as train --examples reads them, "
         "with\n"
         "                         the customers' words as they are; FILE appears whole or not at "
         "all\n"
         "explain reads a text, or with - each line of standard input: the intent, the next best,\n"
         "and the words (UTF-16 offsets) that decided between them.\n",
         {u"train"_s, u"val"_s, u"test"_s, u"folds"_s, u"oos-train"_s, u"oos-val"_s, u"oos-test"_s,
          u"examples"_s, u"export"_s, u"changes"_s, u"dry-run"_s},
         1,
         any,
         &intents},
        {"sentiment",
         "evaluate|train",
         "measure how well moods are read, or learn to read them from examples",
         "Files have {\"text\", \"label\"} a line, and perhaps \"locale\"; a label is negative,\n"
         "neutral or positive. evaluate judges the bundled lexicon on --test; with --train, a\n"
         "model that learnt from that.\n"
         "  --test FILE            what is asked\n"
         "  --train FILE           what is learnt from first\n"
         "  --folds N              instead of --test: each Nth of --train is asked of a model "
         "that\n"
         "                         learnt the others\n"
         "  --model FILE           instead of --train: what train made\n"
         "train learns from --examples; routes and the console read moods by what it keeps.\n"
         "  --examples FILE        what is learnt from\n"
         "  --out FILE             where the model is kept, instead of in the profile\n",
         {u"train"_s, u"test"_s, u"folds"_s, u"model"_s, u"examples"_s, u"out"_s},
         1,
         1,
         &sentiment},
        {"demo",
         "",
         "write what a desk would have pulled from the demo by then",
         "  --seed N         another invented world (1)\n"
         "  --until TIME     the scenario's time, from its start 2025-11-18T14:06:00+01:00,\n"
         "                   which is also the default, to the end of 2025\n"
         "  --history        with the six months before\n"
         "  --out FILE       into FILE, which appears whole or not at all\n"
         "The same seed and time give the same bytes.\n",
         {u"seed"_s, u"until"_s, u"history"_s, u"out"_s},
         0,
         0,
         &demo},
        {"audit",
         "verify|list",
         "check the audit log's hash chain, or list what was done",
         "list: the newest first; with --json a line an entry: seq, at, actor, kind, subject,\n"
         "detail and hash. Entries hold ids, counts and salted hashes, never text.\n"
         "  --actor WHO      of them only\n"
         "  --kind KIND      of that kind only: reply, claim, policy …\n"
         "  --subject PART   whose subject holds it\n"
         "  --limit N        at most N of them, 1 to 1000000 (50)\n",
         {u"actor"_s, u"kind"_s, u"subject"_s, u"limit"_s},
         1,
         1,
         &audit},
        {"doctor", "", "look over both databases and the folders", "", {}, 0, 0, &doctor},
    };
    return table;
}

const Command *findCommand(const QString &name)
{
    const auto table = commands();
    const auto found = std::ranges::find_if(
        table, [&name](const Command &c) { return name == QLatin1StringView(c.name); });
    return found == table.end() ? nullptr : &*found;
}

QString helpFor(const Command &command)
{
    QString usage = u"Usage: batonctl %1 [options] %2"_s.arg(QLatin1StringView(command.name),
                                                             QString::fromUtf8(command.operands));
    return usage.trimmed() + u"\n\nTo %1.\n"_s.arg(QString::fromUtf8(command.summary))
        + QString::fromUtf8(command.details) + u'\n' + QLatin1StringView(common) + u'\n'
        + QLatin1StringView(exits);
}

QString helpForAll()
{
    QString help = u"Usage: batonctl COMMAND [options]\n\nBaton without its window.\n\n"_s;
    for (const Command &command : commands()) {
        const QString call
            = (QLatin1StringView(command.name) + u' ' + QString::fromUtf8(command.operands))
                  .leftJustified(16);
        help += u"  "_s + call + (call.size() > 16 ? u"\n"_s + QString(18, u' ') : QString())
            + QString::fromUtf8(command.summary) + u'\n';
    }
    return help + u"\nbatonctl COMMAND --help tells more.\n\n"_s + QLatin1StringView(common) + u'\n'
        + QLatin1StringView(exits);
}

} // namespace baton::ctl
