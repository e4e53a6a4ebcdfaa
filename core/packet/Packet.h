#pragma once

#include "core/base/Result.h"
#include "core/domain/Conversation.h"

#include <QtCore/QByteArray>

#include <memory>
#include <optional>

/// baton-handoff/1 (DESIGN §4): bytes from outside ⇄ domain values. Everything here is pure and may
/// be called from any thread; nothing throws.
namespace baton::packet {

constexpr qsizetype maxLine = 8 << 20; ///< bytes
constexpr int maxDepth = 64;           ///< arrays and objects within each other
constexpr qsizetype maxValues
    = 1'000'000; ///< JSON values in one line, so that no line costs much memory
constexpr qsizetype maxText = 1 << 20; ///< bytes of UTF-8 in one message's text

/// Why a line was refused. Words: FILE:LINE: POINTER: what. Codes are stable:
///
///  - too-long: the line is longer than maxLine
///  - not-json: syntax, a byte order mark, a raw NUL or control character, more after the value
///  - bad-utf8: overlong, surrogate or too large code points, stray bytes, half a surrogate pair
///  - bad-number: beyond the range of a double
///  - too-deep: more than maxDepth arrays and objects within each other
///  - too-many: more than maxValues values
///  - duplicate-key: an object names a member twice
///  - schema: against handoff-1.schema.json
///  - bad-time: no RFC 3339 time with an offset from 1970 to 2200
///  - bad-duration: no ISO 8601 duration up to 366 days
///  - bad-id: a control character in an id
///  - duplicate-id: two messages with one id
///  - text-too-long: a message's text is longer than maxText
///  - version-conflict: the stored packet has this version and another content (the store says so)
struct Rejection
{
    QString file;    ///< as the user named it
    qint64 line = 0; ///< from 1
    QString code;
    QString pointer; ///< JSON pointer, "" for the whole line; cut with "…" beyond 240 characters
    QString found;   ///< shortened, control characters escaped; no more than 80 characters
    QString expected;
    bool operator==(const Rejection &) const = default;

    QString what() const; ///< "expected …, found …"
    /// The one line above, control characters escaped; the pointer of a whole line is written as
    /// "(line)".
    QString toString() const;
};

/// A line that passed every check.
struct Packet
{
    Conversation conversation;
    QByteArray line; ///< the bytes as they came, without the line end: what export gives back
    QByteArray hash; ///< 32 bytes, SHA-256 of the canonical form (keys sorted, no blanks), or empty
};

/// Either a packet or the reason why not (file and line are the caller's to fill in).
class Reading
{
public:
    Reading(Packet packet)
        : m_packet(std::move(packet))
    { }
    Reading(Rejection rejection)
        : m_rejection(std::move(rejection))
    { }
    explicit operator bool() const { return m_packet.has_value(); }
    Packet &packet() { return *m_packet; }
    const Rejection &rejection() const { return m_rejection; }

private:
    std::optional<Packet> m_packet;
    Rejection m_rejection;
};

class Schema;

/// Reads lines against the schema, which it compiles once. One reader a thread.
class Reader
{
public:
    /// What merges needs the hash; what only judges saves the tenth of the work that it is.
    enum class Hash { Made, LeftOut };
    explicit Reader(Hash hash = Hash::Made);
    ~Reader();
    Reading read(const QByteArray &line) const;

private:
    std::unique_ptr<Schema> m_schema;
    Hash m_hash;
};

/// The domain value of a line that read() accepted before; fails only on lines it never accepted.
Result<Conversation> parseTrusted(const QByteArray &line);

/// How an incoming packet meets the stored one (DESIGN §4, "Identity and merge").
enum class Merge { Add, Replace, Unchanged, Ignore, Conflict };
struct Stored
{
    int version = 0;
    QByteArray hash;
};
Merge decideMerge(const std::optional<Stored> &stored, int version, const QByteArray &hash);
/// Messages of older that newer lacks, marked withdrawn: to be shown beside newer's own.
QList<Message> vanished(const Conversation &older, const Conversation &newer);
/// conversation with withdrawn messages back in their place by time.
void unite(Conversation &conversation, const QList<Message> &withdrawn);

} // namespace baton::packet
