#pragma once

#include "core/desk/KnowledgeBoard.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QTimeZone>

namespace baton::ui {

/// A row of the knowledge list: a document, what was said without a source about one intent, or
/// something to check.
struct KnowledgeRow
{
    enum class Mark { None, Warning, Quiet };
    QString key; ///< the document's id, the intent's name, or checkKey()
    QString title;
    QString aside;  ///< at the right of the title
    QString line;   ///< below the title
    QString icon;   ///< of the last line
    QString remark; ///< the last line
    Mark mark = Mark::None;
    bool operator==(const KnowledgeRow &) const = default;
};

/// Of documents whose title or id holds each of the words, in the order of the snapshot.
QList<KnowledgeRow> documentRows(const KnowledgeSnapshot &knowledge, const QString &words,
                                 Instant now);
/// Likewise of the intents that have gaps, by their titles.
QList<KnowledgeRow> gapRows(const KnowledgeSnapshot &knowledge, const QString &words, Instant now,
                            const QTimeZone &zone);
/// What a lead has to look at: documents that contradict each other, then those past their review,
/// whose titles or sentences hold each of the words.
QList<KnowledgeRow> checkRows(const KnowledgeSnapshot &knowledge, const QString &words,
                              Instant now);
/// What such a row is found again by.
QString checkKey(const Contradiction &one);
QString checkKey(const OverdueReview &one);
/// "5 days or 7 days?"
QString contradictionTitle(const Contradiction &one);
/// "KB-118 v12 · policy · changed 4 Nov"
QString documentLine(const Document &document, Instant now);
/// What stands for "none of these".
QString gapTitle(const GapGroup &group);
/// Why a passage was disputed; the word itself where it is unknown.
QString disputeReason(const QString &why);

/// The rows as a view reads them. A new list with the same keys changes rows in place.
class KnowledgeModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<KnowledgeRow> &rows);
    const KnowledgeRow &row(int index) const { return m_rows.at(index); }
    int indexOf(const QString &key) const; ///< −1: not among them
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<KnowledgeRow> m_rows;
};

} // namespace baton::ui
