#pragma once

#include <QtCore/QString>

#include <type_traits>
#include <utility>
#include <variant>

namespace baton {

/// What went wrong, for code to decide on. Words for people are made in ui/text and app/batonctl.
enum class ErrorCode {
    InvalidArgument, ///< the caller asked for something that makes no sense
    InvalidInput,    ///< a file, line or packet from outside is not what it must be
    TooLarge,        ///< a limit on size, depth or length was passed
    NotFound,
    Io,           ///< the disk or the file system refused
    Corrupt,      ///< a file of ours is damaged
    NewerVersion, ///< a file of ours was written by a newer Baton
    Locked,       ///< another process holds the profile or the folder
    Conflict,     ///< the thing changed meanwhile
    Refused,      ///< upstream said no, and will say no again
    Offline,      ///< upstream cannot be reached now
    Cancelled,
    Internal ///< our mistake
};

/// subject names what it is about (a path, an id, FILE:LINE); detail says what was found, in
/// English for logs and developers. Neither holds message text or personal data.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString subject;
    QString detail;

    bool operator==(const Error &) const = default;
};

/// The subset of std::expected<T, Error> that Baton needs, under its names (clang 14 cannot compile
/// libstdc++'s). Reading value() of a failure is a programming error and asserts.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    { }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    { }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T &value() const & { return Q_ASSERT(has_value()), std::get<0>(m_state); }
    T &value() & { return Q_ASSERT(has_value()), std::get<0>(m_state); }
    T &&value() && { return Q_ASSERT(has_value()), std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    T value_or(T fallback) const { return has_value() ? value() : std::move(fallback); }

    const Error &error() const { return Q_ASSERT(!has_value()), std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_state(std::move(error))
    { }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    const Error &error() const { return Q_ASSERT(!has_value()), std::get<1>(m_state); }

private:
    std::variant<std::monostate, Error> m_state;
};

} // namespace baton
