#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QScrollArea;

namespace baton::ui {

class Label;

/// A pane to read in: a title and a line of facts over a hairline, and below it what is scrolled,
/// no wider than lines are easy to read.
class ReadingPane : public QWidget
{
    Q_OBJECT

public:
    /// text names what is scrolled, for those who hear it.
    ReadingPane(const Look &look, const QString &name, const QString &text,
                QWidget *parent = nullptr);

    void focusText();

protected:
    Label &title() { return *m_title; }
    Label &line() { return *m_line; }
    QBoxLayout &words() { return *m_words; } ///< below the title and the line
    void addToHead(QWidget *widget);         ///< at the right of the words
    QScrollArea &scroll() { return *m_scroll; }
    void setContent(QWidget *content); ///< takes it over, in place of what was there

    void paintEvent(QPaintEvent *event) override;

    const Look &m_look;

private:
    Label *m_title;
    Label *m_line;
    QBoxLayout *m_words;
    QBoxLayout *m_head;
    QScrollArea *m_scroll;
};

} // namespace baton::ui
