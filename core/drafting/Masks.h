#pragma once

#include "core/drafting/PrivateWords.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

namespace baton::drafting {

/// What stands in place of what must not leave: "[EMAIL_1]", the same for the same words as long as
/// the table lives, which is as long as the conversation is worked on. Not thread-safe; a copy may
/// go to another thread and come back.
class Masks
{
public:
    Masks() = default;
    Masks(const Conversation &conversation, const Person &agent);

    /// Later packets of the conversation know more; what was masked keeps its mask.
    void learn(const Conversation &conversation, const Person &agent);

    QString mask(const QString &text);
    QString maskOf(Private kind, const QString &value); ///< of words that are known to be private

    /// Links stay masked in what a model wrote of itself: whoever can write what it reads could
    /// have put one there. They come back in an agent's own words.
    enum class Links { Stay, Return };
    /// Puts back what stands behind masks, as a model writes them: "[EMAIL_1]", "EMAIL_1",
    /// "\[email 1\]". A mask that there is not stays.
    QString unmask(const QString &text, Links links = Links::Stay) const;
    /// Where a text that is still being written may be in the middle of a mask: its length without.
    static qsizetype settled(QStringView text);

private:
    KnownPrivate m_known;
    QHash<QString, QString> m_maskOf;  ///< by value
    QHash<QString, QString> m_valueOf; ///< by mask, without brackets
    QHash<QString, int> m_counts;      ///< by kind's word
};

} // namespace baton::drafting
