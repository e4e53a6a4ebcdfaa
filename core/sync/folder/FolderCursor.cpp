#include "core/sync/folder/FolderCursor.h"

#include <nlohmann/json.hpp>

namespace baton::sync::folder {

using Json = nlohmann::json;

Cursor toCursor(const ReadFiles &files)
{
    Json list = Json::array();
    for (auto it = files.begin(); it != files.end(); ++it) {
        const ReadSoFar &read = it.value();
        list.push_back({{"name", it.key().toStdString()},
                        {"size", read.stamp.size},
                        {"mtime", read.stamp.mtimeNs},
                        {"inode", read.stamp.inode},
                        {"lines", read.lines},
                        {"done", read.done}});
    }
    const Json document{{"files", std::move(list)}};
    return QByteArray::fromStdString(document.dump(-1, ' ', false, Json::error_handler_t::replace));
}

ReadFiles fromCursor(const Cursor &cursor)
{
    ReadFiles files;
    const Json document = Json::parse(cursor.begin(), cursor.end(), nullptr, false);
    if (!document.is_object() || !document.contains("files"))
        return files;
    const auto number = [](const Json &file, const char *name) -> qint64 {
        const auto at = file.find(name);
        return at != file.end() && at->is_number_integer() ? at->get<qint64>() : -1;
    };
    for (const Json &file : document["files"]) {
        if (!file.is_object() || !file.contains("name") || !file["name"].is_string())
            continue;
        ReadSoFar read{{number(file, "size"), number(file, "mtime"), number(file, "inode")},
                       number(file, "lines"),
                       file.contains("done") && file["done"] == Json(true)};
        files.insert(QString::fromStdString(file["name"].get<std::string>()), read);
    }
    return files;
}

} // namespace baton::sync::folder
