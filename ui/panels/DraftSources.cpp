#include "ui/panels/DraftSources.h"

#include "ui/panels/ClearLayout.h"
#include "ui/panels/Label.h"
#include "ui/panels/SourceMarker.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr int quotedLines = 2; ///< the source card shows the rest

}

DraftSources::DraftSources(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 5, 0, 4);
    m_column->setSpacing(10);
}

void DraftSources::setDraft(const std::optional<Draft> &draft, const Conversation &conversation,
                            const LiveSigns &live)
{
    const QList<SourceLine> lines = draft ? sourceLines(*draft, conversation) : QList<SourceLine>();
    if (lines == m_lines && live == m_live)
        return;
    m_lines = lines;
    m_live = live;
    fill();
}

void DraftSources::fill()
{
    clearLayout(m_column);
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const SourceLine &line = m_lines[i];
        auto *title = new Label(m_look, Role::Small);
        title->setWeight(QFont::Medium);
        title->setElided(Qt::ElideRight);
        title->setText(line.title);
        const bool old = m_live.isOld(line.kind, line.source);
        const QString behind = asideOf(line, m_live);
        auto *aside = new Label(m_look, Role::Small, old ? &Theme::warnText : &Theme::ink3);
        aside->setText(behind);
        auto *head = new QHBoxLayout;
        head->setSpacing(6);
        head->addWidget(title);
        head->addWidget(aside);
        head->addStretch();
        auto *words = new QVBoxLayout;
        words->setSpacing(1);
        words->addLayout(head);
        if (!line.quote.isEmpty()) {
            auto *quote = new Label(m_look, Role::Small, &Theme::ink2);
            quote->setWordWrap(true);
            quote->setMostLines(quotedLines);
            quote->setText(tr("“%1”", "quoted words").arg(line.quote));
            words->addWidget(quote);
        }
        auto *row = new QWidget;
        row->setAccessibleName(tr("Source %1: %2, %3").arg(i + 1).arg(line.title, behind));
        auto *columns = new QHBoxLayout(row);
        columns->setContentsMargins({});
        columns->setSpacing(8);
        columns->addWidget(new SourceMarker(m_look, line.kind, int(i) + 1, old), 0, Qt::AlignTop);
        columns->addLayout(words, 1);
        m_column->addWidget(row);
    }
}

} // namespace baton::ui
