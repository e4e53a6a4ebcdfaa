#include "ui/theme/Paintkit.h"
#include "tests/support/TestProgram.h"
#include "ui/theme/Metrics.h"

#include <QtGui/QGuiApplication>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

class Canvas
{
public:
    explicit Canvas(const QSize &size, qreal dpr = 1)
        : m_image(size * dpr, QImage::Format_ARGB32_Premultiplied)
    {
        m_image.setDevicePixelRatio(dpr);
        m_image.fill(Qt::transparent);
    }

    template <class Fn>
    Canvas &paint(Fn fn)
    {
        QPainter p(&m_image);
        const QPen pen = p.pen();
        const QFont font = p.font();
        const auto hints = p.renderHints();
        fn(p);
        // Painters leave the painter as they found it, or rows would colour each other.
        if (p.pen() != pen || p.font() != font || p.renderHints() != hints)
            qFatal("a painter left something behind");
        return *this;
    }

    int count(const QColor &colour) const
    {
        int out = 0;
        for (int y = 0; y < m_image.height(); ++y) {
            for (int x = 0; x < m_image.width(); ++x)
                out += m_image.pixelColor(x, y) == colour;
        }
        return out;
    }
    QColor at(int x, int y) const { return m_image.pixelColor(x, y); }
    QRect inked() const
    {
        QRect out;
        for (int y = 0; y < m_image.height(); ++y) {
            for (int x = 0; x < m_image.width(); ++x) {
                if (m_image.pixelColor(x, y).alpha() > 40)
                    out |= QRect(x, y, 1, 1);
            }
        }
        return out;
    }
    const QImage &image() const { return m_image; }

private:
    QImage m_image;
};

} // namespace

class PaintkitTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    const Theme &theme() const { return m_look.theme(); }

    Canvas ring(const Deadline &deadline) const
    {
        Canvas canvas({28, 28});
        canvas.paint(
            [&](QPainter &p) { paint::slaRing(p, QRectF(0, 0, 28, 28), deadline, theme()); });
        return canvas;
    }

