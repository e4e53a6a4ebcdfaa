#include "core/live/JsonLines.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace baton::live {

namespace {

/// An object or a list that is being walked through, and where in it.
struct Level
{
    bool list = false;
    int index = 0;
    bool atKey = true; ///< of an object: the next text is a key
    QString path;      ///< of itself
};

QString tokenOf(QString key)
{
    return key.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
}

/// Behind the closing quote of the text that begins at from.
qsizetype endOfText(const QByteArray &json, qsizetype from)
{
    for (qsizetype i = from + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1;
    }
    return json.size();
}

QString keyIn(const QByteArray &json, qsizetype from, qsizetype end)
{
    const auto text
        = nlohmann::json::parse(json.begin() + from, json.begin() + end, nullptr, false);
    return text.is_string() ? QString::fromStdString(text.get<std::string>()) : QString();
}

} // namespace

int lineOf(const QByteArray &json, const QString &pointer)
{
    std::vector<Level> levels;
    int line = 1;
    int best = 1;
    qsizetype length = 0;
    QString path; // of what comes next
    const auto here = [&] {
        const bool leads = pointer == path || pointer.startsWith(path + u'/');
        if (leads && path.size() > length) {
            best = line;
            length = path.size();
        }
    };
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '\n')
            ++line;
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ':')
            continue;
        if (c == '}' || c == ']') {
            levels.pop_back();
            continue;
        }
        Level *level = levels.empty() ? nullptr : &levels.back();
        if (c == ',') {
            level->atKey = true;
            ++level->index;
            continue;
        }
        if (level && level->list) {
            path = level->path + u'/' + QString::number(level->index);
            here();
        }
        if (c == '"') {
            const qsizetype end = endOfText(json, i);
            if (level && !level->list && level->atKey) {
                path = level->path + u'/' + tokenOf(keyIn(json, i, end));
                level->atKey = false;
                here();
            }
            i = end - 1;
        } else if (c == '{' || c == '[') {
            levels.push_back({c == '[', 0, true, path});
        }
    }
    return best;
}

} // namespace baton::live
