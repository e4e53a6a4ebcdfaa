#include "core/desk/Settings.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

#include <array>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qint64 maxFile = 1 << 20;
constexpr int maxPixels = 32767;
constexpr std::array themeNames{"system"_L1, "light"_L1, "dark"_L1};
constexpr std::array roleNames{"agent"_L1, "lead"_L1, "viewer"_L1};
constexpr std::array textSizes{90, 100, 115, 130};

/// Reads one member at a time; the first that is not what it must be is the error.
class Members
{
public:
    Members(QString file, QJsonObject object)
        : m_file(std::move(file))
        , m_object(std::move(object))
    { }

    void read(QLatin1StringView key, bool &value)
    {
        if (take(key, QJsonValue::Bool, "true or false"_L1))
            value = m_object.value(key).toBool();
    }
    void read(QLatin1StringView key, QString &value)
    {
        if (take(key, QJsonValue::String, "a text"_L1))
            value = m_object.value(key).toString();
    }
    template <class Enum, size_t n>
    void read(QLatin1StringView key, Enum &value, const std::array<QLatin1StringView, n> &names)
    {
        QString name;
        read(key, name);
        if (m_object.value(key).isUndefined() || m_error)
            return;
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end())
            refuse(key, "one of the known words"_L1);
        else
            value = static_cast<Enum>(found - names.begin());
    }
    void readTextSize(QLatin1StringView key, int &value)
    {
        if (!take(key, QJsonValue::Double, "90, 100, 115 or 130"_L1))
            return;
        const int size = m_object.value(key).toInt();
        if (std::find(textSizes.begin(), textSizes.end(), size) == textSizes.end())
            refuse(key, "90, 100, 115 or 130"_L1);
        else
            value = size;
    }
    void readPixels(QLatin1StringView key, int &value)
    {
        if (!take(key, QJsonValue::Double, "a number of pixels"_L1))
            return;
        const int pixels = m_object.value(key).toInt(-1);
        if (pixels < 0 || pixels > maxPixels)
            refuse(key, "0 to 32767 pixels"_L1);
        else
            value = pixels;
    }
    void read(QLatin1StringView key, QMap<QString, QString> &map)
    {
        if (!take(key, QJsonValue::Object, "an object of texts"_L1))
            return;
        const QJsonObject object = m_object.value(key).toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!it->isString())
                refuse(key, "an object of texts"_L1);
            else
                map.insert(it.key(), it->toString());
        }
    }
    void read(QLatin1StringView key, QStringList &list)
    {
        if (!take(key, QJsonValue::Array, "a list of texts"_L1))
            return;
        for (const auto &value : m_object.value(key).toArray()) {
            if (!value.isString())
                refuse(key, "a list of texts"_L1);
            else
                list.append(value.toString());
        }
    }
    Members inner(QLatin1StringView key)
    {
        if (!take(key, QJsonValue::Object, "an object"_L1))
            return {m_file, {}};
        return {m_file, m_object.value(key).toObject()};
    }
    const std::optional<Error> &error() const { return m_error; }

private:
    bool take(QLatin1StringView key, QJsonValue::Type type, QLatin1StringView expected)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined() || m_error)
            return false;
        if (value.type() == type)
            return true;
        refuse(key, expected);
        return false;
    }
    void refuse(QLatin1StringView key, QLatin1StringView expected)
    {
        if (!m_error)
            m_error
                = Error{ErrorCode::InvalidInput, m_file, u"%1: expected %2"_s.arg(key, expected)};
    }

    QString m_file;
    QJsonObject m_object;
    std::optional<Error> m_error;
};

Result<QJsonObject> objectIn(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, path, file.errorString()};
    if (file.size() > maxFile)
        return Error{ErrorCode::TooLarge, path, u"more than 1 MiB"_s};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject()) {
        const QString detail = problem.error == QJsonParseError::NoError
            ? u"expected an object"_s
            : u"byte %1: %2"_s.arg(problem.offset).arg(problem.errorString());
        return Error{ErrorCode::InvalidInput, path, detail};
    }
    return document.object();
}

} // namespace

