#include "ui/models/PlaybookRows.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

struct Playbooks
{
    Q_DECLARE_TR_FUNCTIONS(Playbooks)
};

void remark(KnowledgeRow &row, const PlaybookEntry &entry)
{
    if (entry.broken) {
        row.icon = u"warning"_s;
        row.remark = Playbooks::tr("The team’s own cannot be read");
        row.mark = KnowledgeRow::Mark::Warning;
        return;
    }
    switch (entry.origin) {
    case PlaybookOrigin::Own:
        row.icon = u"team"_s;
        row.remark = Playbooks::tr("The team’s own");
        break;
    case PlaybookOrigin::Bundled:
        row.icon = u"package"_s;
        row.remark = Playbooks::tr("Came with Baton");
        break;
    case PlaybookOrigin::Offered:
        row.icon = u"package"_s;
        row.remark = Playbooks::tr("Came with Baton, not used");
        row.mark = KnowledgeRow::Mark::Quiet;
        break;
    case PlaybookOrigin::None:
        row.icon = u"minus"_s;
        row.remark = Playbooks::tr("None yet");
        row.mark = KnowledgeRow::Mark::Quiet;
        break;
    }
}

} // namespace

QString playbookTitle(const PlaybookEntry &entry)
{
    return entry.title.isEmpty() ? Playbooks::tr("None of these") : entry.title;
}

QList<KnowledgeRow> playbookRows(const QList<PlaybookEntry> &entries, const QString &words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    QList<KnowledgeRow> rows;
    for (const PlaybookEntry &entry : entries) {
        KnowledgeRow row;
        row.key = entry.intent;
        row.title = playbookTitle(entry);
        const QString named = row.title + u' ' + entry.intent;
        if (!std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) {
                return named.contains(word, Qt::CaseInsensitive);
            }))
            continue;
        row.aside = entry.languages.join(u' ');
        row.line = entry.sentences > 0
            ? Playbooks::tr("%1 · %n sentence(s)", "an intent's name", entry.sentences)
                  .arg(entry.intent)
            : entry.intent;
        remark(row, entry);
        rows += row;
    }
    return rows;
}

} // namespace baton::ui
