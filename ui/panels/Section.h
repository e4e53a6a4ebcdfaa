#pragma once

#include "ui/theme/Paintkit.h"

#include <QtWidgets/QAbstractButton>

class QVBoxLayout;

namespace baton::ui {

/// The head of a Section: its title, and a chevron that folds it.
class SectionHead : public QAbstractButton
{
    Q_OBJECT

public:
    SectionHead(const Look &look, const QString &title, QWidget *parent = nullptr);
    /// Quiet words at the right, behind an icon in the tone's ink; a warning is in it as a whole.
    void setAside(const QString &words, const QString &icon = {},
                  paint::Tone tone = paint::Tone::Neutral);
    void setChip(const paint::ChipText &chip); ///< in the place of quiet words
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    paint::ChipText m_chip;
    QString m_aside;
    QString m_asideIcon;
    paint::Tone m_asideTone = paint::Tone::Neutral;
};

/// A part of the customer pane; one with a title can be folded. Owns its content.
class Section : public QWidget
{
    Q_OBJECT

public:
    Section(const Look &look, const QString &title, QWidget *content, QWidget *parent = nullptr);
    void setAside(const QString &words, const QString &icon = {},
                  paint::Tone tone = paint::Tone::Neutral)
    {
        m_head->setAside(words, icon, tone);
    }
    void setChip(const paint::ChipText &chip) { m_head->setChip(chip); }
    bool isFolded() const { return !m_head->isChecked(); }
    void setFolded(bool folded);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    SectionHead *m_head;
    QWidget *m_content;
};

} // namespace baton::ui
