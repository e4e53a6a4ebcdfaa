// Puts each mock beside the screen that the walk through the demo left of it.
//
//   composites MOCKS SCREENS OUT     ../shared/design, the folder of `baton --demo --walk`, a
//   folder to write to

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtGui/QImage>
#include <QtGui/QPainter>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

struct Pair
{
    const char16_t *mock;
    const char16_t *screen;
};

constexpr Pair pairs[] = {
    {u"01-desk-light", u"02-written"},     {u"01-desk-dark", u"11-dark"},
    {u"01-desk-compact", u"13-compact"},   {u"02-desk-offline", u"06-offline-queued"},
    {u"02-desk-conflict", u"07-conflict"}, {u"06-palette-presenter", u"15-commands"},
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
    if (arguments.size() != 4) {
        std::fprintf(stderr, "usage: composites MOCKS SCREENS OUT\n");
        return 2;
    }
    const QDir mocks(arguments[1]);
    const QDir screens(arguments[2]);
    const QDir out(arguments[3]);
    int failed = 0;
    for (const Pair &pair : pairs) {
        const QString name = QString::fromUtf16(pair.mock) + u".png"_s;
        const QImage mock(mocks.filePath(name));
        const QImage screen(screens.filePath(QString::fromUtf16(pair.screen) + u".png"_s));
        const bool written = !mock.isNull() && !screen.isNull() && out.mkpath(u"."_s)
            && beside(mock.convertToFormat(QImage::Format_RGB32), screen).save(out.filePath(name));
        std::printf("%s %s\n", written ? "written" : "MISSING", qPrintable(out.filePath(name)));
        failed += written ? 0 : 1;
    }
    return failed == 0 ? 0 : 1;
}
