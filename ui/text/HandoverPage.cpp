#include "ui/text/HandoverPage.h"

#include "ui/text/AuditWords.h"
#include "ui/text/Format.h"
#include "ui/text/Paper.h"
#include "ui/text/Words.h"
#include "ui/theme/Look.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QUrl>
#include <QtGui/QPageSize>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextCursor>
#include <QtGui/QTextDocument>
#include <QtGui/QTextTable>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

struct PageWords
{
    Q_DECLARE_TR_FUNCTIONS(HandoverPage)
};

constexpr int bodyPx = 13;
constexpr int smallPx = 12;
constexpr int headPx = 15;
constexpr int titlePx = 18;
constexpr int paperLines = 24; // of a view on paper at first; fewer where they do not fit
constexpr int changesTold = 6;
constexpr int nameShare = 24;
constexpr int needShare = 40;

QString sectionName(QueueView view)
{
    switch (view) {
    case QueueView::Mine:
        return PageWords::tr("Mine");
    case QueueView::TierC:
        return PageWords::tr("Tier C");
    case QueueView::Recontacts:
        return PageWords::tr("Recontacts");
    case QueueView::Archive:
        return PageWords::tr("Closed");
    case QueueView::AllWaiting:
    case QueueView::BreachingSoon:
        break;
    }
    return PageWords::tr("Others that are open");
}

QString momentText(const ShiftMoment &one, Instant now)
{
    const QString at = format::when(one.at, now, QTimeZone::systemTimeZone());
    const QString who = displayName(one.by);
    switch (one.event) {
    case ShiftEvent::Began:
        return PageWords::tr("new at %1").arg(at);
    case ShiftEvent::HandedOver:
        return PageWords::tr("handed over at %1").arg(at);
    case ShiftEvent::CustomerWrote:
        return PageWords::tr("customer wrote at %1").arg(at);
    case ShiftEvent::Answered:
        return who.isEmpty() ? PageWords::tr("answered at %1").arg(at)
                             : PageWords::tr("%1 answered at %2").arg(who, at);
    case ShiftEvent::PromiseDue:
        return PageWords::tr("promise fell due at %1").arg(at);
    case ShiftEvent::Closed:
        return PageWords::tr("closed at %1").arg(at);
    }
    Q_UNREACHABLE();
}

QString countText(ShiftEvent event, int count)
{
    switch (event) {
    case ShiftEvent::Began:
        return PageWords::tr("%n new", "conversations", count);
    case ShiftEvent::HandedOver:
        return PageWords::tr("%n handed over", "conversations", count);
    case ShiftEvent::CustomerWrote:
        return PageWords::tr("in %n the customer wrote", "conversations", count);
    case ShiftEvent::Answered:
        return PageWords::tr("%n answered by others", "conversations", count);
    case ShiftEvent::PromiseDue:
        return PageWords::tr("%n promise(s) fell due", nullptr, count);
    case ShiftEvent::Closed:
        return PageWords::tr("%n closed", "conversations", count);
    }
    Q_UNREACHABLE();
}

class PageWriter
{
public:
    PageWriter(QTextDocument &page, const Theme &theme)
        : m_theme(theme)
        , m_cursor(&page)
    { }

    void line(const QString &text, int px, const QColor &ink, QFont::Weight weight = QFont::Normal,
              qreal above = 0)
    {
        QTextBlockFormat block;
        block.setTopMargin(above);
        if (m_first)
            m_cursor.setBlockFormat(block);
        else
            m_cursor.insertBlock(block);
        m_first = false;
        m_cursor.insertText(text, charsOf(px, ink, weight));
    }

    void lines(const QList<ShiftLine> &lines, Instant now)
    {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(2);
        format.setCellSpacing(0);
        const auto share
            = [](int percent) { return QTextLength(QTextLength::PercentageLength, percent); };
        format.setWidth(share(100));
        format.setColumnWidthConstraints(
            {share(nameShare), share(needShare), share(100 - nameShare - needShare)});
        QTextTable *table = m_cursor.insertTable(int(lines.size()), 3, format);
        for (int row = 0; row < lines.size(); ++row) {
            const ShiftLine &one = lines[row];
            QTextCharFormat link = charsOf(smallPx, m_theme.accentText, QFont::Medium);
            link.setAnchor(true);
            link.setAnchorHref(conversationScheme
                               + QString::fromLatin1(QUrl::toPercentEncoding(one.row.id.text())));
            const bool due = std::any_of(one.moments.begin(), one.moments.end(), [](const auto &m) {
                return m.event == ShiftEvent::PromiseDue;
            });
            cell(table, row, 0, one.row.name.simplified(), link);
            cell(table, row, 1, one.row.need.simplified(), charsOf(smallPx, m_theme.ink));
            cell(table, row, 2, momentsText(one, now),
                 charsOf(smallPx, due ? m_theme.dangerText : m_theme.ink2,
                         due ? QFont::DemiBold : QFont::Normal));
        }
        m_cursor.movePosition(QTextCursor::End);
    }

private:
    static void cell(QTextTable *table, int row, int column, const QString &text,
                     const QTextCharFormat &format)
    {
        table->cellAt(row, column).firstCursorPosition().insertText(text, format);
    }

