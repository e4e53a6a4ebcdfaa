#include "core/sync/folder/TopLevel.h"

#include <nlohmann/json.hpp>

namespace baton::sync::folder {

namespace {

/// Stops the parser (by returning false) as soon as the member is found.
class Finder final : public nlohmann::json_sax<nlohmann::json>
{
public:
    explicit Finder(const char *name)
        : m_name(name)
    { }

    std::optional<QString> found;

    bool null() override { return other(); }
    bool boolean(bool) override { return other(); }
    bool number_integer(number_integer_t) override { return other(); }
    bool number_unsigned(number_unsigned_t) override { return other(); }
    bool number_float(number_float_t, const string_t &) override { return other(); }
    bool binary(binary_t &) override { return other(); }
    bool string(string_t &text) override
    {
        if (!m_wanted)
            return other();
        found = QString::fromStdString(text);
        return false;
    }
    bool start_object(std::size_t) override { return enter(); }
    bool start_array(std::size_t) override { return m_depth > 0 && enter(); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }
    bool key(string_t &name) override
    {
        m_wanted = m_depth == 1 && name == m_name;
        return true;
    }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override
    {
        return false;
    }

private:
    bool other() { return m_depth > 0 && !m_wanted; }
    bool enter()
    {
        ++m_depth;
        return !m_wanted;
    }
    bool leave()
    {
        --m_depth;
        return true;
    }

    const char *m_name;
    int m_depth = 0;
    bool m_wanted = false;
};

} // namespace

std::optional<QString> topLevelString(const QByteArray &line, const char *name)
{
    Finder finder(name);
    nlohmann::json::sax_parse(line.begin(), line.end(), &finder);
    return finder.found;
}

} // namespace baton::sync::folder
