#include "ui/panels/PublishSheet.h"

#include "ui/text/Format.h"
#include "ui/text/PolicyWords.h"

#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace baton::ui {

namespace {

constexpr qsizetype mostChanges = 5; ///< lines
constexpr int mostNoteLines = 3;

} // namespace

PublishSheet::PublishSheet(const Look &look, const PolicyState &state,
                           const QHash<QString, QString> &titles, const QString &note,
                           QWidget *parent)
    : Sheet(look, tr("Publish policy v%1?").arg(state.draftVersion()), parent)
    , m_before(state.live.version)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setQuestion();
    body()->setSpacing(2);
    const auto add = [&](const QString &text, QColor Theme::*ink) {
        auto *line = new Label(look, Role::Small, ink);
        line->setWordWrap(true);
        line->setText(text);
        body()->addWidget(line);
        return line;
    };
    const qsizetype all = state.changes.size();
    for (const PolicyChange &change : state.changes.first(std::min(all, mostChanges)))
        add(words::of(change, titles), &Theme::ink);
    if (all > mostChanges)
        add(tr("and %1 more").arg(all - mostChanges), &Theme::ink3);
    body()->addSpacing(4);
    add(tr("“%1”", "a note").arg(note), &Theme::ink3)->setMostLines(mostNoteLines);
    setFootnote(tr("%n change(s), note attached", nullptr, int(all)));
    cancel()->setText(tr("Not yet"));
    setAction(tr("Publish v%1").arg(state.draftVersion()));
    setWhatIf({});
}

void PublishSheet::setWhatIf(const PolicyWhatIf &whatIf)
{
    const QString then
        = tr("It applies to new conversations from now. v%1 stays one click away.").arg(m_before);
    const QString touched = whatIf.isRead
        ? tr("%1 of %2 conversations would have gone another way.")
              .arg(format::count(whatIf.changed), format::count(whatIf.all))
        : tr("How many conversations would have gone another way is still being read.");
    setSentence(tr("%1 %2", "two sentences").arg(touched, then));
}

} // namespace baton::ui
