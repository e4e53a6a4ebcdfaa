#pragma once

#include "core/store/StoreTypes.h"

namespace baton {

/// Where one profile's files lie (DESIGN §9). Nothing is made here: the store makes its folders
/// when it opens.
struct Profile
{
    store::Paths paths;
    QString settingsFile; ///< shared by all profiles
    QString liveFile;     ///< what live systems there are; likewise, beside it
    QString logFile;
    bool operator==(const Profile &other) const
    {
        return paths.data == other.paths.data && paths.state == other.paths.state
            && settingsFile == other.settingsFile && liveFile == other.liveFile
            && logFile == other.logFile;
    }
};

/// With an empty dataDir the XDG folders: data in baton/<name> under XDG_DATA_HOME, state likewise
/// under XDG_STATE_HOME, settings in baton/settings.json under XDG_CONFIG_HOME. Else all in one
/// place: dataDir/<name>, dataDir/state/<name>, dataDir/settings.json.
Profile profileFor(const QString &dataDir, const QString &name);

/// A name is a folder's name: 1 to 64 letters, digits, dots, dashes or underscores, the first a
/// letter or a digit, and not "state", which is taken.
bool isProfileName(const QString &name);

} // namespace baton