private Q_SLOTS:
    void theRingShowsTheShareThatIsLeft()
    {
        const Canvas half = ring({DeadlineState::Plenty, .5, 60'000});
        QCOMPARE(half.at(26, 14), theme().ink3);      // three o'clock: still there
        QCOMPARE(half.at(1, 14), theme().lineStrong); // nine o'clock: gone
        const Canvas soon = ring({DeadlineState::Soon, .3, 60'000});
        QCOMPARE(soon.at(26, 14), theme().warn);
        QCOMPARE(soon.at(14, 26), theme().lineStrong);
    }

    void statesDifferInShapeNotOnlyInColour()
    {
        const Canvas breached = ring({DeadlineState::Breached, 0, -1});
        QCOMPARE(breached.at(6, 14), theme().dangerFill); // a filled disc
        QVERIFY(breached.count(theme().onFill) > 8);      // with a sign on it
        const Canvas paused = ring({DeadlineState::Paused, 0, 0});
        QCOMPARE(paused.at(14, 14).alpha(), 0); // between two bars
        QVERIFY(paused.at(11, 14).alpha() > 0);
        const Canvas met = ring({DeadlineState::Met, 0, 0});
        QCOMPARE(met.at(26, 14).alpha(), 0); // no ring around the check
        QVERIFY(!met.inked().isEmpty());
        QVERIFY(ring({}).inked().isEmpty());
    }

    void pipsShowTheValueOfThree()
    {
        const auto drawn = [this](ValueTier value) {
            Canvas canvas({30, 10});
            canvas.paint([&](QPainter &p) { paint::pips(p, QPointF(0, 5), value, theme()); });
            return canvas;
        };
        QVERIFY(drawn(ValueTier::Absent).inked().isEmpty());
        QList<int> filled;
        for (const ValueTier value : {ValueTier::Standard, ValueTier::Plus, ValueTier::Vip})
            filled += drawn(value).count(theme().ink2);
        QVERIFY(filled[0] > 0);
        QVERIFY(std::abs(filled[1] - 2 * filled[0]) <= filled[0] / 2);
        QVERIFY(std::abs(filled[2] - 3 * filled[0]) <= filled[0] / 2);
        // Empty ones keep their place.
        QVERIFY(drawn(ValueTier::Standard).inked().width() >= 24);
    }

    void digitsDoNotMoveACountdown()
    {
        const QFont font = m_look.font(ui::Role::Small);
        QCOMPARE(paint::tabularWidth(font, u"11 m"_s), paint::tabularWidth(font, u"48 m"_s));
        const auto end = [&](const QString &text) {
            Canvas canvas({60, 20});
            canvas.paint([&](QPainter &p) {
                p.save();
                p.setFont(font);
                paint::drawTabular(p, QPointF(4, 14), text);
                p.restore();
            });
            return canvas.inked().right();
        };
        QCOMPARE(end(u"11m"_s), end(u"48m"_s)); // the unit stands where it stood
    }

    void aHairlineIsOneDevicePixel_data()
    {
        QTest::addColumn<qreal>("dpr");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("200 %") << 2.0;
    }

    void aHairlineIsOneDevicePixel()
    {
        QFETCH(qreal, dpr);
        Canvas canvas({20, 10}, dpr);
        canvas.paint(
            [&](QPainter &p) { paint::hairline(p, QPoint(0, 5), QPoint(20, 5), theme().line); });
        QCOMPARE(canvas.inked().height(), 1);
    }

    void initialsAreTwoLettersAtMost_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two names") << u"Maren Halvorsen"_s << u"MH"_s;
        QTest::newRow("three") << u"Henrik van der Berg"_s << u"HB"_s;
        QTest::newRow("one") << u"ines"_s << u"I"_s;
        QTest::newRow("none") << QString() << u"?"_s;
        QTest::newRow("only signs") << u"-- !"_s << u"?"_s;
        QTest::newRow("beyond the plane") << u"\U0001D49C lba"_s << u"\U0001D49CL"_s;
        QTest::newRow("accent apart") << u"E\u0301mile Zola"_s << u"E\u0301Z"_s;
    }

    void initialsAreTwoLettersAtMost()
    {
        QFETCH(QString, name);
        QFETCH(QString, initials);
        QCOMPARE(paint::initials(name), initials);
    }

    void aChipIsAsWideAsItsWordsAndCutsWhatDoesNotFit()
    {
        const paint::ChipText chip{u"tag"_s, u"Payment dispute"_s, paint::Tone::Danger,
                                   paint::ChipSize::Normal};
        const int width = paint::chipWidth(chip, m_look);
        QCOMPARE(paint::chipHeight(chip.size, m_look), 22);
        QCOMPARE(paint::chipHeight(paint::ChipSize::Small, m_look), 18);
        for (const int room : {width, width / 2, 12}) {
            Canvas canvas({width + 40, 22});
            canvas.paint(
                [&](QPainter &p) { paint::chip(p, QRectF(0, 0, room, 22), chip, m_look); });
            QVERIFY(canvas.inked().right() <= room + 16); // an icon may stand over, text never
            if (room > 40)
                QVERIFY(canvas.inked().right() < room);
        }
    }

    void everyToneHasAnInkOnItsFill()
    {
        for (int tone = 0; tone <= int(paint::Tone::Ai); ++tone) {
            QVERIFY(paint::toneInk(paint::Tone(tone), theme()).isValid());
            const bool open = paint::Tone(tone) == paint::Tone::Outline;
            QCOMPARE(paint::toneFill(paint::Tone(tone), theme()).isValid(), !open);
        }
    }

    void elevationStaysInItsMargin()
    {
        const int m = metrics::elevationMargin;
        Canvas canvas({100 + 2 * m, 60 + 2 * m});
        canvas.paint([&](QPainter &p) {
            paint::elevation(p, QRectF(m, m, 100, 60), metrics::radiusCard, theme());
        });
        QCOMPARE(canvas.at(m + 50, m + 30), theme().raised);
        QCOMPARE(canvas.at(m + 50, m), theme().lineStrong);
        QCOMPARE(canvas.at(0, 0).alpha(), 0);
        QVERIFY(canvas.at(m + 50, 2 * m + 59).alpha() > 0);
    }

    void theFocusRingLeavesAGapOutsideAndNoneInside()
    {
        Canvas canvas({60, 40});
        canvas.paint([&](QPainter &p) {
            paint::focusRing(p, QRectF(10, 10, 40, 20), 0, paint::RingPlace::Outside, theme());
        });
        QCOMPARE(canvas.at(30, 9).alpha(), 0); // one pixel of gap
        QCOMPARE(canvas.at(30, 8), theme().focus);
        QCOMPARE(canvas.at(30, 7), theme().focus);
        QCOMPARE(canvas.at(30, 6).alpha(), 0);

        Canvas inside({60, 40});
        inside.paint([&](QPainter &p) {
            paint::focusRing(p, QRectF(10, 10, 40, 20), 0, paint::RingPlace::Inside, theme());
        });
        QCOMPARE(inside.at(30, 9).alpha(), 0);
        QCOMPARE(inside.at(30, 10), theme().focus);
        QCOMPARE(inside.at(30, 11), theme().focus);
        QCOMPARE(inside.at(30, 12).alpha(), 0);
    }
};

BATON_TEST(PaintkitTest)
#include "PaintkitTest.moc"
