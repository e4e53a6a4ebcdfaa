#include "core/desk/Profile.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;

class ProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char *variable : {"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"})
            qunsetenv(variable);
    }

    void withoutADataFolderFilesLieWhereXdgSays()
    {
        const QString home = QDir::homePath();
        const baton::Profile profile = profileFor({}, u"default"_s);
        QCOMPARE(profile.paths.data, home + u"/.local/share/baton/default"_s);
        QCOMPARE(profile.paths.state, home + u"/.local/state/baton/default"_s);
        QCOMPARE(profile.settingsFile, home + u"/.config/baton/settings.json"_s);
        QCOMPARE(profile.logFile, home + u"/.local/state/baton/default/baton.log"_s);
    }

    void theVariablesMoveThemAndARelativeOneIsIgnored()
    {
        qputenv("XDG_DATA_HOME", "/srv/data/");
        qputenv("XDG_STATE_HOME", "relative/state");
        qputenv("XDG_CONFIG_HOME", "");
        const baton::Profile profile = profileFor({}, u"team"_s);
        QCOMPARE(profile.paths.data, u"/srv/data/baton/team"_s);
        QCOMPARE(profile.paths.state, QDir::homePath() + u"/.local/state/baton/team"_s);
        QCOMPARE(profile.settingsFile, QDir::homePath() + u"/.config/baton/settings.json"_s);
    }

    void aDataFolderHoldsEverything()
    {
        qputenv("XDG_DATA_HOME", "/srv/data");
        const baton::Profile profile = profileFor(u"/tmp/../tmp/b/"_s, u"default"_s);
        QCOMPARE(profile.paths.data, u"/tmp/b/default"_s);
        QCOMPARE(profile.paths.state, u"/tmp/b/state/default"_s);
        QCOMPARE(profile.settingsFile, u"/tmp/b/settings.json"_s);
        QCOMPARE(profileFor(u"here"_s, u"p"_s).paths.data, QDir::currentPath() + u"/here/p"_s);
    }

    void aNameCannotLeaveItsFolder()
    {
        for (const QString &name : {u"default"_s, u"team-2"_s, u"a.b_c"_s, QString(64, u'x')})
            QVERIFY2(isProfileName(name), qPrintable(name));
        for (const QString &name : {u""_s, u"."_s, u".."_s, u"../x"_s, u"a/b"_s, u"-p"_s,
                                    u"state"_s, u"a\n"_s, u"ä"_s, QString(65, u'x')})
            QVERIFY2(!isProfileName(name), qPrintable(name));
    }
};

BATON_TEST(ProfileTest)
#include "ProfileTest.moc"