    static QTextCharFormat charsOf(int px, const QColor &ink, QFont::Weight weight = QFont::Normal)
    {
        QFont font = QFont(u"Inter"_s);
        font.setPixelSize(px);
        font.setWeight(weight);
        QTextCharFormat format;
        format.setFont(font);
        format.setForeground(ink);
        return format;
    }

    const Theme &m_theme;
    QTextCursor m_cursor;
    bool m_first = true;
};

void writeChanges(PageWriter &page, const Theme &theme, const QString &title,
                  const QList<AuditRow> &rows, Instant now)
{
    if (rows.isEmpty())
        return;
    page.line(title, headPx, theme.ink, QFont::DemiBold, 10);
    for (const AuditRow &row : rows.mid(0, changesTold))
        page.line(
            PageWords::tr("%1: %2, %3", "what, which, when and by whom")
                .arg(words::ofAudit(row.kind), row.subject,
                     PageWords::tr("%1 by %2", "when, by whom")
                         .arg(format::when(row.at, now, QTimeZone::systemTimeZone()), row.actor)),
            smallPx, theme.ink2);
    if (rows.size() > changesTold)
        page.line(PageWords::tr("and %n more", nullptr, int(rows.size()) - changesTold), smallPx,
                  theme.ink3);
}

} // namespace

QString momentsText(const ShiftLine &line, Instant now)
{
    QStringList told;
    for (const ShiftMoment &one : line.moments)
        told += momentText(one, now);
    return told.join(u"; "_s);
}

void writeHandover(QTextDocument &document, const ShiftHandover &handover, const Theme &theme,
                   int perView)
{
    document.clear();
    document.setUndoRedoEnabled(false);
    PageWriter page(document, theme);
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const Instant now = handover.until;
    page.line(PageWords::tr("Shift handover"), titlePx, theme.ink, QFont::DemiBold);
    page.line(PageWords::tr("What changed from %1 to %2")
                  .arg(format::moment(handover.since, now, zone),
                       format::moment(handover.until, now, zone)),
              bodyPx, theme.ink2);
    QStringList counts;
    for (const ShiftEvent event :
         {ShiftEvent::PromiseDue, ShiftEvent::Began, ShiftEvent::HandedOver,
          ShiftEvent::CustomerWrote, ShiftEvent::Answered, ShiftEvent::Closed}) {
        if (const int count = handover.counts[size_t(event)]; count > 0)
            counts += countText(event, count);
    }
    page.line(counts.isEmpty()
                  ? PageWords::tr("No conversation changed.")
                  : PageWords::tr("%n conversation(s): %1.", nullptr, handover.conversations())
                        .arg(counts.join(u", "_s)),
              bodyPx, theme.ink);
    if (handover.more > 0)
        page.line(PageWords::tr("%n more changed and are not listed: the longest untouched.",
                                nullptr, handover.more),
                  smallPx, theme.ink3);
    for (const ShiftSection &section : handover.sections) {
        page.line(PageWords::tr("%1, %n conversation(s)", nullptr, int(section.lines.size()))
                      .arg(sectionName(section.view)),
                  headPx, theme.ink, QFont::DemiBold, 10);
        page.lines(section.lines.mid(0, perView), now);
        if (section.lines.size() > perView)
            page.line(PageWords::tr("and %n more", nullptr, int(section.lines.size()) - perView),
                      smallPx, theme.ink3);
    }
    writeChanges(page, theme, PageWords::tr("Stop-loss"), handover.stopLoss, now);
    writeChanges(page, theme, PageWords::tr("Policy"), handover.policy, now);
    writeChanges(page, theme, PageWords::tr("Knowledge"), handover.knowledge, now);
}

QByteArray handoverPdf(const ShiftHandover &handover, const QString &title)
{
    constexpr int dots = 96;
    const Look look; // paper is light
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    prepare(writer, title, dots);
    QTextDocument page;
    page.setDocumentMargin(0);
    for (int lines = paperLines; lines > 0; --lines) {
        writeHandover(page, handover, look.theme(), lines);
        page.setPageSize(QSizeF(writer.width(), writer.height()));
        if (page.pageCount() <= 1)
            break;
    }
    page.print(&writer);
    return bytes;
}

} // namespace baton::ui
