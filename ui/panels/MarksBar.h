#pragma once

#include "ui/panels/Label.h"

namespace baton::ui {

class Button;
class IconButton;

/// One line under the list: how many rows are marked, and what can be done with all of them. Hides
/// where none are.
class MarksBar : public QWidget
{
    Q_OBJECT

public:
    explicit MarksBar(const Look &look, QWidget *parent = nullptr);

    void setCount(int count);
    void setKeys(const QString &assign, const QString &tags); ///< as people read them
    Button *assignButton() const { return m_assign; }
    Button *tagsButton() const { return m_tags; }
    IconButton *clearButton() const { return m_clear; }

Q_SIGNALS:
    void assignRequested();
    void tagsRequested();
    void clearRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    Label *m_words;
    Button *m_assign;
    Button *m_tags;
    IconButton *m_clear;
};

} // namespace baton::ui
