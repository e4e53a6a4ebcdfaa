#include "core/desk/Profile.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// The XDG rule: a variable that is unset, empty or relative counts as its default under the home
/// folder.
QString baseFolder(const char *variable, const QString &underHome)
{
    const QString folder = qEnvironmentVariable(variable);
    return QDir::cleanPath(QDir::isAbsolutePath(folder) ? folder
                                                        : QDir::homePath() + u'/' + underHome);
}

} // namespace

Profile profileFor(const QString &dataDir, const QString &name)
{
    Profile profile;
    if (dataDir.isEmpty()) {
        profile.paths.data = baseFolder("XDG_DATA_HOME", u".local/share"_s) + u"/baton/"_s + name;
        profile.paths.state = baseFolder("XDG_STATE_HOME", u".local/state"_s) + u"/baton/"_s + name;
        profile.settingsFile
            = baseFolder("XDG_CONFIG_HOME", u".config"_s) + u"/baton/settings.json"_s;
    } else {
        const QString root = QDir::cleanPath(QDir::current().absoluteFilePath(dataDir));
        profile.paths.data = root + u'/' + name;
        profile.paths.state = root + u"/state/"_s + name;
        profile.settingsFile = root + u"/settings.json"_s;
    }
    profile.liveFile = QFileInfo(profile.settingsFile).path() + u"/live-systems.json"_s;
    profile.logFile = profile.paths.state + u"/baton.log"_s;
    return profile;
}

bool isProfileName(const QString &name)
{
    static const QRegularExpression folderName(u"\\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"_s);
    return folderName.match(name).hasMatch() && name != "state"_L1;
}

} // namespace baton
