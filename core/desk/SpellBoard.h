#pragma once

#include "core/base/Async.h"
#include "core/domain/Conversation.h"
#include "core/domain/Misspelling.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <map>
#include <memory>

namespace baton {

namespace spelling {
class Dictionary;
}

/// Checks the spelling of what is typed, in the language of its conversation, after a short pause.
/// GUI thread; dictionaries are read and asked on a thread of its own. Where the system has none of
/// a language, nothing is said of it.
class SpellBoard : public QObject
{
    Q_OBJECT

public:
    SpellBoard();
    ~SpellBoard() override;

    void check(const QString &text, const Conversation &conversation);
    void setWords(const QStringList &words); ///< right besides what dictionaries know

Q_SIGNALS:
    void checked(const QString &text, const QList<baton::Misspelling> &wrong);

private:
    using Dictionaries = std::map<QString, std::unique_ptr<spelling::Dictionary>>;
    void ask();

    QTimer m_soon;
    QString m_text;
    Conversation m_conversation;
    QStringList m_words;
    quint64 m_asking = 0;
    std::shared_ptr<Dictionaries> m_dictionaries; ///< used on m_thread alone
    SerialExecutor m_thread;
};

} // namespace baton
