#include "core/desk/HandoverBoard.h"

#include "core/base/WholeFile.h"
#include "core/store/Store.h"

namespace baton {

namespace {

constexpr int mostChanged = 1500;
constexpr int auditRead = 500;
constexpr qsizetype mostAudit = 20'000;

} // namespace

HandoverBoard::HandoverBoard(store::Store &store, const Clock &clock, AgentId me)
    : m_store(store)
    , m_clock(clock)
    , m_me(std::move(me))
{ }

HandoverBoard::~HandoverBoard() = default;

void HandoverBoard::read(std::optional<Instant> since)
{
    const quint64 asked = ++m_asked;
    const Instant now = m_clock.now();
    const Instant from = since.value_or(m_left.value_or(now + -shiftMs));
    onFinished(m_store.shiftRows(from, now, mostChanged), this,
               [this, asked, from, now](Result<store::ShiftRows> rows) {
                   if (asked != m_asked)
                       return;
                   if (!rows) {
                       if (rows.error().code != ErrorCode::Cancelled)
                           Q_EMIT failed(rows.error());
                       return;
                   }
                   readAudit(asked, from, now, 0, std::make_shared<QList<AuditRow>>(),
                             std::make_shared<const store::ShiftRows>(*std::move(rows)));
               });
}

/// Newest first, until one lies before.
void HandoverBoard::readAudit(quint64 asked, Instant since, Instant now, qint64 before,
                              std::shared_ptr<QList<AuditRow>> rows,
                              std::shared_ptr<const store::ShiftRows> changes)
{
    onFinished(m_store.auditPage({}, before, auditRead), this,
               [=, this](const Result<AuditPage> &page) {
                   if (asked != m_asked)
                       return;
                   if (!page) {
                       Q_EMIT failed(page.error());
                       return;
                   }
                   *rows += page->rows;
                   const bool enough = page->last || page->rows.isEmpty()
                       || page->rows.last().at <= since || rows->size() >= mostAudit;
                   if (!enough) {
                       readAudit(asked, since, now, page->rows.last().seq, rows, changes);
                       return;
                   }
                   onFinished(m_work.run([rows, changes, since, now, me = m_me] {
                       return makeHandover(*changes, *rows, since, now, me);
                   }),
                              this, [this, asked](const ShiftHandover &made) {
                                  if (asked != m_asked)
                                      return;
                                  m_snapshot = made;
                                  Q_EMIT changed(m_snapshot);
                              });
               });
}

void HandoverBoard::save(const QString &file, const QByteArray &bytes)
{
    onFinished(m_work.run([file, bytes] { return writeWhole(file, bytes); }), this,
               [this](const Result<void> &saved) {
                   if (!saved)
                       Q_EMIT failed(saved.error());
               });
}

} // namespace baton
