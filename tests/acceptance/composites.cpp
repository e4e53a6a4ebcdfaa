// Puts each mock beside the screen that the console shows in its place, in the light and in the
// dark theme; where there is a mock of one theme only, it stands beside both.
//
//   composites MOCKS OUT SCREENS…     ../shared/design, a folder to write to, and the folders that
//   `baton --demo --walk` and the tests of ui leave their screens in

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtGui/QImage>
#include <QtGui/QPainter>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

struct Pair
{
    const char16_t *name;
    const char16_t *mock;
    const char16_t *screen;
};

constexpr Pair pairs[] = {
    {u"01-desk-light", u"01-desk-light", u"08-desk"},
    {u"01-desk-dark", u"01-desk-dark", u"08-desk-dark"},
    {u"01-desk-compact", u"01-desk-compact", u"13-compact"},
    {u"01-desk-compact-dark", u"01-desk-compact", u"13-compact-dark"},
    {u"02-desk-offline", u"02-desk-offline", u"06-offline-queued"},
    {u"02-desk-offline-dark", u"02-desk-offline", u"06-offline-queued-dark"},
    {u"02-desk-conflict", u"02-desk-conflict", u"07-conflict"},
    {u"02-desk-conflict-dark", u"02-desk-conflict", u"07-conflict-dark"},
    {u"03-review", u"03-review", u"03-review"},
    {u"03-review-dark", u"03-review", u"03-review-dark"},
    {u"04-scorecard", u"04-scorecard", u"04-scorecard"},
    {u"04-scorecard-dark", u"04-scorecard-dark", u"04-scorecard-dark"},
    {u"05-policy", u"05-policy", u"05-policy"},
    {u"05-policy-dark", u"05-policy-dark", u"05-policy-dark"},
    {u"06-palette-presenter", u"06-palette-presenter", u"15-commands"},
    {u"06-palette-presenter-dark", u"06-palette-presenter", u"15-commands-dark"},
    {u"07-welcome", u"07-welcome", u"18-welcome"},
    {u"07-welcome-dark", u"07-welcome", u"18-welcome-dark"},
    {u"07-empty-queue", u"07-empty-queue", u"19-empty-queue"},
    {u"07-empty-queue-dark", u"07-empty-queue", u"19-empty-queue-dark"},
    {u"08-components-light", u"08-components-light", u"components-light"},
    {u"08-components-dark", u"08-components-dark", u"components-dark"},
    {u"10-popovers", u"10-popovers", u"conversation-popovers-light"},
    {u"10-popovers-dark", u"10-popovers", u"conversation-popovers-dark"},
};
constexpr int between = 24;

/// Screens may be taken at any scale: both are shown as high as the mock.
QImage beside(const QImage &mock, const QImage &screen)
{
    const QImage actual = screen.scaledToHeight(mock.height(), Qt::SmoothTransformation);
    QImage both(mock.width() + between + actual.width(), mock.height(), QImage::Format_RGB32);
    both.fill(Qt::gray);
    QPainter p(&both);
    p.drawImage(0, 0, mock);
    p.drawImage(mock.width() + between, 0, actual);
    return both;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4) {
        std::fprintf(stderr, "usage: composites MOCKS OUT SCREENS…\n");
        return 2;
    }
    const QDir mocks(arguments[1]);
    const QDir out(arguments[2]);
    const auto find = [&arguments](const QString &screen) {
        QImage found;
        for (qsizetype i = 3; i < arguments.size() && found.isNull(); ++i)
            found = QImage(QDir(arguments[i]).filePath(screen));
        return found;
    };
    int failed = 0;
    for (const Pair &pair : pairs) {
        const QString name = QString::fromUtf16(pair.name) + u".png"_s;
        const QImage mock(mocks.filePath(QString::fromUtf16(pair.mock) + u".png"_s));
        const QImage screen = find(QString::fromUtf16(pair.screen) + u".png"_s);
        const bool written = !mock.isNull() && !screen.isNull() && out.mkpath(u"."_s)
            && beside(mock.convertToFormat(QImage::Format_RGB32), screen).save(out.filePath(name));
        std::printf("%s %s\n", written ? "written" : "MISSING", qPrintable(out.filePath(name)));
        failed += written ? 0 : 1;
    }
    return failed == 0 ? 0 : 1;
}
