#pragma once

#include "tests/ui/SheetParts.h"
#include "ui/panels/Label.h"
#include "ui/panels/TierBadge.h"
#include "ui/text/Deadline.h"
#include "ui/text/JudgedWords.h"

/// The blocks of a sheet of components, and those that are painted without a widget of their own.
namespace baton::test {

class SheetBlocks
{
protected:
    ui::Look m_look;

    QWidget *block(const QString &title, const QList<QWidget *> &lines, int gap = 8)
    {
        auto *whole = new QWidget;
        auto *column = new QVBoxLayout(whole);
        column->setContentsMargins(0, 0, 0, 16);
        column->setSpacing(0);
        auto *name = new ui::Label(m_look, ui::Role::Small, &ui::Theme::ink3);
        name->setWeight(QFont::Medium);
        name->setWordWrap(true);
        name->setText(title);
        column->addWidget(name);
        column->addSpacing(9);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0)
                column->addSpacing(gap);
            column->addWidget(lines[i]);
        }
        return whole;
    }

    QWidget *captioned(QWidget *part, const QString &caption)
    {
        auto *whole = new QWidget;
        auto *column = new QVBoxLayout(whole);
        column->setContentsMargins({});
        column->setSpacing(4);
        auto *words = new ui::Label(m_look, ui::Role::Micro, &ui::Theme::ink3);
        words->setWeight(QFont::Normal);
        words->setText(caption);
        column->addWidget(part, 0, Qt::AlignHCenter);
        column->addWidget(words, 0, Qt::AlignHCenter);
        column->addStretch();
        return whole;
    }

    QWidget *tierBlock()
    {
        const Route all[] = {Route::Contain, Route::Assist, Route::Escalate};
        const auto badge = [this](Route route, int side) {
            auto *one = new ui::TierBadge(m_look, side);
            one->setTier(route);
            return one;
        };
        const auto three = [&](int side) {
            return inRow({badge(all[0], side), badge(all[1], side), badge(all[2], side)});
        };
        auto *values = new Drawn(QSize(102, 20), [this](QPainter &p, const QRect &) {
            qreal x = 0;
            for (const ValueTier tier : {ValueTier::Standard, ValueTier::Plus, ValueTier::Vip}) {
                ui::paint::pips(p, QPointF(x, 10), tier, m_look.theme());
                x += 38;
            }
        });
        return block(u"Tier: letter, edge and fill, never colour alone"_s,
                     {inRow({captioned(badge(all[0], 26), u"bot solves"_s),
                             captioned(badge(all[1], 26), u"bot drafts"_s),
                             captioned(badge(all[2], 26), u"people lead"_s),
                             captioned(three(20), u"20 px"_s), captioned(three(16), u"16 px"_s),
                             captioned(values, u"value 1 to 3"_s)},
                            17)});
    }

    QWidget *deadlineBlock()
    {
        const std::tuple<ui::Deadline, QString, QString> all[]
            = {{{ui::DeadlineState::Plenty, .8, 41 * 60'000}, u"41 m"_s, u"plenty"_s},
               {{ui::DeadlineState::Soon, .24, 6 * 60'000}, u"6 m"_s, u"under 10 m or 25 %"_s},
               {{ui::DeadlineState::Breached, 0, -3 * 60'000}, u"\u22123 m"_s, u"breached"_s},
               {{ui::DeadlineState::Paused, 0, 0}, u"paused"_s, u"waits for them"_s},
               {{ui::DeadlineState::Met, 0, 0}, u"met"_s, u"first reply sent"_s}};
        QList<QWidget *> out;
        for (const auto &[deadline, time, caption] : all) {
            const bool strong = deadline.state == ui::DeadlineState::Soon
                || deadline.state == ui::DeadlineState::Breached;
            const QFont font
                = m_look.font(ui::Role::Small, strong ? QFont::DemiBold : QFont::Medium);
            const int wide = 23 + qCeil(ui::paint::tabularWidth(font, time));
            out += captioned(
                new Drawn(QSize(wide, 18),
                          [=, this](QPainter &p, const QRect &) {
                              const ui::Theme &theme = m_look.theme();
                              const bool met = deadline.state == ui::DeadlineState::Met;
                              ui::paint::slaRing(p,
                                                 met ? QRectF(1, 1, 16, 16) : QRectF(0, 0, 18, 18),
                                                 deadline, theme);
                              p.setFont(font);
                              p.setPen(deadline.state == ui::DeadlineState::Met
                                           ? theme.okText
                                           : ui::paint::deadlineInk(deadline.state, theme));
                              ui::paint::drawTabular(p, QPointF(23, 13), time);
                          }),
                caption);
        }
        return block(u"Deadline: arc, sign, weight"_s, {inRow(out, 17)});
    }

    QWidget *moodBlock()
    {
        const std::pair<const char16_t *, const char16_t *> all[] = {{u"trend-down", u"very upset"},
                                                                     {u"trend-flat", u"upset"},
                                                                     {u"trend-flat", u"neutral"},
                                                                     {u"trend-up", u"pleased"},
                                                                     {u"trend-up", u"delighted"}};
        QList<QWidget *> out;
        for (int level = 1; level <= 5; ++level) {
            const QString trend = QString::fromUtf16(all[level - 1].first);
            out += captioned(
                new Drawn(QSize(32, 18),
                          [=, this](QPainter &p, const QRect &) {
                              const QColor ink = m_look.theme().*ui::paint::moodInk(level);
                              const qreal dpr = p.device()->devicePixelRatioF();
                              p.drawPixmap(0, 0,
                                           m_look.icon(ui::words::moodIcon(level), 18, ink, dpr));
                              p.drawPixmap(20, 3, m_look.icon(trend, 12, ink, dpr));
                          }),
                QString::fromUtf16(all[level - 1].second));
        }
        out += captioned(new Drawn(QSize(64, 18),
                                   [this](QPainter &p, const QRect &rect) {
                                       ui::paint::course(p, rect, {.8, .6, .4, .45, -.1, -.5, -.7},
                                                         m_look.theme().danger);
                                   }),
                         u"per turn"_s);
        return block(u"Mood: mouth and brow, then direction"_s, {inRow(out, 20)});
    }

    QWidget *elevationBlock()
    {
        const auto box = [this](bool raised, const QString &words, int width) {
            return new Drawn(QSize(width, 52), [=, this](QPainter &p, const QRect &rect) {
                const QRect inner = rect.adjusted(6, 6, -6, -6);
                if (raised)
                    ui::paint::elevation(p, inner, ui::metrics::radiusCard, m_look.theme());
                else
                    ui::paint::box(p, inner, ui::metrics::radiusCard, m_look.theme().surface,
                                   m_look.theme().line);
                p.setFont(m_look.font(ui::Role::Body));
                p.setPen(m_look.theme().ink);
                p.drawText(inner, Qt::AlignCenter, words);
            });
        };
        return block(u"Elevation: concentric 1 px strokes, no blur"_s,
                     {inRow({box(false, u"Card: 1 px line"_s, 129),
                             box(true, u"Popover: a line and faint strokes"_s, 240)},
                            10)});
    }

    QWidget *lineBlock()
    {
        const auto line = [this](QColor ui::Theme::*ink, qreal width, const QList<qreal> &dashes,
                                 const QString &words) {
            auto *text = new ui::Label(m_look, ui::Role::Small, &ui::Theme::ink2);
            text->setText(words);
            auto *drawn = new Drawn(QSize(40, 6), [=, this](QPainter &p, const QRect &) {
                QPen pen(m_look.theme().*ink, width, Qt::SolidLine, Qt::FlatCap);
                if (!dashes.isEmpty())
                    pen.setDashPattern(dashes);
                p.setPen(pen);
                p.drawLine(QPointF(0, 3), QPointF(40, 3));
            });
            return inRow({drawn, text}, 7);
        };
        return block(u"Line styles"_s,
                     {inRow({line(&ui::Theme::ai, 2, {2.5, 2}, u"machine"_s),
                             line(&ui::Theme::accent, 2, {}, u"person"_s),
                             line(&ui::Theme::danger, 1, {4, 3}, u"stop mark"_s),
                             line(&ui::Theme::lineControl, 2, {.5, 1.5}, u"already said"_s)},
                            20)});
    }

    QWidget *column(const QList<QWidget *> &blocks, int width)
    {
        auto *whole = new QWidget;
        whole->setFixedWidth(width);
        auto *rows = new QVBoxLayout(whole);
        rows->setContentsMargins({});
        rows->setSpacing(0);
        for (QWidget *one : blocks)
            rows->addWidget(one);
        rows->addStretch();
        return whole;
    }
};

} // namespace baton::test
