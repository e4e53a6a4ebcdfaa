#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/text/Words.h"
#include "ui/theme/IconStore.h"
#include "ui/theme/Look.h"
#include "ui/theme/Metrics.h"

#include <QtCore/QDirIterator>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtTest/QtTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

/// Text on ground, from TOKENS §2: "text: ground ground …".
const QStringList textPairs{
    u"ink: surface pane chrome accent-tint hover press warn-tint danger-tint raised"_s,
    u"ink-2: surface pane chrome accent-tint sunken hover accent-tint-2 press warn-tint ai-tint"_s,
    u"ink-3: surface pane chrome sunken hover accent-tint warn-tint ai-tint"_s,
    u"accent-text: surface pane accent-tint accent-tint-2 accent-tint-3 warn-tint"_s,
    u"on-fill: accent accent-hover accent-press danger-fill"_s,
    u"ai-text: surface pane ai-tint ai-tint-2 accent-tint"_s,
    u"ok-text: surface pane ok-tint chrome"_s,
    u"warn-text: surface pane warn-tint chrome accent-tint press"_s,
    u"danger-text: surface pane danger-tint accent-tint sunken press"_s,
    u"toast-ink: toast"_s,
    u"surface: ink-2"_s,
};
const QStringList markPairs{
    u"accent: surface"_s,
    u"ai: surface"_s,
    u"ok: surface"_s,
    u"warn: surface accent-tint"_s,
    u"danger: surface accent-tint"_s,
    u"focus: surface chrome"_s,
    u"line-control: surface"_s,
};

QStringList tooFaint(const Theme &theme, const QStringList &pairs, double least)
{
    QStringList out;
    for (const QString &pair : pairs) {
        const QString text = pair.section(u": "_s, 0, 0);
        for (const QString &ground : pair.section(u": "_s, 1).split(u' ')) {
            const double found = baton::test::contrastOf(theme.byName(text), theme.byName(ground));
            if (found < least)
                out += u"%1 on %2: %3"_s.arg(text, ground).arg(found);
        }
    }
    return out;
}

/// How much of the ground a line of text covers, in pixels.
double inkOf(const QColor &text, const QColor &ground)
{
    QImage image(240, 24, QImage::Format_RGB32);
    image.fill(ground);
    QPainter p(&image);
    p.setFont(font(baton::ui::Role::Body));
    p.setPen(text);
    p.drawText(image.rect(), Qt::AlignVCenter, u"A customer never repeats themselves"_s);
    p.end();
    double ink = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            ink += std::abs(qGray(image.pixel(x, y)) - qGray(ground.rgb())) / 255.0;
    return ink;
}