Result<Settings> loadSettings(const QString &path)
{
    const Result<QJsonObject> object = objectIn(path);
    if (!object)
        return object.error();
    Settings settings;
    Members members(path, *object);
    members.read("theme"_L1, settings.theme, themeNames);
    members.readTextSize("text_size"_L1, settings.textSizePercent);
    members.read("more_contrast"_L1, settings.moreContrast);
    members.read("reduce_motion"_L1, settings.reduceMotion);
    members.read("next_after_send"_L1, settings.nextAfterSend);
    members.read("sound_on_answer"_L1, settings.soundOnAnswer);
    members.read("note_outside"_L1, settings.noteOutside);
    members.read("keys"_L1, settings.keys);
    members.read("folder"_L1, settings.folder);
    members.read("words"_L1, settings.words);
    Members embeddings = members.inner("embeddings"_L1);
    embeddings.read("place"_L1, settings.embeddings.place);
    embeddings.read("model"_L1, settings.embeddings.model);
    Members model = members.inner("model"_L1);
    model.read("address"_L1, settings.model.address);
    model.read("name"_L1, settings.model.model);
    model.read("key_variable"_L1, settings.model.keyVariable);
    Members agent = members.inner("agent"_L1);
    QString id;
    agent.read("id"_L1, id);
    agent.read("name"_L1, settings.agent.name);
    agent.read("role"_L1, settings.agent.role, roleNames);
    settings.agent.id = AgentId(id);
    QString lastHere;
    members.read("last_here"_L1, lastHere);
    settings.lastHere = instantFromRfc3339(lastHere);
    Members window = members.inner("window"_L1);
    window.readPixels("width"_L1, settings.window.width);
    window.readPixels("height"_L1, settings.window.height);
    window.read("maximised"_L1, settings.window.maximised);
    window.readPixels("queue"_L1, settings.window.queue);
    window.readPixels("queue_compact"_L1, settings.window.queueCompact);
    window.readPixels("context"_L1, settings.window.context);
    for (const auto &error :
         {members.error(), embeddings.error(), model.error(), agent.error(), window.error()}) {
        if (error)
            return *error;
    }
    return settings;
}

Result<void> saveSettings(const QString &path, const Settings &settings)
{
    // A newer Baton's keys are kept; a file that cannot be read is not written over.
    Result<QJsonObject> object = objectIn(path);
    if (!object)
        return object.error();
    object->insert("theme"_L1, themeNames.at(size_t(settings.theme)));
    object->insert("text_size"_L1, settings.textSizePercent);
    object->insert("more_contrast"_L1, settings.moreContrast);
    object->insert("reduce_motion"_L1, settings.reduceMotion);
    object->insert("next_after_send"_L1, settings.nextAfterSend);
    object->insert("sound_on_answer"_L1, settings.soundOnAnswer);
    object->insert("note_outside"_L1, settings.noteOutside);
    QJsonObject keys;
    for (auto it = settings.keys.begin(); it != settings.keys.end(); ++it)
        keys.insert(it.key(), it.value());
    object->insert("keys"_L1, keys);
    object->insert("folder"_L1, settings.folder);
    object->insert("words"_L1, QJsonArray::fromStringList(settings.words));
    QJsonObject embeddings = object->value("embeddings"_L1).toObject();
    embeddings.insert("place"_L1, settings.embeddings.place);
    embeddings.insert("model"_L1, settings.embeddings.model);
    object->insert("embeddings"_L1, embeddings);
    QJsonObject model = object->value("model"_L1).toObject();
    model.insert("address"_L1, settings.model.address);
    model.insert("name"_L1, settings.model.model);
    model.insert("key_variable"_L1, settings.model.keyVariable);
    object->insert("model"_L1, model);
    QJsonObject agent = object->value("agent"_L1).toObject();
    agent.insert("id"_L1, settings.agent.id.text());
    agent.insert("name"_L1, settings.agent.name);
    agent.insert("role"_L1, roleNames.at(size_t(settings.agent.role)));
    object->insert("agent"_L1, agent);
    if (settings.lastHere)
        object->insert("last_here"_L1, toRfc3339(*settings.lastHere));
    QJsonObject window = object->value("window"_L1).toObject();
    window.insert("width"_L1, settings.window.width);
    window.insert("height"_L1, settings.window.height);
    window.insert("maximised"_L1, settings.window.maximised);
    window.insert("queue"_L1, settings.window.queue);
    window.insert("queue_compact"_L1, settings.window.queueCompact);
    window.insert("context"_L1, settings.window.context);
    object->insert("window"_L1, window);

    if (!QDir().mkpath(QFileInfo(path).path()))
        return Error{ErrorCode::Io, path, u"the folder cannot be made"_s};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Io, path, file.errorString()};
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(*object).toJson());
    if (!file.commit())
        return Error{ErrorCode::Io, path, file.errorString()};
    return {};
}

Agent accountHolder()
{
    QString name = qEnvironmentVariable("USER");
    if (name.isEmpty())
        name = QDir::home().dirName();
    if (name.isEmpty())
        name = u"agent"_s;
    return {AgentId(name), name, Role::Agent};
}

} // namespace baton
