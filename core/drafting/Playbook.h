#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QStringList>

#include <optional>

/// What a team says to an intent, sentence by sentence, with the passages each rests on
/// (resources/playbooks shows the form). Plain values.
namespace baton::drafting {

enum class Part { Acknowledge, Answer, Ask, Next, Close };
enum class Tone { Calm, Upset };

struct Cite
{
    DocumentId document;
    QString heading;
    bool operator==(const Cite &) const = default;
    friend size_t qHash(const Cite &cite, size_t seed = 0)
    {
        return qHashMulti(seed, cite.document, cite.heading);
    }
};

struct PlaybookSentence
{
    Part part = Part::Answer;
    std::optional<Tone> tone;     ///< of an acknowledgement
    QStringList when;             ///< slots that must have a value
    QStringList unless;           ///< slots that must have none
    QList<Cite> cites;            ///< what the words rest on
    int dueHours = 0;             ///< of {due}: below 24 open hours, to 72 working days (24 each),
                                  ///< above calendar hours; 0 for none
    QHash<QString, QString> text; ///< by language; "{slot}" in it
    bool operator==(const PlaybookSentence &) const = default;
};

struct Playbook
{
    QString intent;
    QList<PlaybookSentence> sentences;
    bool operator==(const Playbook &) const = default;
};

/// By intent.
using Playbooks = QHash<QString, Playbook>;

/// For conversations that no intent fits.
inline constexpr QStringView noIntent = u"none_of_these";

/// Names of the slots that a text holds, in order, each once.
QStringList slotsIn(const QString &text);

/// InvalidInput: the subject is file, the detail "POINTER: what"; unknown keys and slots are
/// refused, and texts whose slots differ between languages.
Result<Playbook> readPlaybook(const QByteArray &json, const QString &file);
/// Every *.json of a folder (or of ":/playbooks"); the first wrong one is the error. Blocking.
Result<Playbooks> readPlaybooks(const QString &folder);

/// The playbooks of a folder that can be read, and what is wrong with the others.
struct PlaybookFolder
{
    Playbooks books;
    QHash<QString, QString> files; ///< paths, by intent
    QList<Error> wrong;            ///< one a file, by name
};
/// Each wrong file costs only itself; no folder is one without files. Blocking.
PlaybookFolder readPlaybookFolder(const QString &folder);

/// As a person reads it best: a language a line. readPlaybook() gives the same back.
QByteArray writePlaybook(const Playbook &book);

} // namespace baton::drafting