QJsonObject tokensFile()
{
    QFile file(u":/theme/tokens.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tokens.json is not in the resources");
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void baselinesLieWhereTheDesignHasThem_data()
    {
        QTest::addColumn<ui::Role>("role");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("baseline");
        QTest::newRow("a view") << ui::Role::Body << 26 << 17;
        QTest::newRow("its count") << ui::Role::Small << 26 << 17;
        QTest::newRow("the search") << ui::Role::Body << 30 << 19;
        QTest::newRow("a line") << ui::Role::Body << 18 << 13;
        QTest::newRow("the rail") << ui::Role::Micro << 13 << 10;
        QTest::newRow("a title") << ui::Role::Title << 20 << 15;
        QTest::newRow("a badge") << ui::Role::Badge << 14 << 10;
    }
    void baselinesLieWhereTheDesignHasThem()
    {
        QFETCH(ui::Role, role);
        QFETCH(int, height);
        QTEST(int(ui::baselineIn(ui::font(role), height)), "baseline");
    }

    void everyTokenOfTheFileIsInTheThemeAndBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("light") << u"light"_s;
        QTest::newRow("dark") << u"dark"_s;
    }

    void everyTokenOfTheFileIsInTheThemeAndBack()
    {
        QFETCH(QString, name);
        const Theme theme = Theme::load(name == u"dark"_s ? ThemeKind::Dark : ThemeKind::Light);
        QStringList inFile = tokensFile().value(name).toObject().keys();
        QStringList known = Theme::tokenNames();
        inFile.sort();
        known.sort();
        QCOMPARE(known, inFile);
        for (const QString &token : known)
            QVERIFY2(theme.byName(token).isValid(), qPrintable(token));
        QVERIFY(!theme.byName(u"no-such-token"_s).isValid());
    }

    void aColourWithAlphaIsRead()
    {
        const Theme theme = Theme::load(ThemeKind::Light);
        QCOMPARE(theme.scrim.red(), 27);
        QCOMPARE(theme.scrim.blue(), 33);
        QVERIFY(std::abs(theme.scrim.alphaF() - 0.28) < 0.01);
    }

    void textCanBeReadOnEveryGround_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("contrast");
        QTest::newRow("light") << int(ThemeKind::Light) << int(Contrast::Normal);
        QTest::newRow("dark") << int(ThemeKind::Dark) << int(Contrast::Normal);
        QTest::newRow("light, more") << int(ThemeKind::Light) << int(Contrast::More);
        QTest::newRow("dark, more") << int(ThemeKind::Dark) << int(Contrast::More);
    }

    void textCanBeReadOnEveryGround()
    {
        QFETCH(int, kind);
        QFETCH(int, contrast);
        const Theme theme = Theme::load(ThemeKind(kind), Contrast(contrast));
        QCOMPARE(tooFaint(theme, textPairs, 4.5), QStringList());
        QCOMPARE(tooFaint(theme, markPairs, 3.0), QStringList());
    }

    void moreContrastMakesQuietTextStronger()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            const Theme usual = Theme::load(kind);
            const Theme more = Theme::load(kind, Contrast::More);
            QVERIFY(baton::test::contrastOf(more.ink3, more.surface)
                    > baton::test::contrastOf(usual.ink3, usual.surface));
        }
    }

    void thePaletteFollowsTheTokens()
    {
        const Theme theme = Theme::load(ThemeKind::Dark);
        const QPalette palette = theme.palette();
        QCOMPARE(palette.color(QPalette::Window), theme.chrome);
        QCOMPARE(palette.color(QPalette::Base), theme.surface);
        QCOMPARE(palette.color(QPalette::Highlight), theme.accentTint2);
        QCOMPARE(palette.color(QPalette::PlaceholderText), theme.ink3);
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), theme.inkDisabled);
    }

    void theLookSaysWhenItChanges()
    {
        Look look;
        QSignalSpy changed(&look, &Look::changed);
        look.setAppearance({ThemeKind::Light, Contrast::Normal, 100, Motion::Full});
        QCOMPARE(changed.count(), 0);
        look.setAppearance({ThemeKind::Dark, Contrast::Normal, 130, Motion::Reduced});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(look.theme(), Theme::load(ThemeKind::Dark));
        QCOMPARE(look.px(metrics::queueRow), 96);
        QCOMPARE(look.duration(metrics::fold), 0);
        QCOMPARE(look.font(baton::ui::Role::Body).pixelSize(), 17);
    }

    void typeIsInWholePixelsAndNamesAnEmojiFamily()
    {
        for (const double scale : {0.9, 1.0, 1.15, 1.3}) {
            for (int role = int(baton::ui::Role::Badge); role <= int(baton::ui::Role::Headline);
                 ++role) {
                const QFont f = font(baton::ui::Role(role), scale);
                QVERIFY(f.pixelSize() > 0);
                QVERIFY(f.families().contains(u"Noto Color Emoji"_s));
                QVERIFY(lineHeight(baton::ui::Role(role), scale) > f.pixelSize());
            }
        }
        QCOMPARE(font(baton::ui::Role::Body).pixelSize(), 13);
        QCOMPARE(font(baton::ui::Role::Title).weight(), QFont::DemiBold);
        QCOMPARE(font(baton::ui::Role::Figure).families().first(), u"Inter Display"_s);
        QCOMPARE(lineHeight(baton::ui::Role::Read), 20);
    }

    void lightTextOnDarkIsAsHeavyAsDarkTextOnLight()
    {
        const double dark = inkOf(Qt::white, Qt::black);
        const double light = inkOf(Qt::black, Qt::white);
        QVERIFY(dark > 0);
        QVERIFY2(std::abs(dark / light - 1) < .05, qPrintable(QString::number(dark / light)));
    }

    void everyIconCanBeDrawnAndTinted()
    {
        const IconStore store;
        QDirIterator files(u":/icons"_s, {u"*.svg"_s}, QDir::Files);
        int count = 0;
        while (files.hasNext()) {
            const QString name = QFileInfo(files.next()).completeBaseName();
            const QColor ink = Theme::load(ThemeKind::Light).dangerText;
            const QImage image = store.pixmap(name, 16, ink, 2).toImage();
            QCOMPARE(image.size(), QSize(32, 32));
            QRgb strongest = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (qAlpha(image.pixel(x, y)) > qAlpha(strongest))
                        strongest = image.pixel(x, y);
                }
            }
            QVERIFY2(qAlpha(strongest) > 128, qPrintable(name));
            QVERIFY2(std::abs(qRed(strongest) - ink.red()) < 12, qPrintable(name));
            ++count;
        }
        QCOMPARE(count, 120);
    }

    void aRailIconIsFoundByItsPlainName()
    {
        QVERIFY(IconStore::exists(u"desk"_s));
        QVERIFY(IconStore::exists(u"send"_s));
        QVERIFY(!IconStore::exists(u"no-such-icon"_s));
        const QPixmap none = IconStore().pixmap(u"no-such-icon"_s, 16, Qt::black, 1);
        QCOMPARE(none.size(), QSize(16, 16));
        for (const QString &brand : {u"app-icon"_s, u"logo-light"_s, u"logo-dark"_s})
            QVERIFY(!IconStore().brand(brand, 30, 1).toImage().allGray());
    }

    void everyIconThatTheWordsNameExists()
    {
        using namespace baton;
        for (int i = 0; i <= int(Channel::Form); ++i)
            QVERIFY(IconStore::exists(words::iconOf(Channel(i))));
        for (int i = 0; i <= int(QueueView::Archive); ++i)
            QVERIFY(QueueView(i) == QueueView::TierC || // a badge
                    IconStore::exists(words::iconOf(QueueView(i))));
        for (int i = 0; i <= int(StepOutcome::Unknown); ++i)
            QVERIFY(IconStore::exists(words::iconOf(StepOutcome(i))));
        for (int i = 0; i <= int(ActKind::Close); ++i)
            QVERIFY(IconStore::exists(words::iconOf(ActKind(i))));
    }

    void nothingOutsideTheThemeNamesAColour()
    {
        const QString basic = u"white|black|red|green|blue|gray|darkGray|lightGray|yellow"_s;
        const QRegularExpression literal(
            u"#[0-9A-Fa-f]{6}\\b|QColor\\(\\s*[\"0-9u]|qRgba?\\(|Qt::(%1)\\b"_s.arg(basic));
        QStringList found;
        QDirIterator files(QStringLiteral(BATON_SOURCE_DIR "/ui"), {u"*.cpp"_s, u"*.h"_s},
                           QDir::Files, QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().contains(u"/theme/"_s))
                continue;
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            if (const auto match = literal.match(text); match.hasMatch())
                found += file.fileName() + u": "_s + match.captured();
            ++read;
        }
        QVERIFY(read > 20);
        QCOMPARE(found, QStringList());
    }
};

BATON_TEST(ThemeTest)
#include "ThemeTest.moc"
