#include "core/base/JsonPlace.h"

#include <QtCore/QStringList>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

int lineAt(const QByteArray &text, qsizetype place)
{
    return 1 + int(QByteArrayView(text).first(std::min(place, text.size())).count('\n'));
}

/// Walks over a text that is JSON.
class Walk
{
public:
    explicit Walk(const QByteArray &json)
        : m_json(json)
    {
        skipSpace();
    }

    qsizetype at() const { return m_at; }

    /// To the member or the element of the value here; false where there is none, and then the
    /// place is any.
    bool enter(const QString &step)
    {
        const char open = here();
        if (open != '{' && open != '[')
            return false;
        ++m_at;
        skipSpace();
        for (int index = 0; here() != '}' && here() != ']' && here() != '\0'; ++index) {
            QString name = QString::number(index);
            if (open == '{') {
                name = readKey();
                skipSpace();
                ++m_at; // the colon
                skipSpace();
            }
            if (name == step)
                return true;
            skipValue();
            skipSpace();
            if (here() == ',')
                ++m_at;
            skipSpace();
        }
        return false;
    }

private:
    char here() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }

    void skipSpace()
    {
        while (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t')
            ++m_at;
    }

    void skipText()
    {
        for (++m_at; here() != '"' && here() != '\0'; ++m_at) {
            if (here() == '\\')
                ++m_at;
        }
        ++m_at;
    }

    QString readKey()
    {
        const qsizetype from = m_at;
        skipText();
        const auto key = nlohmann::json::parse(
            m_json.begin() + from, m_json.begin() + std::min(m_at, m_json.size()), nullptr, false);
        return key.is_string() ? QString::fromStdString(key.get<std::string>()) : QString();
    }

    void skipValue()
    {
        int depth = 0;
        do {
            switch (here()) {
            case '"':
                skipText();
                break;
            case '{':
            case '[':
                ++depth;
                ++m_at;
                break;
            case '}':
            case ']':
                --depth;
                ++m_at;
                break;
            case '\0':
                return;
            default:
                ++m_at;
            }
        } while (depth > 0 || (here() != ',' && here() != '}' && here() != ']' && here() != '\0'));
    }

    const QByteArray &m_json;
    qsizetype m_at = 0;
};

} // namespace

std::optional<JsonFlaw> jsonFlaw(const QByteArray &json)
{
    try {
        const auto read = nlohmann::json::parse(json.begin(), json.end());
        Q_UNUSED(read)
    } catch (const nlohmann::json::parse_error &error) {
        const QString what = QString::fromUtf8(error.what());
        const qsizetype words = what.indexOf(" - "_L1);
        return JsonFlaw{lineAt(json, qsizetype(error.byte) - 1),
                        words < 0 ? what : what.sliced(words + 3)};
    }
    return {};
}

int jsonLine(const QByteArray &json, const QString &pointer)
{
    Walk walk(json);
    qsizetype place = walk.at();
    for (QString step : pointer.split(u'/').mid(1)) {
        step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        if (!walk.enter(step))
            break;
        place = walk.at();
    }
    return lineAt(json, place);
}

} // namespace baton
